import fc from 'fast-check';
import type { PacingEvent } from '../../../src/domain/pacing/events.ts';
import type { PacedAgent, PacedCall, PacingMoment } from '../../../src/domain/pacing/moment.ts';
import { PacingMemory } from '../../../src/domain/pacing/pacing-memory.ts';

export const nowAt = 100_000_000;

export interface Floor {
  readonly ready?: number;
  readonly talking?: readonly number[];
  readonly ringing?: readonly number[];
  readonly waiting?: number;
}

/** Agents and calls by how many seconds they have been so. */
export function moment(floor: Floor, over: Partial<PacingMoment> = {}): PacingMoment {
  const agents: PacedAgent[] = [
    ...Array.from({ length: floor.ready ?? 0 }, (): PacedAgent => ({ state: 'ready', since: nowAt - 5_000 })),
    ...(floor.talking ?? []).map((seconds): PacedAgent => ({ state: 'talking', since: nowAt - seconds * 1000 })),
  ];
  const calls: PacedCall[] = [
    ...(floor.ringing ?? []).map((seconds): PacedCall => {
      const since = nowAt - seconds * 1000;
      return { state: 'ringing', launchedAt: since - 2_000, since };
    }),
    ...Array.from({ length: floor.waiting ?? 0 }, (): PacedCall => ({
      state: 'waiting',
      launchedAt: nowAt - 9_000,
      since: nowAt - 500,
    })),
  ];
  return {
    now: nowAt,
    mode: 'predictive',
    callsPerAgent: 2,
    smallestGroup: 0,
    agents,
    calls,
    freeChannels: 200,
    cpsTokens: 30,
    dueCases: 10_000,
    nextChances: null,
    abandon: plenty,
    answerWithinMs: 2_000,
    ...over,
  };
}

export const plenty = {
  target: 0.03,
  live: 2_000,
  abandoned: 20,
  liveLastHour: 400,
  abandonedLastHour: 4,
  dialingEndsAt: nowAt + 4 * 3_600_000,
  machinesAmongLive: false,
};

export const spent = { ...plenty, abandoned: 200 };

/** A campaign that has dialed for a while: a quarter answers, talks last about two minutes. */
export function practised(calls = 400, until = nowAt): PacingMemory {
  const memory = new PacingMemory();
  for (let at = 0; at < calls; at++) for (const event of someCall(at, until)) memory.learn(event);
  return memory;
}

function someCall(index: number, until: number): readonly PacingEvent[] {
  const launchedAt = until - 5_000_000 + index * 10_000;
  const ringingAt = launchedAt + 1_500 + (index % 7) * 150;
  if (index % 4 !== 0) {
    const at = ringingAt + [1_000, 26_000, 28_500][index % 3]!;
    return [{ kind: 'failed', at, launchedAt, ringingAt, pickedUpAt: null, chance: null }];
  }
  const at = ringingAt + 3_000 + (index % 16) * 1_000;
  const agentId = `agent-${index % 5}`;
  const talkMs = 40_000 + ((index * 37) % 160) * 1_000;
  const wrapUpMs = 10_000 + (index % 20) * 1_000;
  return [
    { kind: 'live', at, launchedAt, ringingAt, pickedUpAt: at, chance: null },
    { kind: 'connected', at, agentId },
    { kind: 'talk_ended', at: at + talkMs, agentId, talkMs },
    { kind: 'wrap_up_ended', at: at + talkMs + wrapUpMs, agentId, wrapUpMs },
  ];
}

const seconds = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most });

/** Any floor up to a few dozen agents, with any room and any account. */
export const anyMoment: fc.Arbitrary<PacingMoment> = fc
  .record({
    ready: fc.integer({ min: 0, max: 12 }),
    talking: fc.array(seconds(900), { maxLength: 30 }),
    ringing: fc.array(seconds(40), { maxLength: 40 }),
    waiting: fc.integer({ min: 0, max: 3 }),
    freeChannels: fc.integer({ min: -2, max: 60 }),
    cpsTokens: fc.double({ min: 0, max: 40, noNaN: true }),
    dueCases: fc.integer({ min: 0, max: 60 }),
    target: fc.constantFrom(0.01, 0.03, 0.05),
    live: fc.integer({ min: 0, max: 3_000 }),
    abandoned: fc.integer({ min: 0, max: 120 }),
    hoursLeft: fc.option(fc.double({ min: 0, max: 8, noNaN: true }), { nil: null }),
    machines: fc.boolean(),
    scored: fc.boolean(),
  })
  .map((one) =>
    moment(one, {
      freeChannels: one.freeChannels,
      cpsTokens: one.cpsTokens,
      dueCases: one.dueCases,
      nextChances: one.scored ? Array.from({ length: 20 }, (_, at) => ((at * 7) % 20) / 20) : null,
      abandon: {
        target: one.target,
        live: one.live,
        abandoned: Math.min(one.live, one.abandoned),
        liveLastHour: Math.floor(one.live / 6),
        abandonedLastHour: Math.floor(Math.min(one.live, one.abandoned) / 6),
        dialingEndsAt: one.hoursLeft === null ? null : nowAt + one.hoursLeft * 3_600_000,
        machinesAmongLive: one.machines,
      },
    }),
  );
