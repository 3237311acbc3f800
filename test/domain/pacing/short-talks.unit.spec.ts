import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BusyTimes } from '../../../src/domain/pacing/busy-times.ts';
import { decidePacing } from '../../../src/domain/pacing/decide-pacing.ts';
import { Forecast } from '../../../src/domain/pacing/forecast.ts';
import { FreeTimes } from '../../../src/domain/pacing/free-times.ts';
import { horizonCount } from '../../../src/domain/pacing/horizons.ts';
import { PacingMemory, type PacingMemoryRecord } from '../../../src/domain/pacing/pacing-memory.ts';
import { anyMoment, moment, nowAt, plenty, practised } from './given.ts';

/** Of a campaign whose talks last so long. */
function talked(seconds: number): PacingMemory {
  const memory = practised();
  for (let at = 0; at < 2_000; at++) {
    const agentId = `agent-${at % 5}`;
    memory.learn({ kind: 'connected', at: nowAt, agentId });
    memory.learn({ kind: 'talk_ended', at: nowAt, agentId, talkMs: seconds * 1_000 });
    memory.learn({ kind: 'wrap_up_ended', at: nowAt, agentId, wrapUpMs: 2_000 });
  }
  return memory;
}

/** Calls with this chance, of which so many of a hundred reach an agent. */
function given(chance: number, percent: number, memory = new PacingMemory()): PacingMemory {
  for (let at = 0; at < 6_000; at++) {
    const kind = (at * 37) % 100 < percent ? 'live' : 'failed';
    memory.learn({ kind, at: nowAt, launchedAt: nowAt - 9_000, ringingAt: nowAt - 8_000, pickedUpAt: null, chance });
  }
  return memory;
}

describe('pacing of short talks and of calls with chances', () => {
  it('[PACE-35] a ready agent without a call is dialed for, whatever the budget', () => {
    fc.assert(
      fc.property(anyMoment, (floor) => {
        const { launch } = decidePacing({ ...floor, mode: 'predictive' }, practised());
        const ready = floor.agents.filter(({ state }) => state === 'ready').length;
        const room = Math.max(0, Math.min(floor.freeChannels, Math.floor(floor.cpsTokens), floor.dueCases));
        expect(launch).toBeGreaterThanOrEqual(Math.min(room, Math.max(0, ready - floor.calls.length)));
      }),
    );
    // Agents come and go: even the first call might find nobody, and the budget is all but spent.
    const memory = practised();
    for (let at = 0; at < 60; at++) memory.learn({ kind: 'agent_left', at: nowAt - 60_000 * at, from: 'ready' });
    const abandon = { ...plenty, live: 2_000, abandoned: 58, dialingEndsAt: nowAt + 60_000, abandonedLastHour: 0 };
    expect(decidePacing(moment({ ready: 2 }, { abandon }), memory)).toMatchObject({
      launch: 2,
      because: 'abandon_budget_nearly_spent',
    });
  });

  it('[PACE-36] chances that are too low are made up by the calls that they take for no answer, too high ones by all', () => {
    const machines = given(0.2, 50);
    expect(machines.calibrated(0.2)).toBeCloseTo(0.5, 1);
    expect(machines.calibrated(0)).toBeCloseTo(0.375, 1);
    expect(machines.calibrated(0.9)).toBeCloseTo(0.94, 1);
    const boasting = given(0.5, 25);
    expect(boasting.calibrated(0.4)).toBeCloseTo(0.2, 1);
    expect(boasting.calibrated(0)).toBe(0.001);
  });

  it('[PACE-36] a memory from before the calls were counted begins anew with chances', () => {
    const record = JSON.parse(JSON.stringify(given(0.2, 50))) as { scalars: Record<string, unknown> };
    delete record.scalars['chanceCalls'];
    const restored = PacingMemory.fromJSON(record as unknown as PacingMemoryRecord);
    expect(restored.calibrated(0.3)).toBeCloseTo(0.3, 6);
    expect(given(0.2, 50, restored).calibrated(0.2)).toBeCloseTo(0.5, 1);
  });

  it('[PACE-37] where talks are short beside the ringing, whoever takes an answer is counted on for one of the next', () => {
    const ringing = Array.from({ length: 14 }, (_, at) => at);
    const risk = (memory: PacingMemory): number =>
      new Forecast(moment({ ready: 4, ringing }), memory, 1).riskOfOneMore();
    const long = talked(200);
    expect(long.talkOverRing).toBeGreaterThan(6);
    expect(risk(talked(400))).toBe(risk(long));
    const short = talked(4);
    expect(short.talkOverRing).toBeLessThan(3);
    expect(risk(short)).toBeLessThan(0.9 * risk(long));
    const between = talked(70);
    expect(between.talkOverRing).toBeGreaterThan(3);
    expect(between.talkOverRing).toBeLessThan(6);
    expect(risk(between)).toBeLessThan(risk(long));
    expect(risk(between)).toBeGreaterThan(risk(short));
  });

  it('[PACE-37] nobody is free again at once, and more are the longer ago they were taken', () => {
    const talk = new BusyTimes(120_000, 1_000);
    const wrapUp = new BusyTimes(20_000, 1_000);
    for (let at = 0; at < 400; at++) {
      talk.add(8_000 + (at % 9) * 1_000, () => []);
      wrapUp.add(2_000, () => []);
    }
    const table = new FreeTimes(talk, wrapUp, 2_000).stillTaken;
    const still = (by: number, taken: number): number => table[by * horizonCount + taken] as number;
    for (let by = 0; by < horizonCount; by++) {
      expect(still(by, by)).toBeGreaterThan(still(by, 0) - 1e-9);
      for (let taken = 1; taken <= by; taken++)
        expect(still(by, taken)).toBeGreaterThanOrEqual(still(by, taken - 1) - 1e-9);
    }
    expect(still(0, 0)).toBeGreaterThan(0.95);
    expect(still(horizonCount - 1, 0)).toBeLessThan(0.05);
  });
});
