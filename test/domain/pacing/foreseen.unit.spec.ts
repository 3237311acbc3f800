import { describe, expect, it } from 'vitest';
import { BusyTimes } from '../../../src/domain/pacing/busy-times.ts';
import { Forecast } from '../../../src/domain/pacing/forecast.ts';
import { FreeTimes } from '../../../src/domain/pacing/free-times.ts';
import { horizonCount, horizonSteps } from '../../../src/domain/pacing/horizons.ts';
import type { PacedCall, PacingMoment } from '../../../src/domain/pacing/moment.ts';
import { PacingMemory } from '../../../src/domain/pacing/pacing-memory.ts';
import { kindsOfPending } from '../../../src/domain/pacing/pending-calls.ts';
import { partOf, type Claim } from '../../../src/domain/pacing/share-out.ts';
import { moment, nowAt, practised } from './given.ts';

const restored = (memory: PacingMemory): PacingMemory =>
  PacingMemory.fromJSON(JSON.parse(JSON.stringify(memory)) as ReturnType<PacingMemory['toJSON']>);

describe('calls under way', () => {
  it('[PACE-12] are told apart by stage and age, counted where both are the same, and one with a chance is its own kind', () => {
    const call = (state: PacedCall['state'], launched: number, since: number, chance?: number): PacedCall => ({
      state,
      launchedAt: nowAt - launched,
      since: nowAt - since,
      ...(chance === undefined ? {} : { chance }),
    });
    const calls = [
      // Since it was launched, whatever is said of when it was placed.
      call('placing', 2_000, 1_000),
      call('ringing', 9_000, 2_000),
      call('detecting', 9_000, 2_000),
      call('ringing', 4_000, 2_100),
      call('ringing', 9_000, 3_500),
      call('ringing', 9_000, 2_000, 0.4),
      call('ringing', 9_000, 2_000, 0.4),
      call('placing', 2_100, 2_100),
      call('waiting', 9_000, 1_000),
    ];
    const own = { state: 'ringing', age: 4, chance: 0.4, count: 1 };
    expect(kindsOfPending({ ...moment({}), calls })).toEqual([
      { state: 'placing', age: 4, chance: null, count: 2 },
      { state: 'ringing', age: 4, chance: null, count: 2 },
      { state: 'detecting', age: 4, chance: null, count: 1 },
      { state: 'ringing', age: 7, chance: null, count: 1 },
      own,
      own,
    ]);
  });
});

