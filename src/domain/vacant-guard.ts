import type { Instant } from './vocabulary.ts';

/** 3.2: from this share of this many calls of a trunk in this time, vacant results say more of the trunk than of numbers. */
export interface VacantGuardRule {
  readonly minShare: number;
  readonly minCalls: number;
  readonly withinMs: number;
}

export const vacantGuardRule: VacantGuardRule = { minShare: 0.3, minCalls: 20, withinMs: 300_000 };

export interface TrunkResult {
  readonly attemptId: string;
  readonly at: Instant;
  readonly vacant: boolean;
}

export interface VacantGuard {
  readonly tripped: boolean;
  readonly calls: number;
  readonly vacant: number;
  /** Vacant results of the window, to be voided when the guard trips. */
  readonly voidAttemptIds: readonly string[];
}

/** Of the rules of several campaigns on one trunk the guard that trips first; none of them has one: null. */
export function strictestGuard(rules: readonly (VacantGuardRule | null)[]): VacantGuardRule | null {
  const guards = rules.filter((rule) => rule !== null);
  if (guards.length === 0) return null;
  return {
    minShare: Math.min(...guards.map((rule) => rule.minShare)),
    minCalls: Math.min(...guards.map((rule) => rule.minCalls)),
    withinMs: Math.max(...guards.map((rule) => rule.withinMs)),
  };
}

/** Judges the results of one trunk in the window `(now - withinMs, now]`. */
export function guardVacantResults(
  results: readonly TrunkResult[],
  now: Instant,
  rule: VacantGuardRule = vacantGuardRule,
): VacantGuard {
  const recent = results.filter((result) => result.at > now - rule.withinMs && result.at <= now);
  const vacant = recent.filter((result) => result.vacant);
  const tripped = recent.length >= rule.minCalls && vacant.length >= rule.minShare * recent.length;
  return {
    tripped,
    calls: recent.length,
    vacant: vacant.length,
    voidAttemptIds: tripped ? vacant.map((result) => result.attemptId) : [],
  };
}
