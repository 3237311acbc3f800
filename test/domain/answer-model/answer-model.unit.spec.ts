import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswerCalibration } from '../../../src/domain/answer-model/answer-calibration.ts';
import type { AnswerFacts, CallTally } from '../../../src/domain/answer-model/answer-facts.ts';
import { AnswerModel } from '../../../src/domain/answer-model/answer-model.ts';
import { factsOf, syntheticStreet } from './synthetic-street.ts';

const tally = fc.record({ answers: fc.nat({ max: 400 }), misses: fc.nat({ max: 400 }) });
const anyFacts: fc.Arbitrary<AnswerFacts> = fc.record({
  numberClass: fc.constantFrom('self_mobile', 'work', 'traced'),
  lineKind: fc.constantFrom('mobile', 'fixed', 'other'),
  hour: fc.nat({ max: 23 }),
  daypart: fc.nat({ max: 2 }),
  weekday: fc.integer({ min: 1, max: 7 }),
  daysSinceAnswer: fc.option(fc.nat({ max: 400 })),
  callsToday: fc.nat({ max: 9 }),
  lastEnding: fc.constantFrom('none', 'person', 'no_answer', 'busy', 'refused', 'off', 'machine', 'other'),
  own: fc.tuple(tally, tally, tally).map((parts) => parts.map((calls, daypart) => ({ daypart, ...calls }))),
  shared: tally,
});
const lessons = fc.array(fc.record({ facts: anyFacts, answered: fc.boolean() }), { maxLength: 60 });

function taught(calls: readonly { facts: AnswerFacts; answered: boolean }[]): AnswerModel {
  const model = new AnswerModel();
  for (const { facts, answered } of calls) model.learn(facts, answered);
  return model;
}

/** The same facts with more calls: of a daypart, or of somebody else (3). */
function withMore(facts: AnswerFacts, where: number, answers: number, misses: number): AnswerFacts {
  const more = <T extends CallTally>(calls: T): T => ({
    ...calls,
    answers: calls.answers + answers,
    misses: calls.misses + misses,
  });
  if (where === 3) return { ...facts, shared: more(facts.shared) };
  return { ...facts, own: facts.own.map((calls) => (calls.daypart === where ? more(calls) : calls)) };
}

/** A model that has seen a street; one for all that only look at it. */
const street = [...syntheticStreet('street', { houses: 700, days: 14, spread: 1.5 })];
const model = taught(street);

