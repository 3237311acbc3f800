import type { EndedAlike, TrunkWatchRule } from '../../domain/trunk-health.ts';
import type { TrunkPassage } from '../../contract/trunk.ts';
import type { Instant } from '../../domain/vocabulary.ts';

export interface WatchedTrunk {
  readonly trunkId: string;
  readonly enabled: boolean;
  readonly rule: TrunkWatchRule;
  /** It was taken back in then; calls that ended before say nothing any more. */
  readonly backAt: Instant | null;
  readonly guardedSince: Instant | null;
  readonly out: TrunkOut | null;
}

export interface TrunkOut {
  readonly since: Instant;
  readonly because: string;
  /** Null: by the rule. */
  readonly by: string | null;
  /** Null: nobody tries it; whoever took it out puts it back. */
  readonly probeAt: Instant | null;
  readonly probesFailed: number;
  readonly probesGood: number;
}

/** Every change applies only to a trunk that is as it was thought to be, so that of several nodes one makes it. */
export interface HealthBook {
  watched(): Promise<readonly WatchedTrunk[]>;
  /** Outbound calls that ended in `(now - ms, now]` for each length, by trunk, those included that it refused and another took. */
  ended(now: Instant, lengthsMs: readonly number[]): Promise<(trunkId: string, ms: number) => readonly EndedAlike[]>;
  endedOf(trunkId: string, since: Instant, now: Instant): Promise<readonly EndedAlike[]>;
  passages(most: number): Promise<(trunkId: string) => readonly TrunkPassage[]>;
  takeOut(
    trunkId: string,
    out: Pick<TrunkOut, 'since' | 'because' | 'by' | 'probeAt'>,
    figures: object,
  ): Promise<boolean>;
  takeBack(trunkId: string, at: Instant): Promise<boolean>;
  /** True for one node alone: it makes the probe, and another may after `again` if this one is never heard of. */
  claimProbe(trunkId: string, due: Instant, again: Instant): Promise<boolean>;
  probed(trunkId: string, so: { readonly good: number; readonly failed: number; readonly at: Instant }): Promise<void>;
}
