import { describe, expect, it } from 'vitest';
import {
  callsByDaypart,
  logistic,
  OwnTaste,
  spreadOf,
  type DaypartCalls,
} from '../../../src/domain/answer-model/own-taste.ts';
import { factsOf } from './synthetic-street.ts';

const near = (value: number): number => expect.closeTo(value, 9) as number;
/** In the order of the hypotheses, each with calls elsewhere counting for 0.3 and for all. */
const spreads = [0.25, 0.25, 0.6, 0.6, 1.1, 1.1, 1.8, 1.8, 2.8, 2.8, 4, 4];
const first = spreads.map((spread) => -0.5 * Math.abs(Math.log(spread / 0.9)));
const blurred = (logOdds: number, variance: number): number =>
  logistic(logOdds / Math.sqrt(1 + (Math.PI / 8) * variance));
const logOddsOf = (chance: number): number => Math.log(chance / (1 - chance));

/** Sure of one hypothesis. */
function certain(index: number): OwnTaste {
  const taste = new OwnTaste();
  taste.restore({ belief: spreads.map((_, at) => (at === index ? 0 : -1_000)) });
  return taste;
}
const calls = (over: Partial<DaypartCalls> = {}): DaypartCalls => ({
  answers: 1,
  misses: 1,
  kindLogOdds: 0,
  isNow: true,
  ...over,
});

describe('the taste of a number', () => {
  it('[ANS-3] own calls of this daypart stand first, with half of those to the line for others', () => {
    const own = [
      { daypart: 1, answers: 2, misses: 3 },
      { daypart: 0, answers: 1, misses: 1 },
    ];
    const facts = factsOf({ daypart: 0, own, shared: { answers: 4, misses: 2 } });
    expect(callsByDaypart(facts, (daypart) => daypart + 10)).toEqual([
      { answers: 3, misses: 2, kindLogOdds: 10, isNow: true },
      { answers: 2, misses: 3, kindLogOdds: 11, isNow: false },
    ]);
  });

  it('[ANS-2] a probability varies with its log odds, never more than a throw of the coin', () => {
    expect(spreadOf(0.5, 0)).toBe(0);
    expect(spreadOf(0.5, 6)).toBe(0.125);
    expect(spreadOf(0.2, 1e12)).toBeCloseTo(0.16, 5);
  });

  it('[ANS-2] nothing is believed of widths but that 0.9 is the likeliest, and what is stored short is filled up', () => {
    const taste = new OwnTaste();
    expect(taste.toJSON().belief).toEqual(first.map(near));
    taste.restore({ belief: [-3] });
    expect(taste.toJSON().belief).toEqual([-3, ...first.slice(1).map(near)]);
  });

  it('[ANS-2] without a call the mean is that of the kind, blurred by each width and weighed by belief', () => {
    const weights = first.map((one) => Math.exp(one));
    const total = weights.reduce((sum, one) => sum + one, 0);
    const chances = spreads.map((spread) => blurred(2, spread * spread));
    const weighed = (of: (index: number) => number): number =>
      weights.reduce((sum, weight, index) => sum + (weight / total) * of(index), 0);
    const mean = weighed((index) => chances[index] ?? NaN);
    const square = weighed((index) => (chances[index] ?? NaN) ** 2);
    const within = weighed((index) => spreadOf(chances[index] ?? NaN, (spreads[index] ?? NaN) ** 2));
    expect(new OwnTaste().read([], 2)).toEqual({
      mean: near(mean),
      variance: near(within + square - mean * mean),
      takenBack: [],
    });
  });

  it.each([
    [4, true, 1],
    [5, true, 1],
    [4, false, 0.3],
    [5, false, 1],
  ])('[ANS-3] hypothesis %s, of this daypart: %s, lets a call count for %s', (index, isNow, counts) => {
    const curvature = 1 / 1.1 ** 2 + counts * 2 * 0.25;
    const { mean, variance, takenBack } = certain(index).read([calls({ isNow })], 1);
    expect(mean).toBeCloseTo(blurred(1, 1 / curvature), 9);
    expect(variance).toBeCloseTo(spreadOf(mean, 1 / curvature), 9);
    expect(takenBack).toEqual([near((counts * 0.5) / curvature)]);
  });

  it.each([
    [8, 9, 1, -1],
    [8, 0, 40, 2],
    [2, 3, 1, 0.5],
    [10, 60, 0, -3],
  ])(
    '[ANS-3] hypothesis %s with %s answers and %s misses rests where kind and calls pull alike',
    (index, answers, misses, kindLogOdds) => {
      const prior = 1 / (spreads[index] ?? NaN) ** 2;
      const { mean, takenBack } = certain(index).read([calls({ answers, misses, kindLogOdds })], 0.7);
      const variance = (1 - (takenBack[0] ?? NaN)) / prior;
      const taste = logOddsOf(mean) * Math.sqrt(1 + (Math.PI / 8) * variance) - 0.7;
      const chance = logistic(kindLogOdds + taste);
      expect(answers - (answers + misses) * chance).toBeCloseTo(prior * taste, 5);
      expect(1 / variance).toBeCloseTo(prior + (answers + misses) * chance * (1 - chance), 5);
    },
  );

  it('[ANS-4] each outcome tells the widths apart by what they foresaw, and is forgotten slowly', () => {
    const keep = 1 - Math.LN2 / 20_000;
    const foreseen = spreads.map((spread) => blurred(2, spread * spread));
    const settled = (belief: readonly number[]): readonly number[] => belief.map((one) => one - Math.max(...belief));
    const taste = new OwnTaste();
    taste.learn([], 2, true);
    const once = settled(first.map((one, index) => one + Math.log(foreseen[index] ?? NaN)));
    expect(taste.toJSON().belief).toEqual(once.map(near));
    taste.learn([], 2, false);
    const twice = first.map(
      (one, index) => one + ((once[index] ?? NaN) - one) * keep + Math.log(1 - (foreseen[index] ?? NaN)),
    );
    expect(taste.toJSON().belief).toEqual(settled(twice).map(near));
    const stored = new OwnTaste();
    stored.restore(taste.toJSON());
    expect(stored.read([calls()], 1)).toEqual(taste.read([calls()], 1));
  });
});
