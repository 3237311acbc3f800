import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBudget } from '../../../src/domain/pacing/abandon-budget.ts';
import { AnswerRate } from '../../../src/domain/pacing/answer-rate.ts';
import { BusyTimes } from '../../../src/domain/pacing/busy-times.ts';
import { chooseCandidate } from '../../../src/domain/pacing/choose-candidate.ts';
import { decidePacing } from '../../../src/domain/pacing/decide-pacing.ts';
import { FreeTimes } from '../../../src/domain/pacing/free-times.ts';
import { horizonCount } from '../../../src/domain/pacing/horizons.ts';
import { CountedShortage, NormalShortage } from '../../../src/domain/pacing/odds-of-shortage.ts';
import type { PacingMoment } from '../../../src/domain/pacing/moment.ts';
import { RiskBound } from '../../../src/domain/pacing/risk-bound.ts';
import { moment, nowAt, plenty, practised } from './given.ts';

describe('what pacing learns', () => {
  it('[PACE-18] the answer rate is learned, and a sudden change of it within some dozens of calls', () => {
    const rate = new AnswerRate();
    let at = nowAt;
    const dial = (calls: number, everyNth: number): void => {
      for (let call = 0; call < calls; call++) rate.add((at += 2_000), call % everyNth === 0);
    };
    dial(2_000, 3);
    expect(rate.mean).toBeCloseTo(1 / 3, 1);
    dial(160, 10);
    expect(rate.mean).toBeLessThan(0.16);
  });

  it('[PACE-19] a talk that has lasted as long as talks do is about to end, a fresh one is not', () => {
    const talk = new BusyTimes(120_000, 1_000);
    const wrapUp = new BusyTimes(20_000, 1_000);
    for (let index = 0; index < 600; index++) {
      talk.add(90_000 + (index % 20) * 1_000, () => []);
      wrapUp.add(4_000 + (index % 3) * 1_000, () => []);
    }
    const free = new FreeTimes(talk, wrapUp, 2_000);
    const within15Seconds = (forMs: number): number => free.whileTalking(forMs)[8] ?? NaN;
    expect(within15Seconds(10_000)).toBeLessThan(0.05);
    expect(within15Seconds(98_000)).toBeGreaterThan(0.4);
  });

  it('[PACE-20] talks that go on count as lasting: an early sample of short ones is not taken for the whole', () => {
    const alone = new BusyTimes(120_000, 1_000);
    const known = new BusyTimes(120_000, 1_000);
    const going = Array.from({ length: 80 }, () => 30_000);
    for (let index = 0; index < 20; index++) {
      alone.add(20_000, () => []);
      known.add(20_000, () => going);
    }
    expect(known.meanMs).toBeGreaterThan(2 * alone.meanMs);
  });

  it('[PACE-21] odds of a sum are counted out exactly, and the normal that stands for many is close', () => {
    const some = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 9 }), (odds, needed) => {
        const counted = new CountedShortage(odds.length);
        for (const one of odds) counted.addMany(new Float64Array(horizonCount).fill(one), 1);
        let exact = 0;
        for (let set = 0; set < 2 ** odds.length; set++) {
          const bits = odds.map((_, index) => (set >> index) & 1);
          const chance = odds.reduce((product, one, index) => product * (bits[index] === 1 ? one : 1 - one), 1);
          if (bits.reduce((sum, bit) => sum + bit, 0) >= needed) exact += chance;
        }
        expect(counted.reaches(3, needed)).toBeCloseTo(exact, 9);
      }),
    );
    const counted = new CountedShortage(40);
    const normal = new NormalShortage();
    for (let index = 0; index < 40; index++) {
      const row = new Float64Array(horizonCount).fill(0.05 + 0.02 * (index % 20));
      counted.addMany(row, 1);
      normal.addMany(row, 1);
    }
    for (let needed = 5; needed < 20; needed++)
      expect(Math.abs(counted.reaches(0, needed) - normal.reaches(0, needed))).toBeLessThan(0.004);
  });

  it('[PACE-21] what was counted out goes on as the same normal, and odds are never under nought or over one', () => {
    const counted = new CountedShortage(12);
    const normal = new NormalShortage();
    const many = new NormalShortage();
    for (let index = 0; index < 12; index++) {
      const row = new Float64Array(horizonCount).fill(0.8 + 0.01 * index);
      counted.addMany(row, 1);
      normal.addMany(row, 1);
      many.addMany(new Float64Array(horizonCount).fill(0.02), 30);
    }
    const told = counted.asNormal();
    for (let needed = 1; needed <= 13; needed++)
      expect(told.reaches(4, needed)).toBeCloseTo(normal.reaches(4, needed), 9);
    for (let needed = -2; needed <= 60; needed++) {
      expect(many.reaches(4, needed)).toBeGreaterThanOrEqual(0);
      expect(many.reaches(4, needed)).toBeLessThanOrEqual(1);
    }
    for (const one of [counted, normal, many]) expect([one.reaches(4, 0), one.reaches(4, -3)]).toEqual([1, 1]);
  });

  it('[PACE-22] the bound falls when more was risked than is allowed, rises when less, and rests while the budget is nearly spent', () => {
    const after = (expectedAbandoned: number, steers: boolean): number => {
      const bound = new RiskBound();
      for (let index = 0; index < 50; index++) {
        bound.launched({
          kind: 'launched',
          at: nowAt,
          count: 4,
          expectedAnswers: 1,
          expectedAbandoned,
          allowance: 0.03,
          steers,
          target: 0.03,
          agents: 10,
        });
        bound.answered(false);
      }
      return bound.factor(0.03);
    };
    expect(after(0.08, true)).toBeLessThan(1);
    expect(after(0.001, true)).toBeGreaterThan(1);
    expect(after(0.08, false)).toBe(1);
  });

  it('[PACE-23] what may be lost follows from what was lost and what is to come, for the period to end on the target', () => {
    const memory = practised();
    const allowance = (abandoned: number): number =>
      readBudget(moment({ ready: 1 }, { abandon: { ...plenty, abandoned } }), memory).allowance;
    // One is not aimed at, and two of a hundred of the budget are kept back.
    expect(Math.abs(allowance(57) - 0.03)).toBeLessThan(0.005);
    expect(allowance(20)).toBeGreaterThan(0.035);
    expect(allowance(70)).toBeLessThan(0.025);
    const ending = { ...plenty, dialingEndsAt: nowAt, liveLastHour: 400, abandonedLastHour: 0 };
    const spentAt = (abandoned: number): string =>
      readBudget(moment({ ready: 1 }, { abandon: { ...ending, abandoned } }), memory).spent;
    expect([spentAt(57), spentAt(58), spentAt(60), spentAt(61)]).toEqual(['no', 'nearly', 'nearly', 'period']);
  });

  it('[PACE-34] a budget of few calls may be risked further when it is all but spent, unless the last hour is full', () => {
    const memory = practised();
    const { coming } = readBudget(moment({ ready: 1 }), memory);
    // So many under way that more than one of them might be lost.
    const ringing = Array.from({ length: 200 }, () => 5);
    const nearly = (abandon: object): PacingMoment =>
      moment({ ready: 1, ringing }, { abandon: { ...plenty, ...abandon } });
    const boundIn = (given: PacingMoment): number => decidePacing(given, memory).figures.riskBound * (1 + coming);
    const few = nearly({ live: 50, abandoned: 5, abandonedLastHour: 0 });
    expect(readBudget(few, memory)).toMatchObject({ spent: 'nearly', mayLoseOne: true });
    expect(boundIn(few)).toBeCloseTo(1.5, 5);
    const many = nearly({ live: 2_000, abandoned: 62, abandonedLastHour: 0 });
    expect(readBudget(many, memory)).toMatchObject({ spent: 'nearly', mayLoseOne: true });
    expect(boundIn(many)).toBeCloseTo(0.8, 5);
    const fullHour = nearly({ live: 50, abandoned: 5, liveLastHour: 20, abandonedLastHour: 2 });
    expect(readBudget(fullHour, memory)).toMatchObject({ spent: 'nearly', mayLoseOne: false });
    expect(boundIn(fullHour)).toBeCloseTo(0.01 * plenty.target * (1 + coming), 5);
  });

  it('[PACE-24] the trailing hour stays under three times the target', () => {
    const memory = practised();
    const spent = (abandonedLastHour: number): string =>
      readBudget(moment({ ready: 1 }, { abandon: { ...plenty, liveLastHour: 100, abandonedLastHour } }), memory).spent;
    expect([spent(6), spent(7)]).toEqual(['no', 'hour']);
  });

  it('[PACE-25] of equally due cases a sure answer for an agent who waits, a long shot when calls are under way', () => {
    const cases = [0.3, 0.9, 0.05].map((chance, index) => ({ caseId: `case-${index}`, chance }));
    const chosen = (free: number, pendingAnswers: number): number | undefined =>
      chooseCandidate(cases, { free, pendingAnswers })?.chance;
    expect(chosen(2, 0.2)).toBe(0.9);
    expect(chosen(1, 0.7)).toBe(0.3);
    expect(chosen(1, 1.4)).toBe(0.05);
    expect(chooseCandidate([], { free: 1, pendingAnswers: 0 })).toBeNull();
    const equals = ['older', 'younger'].map((caseId) => ({ caseId, chance: 0.4 }));
    expect(chooseCandidate(equals, { free: 1, pendingAnswers: 0.2 })?.caseId).toBe('older');
  });
});
