import type { CaseDialFacts } from './dial-facts.ts';

/**
 * Cases of one tier are equally due: which of them is rung first may follow from what fits the moment. A person cut off in
 * the talk comes before everybody else (3.2), a round begun or a date agreed before a case that nobody has rung yet.
 */
export const dueTiers = ['cut_off', 'in_hand', 'fresh'] as const;
export type DueTier = (typeof dueTiers)[number];

export function dueTierOf({ case: subject, history }: CaseDialFacts): DueTier {
  const placed = history.filter((attempt) => attempt.caseId === subject.id && attempt.result !== 'SUPPRESSED');
  if (placed.at(-1)?.result === 'AGENT_LOST') return 'cut_off';
  const dated = subject.nextFollowUpOn !== null || subject.callbackAt !== null || subject.promise !== null;
  const begun = placed.some((attempt) => attempt.roundNumber === subject.roundNumber);
  return dated || begun ? 'in_hand' : 'fresh';
}
