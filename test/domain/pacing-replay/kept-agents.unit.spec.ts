import { describe, expect, it } from 'vitest';
import { simulateFloor } from '../../../src/domain/pacing-replay/floor.ts';
import { LoggedCalls } from '../../../src/domain/pacing-replay/logged-calls.ts';
import type { FloorMoment, PacingPolicy } from '../../../src/domain/pacing-replay/pacing-policy.ts';
import { predictive } from '../../../src/domain/pacing-replay/server-pacer.ts';
import { calls, day, log, logged, plan, terms } from './given.ts';

const kept = plan({ keepsAgent: true, end: 'no_answer', reachesAgent: false, ringMs: 19_000 });
const nobody = plan({ end: 'no_answer', reachesAgent: false });
const free = plan();
const agents = (count: number) => Array.from({ length: count }, () => day());

/** Two at every instant from the first on; agents may be kept from `from` on. */
function overbooking(from: number): PacingPolicy & { readonly seen: FloorMoment[] } {
  const seen: FloorMoment[] = [];
  return {
    name: 'overbooking',
    eventDriven: true,
    seen,
    decide(moment) {
      seen.push(structuredClone(moment));
      return { launch: moment.pending === 0 && moment.talking === 0 ? 2 : 0, mayHold: moment.now >= from };
    },
  };
}

