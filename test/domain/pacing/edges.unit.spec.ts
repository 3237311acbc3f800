import { describe, expect, it } from 'vitest';
import { readBudget } from '../../../src/domain/pacing/abandon-budget.ts';
import { AnswerRate } from '../../../src/domain/pacing/answer-rate.ts';
import { bestRisk } from '../../../src/domain/pacing/best-risk.ts';
import { BusyTimes } from '../../../src/domain/pacing/busy-times.ts';
import { CallTimes } from '../../../src/domain/pacing/call-times.ts';
import { decidePacing } from '../../../src/domain/pacing/decide-pacing.ts';
import { moment, nowAt, plenty, practised } from './given.ts';

describe('edges of the budget', () => {
  const spentWith = (ringing: number, abandon: object, memory = practised()): string =>
    readBudget(
      moment({ ready: 1, ringing: new Array<number>(ringing).fill(5) }, { abandon: { ...plenty, ...abandon } }),
      memory,
    ).spent;

  it('[PACE-23] what is at stake is the few that calls under way may lose, not their answers', () => {
    // Dialing ends now: 3 % of 2,000 are 60, of which 48 are gone and two or three kept back.
    const ending = { abandoned: 48, dialingEndsAt: nowAt };
    expect(spentWith(60, ending)).toBe('no');
    expect(spentWith(4_000, ending)).toBe('nearly');
  });

  it('[PACE-27] where the bound counts, those who were abandoned already are none who were reached', () => {
    // Wilson’s bound of four in 252 is under 3.5 %, of four in 251 it is not; the one to come is counted with them.
    const account = { target: 0.035, abandoned: 3, deviations: 1.645, dialingEndsAt: null };
    const bounded = (live: number) =>
      readBudget(moment({ ready: 1 }, { abandon: { ...plenty, ...account, live } }), practised()).spent;
    expect([250, 251].map(bounded)).toEqual(['nearly', 'no']);
  });

  it('[PACE-24] in the first hour the trailing hour is measured by the answers that it will have', () => {
    const hour = { liveLastHour: 20, abandonedLastHour: 2 };
    const begunAgo = (ms: number): string => spentWith(0, hour, practised(400, nowAt + 5_000_000 - ms));
    expect([600_000, 3_500_000, 3_700_000].map(begunAgo)).toEqual(['no', 'no', 'hour']);
  });
});

describe('edges of the decision', () => {
  const memory = practised();

  it('[PACE-35] answers that wait for an agent are calls for the ready agents too', () => {
    const abandon = { ...plenty, abandoned: 59, abandonedLastHour: 0, dialingEndsAt: nowAt };
    const waiting = moment({ ready: 4, waiting: 1 }, { abandon });
    expect(decidePacing(waiting, memory)).toMatchObject({ launch: 3, because: 'abandon_budget_nearly_spent' });
    const ratio = decidePacing(moment({ ready: 3, waiting: 1 }, { mode: 'ratio' }), memory);
    expect(ratio).toMatchObject({ launch: 5, because: 'agents_ready' });
  });

  it('[PACE-15] a group of the configured size is large enough', () => {
    const because = (smallestGroup: number): string =>
      decidePacing(moment({ ready: 1, talking: [10, 20] }, { smallestGroup }), memory).because;
    expect([because(3), because(4)]).toEqual(['risk_at_bound', 'group_too_small']);
  });

  it('[PACE-8] where nothing may be launched at all, no agent is awaited', () => {
    const held = moment({ ready: 3 }, { heldFirst: true });
    expect(decidePacing(held, memory)).toMatchObject({ launch: 0, because: 'agent_awaited' });
    expect(decidePacing({ ...held, freeChannels: 0 }, memory)).toMatchObject({ launch: 0, because: 'no_channel' });
  });

  it('[PACE-5] nobody abandoned of nobody reached is none, not no number', () => {
    const nobody = { ...plenty, live: 0, abandoned: 0, liveLastHour: 0, abandonedLastHour: 0 };
    expect(decidePacing(moment({ ready: 1 }, { abandon: nobody }), memory).figures.abandonRate).toBe(0);
  });

  it('[PACE-34] with less than two calls of the budget left the next may risk less, the fewer answers are to come', () => {
    // So near the end that the allowance is as high as it gets, whether five are left or one and a half.
    const ending = (live: number, endsIn: number) =>
      moment({ ready: 4 }, { abandon: { ...plenty, live, dialingEndsAt: nowAt + endsIn } });
    const bound = (live: number, endsIn = 30_000): number =>
      decidePacing(ending(live, endsIn), memory).figures.riskBound;
    const { left, coming, allowance } = readBudget(ending(735, 30_000), memory);
    expect(left).toBeGreaterThan(1);
    expect(left).toBeLessThan(2);
    expect(allowance).toBe(3 * plenty.target);
    expect(coming).toBeGreaterThan(0.3);
    expect(bound(735) / bound(900)).toBeCloseTo(0.4 + 0.3 * plenty.target * coming, 9);
  });

  it('[PACE-34] between a budget of few calls and one of many what the last may risk goes over without a step', () => {
    const ringing = Array.from({ length: 200 }, () => 5);
    const given = (live: number, abandoned: number) =>
      moment({ ready: 1, ringing }, { abandon: { ...plenty, live, abandoned, abandonedLastHour: 0 } });
    for (const [live, abandoned] of [
      [80, 6],
      [140, 8],
      [200, 9],
    ] as const) {
      const { whole, coming, ...budget } = readBudget(given(live, abandoned), memory);
      expect(budget).toMatchObject({ spent: 'nearly', mayLoseOne: true });
      // 1.5 calls of the rest of the period where all of it are eight, 0.8 where they are twelve.
      const risked = decidePacing(given(live, abandoned), memory).figures.riskBound * (1 + coming);
      expect(risked).toBeCloseTo(1.5 - (0.7 * (whole - 8)) / 4, 9);
    }
  });
});

