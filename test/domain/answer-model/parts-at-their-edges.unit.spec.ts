import { describe, expect, it } from 'vitest';
import { AnswerCalibration } from '../../../src/domain/answer-model/answer-calibration.ts';
import { AnswerModel } from '../../../src/domain/answer-model/answer-model.ts';
import {
  daypartFeatures,
  momentFeatures,
  steadyFeatures,
  type KindFeature,
} from '../../../src/domain/answer-model/kind-features.ts';
import { KindRates } from '../../../src/domain/answer-model/kind-rates.ts';
import { callsByDaypart, OwnTaste } from '../../../src/domain/answer-model/own-taste.ts';
import { factsOf } from './synthetic-street.ts';

const near = (value: number): number => expect.closeTo(value, 12) as number;
const firstLogOdds = Math.log(1 / 3);

describe('what is so of a call', () => {
  it('[ANS-5] class, line, the last answer, the calls of the day and the last ending are told whatever the hour', () => {
    const told = steadyFeatures(factsOf({ numberClass: 'work', lineKind: 'fixed', lastEnding: 'busy' }));
    expect(told).toEqual([
      { name: 'every-call', amount: 1, spread: 1.5 },
      { name: 'class:work', amount: 1, spread: 0.6 },
      { name: 'line:fixed', amount: 1, spread: 0.6 },
      { name: 'since:never', amount: 1, spread: 0.15 },
      { name: 'today:0', amount: 1, spread: 0.15 },
      { name: 'last:busy', amount: 1, spread: 0.15 },
    ]);
  });

  it.each([
    [null, 'never'],
    [0, '0'],
    [0.99, '0'],
    [1, '1-3'],
    [3.99, '1-3'],
    [4, '4-14'],
    [14.99, '4-14'],
    [15, '15+'],
    [400, '15+'],
  ])('[ANS-5] %s days after an answer are one band: %s', (daysSinceAnswer, band) => {
    const names = steadyFeatures(factsOf({ daysSinceAnswer })).map(({ name }) => name);
    expect(names).toContain(`since:${band}`);
  });

  it('[ANS-5] three calls of a day and more are told alike', () => {
    const today = (callsToday: number) => steadyFeatures(factsOf({ callsToday }))[4]?.name;
    expect([2, 3, 4].map(today)).toEqual(['today:2', 'today:3', 'today:3']);
  });

  it('[ANS-5] the part of the day goes with line and class, hour and weekday stand alone', () => {
    const facts = factsOf({ numberClass: 'home', lineKind: 'mobile', daypart: 0, hour: 11, weekday: 4 });
    expect(daypartFeatures(facts, 2)).toEqual([
      { name: 'part:2:mobile', amount: 1, spread: 0.3 },
      { name: 'part:2:home', amount: 1, spread: 0.3 },
    ]);
    expect(momentFeatures(facts)).toEqual([
      { name: 'hour:11', amount: 1, spread: 0.3 },
      { name: 'weekday:4', amount: 1, spread: 0.3 },
    ]);
  });
});

describe('rates of kinds', () => {
  const feature = { name: 'x', amount: 2, spread: 0.5 };

  it('[ANS-2] one call in four is answered before anything was learned, by the spread of its features unsure', () => {
    const rates = new KindRates();
    expect(rates.logOdds([])).toBe(firstLogOdds);
    expect(rates.logOdds([feature])).toBe(firstLogOdds);
    expect(rates.variance([feature, { name: 'y', amount: 1, spread: 3 }])).toBe(10);
  });

  it('[ANS-5] a call moves its features by their doubt, and leaves them surer', () => {
    const rates = new KindRates();
    rates.learn([feature], 0.2, 0.8);
    expect(rates.toJSON().weights).toEqual([['x', near(0.4 / 1.16), near(1 / 4.64)]]);
    expect(rates.logOdds([feature])).toBeCloseTo(firstLogOdds + 2 * (0.4 / 1.16), 12);
    expect(rates.variance([feature])).toBeCloseTo(4 / 4.64, 12);
  });

  it('[ANS-5] the more is unsure of a call, the less each of its features is moved by it', () => {
    const rates = new KindRates();
    const [wide, narrow] = [
      { name: 'wide', amount: 1, spread: 1 },
      { name: 'narrow', amount: 1, spread: 0.5 },
    ];
    rates.learn([wide, narrow], 0.5, -0.5);
    const damped = 1 + 0.25 * 1.25;
    expect(rates.toJSON().weights).toEqual([
      ['wide', near(-0.5 / damped), near(1 / 1.25)],
      ['narrow', near(-0.125 / damped), near(1 / 4.25)],
    ]);
  });

  it.each([
    ['x', 1, 6_000],
    ['x', 0.5, 24_000],
    ['x', 3, 6_000],
    ['every-call', 1, 400],
  ])('[ANS-5] what was learned of %s, told by %s, is half as sure after %s calls', (name, amount, memory) => {
    const rates = new KindRates();
    rates.restore({ weights: [[name, 1, 0.1]] });
    rates.learn([{ name, amount, spread: 0.5 }], 0, 0);
    const keep = 1 - Math.LN2 / memory;
    expect(rates.toJSON().weights).toEqual([[name, 1, near(1 / (10 * keep + 4 * (1 - keep)))]]);
  });

  it('[ANS-1] nothing is certain: the log odds end at seven', () => {
    const rates = new KindRates();
    rates.learn([{ name: 'y', amount: 1, spread: 1 }], 0.5, 0.5);
    rates.restore({
      weights: [
        ['x', 50, 0.1],
        ['z', -50, 0.1],
      ],
    });
    expect(rates.toJSON().weights).toHaveLength(2);
    expect(rates.logOdds([feature])).toBe(7);
    expect(rates.logOdds([{ ...feature, name: 'z' }])).toBe(-7);
  });
});

