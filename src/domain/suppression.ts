import type { NumberFacts } from './dial-facts.ts';
import type { Instant } from './vocabulary.ts';

/** A number on the list of those that are never called; without an end it stands for good. */
export interface Suppression {
  readonly expiresAt: Instant | null;
}

export const suppressionHolds = (entry: Suppression | null, now: Instant): boolean =>
  entry !== null && (entry.expiresAt === null || entry.expiresAt > now);

/** For good a number is as good as blocked, for a while it is held: rounds and third parties do not wait for it. */
export function underSuppression(number: NumberFacts, entry: Suppression | null, now: Instant): NumberFacts {
  if (entry === null || !suppressionHolds(entry, now)) return number;
  if (entry.expiresAt === null) return { ...number, status: 'blocked', suppressed: true };
  return { ...number, holdUntil: Math.max(number.holdUntil ?? 0, entry.expiresAt), suppressed: true };
}