describe('edges of what is learned', () => {
  it('[PACE-18] an answer rate that rises is noticed like one that falls', () => {
    const rate = new AnswerRate();
    let at = nowAt;
    const dial = (calls: number, everyNth: number): void => {
      for (let call = 0; call < calls; call++) rate.add((at += 2_000), call % everyNth === 0);
    };
    dial(2_000, 10);
    dial(100, 2);
    expect(rate.mean).toBeGreaterThan(0.3);
  });

  it('[PACE-18] a large floor remembers more calls, and is not misled by a burst of failures', () => {
    const rate = new AnswerRate();
    let at = nowAt;
    const dial = (answered: boolean): void => rate.add((at += 20), answered);
    for (let call = 0; call < 12_000; call++) dial(call % 3 === 0);
    for (let call = 0; call < 400; call++) dial(call % 4 === 0);
    // With the memory of a small floor it would be 0.28.
    expect(rate.mean).toBeGreaterThan(0.31);
    // One of ten from now on, ninety failures and ten answers by turns: at no moment do the last dozens count alone.
    let least = 1;
    for (let call = 0; call < 8_000; call++) {
      dial(call % 100 >= 90);
      least = Math.min(least, rate.mean);
    }
    expect(rate.mean).toBeLessThan(0.16);
    expect(least).toBeGreaterThan(0.08);
  });

  const of = (times: readonly number[], going: readonly number[] = []): BusyTimes => {
    const busy = new BusyTimes(120_000, 1_000);
    for (const ms of times) busy.add(ms, () => going);
    return busy;
  };

  it('[PACE-20] talks that go on count for every age that they have passed, and for none that they have not', () => {
    const going = new Array<number>(80).fill(30_000);
    // Two that ended, one within a second, one at half a minute.
    const alone = of([1_000, 31_000]);
    const known = of([1_000, 31_000], going);
    expect(alone.cumulativeHazard(1_400)).toBeGreaterThan(0.1);
    expect(known.cumulativeHazard(1_400)).toBeLessThan(0.03);
    expect(known.cumulativeHazard(28_000)).toBeLessThan(0.1);
    const around = (busy: BusyTimes): number => busy.cumulativeHazard(33_000) - busy.cumulativeHazard(30_000);
    expect(around(known)).toBeCloseTo(around(alone), 2);
    for (let ms = 1_000; ms < 600_000; ms *= 1.1)
      expect(known.cumulativeHazard(ms * 1.1)).toBeGreaterThanOrEqual(known.cumulativeHazard(ms));
  });

  it('[PACE-19] a talk of a whole day is one of the longest, not one of none', () => {
    const day = 24 * 3_600_000;
    const busy = of([day, day, day, day]);
    expect(busy.cumulativeHazard(day)).toBeGreaterThan(busy.cumulativeHazard(3_600_000));
    expect(busy.meanMs).toBeGreaterThan(of([]).meanMs);
    expect(of([4_000_000]).cumulativeHazard(4_200_000)).toBeGreaterThan(0);
  });

  it('[PACE-10] times that were stored go on as they were, also from a record of more bins than there are now', () => {
    const busy = of([20_000, 40_000], [30_000, 90_000]);
    const record = busy.toJSON();
    const again = new BusyTimes(120_000, 1_000);
    again.restore({
      ...record,
      ended: [...record.ended, 1],
      lasted: [...record.lasted, 1],
      goingOn: [...record.goingOn, 1],
    });
    expect(again.meanMs).toBe(busy.meanMs);
    expect(again.toJSON()).toEqual(record);
  });

  it('[PACE-10] ages of calls that were stored go on as they were, the last few that are not summed up yet among them', () => {
    const times = new CallTimes([{ seconds: 10, weight: 12 }], 400);
    for (let call = 0; call < 310; call++) times.add(5_000 + (call % 20) * 1_000);
    const record = times.toJSON();
    expect(record.fresh.length).toBeGreaterThan(0);
    const again = new CallTimes([{ seconds: 30, weight: 12 }], 400);
    again.restore({ ...record, counts: [...record.counts, 1] });
    expect(again.toJSON()).toEqual(record);
    for (const each of [times, again]) for (let call = 0; call < 30; call++) each.add(20_000);
    expect(again.over).toEqual(times.over);
    expect(again.meanMs).toBe(times.meanMs);
  });

  it('[PACE-19] says whether the curve changed: with many talks it is drawn anew every few of them', () => {
    const busy = new BusyTimes(120_000, 1_000);
    const changed = Array.from({ length: 100 }, () => busy.add(60_000, () => []));
    expect(changed[0]).toBe(true);
    expect(changed.slice(40).filter(Boolean).length).toBeLessThan(30);
    expect(changed.slice(40).filter(Boolean).length).toBeGreaterThan(5);
  });
});

describe('edges of the risk', () => {
  it('[PACE-39] between ten and thirteen agents one reading of the fit goes over into the other', () => {
    for (const ready of [1, 2.5, 6]) {
      const risk = (agents: number): number =>
        Math.log(bestRisk({ agents, answerRate: 0.25, talkOverRing: 8, share: 0.02 }, ready));
      const [ten = 0, eleven = 0, twelve = 0, thirteen = 0] = [10, 11, 12, 13].map(risk);
      expect(Math.abs(eleven - (2 * ten + thirteen) / 3)).toBeLessThan(0.1);
      expect(Math.abs(twelve - (ten + 2 * thirteen) / 3)).toBeLessThan(0.1);
    }
  });
});