describe('agents at work', () => {
  const risk = (given: PacingMoment, memory: PacingMemory): number => new Forecast(given, memory, 1).riskOfOneMore();

  it('[PACE-19] whoever is kept for a call has his talk before him, however long he has been kept', () => {
    const memory = practised();
    const kept = (forMs: number): PacingMoment => {
      const floor = moment({ ready: 1, talking: [20], ringing: [2, 3] });
      return { ...floor, agents: [...floor.agents, { state: 'reserved', since: nowAt - forMs }] };
    };
    expect(risk(kept(90_000), memory)).toBe(risk(kept(0), memory));
  });

  it('[PACE-37] of those who take an answer all are counted on again up to three times the ringing, none from six on, some between', () => {
    const memory = practised();
    for (let at = 0; at < 2_000; at++) memory.learn({ kind: 'talk_ended', at: nowAt, agentId: 'a', talkMs: 20_000 });
    const riskAt = (talkOverRing: number): number => {
      Object.defineProperty(memory, 'talkOverRing', { value: talkOverRing, configurable: true });
      return risk(moment({ ready: 4, ringing: Array.from({ length: 14 }, (_, at) => at) }), memory);
    };
    expect([riskAt(1), riskAt(6)]).toEqual([riskAt(3), riskAt(9)]);
    expect(riskAt(4.5)).toBeGreaterThan(riskAt(3));
    expect(riskAt(4.5)).toBeLessThan(riskAt(6));
  });

  it('[PACE-37] who is taken between two horizons is taken in the middle of them', () => {
    const talk = new BusyTimes(12_000, 1_000);
    const free = new FreeTimes(talk, new BusyTimes(3_000, 1_000), 2_000);
    const row = free.whileTalking(0);
    const still = (by: number, taken: number): number => free.stillTaken[by * horizonCount + taken] as number;
    const between = (share: number): number => 1 - (row[4]! + share * (row[5]! - row[4]!));
    expect(horizonSteps.slice(0, 6)).toEqual([2, 4, 6, 8, 12, 16]);
    // By the sixteenth step: since the first, the third and the tenth.
    expect(still(5, 0)).toBeCloseTo(between(3 / 4), 12);
    expect(still(5, 1)).toBeCloseTo(between(1 / 4), 12);
    expect(still(5, 4)).toBeCloseTo(1 - row[2]!, 12);
  });

  it('[PACE-20] a memory counts the talks that go on, and those of a restored one too', () => {
    const begun = (agents: number): PacingMemory => {
      const memory = new PacingMemory();
      for (let at = 0; at < agents; at++)
        memory.learn({ kind: 'connected', at: nowAt - 200_000, agentId: `long-${at}` });
      return memory;
    };
    const shortTalks = (memory: PacingMemory): number => {
      for (let at = 0; at < 10; at++) {
        memory.learn({ kind: 'connected', at: nowAt - 20_000, agentId: 'short' });
        memory.learn({ kind: 'talk_ended', at: nowAt, agentId: 'short', talkMs: 20_000 });
      }
      return memory.talk.meanMs;
    };
    const alone = shortTalks(begun(0));
    expect(shortTalks(begun(40))).toBeGreaterThan(2 * alone);
    expect(shortTalks(restored(begun(40)))).toBe(shortTalks(begun(40)));
  });

  it('[PACE-17] only who leaves a call’s end is one who does not come back from it', () => {
    const left = (from: 'busy' | 'ready'): PacingMemory => {
      const memory = practised();
      for (let at = 0; at < 3; at++) memory.learn({ kind: 'agent_left', at: nowAt, from });
      return memory;
    };
    expect(left('ready').returns).toBe(practised().returns);
    expect(left('busy').returns).toBeLessThan(practised().returns);
    expect(left('ready').leavesPerMs(nowAt)).toBe(left('busy').leavesPerMs(nowAt));
    expect(practised().leavesPerMs(nowAt)).toBe(0);
  });
});

describe('what is stored of a campaign that was steered', () => {
  it('[PACE-10] how far the bound was moved, and what was learned of given chances', () => {
    const memory = practised();
    for (let at = 0; at < 80; at++) {
      const stages = { at: nowAt, launchedAt: nowAt - 9_000, ringingAt: nowAt - 7_000, chance: 0.2 };
      memory.learn({ kind: 'failed', ...stages, pickedUpAt: null });
      memory.learn({
        ...{ kind: 'launched', at: nowAt, count: 4, expectedAnswers: 1, expectedAbandoned: 0.08 },
        ...{ allowance: 0.03, steers: true, target: 0.03, agents: 10 },
      });
      memory.learn({ kind: 'abandoned', at: nowAt });
    }
    const again = restored(memory);
    expect(memory.bound.factor(0.03)).toBeLessThan(1);
    expect(again.bound.factor(0.03)).toBe(memory.bound.factor(0.03));
    expect(again.bound.expectedShare).toBe(memory.bound.expectedShare);
    expect(again.calibrated(0.5)).toBe(memory.calibrated(0.5));
    expect(again.chanceError(0.5)).toBe(memory.chanceError(0.5));
    expect(again.chanceError(0.5)).toBeLessThan(practised().chanceError(0.5));
    expect(JSON.stringify(again)).toBe(JSON.stringify(memory));
  });
});

describe('parts of what campaigns share', () => {
  it('[PACE-30] whoever is served between is named to the one who is served first', () => {
    const own: Claim = { campaignId: 'own', priority: 1, holds: 0, wants: 9, tookAt: 0 };
    const later = { ...own, campaignId: 'later', tookAt: 1 };
    expect(partOf(own, [later], 4)).toEqual({ count: 2, waitsFor: 'later' });
    expect(partOf(own, [later], 1)).toEqual({ count: 1, waitsFor: null });
  });
});
