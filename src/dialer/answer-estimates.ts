import type { AnswerModel } from '../domain/answer-model/answer-model.ts';
import { readAnswerFacts, type AnswerFacts } from '../domain/answer-model/answer-facts.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { CaseForDialing } from './ports.ts';

/** How likely a number is held to answer, and what that was read from; ids and habits of calls, nothing of the person. */
export interface AnswerSaid {
  readonly chance: number;
  readonly facts: AnswerFacts;
}

export function estimateAnswer(
  model: AnswerModel,
  subject: Pick<CaseForDialing, 'facts' | 'lines'>,
  numberId: string,
  now: Instant,
): AnswerSaid | null {
  const number = subject.facts.numbers.find(({ id }) => id === numberId);
  if (number === undefined) return null;
  const { preset, history, businessZone } = subject.facts;
  const facts = readAnswerFacts(
    {
      numberId,
      lineId: number.lineId,
      numberClass: number.class,
      lineType: subject.lines.find((line) => line.numberId === numberId)?.lineType ?? 'unknown',
      zone: number.zones[0] ?? subject.facts.case.addressZones[0] ?? businessZone,
      attempts: history,
    },
    preset,
    now,
  );
  return { chance: model.estimate(facts).mean, facts };
}
