import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { waitFor } from '../support/wait-for.ts';
import { lostCases, overlapping, rungTwice, stuckAgents, unrecorded } from './laws.ts';
import { quietFloor } from './quiet-floor.ts';
import { numberAt } from './seed-world.ts';
import { openWorld, patienceMs, pauseDialing, talker, type World } from './world.ts';

const agents = ['floor01', 'floor02', 'floor03'];
/** What a stopping server gives its calls, and a moment to put its things away. */
const drainLimitMs = 30_000;
const tidyUpMs = 15_000;

let world: World;
afterEach(() => world.close());

const filesBelow = (directory: string): string[] => readdirSync(directory, { recursive: true, encoding: 'utf8' });

describe('the server is told to stop', () => {
  it(
    '[INV-4][INV-7] calls end or are cut at the limit, recordings are finished, exit 0',
    { timeout: patienceMs },
    async () => {
      world = await openWorld({
        agents,
        cases: 40,
        population: {
          profiles: { talker: { ...talker, talkMs: [5_000, 9_000] } },
          callees: { [numberAt(0)]: { ...talker, talkMs: 75_000 } },
        },
      });
      const { prisma } = world.db;
      const server = await world.startServer();
      await world.startFloor(agents, { talkMs: [80_000, 90_000] });
      await waitFor(
        'three talks',
        async () => (await prisma.agentPresence.count({ where: { state: 'talking' } })) === 3,
        60_000,
      );
      const toldAt = Date.now();
      const ending = await server.terminate();
      const tookMs = Date.now() - toldAt;
      expect(ending).toEqual({ code: 0, signal: null });
      expect(tookMs).toBeLessThan(drainLimitMs + tidyUpMs);

      // Nothing was launched after the word, and no recording was left open.
      expect(await prisma.attempt.count({ where: { intendedAt: { gt: new Date(toldAt + 1_000) } } })).toBe(0);
      expect(await prisma.recording.count({ where: { status: 'writing' } })).toBe(0);
      expect(filesBelow(join(world.dataDir, 'recordings')).filter((name) => name.endsWith('.part'))).toEqual([]);
      // Who talked on was cut at the limit; the others ended by themselves and their recordings are as long as they were.
      const ends = await prisma.recording.findMany({
        where: { source: 'own' },
        include: { attempt: { include: { line: true } } },
      });
      const long = ends.find(({ attempt }) => attempt.line.e164 === numberAt(0));
      expect(long?.durationMs ?? 0).toBeGreaterThan(drainLimitMs - 5_000);

      await world.startServer();
      await pauseDialing(world);
      await quietFloor(world, 60_000);
      await waitFor('every recording', async () => (await unrecorded(world)).length === 0, 60_000);
      expect(await rungTwice(world)).toEqual([]);
      expect(await overlapping(world)).toEqual([]);
      expect(await lostCases(world)).toEqual([]);
      expect(await stuckAgents(world)).toEqual([]);
    },
  );
});
