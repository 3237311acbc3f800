import { describe, expect, it } from 'vitest';
import { agentDaysOf, measureDay } from '../../../src/domain/pacing-replay/day-log.ts';
import { FloorTally } from '../../../src/domain/pacing-replay/floor-figures.ts';
import { simulateFloor } from '../../../src/domain/pacing-replay/floor.ts';
import { LiveView } from '../../../src/domain/pacing-replay/live-view.ts';
import { LoggedCalls } from '../../../src/domain/pacing-replay/logged-calls.ts';
import type { FloorEvent, FloorMoment } from '../../../src/domain/pacing-replay/pacing-policy.ts';
import { predictive, type ServerPacing } from '../../../src/domain/pacing-replay/server-pacer.ts';
import { calls, day, greedy, log, logged, plan, terms, time } from './given.ts';

const hour = 3_600_000;
const limits = { freeChannels: 50, cpsTokens: 10, dueCalls: 1_000, chances: null, heldFirst: false };

describe('edges of a floor', () => {
  it('[RPL-3] the trailing hour leaves out what is an hour old to the millisecond', () => {
    const view = new LiveView();
    view.answered(0);
    view.answered(1);
    view.abandoned(1);
    const at = (now: number): Partial<FloorMoment> => view.moment(now, limits);
    expect(at(hour - 1)).toMatchObject({ live: 2, liveLastHour: 2, abandoned: 1, abandonedLastHour: 1 });
    expect(at(hour)).toMatchObject({ live: 2, liveLastHour: 1, abandonedLastHour: 1 });
    expect(at(hour + 1)).toMatchObject({ live: 2, liveLastHour: 0, abandoned: 1, abandonedLastHour: 0 });
  });

  it('[RPL-3] an hour of fewer than twenty people is no worst hour', () => {
    const worst = (connected: number): number => {
      const tally = new FloorTally(0, hour);
      for (let one = 0; one < connected; one++) tally.connected(one, true, 0);
      tally.abandoned(hour, true);
      return tally.figures().worstHourShare;
    };
    expect(worst(18)).toBe(0);
    expect(worst(19)).toBe(0.05);
  });

  it('[RPL-2] a break that begins in another is none of its own, and nobody comes back from a break after the shift', () => {
    const events: FloorEvent[] = [];
    const staffed = (breaks: readonly { from: number; to: number }[]): number =>
      simulateFloor(terms({ to: 100_000, agents: [day({ to: 80_000, breaks })] }), calls(plan()), {
        ...greedy(0),
        learn: (event) => events.push(event),
      }).staffedMs;
    expect(staffed([{ from: 10_000, to: 30_000 }])).toBe(60_000);
    expect(events).toEqual([
      { kind: 'agent_left', at: 10_000, from: 'ready' },
      { kind: 'agent_left', at: 80_000, from: 'ready' },
    ]);
    expect(
      staffed([
        { from: 10_000, to: 30_000 },
        { from: 20_000, to: 60_000 },
      ]),
    ).toBe(60_000);
    expect(staffed([{ from: 10_000, to: 80_000 }])).toBe(10_000);
    expect(staffed([{ from: 10_000, to: 90_000 }])).toBe(10_000);
  });
});

