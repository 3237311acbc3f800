import type { AnswerFacts } from './answer-facts.ts';

/** One thing that is so of a call, how much of it, and how far it may move the log odds before anything was learned. */
export interface KindFeature {
  readonly name: string;
  readonly amount: number;
  readonly spread: number;
}

/** Moves with the day; forgets sooner than the rest. */
export const everyCall = 'every-call';

/** What this call has in common with the earlier ones to its number, whenever they were made. */
export const steadyFeatures = (facts: AnswerFacts): readonly KindFeature[] => [
  { name: everyCall, amount: 1, spread: 1.5 },
  { name: `class:${facts.numberClass}`, amount: 1, spread: 0.6 },
  { name: `line:${facts.lineKind}`, amount: 1, spread: 0.6 },
  { name: `since:${sinceBand(facts.daysSinceAnswer)}`, amount: 1, spread: 0.15 },
  { name: `today:${Math.min(3, facts.callsToday)}`, amount: 1, spread: 0.15 },
  { name: `last:${facts.lastEnding}`, amount: 1, spread: 0.15 },
];

/** With those of one daypart. */
export const daypartFeatures = ({ numberClass, lineKind }: AnswerFacts, daypart: number): readonly KindFeature[] => [
  { name: `part:${daypart}:${lineKind}`, amount: 1, spread: 0.3 },
  { name: `part:${daypart}:${numberClass}`, amount: 1, spread: 0.3 },
];

/** What is so of this moment alone. */
export const momentFeatures = (facts: AnswerFacts): readonly KindFeature[] => [
  { name: `hour:${facts.hour}`, amount: 1, spread: 0.3 },
  { name: `weekday:${facts.weekday}`, amount: 1, spread: 0.3 },
];

function sinceBand(days: number | null): string {
  if (days === null) return 'never';
  if (days < 1) return '0';
  if (days < 4) return '1-3';
  if (days < 15) return '4-14';
  return '15+';
}
