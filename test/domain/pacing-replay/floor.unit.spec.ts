import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulateFloor } from '../../../src/domain/pacing-replay/floor.ts';
import type { FloorMoment, PacingPolicy } from '../../../src/domain/pacing-replay/pacing-policy.ts';
import { progressive } from '../../../src/domain/pacing-replay/progressive.ts';
import { atOnce, calls, day, greedy, plan, terms } from './given.ts';

const anyPlan = fc.record({
  setupMs: fc.nat({ max: 5_000 }),
  ringMs: fc.nat({ max: 30_000 }),
  end: fc.constantFrom('person', 'machine', 'no_answer', 'busy', 'invalid'),
  detectMs: fc.nat({ max: 3_000 }),
  reachesAgent: fc.boolean(),
  talkMs: fc.nat({ max: 300_000 }),
  wrapUpMs: fc.nat({ max: 60_000 }),
  chance: fc.constant(null),
});
const anyDay = fc.nat({ max: 300_000 }).map((from) => ({
  from,
  to: from + 250_000,
  breaks: [{ from: from + 100_000, to: from + 150_000 }],
}));

describe('the simulated floor', () => {
  it('[RPL-1] the same calls and pacing give the same figures', () => {
    fc.assert(
      fc.property(
        fc.array(anyPlan, { minLength: 1 }),
        fc.array(anyDay, { minLength: 1, maxLength: 5 }),
        (plans, agents) => {
          const once = (): unknown => simulateFloor(terms({ agents, to: 600_000 }), calls(...plans), progressive());
          expect(once()).toEqual(once());
        },
      ),
      { numRuns: 20 },
    );
  });

  it('[RPL-2] never more than channels and rate, however much is asked for; agents keep their shifts', () => {
    fc.assert(
      fc.property(
        fc.array(anyPlan, { minLength: 1, maxLength: 20 }),
        fc.array(anyDay, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 3 }),
        (plans, agents, channels, callsPerSecond) => {
          const source = calls(...plans);
          const seen: FloorMoment[] = [];
          const policy: PacingPolicy = {
            ...greedy(30),
            decide: (moment) => {
              seen.push({ ...moment, agents: moment.agents.map((one) => ({ ...one })) });
              return { launch: 30 };
            },
          };
          simulateFloor(terms({ agents, channels, callsPerSecond, to: 600_000 }), source, policy);
          expect(seen.every((moment) => moment.freeChannels >= 0 && moment.cpsTokens >= 0)).toBe(true);
          // In a second a full bucket, and what flows in during it: the next call is of the second after.
          const { launchedAt } = source;
          const oneTooMany = launchedAt.map((at, index) => (launchedAt[index + 2 * callsPerSecond] ?? Infinity) - at);
          expect(Math.min(...oneTooMany)).toBeGreaterThanOrEqual(1_000);
          for (const { now, agents: there } of seen)
            for (const agent of there) {
              const shift = agents[Number(agent.agentId)];
              const away = shift?.breaks.some((pause) => now > pause.from && now < pause.to) ?? true;
              if (agent.state === 'ready')
                expect(away || now < (shift?.from ?? 0) || now > (shift?.to ?? 0)).toBe(false);
            }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('[RPL-2] an agent who is to leave finishes the talk and takes no other', () => {
    const figures = simulateFloor(
      terms({ agents: [day({ to: 40_000 })] }),
      calls(plan({ talkMs: 100_000 })),
      greedy(1),
    );
    expect(figures.connected).toBe(1);
    expect(figures.staffedMs).toBe(10_000 + 110_000);
  });

  it('[RPL-3] one agent and two answers: the second is abandoned after its wait, and only people are counted', () => {
    const two = simulateFloor(terms(), calls(plan()), atOnce(2));
    expect(two).toMatchObject({ connected: 1, persons: 2, abandoned: 1, abandonedShare: 0.5, meanWaitMs: 10_000 });
    const machine = plan({ end: 'machine', talkMs: 5_000, wrapUpMs: 0 });
    const waits = simulateFloor(terms({ answerWithinMs: 6_000 }), calls(machine, plan({ end: 'person' })), atOnce(2));
    expect(waits).toMatchObject({ connected: 2, persons: 1, abandoned: 0 });
    const lost = simulateFloor(terms(), calls(plan(), machine), atOnce(2));
    expect(lost).toMatchObject({ connected: 1, persons: 1, abandoned: 0 });
    const mistaken = simulateFloor(terms(), calls(plan({ detectMs: 2_000, reachesAgent: false })), atOnce(1));
    expect(mistaken).toMatchObject({ connected: 0, persons: 0, mistakenForMachines: 1 });
  });

  it('[RPL-3] whoever is ready longest is given the answer; time is spent as it was', () => {
    const agents = [day({ from: 5_000 }), day({ from: 0 })];
    const told: string[] = [];
    const policy: PacingPolicy = {
      ...atOnce(1),
      learn: (event) => {
        if (event.kind === 'connected') told.push(event.agentId);
      },
    };
    const figures = simulateFloor(terms({ agents, to: 100_000 }), calls(plan()), policy);
    expect(told).toEqual(['1']);
    expect(figures.talkMs).toBe(60_000);
    expect(figures.utilisation).toBeCloseTo(70_000 / 195_000, 9);
  });

  it('[RPL-3] one call for each ready agent abandons nobody', () => {
    const figures = simulateFloor(
      terms({ agents: Array.from({ length: 5 }, () => day()) }),
      calls(plan(), plan({ end: 'no_answer', reachesAgent: false, ringMs: 25_000 })),
      progressive(),
    );
    expect(figures.connected).toBeGreaterThan(100);
    expect(figures.abandoned).toBe(0);
  });
});