describe('edges of a log', () => {
  it('[RPL-5] five seconds between two states are no break, a millisecond more is; the order of the log is not asked for', () => {
    const days = (second: number): unknown =>
      agentDaysOf(log({ agentTimes: [time('ready', second, 60_000), time('talking', 1_000, 20_000)] }));
    expect(days(25_000)).toEqual([{ from: 1_000, to: 60_000, breaks: [] }]);
    expect(days(25_001)).toEqual([{ from: 1_000, to: 60_000, breaks: [{ from: 20_000, to: 25_001 }] }]);
  });

  it('[RPL-5] times that only touch the day, or last for nothing, are nobody there', () => {
    const from = hour;
    const touching = [time('ready', 0, hour), time('ready', 2 * hour, 3 * hour), time('ready', hour + 5, hour + 5)];
    for (const one of touching) expect(agentDaysOf(log({ from, agentTimes: [one] }))).toEqual([]);
    expect(measureDay(log({ from, agentTimes: touching }))).toMatchObject({
      utilisation: 0,
      talkShare: 0,
      staffedMs: 0,
    });
  });

  it('[RPL-4] calls are met in the order of their launches, also when an earlier one is logged later', () => {
    const at = (launchedAt: number, talkMs: number) =>
      logged({
        launchedAt,
        ringingAt: launchedAt,
        connectedAt: launchedAt + 11_000,
        endedAt: launchedAt + 11_000 + talkMs,
      });
    const source = new LoggedCalls(log({ calls: [at(500, 2_000), at(100, 1_000)] }));
    expect(source.take(0, [0, 1]).map((one) => one.talkMs)).toEqual([1_000, 2_000]);
  });

  it('[RPL-4] nobody is reached who did not pick up, and only a machine that no agent heard was found out', () => {
    const met = (over: Parameters<typeof logged>[0]): unknown =>
      new LoggedCalls(log({ calls: [logged(over)] })).take(0, [0])[0];
    expect(met({ answeredAt: null, connectedAt: null })).toMatchObject({ end: 'no_answer', reachesAgent: false });
    expect(met({ pickedUpBy: 'nobody', connectedAt: null })).toMatchObject({ end: 'no_answer', reachesAgent: false });
    expect(met({ connectedAt: null })).toMatchObject({ end: 'person', detectMs: 0, reachesAgent: true });
    expect(met({ pickedUpBy: 'machine' })).toMatchObject({ end: 'machine', detectMs: 0, reachesAgent: true });
    const alone = met({ pickedUpBy: 'machine', connectedAt: null, endedAt: 14_000 });
    expect(alone).toMatchObject({ end: 'machine', detectMs: 3_000, reachesAgent: false });
  });
});

describe('the pacer under trial', () => {
  const waitingCalls = (count: number): FloorMoment['calls'] =>
    Array.from({ length: count }, () => ({ state: 'waiting', launchedAt: 0, since: 500 }));
  const moment = (over: Partial<FloorMoment> = {}): FloorMoment => ({
    now: 1_000,
    agents: Array.from({ length: 3 }, (_, index) => ({
      agentId: String(index),
      state: 'ready',
      since: 0,
      leaving: false,
    })),
    calls: [],
    ready: 3,
    talking: 0,
    wrappingUp: 0,
    pending: 0,
    waiting: 0,
    live: 0,
    abandoned: 0,
    liveLastHour: 0,
    abandonedLastHour: 0,
    ...limits,
    ...over,
  });
  const paced = (...given: Parameters<typeof predictive>) => {
    const policy = predictive(...given);
    policy.start?.(terms());
    return policy;
  };

  it('[RPL-6] answers that wait take up the calls for each agent as those under way do', () => {
    const launched = (callsPerAgent: number, waiting: number): number =>
      paced({ mode: 'ratio', ratio: 3, callsPerAgent }).decide(moment({ calls: waitingCalls(waiting), waiting }))
        .launch;
    expect(launched(50, 0)).toBe(9);
    expect(launched(2, 0)).toBe(6);
    expect(launched(2, 2)).toBe(4);
  });

  it('[RPL-6] whom a waiting answer will take is no free agent for the choice of the call', () => {
    const chances = [0.9, 0.05];
    const first = (waiting: number): number | undefined =>
      paced().decide(moment({ chances, calls: waitingCalls(waiting), waiting })).picks?.[0];
    expect(first(0)).toBe(0);
    expect(first(3)).toBe(1);
  });

  it('[RPL-6] holds agents only where calls may be more than agents, and falls back like the server', () => {
    const decided = (mode: ServerPacing['mode'], over: Partial<ServerPacing> = {}) =>
      paced({ mode, ratio: 3, ...over }).decide(moment());
    expect(decided('progressive')).toEqual({ launch: 3 });
    expect(decided('ratio')).toEqual({ launch: 9, mayHold: true });
    expect(decided('predictive')).toMatchObject({ mayHold: true });
    const bound = { keeps: 'bound' } as const;
    expect(decided('ratio', bound)).toEqual({ launch: 9, mayHold: true });
    expect(decided('ratio', { ...bound, smallestGroup: 4 })).toEqual({ launch: 3 });
    expect(decided('ratio', { ...bound, before: { live: 1_000, abandoned: 40 } })).toEqual({ launch: 3 });
  });
});
