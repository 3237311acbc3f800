import { afterEach, describe, expect, it } from 'vitest';
import { waitFor } from '../support/wait-for.ts';
import { carrierCalls, lostCases, overlapping, rungTwice, stuckAgents, unrecorded } from './laws.ts';
import { quietFloor } from './quiet-floor.ts';
import { openWorld, patienceMs, pauseDialing, talker, type World } from './world.ts';

const agents = ['floor01', 'floor02', 'floor03', 'floor04'];
/** Between the restart and the last trace of the accident. */
const recoveryMs = 30_000;

let world: World;
afterEach(() => world.close());

const inState = (state: string): number => carrierCalls(world).filter((call) => call.status === state).length;

describe('the server is killed', () => {
  it(
    '[INV-3][INV-4][INV-7] in the middle of calls: nothing is lost, nobody is rung twice, nobody is stuck',
    { timeout: patienceMs },
    async () => {
      world = await openWorld({
        agents,
        cases: 60,
        population: { profiles: { talker: { ...talker, ringMs: [300, 4_000], talkMs: [5_000, 9_000] } } },
      });
      const { db } = world;
      const first = await world.startServer();
      const floor = await world.startFloor(agents);
      await waitFor('calls in every state', () => inState('in-progress') >= 2 && inState('ringing') >= 1, 60_000);
      await waitFor('talks', async () => (await db.prisma.agentPresence.count({ where: { state: 'talking' } })) >= 2);
      await first.kill();
      const interrupted = await db.prisma.attempt.findMany({ where: { endedAt: null }, select: { id: true } });
      expect(interrupted.length).toBeGreaterThanOrEqual(3);

      const second = await world.startServer();
      const ids = interrupted.map(({ id }) => id);
      await waitFor(
        'every interrupted attempt to end',
        async () => (await db.prisma.attempt.count({ where: { id: { in: ids }, endedAt: null } })) === 0,
        recoveryMs,
      );
      const callsBefore = new Map(floor.seats.map((seat) => [seat.username, seat.figures.calls]));
      await waitFor(
        'every agent to take another call',
        () => floor.seats.every((seat) => seat.figures.calls > (callsBefore.get(seat.username) ?? 0)),
        recoveryMs,
      );

      await pauseDialing(world);
      await quietFloor(world, recoveryMs);
      await waitFor('every recording', async () => (await unrecorded(world)).length === 0, 60_000);
      expect(await rungTwice(world)).toEqual([]);
      expect(await overlapping(world)).toEqual([]);
      expect(await lostCases(world)).toEqual([]);
      expect(await stuckAgents(world)).toEqual([]);
      expect(second.isOver()).toBe(false);
    },
  );
});
