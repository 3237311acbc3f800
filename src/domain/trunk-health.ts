import type { EndFault } from './carrier-outcome.ts';
import type { Instant } from './vocabulary.ts';

/** Calls of one trunk that ended alike in the same stretch of time. */
export interface EndedAlike {
  readonly fault: EndFault;
  readonly reason: string;
  readonly vacant: boolean;
  readonly calls: number;
  /** Among them those that somebody or something answered, and how long these lasted together. */
  readonly answered: number;
  readonly answeredMs: number;
  /** Among them those that were heard ringing, and how long that took together. */
  readonly rang: number;
  readonly untilRingingMs: number;
}

export interface TrunkHealth {
  readonly calls: number;
  readonly answered: number;
  /** Of the calls that ended; null: there were none. */
  readonly answerShare: number | null;
  readonly averageCallMs: number | null;
  /** From the request to the ringing. */
  readonly postDialMs: number | null;
  /** Calls that failed by the trunk's own doing. */
  readonly failed: number;
  readonly failureShare: number | null;
  readonly vacant: number;
  readonly vacantShare: number | null;
  /** Everything that was no answer, the most frequent first. */
  readonly reasons: readonly {
    readonly fault: EndFault;
    readonly reason: string;
    readonly calls: number;
    readonly ofTrunk: boolean;
  }[];
}

/** Ours by the table of outcomes, and yet of the trunk: its account or its numbers are not accepted. */
const oursOfTrunk = new Set(['account', 'caller-id']);

/** Whether an ending speaks of the trunk, and not of the person or of us. */
export const isOfTrunk = ({ fault, reason }: { readonly fault: EndFault; readonly reason: string }): boolean =>
  fault === 'carrier' || (fault === 'ours' && oursOfTrunk.has(reason));

const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** TRK-10. */
export function trunkHealth(ended: readonly EndedAlike[]): TrunkHealth {
  const sum = (of: (group: EndedAlike) => number): number => ended.reduce((total, group) => total + of(group), 0);
  const calls = sum((group) => group.calls);
  const answered = sum((group) => group.answered);
  const failed = sum((group) => (isOfTrunk(group) ? group.calls : 0));
  const vacant = sum((group) => (group.vacant ? group.calls : 0));
  const reasons = new Map<string, TrunkHealth['reasons'][number]>();
  for (const group of ended) {
    const unanswered = group.calls - group.answered;
    if (unanswered === 0) continue;
    const { fault, reason } = group;
    const key = `${fault} ${reason}`;
    reasons.set(key, {
      fault,
      reason,
      calls: (reasons.get(key)?.calls ?? 0) + unanswered,
      ofTrunk: isOfTrunk(group),
    });
  }
  return {
    calls,
    answered,
    answerShare: shareOf(answered, calls),
    averageCallMs: shareOf(
      sum((group) => group.answeredMs),
      answered,
    ),
    postDialMs: shareOf(
      sum((group) => group.untilRingingMs),
      sum((group) => group.rang),
    ),
    failed,
    failureShare: shareOf(failed, calls),
    vacant,
    vacantShare: shareOf(vacant, calls),
    reasons: [...reasons.values()].sort((a, b) => b.calls - a.calls || a.reason.localeCompare(b.reason)),
  };
}

/** When a trunk counts as bad, and how it is tried again. */
export interface TrunkWatchRule {
  readonly watched: boolean;
  /** Calls that ended in this time are judged. */
  readonly windowMs: number;
  /** Fewer calls say nothing. */
  readonly minCalls: number;
  /** Out from this share of calls that failed by the trunk's own doing. */
  readonly maxFailureShare: number;
  /** Out below this share of answers; null: answers are not judged. */
  readonly minAnswerShare: number | null;
  readonly probeEveryMs: number;
  /** So many probes in a row must go well. */
  readonly probesToReturn: number;
}

export type OutBecause = 'failures' | 'answers';

/** TRK-11: why the trunk is taken out; null: it stays. `health` is of the calls since it was last taken back in. */
export function judgeTrunk(health: TrunkHealth, rule: TrunkWatchRule): OutBecause | null {
  if (!rule.watched || health.calls < rule.minCalls) return null;
  if (health.failed >= rule.maxFailureShare * health.calls) return 'failures';
  if (rule.minAnswerShare !== null && health.answered < rule.minAnswerShare * health.calls) return 'answers';
  return null;
}

export type AfterProbe =
  | { readonly kind: 'back' }
  | { readonly kind: 'again'; readonly good: number; readonly failed: number; readonly at: Instant };

/** A trunk that stays bad is tried less and less often, down to this. */
const slowest = 16;

/**
 * TRK-12: it comes back after so many good probes in a row, so that one that answers now and then stays out; one that
 * fails waits twice as long each time.
 */
export function afterProbe(
  so: { readonly good: number; readonly failed: number },
  went: 'well' | 'badly',
  now: Instant,
  rule: Pick<TrunkWatchRule, 'probeEveryMs' | 'probesToReturn'>,
): AfterProbe {
  if (went === 'well') {
    const good = so.good + 1;
    if (good >= rule.probesToReturn) return { kind: 'back' };
    return { kind: 'again', good, failed: so.failed, at: now + rule.probeEveryMs };
  }
  const failed = so.failed + 1;
  return { kind: 'again', good: 0, failed, at: now + rule.probeEveryMs * Math.min(2 ** failed, slowest) };
}
