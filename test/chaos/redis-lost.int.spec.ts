import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../support/wait-for.ts';
import type { ChildProgram } from './child-program.ts';
import { lostCases, overlapping, rungTwice, stuckAgents } from './laws.ts';
import { quietFloor } from './quiet-floor.ts';
import { openWorld, patienceMs, pauseDialing, resumeDialing, talker, type World } from './world.ts';

const agents = ['floor01', 'floor02', 'floor03'];
const goOnMs = 30_000;

let world: World;
let server: ChildProgram;
beforeAll(async () => {
  // One call a second leaves attempts waiting in the trunk's queue, where Redis can lose them.
  world = await openWorld({
    agents,
    cases: 80,
    cps: 1,
    population: { profiles: { talker: { ...talker, talkMs: [1_500, 3_000] } } },
  });
  server = await world.startServer();
  await world.startFloor(agents);
});
afterAll(() => world.close());

const count = (where: object): Promise<number> => world.db.prisma.attempt.count({ where });

const connectedSince = (since: number): Promise<number> => count({ connectedAt: { gt: new Date(since) } });

const intended = (): Promise<boolean> => count({ state: 'intended' }).then((rows) => rows > 0);

async function holdTheLaws(): Promise<void> {
  await pauseDialing(world);
  await quietFloor(world, 60_000);
  expect(await rungTwice(world)).toEqual([]);
  expect(await overlapping(world)).toEqual([]);
  expect(await lostCases(world)).toEqual([]);
  expect(await stuckAgents(world)).toEqual([]);
  expect(server.isOver()).toBe(false);
  await resumeDialing(world);
}

describe('Redis loses everything', () => {
  it('[INV-7] emptied three times while calls are launched: dialing goes on', { timeout: patienceMs }, async () => {
    await waitFor('the first talks', () => connectedSince(0).then((rows) => rows >= 2), 60_000);
    for (let round = 1; round <= 3; round += 1) {
      await waitFor('a launch that waits in the queue', intended, goOnMs);
      await world.redis.flushall();
      const emptiedAt = Date.now();
      await waitFor('talks after it', () => connectedSince(emptiedAt).then((rows) => rows >= 2), goOnMs);
    }
    await holdTheLaws();
  });

  it('[INV-7] gone for a while and back without its data: dialing goes on', { timeout: patienceMs }, async () => {
    const startedAt = Date.now();
    await waitFor('talks', () => connectedSince(startedAt).then((rows) => rows >= 2), goOnMs);
    await waitFor('a launch that waits in the queue', intended, goOnMs);
    await world.loseRedis(async () => {
      // Who talks goes on talking, and is written up, without it.
      const endedBefore = await count({ connectedAt: { not: null }, endedAt: { not: null } });
      await waitFor(
        'a talk to end',
        async () => (await count({ connectedAt: { not: null }, endedAt: { not: null } })) > endedBefore,
        goOnMs,
      );
      expect((await fetch(`${world.url}/healthz`)).status).toBe(200);
      expect((await fetch(`${world.url}/readyz`)).status).toBe(503);
    });
    const backAt = Date.now();
    await waitFor('talks after it', () => connectedSince(backAt).then((rows) => rows >= 2), goOnMs);
    await holdTheLaws();
  });
});
