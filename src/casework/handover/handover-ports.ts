import type { HandoverOffer, HandoverTo, HandoverView, leftBecause } from '../../contract/handover.ts';
import type { Instant } from '../../domain/vocabulary.ts';

export type LeftBecause = (typeof leftBecause)[number];

/** Part of a handover, of the case that is locked. */
export interface HandoverEntry {
  /** Who is to have the case, and nobody cancels it before this transaction ends; null: it was given or left already. */
  waiting(handoverId: string): Promise<{ readonly toId: string } | null>;
  settle(
    handoverId: string,
    outcome: { readonly kind: 'given' } | { readonly kind: 'left'; readonly because: LeftBecause },
    at: Instant,
  ): Promise<void>;
  /** A call of the case lives, or its talk is still to be written up. */
  inCall(endedSince: Instant): Promise<boolean>;
  /** Open tasks of the case that are this person's become another's. */
  passTasks(fromId: string, toId: string): Promise<void>;
}

export interface RunningHandover {
  readonly handoverId: string;
  readonly fromId: string;
  readonly byId: string;
  readonly reason: string;
}

export interface HandoverEnd {
  readonly given: number;
  readonly left: number;
  /** Null: nobody stopped it. */
  readonly cancelledById: string | null;
}

export interface HandoverBook {
  /** Null: no such person. */
  teamOf(personId: string): Promise<{ readonly teamId: string | null } | null>;
  offer(personId: string): Promise<Omit<HandoverOffer, 'latest'>>;
  latest(personId: string): Promise<HandoverView | null>;
  /** Collectors at work among those who are named, without this one, by name. */
  recipients(to: HandoverTo, without: string): Promise<readonly string[]>;
  /** His open cases, the most urgent first. */
  openCases(personId: string): Promise<readonly string[]>;
  /** And the audit trail says so, or neither. `running`: another one of this person is not through. */
  begin(handover: {
    readonly fromId: string;
    readonly byId: string;
    readonly reason: string;
    readonly parts: readonly (readonly [caseId: string, toId: string])[];
    readonly at: Instant;
  }): Promise<{ readonly handoverId: string } | 'running'>;
  /** Not through, and in nobody's hands. */
  unclaimed(at: Instant): Promise<readonly string[]>;
  /** Null: unknown, through, or in somebody's hands until later. */
  claim(handoverId: string, at: Instant, until: Instant): Promise<RunningHandover | null>;
  renew(handoverId: string, until: Instant): Promise<void>;
  release(handoverId: string): Promise<void>;
  /** Cases not given yet, by id, after that one. */
  waiting(handoverId: string, after: string | null, most: number): Promise<readonly string[]>;
  /** Given, and the audit trail does not say so yet. */
  untold(handoverId: string): Promise<readonly { readonly caseId: string; readonly toId: string }[]>;
  told(handoverId: string, caseId: string): Promise<void>;
  /** Nothing waits and all is told of: what came of it. Null: something does, or is not. */
  ended(handoverId: string): Promise<HandoverEnd | null>;
  finish(handoverId: string, at: Instant): Promise<void>;
  /** What had not been given stays where it is. Null: this person has no such handover in which anything waits. */
  cancel(given: {
    readonly handoverId: string;
    readonly fromId: string;
    readonly byId: string;
    readonly at: Instant;
  }): Promise<HandoverEnd | null>;
}