describe('what a call teaches', () => {
  it('[ANS-5] its kind, but for what the own calls of the number say already', () => {
    const learner = new AnswerModel();
    for (let call = 0; call < 40; call += 1) learner.learn(factsOf({ daypart: call % 2 }), call % 3 === 0);
    const stored = learner.toJSON();
    const own = [
      { daypart: 1, answers: 3, misses: 1 },
      { daypart: 0, answers: 2, misses: 2 },
    ];
    const facts = factsOf({ daypart: 0, own });
    const kinds = new KindRates();
    kinds.restore(stored.kinds);
    const taste = new OwnTaste();
    taste.restore(stored.own);
    const [steady, moment] = [steadyFeatures(facts), momentFeatures(facts)];
    const [here, there] = [daypartFeatures(facts, 0), daypartFeatures(facts, 1)];
    const calls = callsByDaypart(facts, (daypart) => kinds.logOdds([...steady, ...(daypart === 0 ? here : there)]));
    const { mean, takenBack } = taste.read(calls, kinds.logOdds([...steady, ...here, ...moment]));
    const [ofHere, ofThere] = takenBack as [number, number];
    const scaled = (features: readonly KindFeature[], amount: number) => features.map((one) => ({ ...one, amount }));
    kinds.learn(
      [...scaled(steady, 1 - ofHere - ofThere), ...scaled(here, 1 - ofHere), ...scaled(there, -ofThere), ...moment],
      mean,
      1 - mean,
    );
    expect(learner.estimate(facts).mean).toBe(mean);
    learner.learn(facts, true);
    const expected = kinds.toJSON().weights.map(([name, at, variance]) => [name, near(at), near(variance)]);
    expect(learner.toJSON().kinds.weights).toEqual(expected);
  });
});

describe('the figures of calibration', () => {
  it('[ANS-8] are null before the first call', () => {
    const none = new AnswerCalibration();
    expect([none.calls, none.brier, none.brierOfBaseRate, none.skill, none.calibrationError]).toEqual([
      0,
      null,
      null,
      null,
      null,
    ]);
    expect(none.reliability()).toEqual([]);
  });

  it('[ANS-8] two calls, counted by hand', () => {
    const keep = 1 - Math.LN2 / 50_000;
    const two = new AnswerCalibration();
    two.learn(0.72, true);
    two.learn(1, false);
    const calls = keep + 1;
    const squares = 0.28 ** 2 * keep + 1;
    const baseSquares = 0.75 ** 2 * keep + (1.5 / 3) ** 2;
    expect(two.toJSON()).toMatchObject({
      calls: near(calls),
      answers: near(keep),
      squares: near(squares),
      baseSquares: near(baseSquares),
    });
    expect(two.calls).toBeCloseTo(calls, 12);
    expect(two.brier).toBeCloseTo(squares / calls, 12);
    expect(two.brierOfBaseRate).toBeCloseTo(baseSquares / calls, 12);
    expect(two.skill).toBeCloseTo(1 - squares / baseSquares, 12);
    expect(two.calibrationError).toBeCloseTo((0.28 * keep + 1) / calls, 12);
    expect(two.reliability()).toEqual([
      { from: 0.7, to: 0.75, calls: near(keep), said: near(0.72), answered: near(1) },
      { from: 0.95, to: 1, calls: 1, said: 1, answered: 0 },
    ]);
  });

  it('[ANS-8] go on from what was stored, and from fewer stretches than there are', () => {
    const before = new AnswerCalibration();
    before.learn(0.3, true);
    before.learn(0.6, false);
    const after = new AnswerCalibration();
    after.restore(before.toJSON());
    expect(after.toJSON()).toEqual(before.toJSON());
    expect(after.toJSON().bins).toHaveLength(20);
    after.restore({ ...before.toJSON(), bins: [[1, 0.02, 0]] });
    expect(after.toJSON().bins).toHaveLength(20);
    expect(after.reliability()).toEqual([{ from: 0, to: 0.05, calls: 1, said: 0.02, answered: 0 }]);
  });
});
