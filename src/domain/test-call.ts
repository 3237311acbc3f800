import type { Instant } from './vocabulary.ts';

/** What must be known of a phone before a test call rings it. */
export interface TestCallFacts {
  /** Who registered it; null: nobody has. */
  readonly ownerId: string | null;
  readonly askedBy: string;
  /** It is on the file of somebody we collect from, or of somebody named there. */
  readonly onFile: boolean;
  /** When calls to it began, and whether they are over. */
  readonly calls: readonly { readonly startedAt: Instant; readonly over: boolean }[];
}

export type TestCallRefusal = 'not_yours' | 'on_file' | 'call_under_way' | 'too_many';

const dayMs = 86_400_000;
export const testCallsADay = 30;
/** A call of which no end was heard is over after this. */
const longestMs = 300_000;

/**
 * TRK-18: a test call is no way round the dial decision: it rings only the phone that the asking administrator registered as
 * his own, and never a number on any case's file, whenever it came there.
 */
export function refuseTestCall(facts: TestCallFacts, now: Instant): TestCallRefusal | null {
  if (facts.ownerId === null || facts.ownerId !== facts.askedBy) return 'not_yours';
  if (facts.onFile) return 'on_file';
  if (facts.calls.some(({ over, startedAt }) => !over && now - startedAt < longestMs)) return 'call_under_way';
  if (facts.calls.filter(({ startedAt }) => now - startedAt < dayMs).length >= testCallsADay) return 'too_many';
  return null;
}

/** The network took the call to the phone: what a probe wants to know. */
const reached = new Set(['ringing', 'answered', 'completed', 'busy', 'no-answer']);
const lost = new Set(['refused', 'unknown', 'failed', 'canceled']);

/** Null: nothing is certain yet. */
export function probeVerdict(words: readonly string[]): 'well' | 'badly' | null {
  if (words.some((word) => reached.has(word))) return 'well';
  return words.some((word) => lost.has(word)) ? 'badly' : null;
}
