import { describe, expect, it } from 'vitest';
import { makeBackground } from '../../src/dialer/background.ts';
import { makeCandidateBook } from '../../src/dialer/candidate-book.ts';
import type { CaseForDialing } from '../../src/dialer/ports.ts';
import { AnswerModel } from '../../src/domain/answer-model/answer-model.ts';
import type { PastAttempt } from '../../src/domain/dial-facts.ts';
import { dayMs } from '../../src/domain/zoned-time.ts';
import { makeLogger } from '../../src/platform/log.ts';
import { factsOf } from '../domain/answer-model/synthetic-street.ts';
import { aDay, at, attempt, facts, number, theCase } from '../domain/given.ts';

const now = at(`${aDay} 10:00`);

/** Knows that whoever answered before answers again. */
function experienced(): AnswerModel {
  const model = new AnswerModel();
  for (let turn = 0; turn < 300; turn++)
    for (const answers of [true, false]) {
      const tally = { daypart: 0, answers: answers ? 3 : 0, misses: answers ? 0 : 3 };
      model.learn(factsOf({ own: [tally], lastEnding: answers ? 'person' : 'no_answer' }), answers);
    }
  return model;
}

function house(people: Readonly<Record<string, { history?: readonly PastAttempt[]; agreed?: boolean }>>) {
  const background = makeBackground(makeLogger({ level: 'silent' }));
  let asked = 0;
  const book = makeCandidateBook({
    background,
    cases: {
      factsFor(caseId): Promise<CaseForDialing | null> {
        asked += 1;
        const person = people[caseId];
        if (person === undefined) return Promise.resolve(null);
        const numbers = [number(caseId, 'self_mobile')];
        const own = theCase({
          id: caseId,
          roundNumber: 2,
          ...(person.agreed === true ? { nextFollowUpOn: aDay } : {}),
        });
        return Promise.resolve({
          caseId,
          debtorId: caseId,
          rulesVersion: 0,
          localLaw: [],
          lines: numbers.map(({ id, lineId }) => ({ numberId: id, lineId, e164: '+1', lineType: 'mobile' })),
          facts: facts({ case: own, numbers, history: person.history ?? [] }),
        });
      },
    },
  });
  const model = experienced();
  return {
    order: async (caseIds: readonly string[], free: number, pendingAnswers = 0, later = 0) => {
      const given = { model, usual: 0.5, now: now + later };
      // The first look asks, the background answers, four at a time.
      for (let turn = 0; turn < 3; turn++) {
        book.order('c', caseIds, { free, pendingAnswers }, given);
        await background.drained();
      }
      return book.order('c', caseIds, { free, pendingAnswers }, given);
    },
    first: (caseIds: readonly string[]) =>
      book.order('c', caseIds, { free: 1, pendingAnswers: 0 }, { model, usual: 0.5, now }),
    asked: () => asked,
  };
}

const calls = (numberId: string, result: 'NEG' | 'NO_ANSWER'): PastAttempt[] =>
  [20, 15, 10].map((days) =>
    attempt(numberId, now - days * dayMs, result, result === 'NEG' ? { party: 'RPC', caseId: 'x' } : { caseId: 'x' }),
  );

describe('whom to ring of those next in line', () => {
  const people = {
    seldom: { history: calls('seldom', 'NO_ANSWER') },
    unknown: {},
    often: { history: calls('often', 'NEG') },
  };

  it('[DIAL-51] a sure answer when an agent waits, a long shot when answers are on their way', async () => {
    const { order } = house(people);
    const line = ['seldom', 'unknown', 'often'];
    const waits = await order(line, 1);
    expect(waits.map(({ caseId }) => caseId)[0]).toBe('often');
    expect((await order(line, 1, 2)).map(({ caseId }) => caseId)[0]).toBe('seldom');
    const chances = Object.fromEntries(waits.map(({ caseId, chance }) => [caseId, chance ?? -1]));
    expect(chances['often']).toBeGreaterThan(chances['unknown'] ?? 1);
    expect(chances['unknown']).toBeGreaterThan(chances['seldom'] ?? 1);
  });

  it('[DIAL-51] whoever is due before others stays before them, however unlikely to answer', async () => {
    const dated = { ...people, agreed: { history: calls('agreed', 'NO_ANSWER'), agreed: true } };
    const { order } = house(dated);
    const ordered = await order(['agreed', 'often', 'unknown'], 1);
    expect(ordered.map(({ caseId }) => caseId)).toEqual(['agreed', 'often', 'unknown']);
  });

  it('[DIAL-51] nothing waits for an estimate: until it is there the line is as it was, and it is not asked for twice', async () => {
    const { first, order, asked } = house(people);
    expect(first(['seldom', 'often', 'gone'])).toEqual([
      { caseId: 'seldom', chance: null },
      { caseId: 'often', chance: null },
      { caseId: 'gone', chance: null },
    ]);
    await order(['seldom', 'often', 'gone'], 1);
    expect(asked()).toBe(3);
    await order(['seldom', 'often', 'gone'], 1, 0, 61_000);
    expect(asked()).toBe(6);
  });
});