describe('the answer model', () => {
  it('[ANS-1] says a probability with its error, whatever it was told', () => {
    fc.assert(
      fc.property(lessons, anyFacts, (calls, facts) => {
        const { mean, error } = taught(calls).estimate(facts);
        expect(mean).toBeGreaterThan(0);
        expect(mean).toBeLessThan(1);
        expect(error).toBeGreaterThan(0);
        expect(error).toBeLessThan(1);
      }),
      { numRuns: 150 },
    );
    const always = taught(Array.from({ length: 3_000 }, () => ({ facts: factsOf(), answered: true })));
    expect(always.estimate(factsOf({ own: [{ daypart: 0, answers: 1e6, misses: 0 }] })).mean).toBeLessThan(1);
  });

  it('[ANS-2] a number never tried has the rate of its kind and is the least sure', () => {
    const fresh = model.estimate(factsOf({ hour: 19, daypart: 2 }));
    const rate = street.filter(({ facts }) => facts.lineKind === 'mobile' && facts.daypart === 2);
    const answered = rate.filter((call) => call.answered).length / rate.length;
    expect(Math.abs(fresh.mean - answered)).toBeLessThan(0.08);
    expect(fresh.error).toBeGreaterThan(0.1);
    let before = fresh.error;
    for (const calls of [4, 16, 64]) {
      const own = [{ daypart: 2, answers: calls * fresh.mean, misses: calls * (1 - fresh.mean) }];
      const { error } = model.estimate(factsOf({ hour: 19, daypart: 2, own }));
      expect(error).toBeLessThan(before);
      before = error;
    }
  });

  it('[ANS-3] more answers raise it, more misses lower it, calls elsewhere and of others count for less', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat({ max: 3 }), fc.integer({ min: 1, max: 50 }), (facts, where, more) => {
        const plain = model.estimate(facts).mean;
        expect(model.estimate(withMore(facts, where, more, 0)).mean).toBeGreaterThanOrEqual(plain - 1e-9);
        expect(model.estimate(withMore(facts, where, 0, more)).mean).toBeLessThanOrEqual(plain + 1e-9);
      }),
      { numRuns: 300 },
    );
    const said = (over: Partial<AnswerFacts>): number => model.estimate(factsOf(over)).mean;
    const answered4 = (daypart: number): number => said({ own: [{ daypart, answers: 4, misses: 0 }] });
    expect(answered4(0)).toBeGreaterThan(said({}) + 0.2);
    expect(answered4(1)).toBeGreaterThan(said({}) + 0.1);
    expect(answered4(1)).toBeLessThanOrEqual(answered4(0));
    const shared = said({ shared: { answers: 4, misses: 0 } });
    expect(shared).toBeLessThan(answered4(0));
    expect(shared).toBeCloseTo(said({ own: [{ daypart: 0, answers: 2, misses: 0 }] }), 9);
  });

  it.each([
    ['[ANS-4] numbers that differ little', 0.3, 0.3],
    ['[ANS-4] numbers that differ', 1.5, 0.5],
    ['[ANS-4] numbers that always or never answer', 3, 0.6],
  ])('%s: calibrated, and at least that share of what perfect knowledge gains over the rate', (_, spread, share) => {
    const learner = new AnswerModel();
    const later = new AnswerCalibration();
    const calls = [...syntheticStreet(`street ${spread}`, { houses: 700, days: 16, spread })];
    const half = calls.length / 2;
    const squares = { said: 0, truth: 0, rate: 0 };
    const rate = calls.slice(0, half).filter((call) => call.answered).length / half;
    calls.forEach(({ facts, answered, truth }, index) => {
      const outcome = answered ? 1 : 0;
      if (index >= half) {
        later.learn(learner.estimate(facts).mean, answered);
        squares.said += (learner.estimate(facts).mean - outcome) ** 2;
        squares.truth += (truth - outcome) ** 2;
        squares.rate += (rate - outcome) ** 2;
      }
      learner.learn(facts, answered);
    });
    expect((squares.rate - squares.said) / (squares.rate - squares.truth)).toBeGreaterThan(share);
    expect(later.calibrationError).toBeLessThan(0.04);
    expect(learner.calibration.brier).toBeLessThan(learner.calibration.brierOfBaseRate ?? 0);
    for (const point of later.reliability())
      if (point.calls > 400) expect(Math.abs(point.said - point.answered)).toBeLessThan(0.08);
  });

  it('[ANS-5] learns mobiles and fixed lines apart, by the part of the day', () => {
    const at = (lineKind: AnswerFacts['lineKind'], daypart: number, hour: number): number =>
      model.estimate(factsOf({ lineKind, daypart, hour })).mean;
    expect(at('mobile', 2, 19)).toBeGreaterThan(at('mobile', 0, 10) + 0.1);
    expect(at('fixed', 0, 10)).toBeGreaterThan(at('fixed', 2, 19) + 0.1);
  });

  it('[ANS-5] forgets a world that is gone', () => {
    const learner = new AnswerModel();
    for (let call = 0; call < 20_000; call++) learner.learn(factsOf(), call % 10 < 6);
    expect(Math.abs(learner.estimate(factsOf()).mean - 0.6)).toBeLessThan(0.06);
    for (let call = 0; call < 1_500; call++) learner.learn(factsOf(), call % 10 < 1);
    expect(learner.estimate(factsOf()).mean).toBeLessThan(0.2);
  });

  it('[ANS-6] the same calls make the same model, and a restored one goes on alike', () => {
    fc.assert(
      fc.property(lessons, lessons, anyFacts, (before, after, facts) => {
        const whole = taught([...before, ...after]);
        const stored: unknown = JSON.parse(JSON.stringify(taught(before)));
        const restored = AnswerModel.fromJSON(stored as ReturnType<AnswerModel['toJSON']>);
        for (const call of after) restored.learn(call.facts, call.answered);
        expect(restored.estimate(facts)).toEqual(whole.estimate(facts));
        expect(restored.toJSON()).toEqual(whole.toJSON());
      }),
      { numRuns: 60 },
    );
  });
});

describe('the calibration of what was said', () => {
  it('[ANS-8] measures before the outcome is known, beside the rate so far', () => {
    const perfect = new AnswerCalibration();
    expect(perfect.brier).toBeNull();
    for (let call = 0; call < 1_000; call++) perfect.learn(call % 4 === 0 ? 0.999 : 0.001, call % 4 === 0);
    expect(perfect.brier).toBeLessThan(0.001);
    expect(perfect.brierOfBaseRate).toBeCloseTo(0.1875, 2);
    expect(perfect.skill).toBeGreaterThan(0.99);
    const boaster = new AnswerCalibration();
    for (let call = 0; call < 1_000; call++) boaster.learn(0.72, call % 4 === 0);
    expect(boaster.skill).toBeLessThan(0);
    expect(boaster.calibrationError).toBeCloseTo(0.47, 2);
    const [point] = boaster.reliability();
    expect(point?.said).toBeCloseTo(0.72, 6);
    expect(point?.answered).toBeCloseTo(0.25, 2);
    expect(boaster.reliability()).toHaveLength(1);
  });
});