describe('calls that need an agent kept', () => {
  it('[RPL-9] wait until one may be kept, others pass them, and the pacer hears when they wait too long', () => {
    const pacing = overbooking(8_000);
    const source = calls(kept, free, free);
    simulateFloor(terms({ to: 10_500, agents: agents(4), callsPerSecond: 3 }), source, pacing);
    // Two that need nobody are under way at once, in the place of the first one.
    expect(pacing.seen.find(({ now }) => now === 1_000)).toMatchObject({ pending: 2, ready: 4, heldFirst: false });
    expect(pacing.seen.find(({ now }) => now === 5_000)).toMatchObject({ heldFirst: false });
    expect(pacing.seen.find(({ now }) => now === 6_000)).toMatchObject({ heldFirst: true, ready: 4 });
    // Of the calls under way the kept one is none that asks for an agent.
    const after = pacing.seen.findLast(({ now }) => now === 8_000);
    expect(after).toMatchObject({ pending: 2, ready: 3, heldFirst: false });
    expect(after?.agents.map(({ state }) => state).toSorted()).toEqual(['ready', 'ready', 'ready', 'reserved']);
  });

  it('[RPL-9] its agent is free again when it ends, and gets its answer before anybody', () => {
    const states = (first: typeof kept) => {
      const pacing = overbooking(0);
      const asked: PacingPolicy = {
        ...pacing,
        decide: (moment) => ({ ...pacing.decide(moment), launch: moment.now === 0 ? 1 : 0 }),
      };
      const figures = simulateFloor(terms({ to: 60_000, agents: agents(1) }), calls(first, nobody), asked);
      const of = (now: number) => pacing.seen.findLast((moment) => moment.now <= now)?.agents[0]?.state;
      return { figures, at: [of(1_000), of(15_000), of(25_000)] };
    };
    // Launched at the tick after the first, since it waited at first; ringing for 1 + 19 seconds.
    expect(states(kept).at).toEqual(['reserved', 'reserved', 'ready']);
    const answered = states({ ...kept, end: 'person', reachesAgent: true, ringMs: 9_000 });
    expect(answered.at).toEqual(['reserved', 'talking', 'talking']);
    // Eleven of sixty seconds pass before the talk, and count as staffed.
    expect(answered.figures.utilisation).toBeCloseTo(49 / 60, 5);
    expect(answered.figures.stretches[0]).toMatchObject({ staffedMs: 60_000, busyMs: 49_000 });
    expect(answered.figures.abandoned).toBe(0);
  });

  it('[RPL-9] where every agent has a call of his own they are launched like any other', () => {
    const source = calls(kept, free);
    const asked: boolean[] = [];
    simulateFloor(terms({ to: 5_000, agents: agents(2) }), source, {
      name: 'one each',
      eventDriven: true,
      decide: ({ pending, heldFirst }) => {
        asked.push(heldFirst);
        return { launch: 2 - pending };
      },
    });
    expect(source.launchedAt).toEqual([0, 0]);
    expect(asked.every((one) => !one)).toBe(true);
  });

  it('[RPL-9] one that has waited for half a minute is let go, and whoever waits is told apart by when he came', () => {
    const seen: FloorMoment[] = [];
    const launchedFor = (mayHoldFrom: number): boolean => {
      const policy: PacingPolicy = {
        name: 'late',
        eventDriven: true,
        decide(moment) {
          seen.push(structuredClone(moment));
          return { launch: moment.now === 100_000 ? 1 : 0, mayHold: moment.now >= mayHoldFrom };
        },
      };
      const { launched } = simulateFloor(
        terms({ from: 100_000, to: 150_000, agents: [day({ from: 100_000, to: 150_000 }), day({ from: 100_000 })] }),
        calls(kept, nobody),
        policy,
      );
      return launched === 2;
    };
    expect(launchedFor(130_000)).toBe(true);
    expect(launchedFor(131_000)).toBe(false);
    const awaited = (now: number) => seen.findLast((moment) => moment.now === now)?.heldFirst;
    expect([105_000, 106_000, 130_000, 131_000].map(awaited)).toEqual([false, true, true, false]);
  });

  it('[RPL-9] nobody is kept where nobody is ready, and what waits is not lost for it', () => {
    const source = calls({ ...free, talkMs: 20_000 }, kept, nobody);
    const states: (string | undefined)[] = [];
    const figures = simulateFloor(terms({ to: 60_000, agents: agents(1) }), source, {
      name: 'one, and one in the talk',
      eventDriven: true,
      decide: (moment) => {
        states.push(moment.agents[0]?.state);
        return { launch: moment.now === 0 || moment.now === 15_000 ? 1 : 0, mayHold: true };
      },
    });
    // The first, the one in the place of the kept one, and this one once its agent has come from the wrap-up.
    expect(figures.launched).toBe(3);
    expect(states.indexOf('reserved')).toBeGreaterThan(states.lastIndexOf('wrapping_up'));
  });

  it('[RPL-9] others are looked for a few times only, and each kept one takes its room', () => {
    const source = calls(kept);
    const reserved: [number, number, number][] = [];
    simulateFloor(terms({ to: 3_500, agents: agents(6), callsPerSecond: 2 }), source, {
      name: 'two at first, then kept ones alone',
      eventDriven: true,
      decide: ({ now, agents: all, cpsTokens }) => {
        reserved.push([now, all.filter(({ state }) => state === 'reserved').length, cpsTokens]);
        return { launch: now === 0 ? 2 : 0, mayHold: now >= 1_000 };
      },
    });
    // Two and five more for each; all of them wait.
    expect(source.launchedAt).toEqual(new Array<number>(12).fill(0));
    // As many in a second as the trunk takes, and each is asked for anew.
    const within = (now: number) => reserved.filter(([at]) => at === now).map(([, kept, tokens]) => [kept, tokens]);
    expect([within(1_000), within(2_000)]).toEqual([
      [
        [0, 2],
        [1, 1],
        [2, 0],
      ],
      [
        [2, 2],
        [3, 1],
        [4, 0],
      ],
    ]);
  });

  it('[RPL-9] the server’s pacer keeps agents for them and is used less for it', () => {
    const past = (keepsAgent: boolean) =>
      log({
        to: 3_600_000,
        calls: Array.from({ length: 60 }, (_, at) =>
          at % 3 === 0
            ? logged({ launchedAt: at, ...(keepsAgent && at % 4 === 0 ? { keepsAgent } : {}) })
            : logged({ launchedAt: at, answeredAt: null, connectedAt: null, endedAt: 25_000, pickedUpBy: 'nobody' }),
        ),
      });
    const used = (keepsAgent: boolean): number =>
      simulateFloor(terms({ agents: agents(12) }), new LoggedCalls(past(keepsAgent)), predictive()).utilisation;
    expect(used(true)).toBeLessThan(used(false) - 0.01);
  });
});
