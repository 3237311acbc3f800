import { afterEach, describe, expect, it } from 'vitest';
import { waitFor } from '../support/wait-for.ts';
import { lostCases, rungTwice, stuckAgents, unrecorded } from './laws.ts';
import { quietFloor } from './quiet-floor.ts';
import { openWorld, patienceMs, pauseDialing, talker, type World } from './world.ts';

let world: World;
afterEach(() => world.close());

const goOnMs = 30_000;
const talkative = (talkMs: number) => ({ profiles: { talker: { ...talker, talkMs, silencePatienceMs: 90_000 } } });

describe('lines break in mid-call', () => {
  it(
    "[INV-4][INV-7] the carrier's media socket drops: wrap-up, a whole recording, the next call",
    { timeout: patienceMs },
    async () => {
      const dropAfterMs = 2_500;
      world = await openWorld({ agents: ['floor01', 'floor02'], cases: 30, population: talkative(30_000) });
      world.carrier.addFaults([{ kind: 'media-socket-dropped', next: 2, delayMs: dropAfterMs }]);
      const { prisma } = world.db;
      await world.startServer();
      await world.startFloor(['floor01', 'floor02'], { talkMs: [12_000, 15_000] });
      await waitFor(
        'two talks',
        async () => (await prisma.attempt.count({ where: { connectedAt: { not: null } } })) >= 2,
        60_000,
      );
      const dropped = await prisma.attempt.findMany({
        orderBy: { connectedAt: 'asc' },
        where: { connectedAt: { not: null } },
        take: 2,
      });
      const ids = dropped.map(({ id }) => id);
      await waitFor(
        'both to be written up',
        async () => (await prisma.wrapUp.count({ where: { attemptId: { in: ids } } })) === 2,
        goOnMs,
      );
      await waitFor(
        'other calls for both agents',
        async () => {
          const next = await prisma.attempt.findMany({
            where: { id: { notIn: ids }, connectedAt: { not: null } },
            select: { agentId: true },
          });
          return new Set(next.map(({ agentId }) => agentId)).size === 2;
        },
        goOnMs,
      );
      await pauseDialing(world);
      await quietFloor(world, 60_000);
      const ended = await prisma.attempt.findMany({ where: { id: { in: ids } }, include: { recordings: true } });
      for (const attempt of ended) {
        expect(attempt.endReason).toBe('callee-hung-up');
        const own = attempt.recordings.find((recording) => recording.source === 'own');
        expect(own?.status).toBe('complete');
        expect(own?.durationMs ?? 0).toBeGreaterThan(dropAfterMs - 700);
      }
      await waitFor('every recording', async () => (await unrecorded(world)).length === 0, 60_000);
      expect(await rungTwice(world)).toEqual([]);
      expect(await lostCases(world)).toEqual([]);
    },
  );

  it(
    "[INV-5][INV-7] an agent's process dies: grace, AGENT_LOST, and nobody else waits for him",
    { timeout: patienceMs },
    async () => {
      world = await openWorld({ agents: ['floor01', 'floor02'], cases: 30, population: talkative(60_000) });
      const { prisma } = world.db;
      const lostId = world.agentIds.get('floor01') ?? '';
      const otherId = world.agentIds.get('floor02') ?? '';
      await world.startServer();
      const seats = world.launchSeats(1);
      const talk = await waitFor(
        'a talk of the one who will die',
        () => prisma.attempt.findFirst({ where: { agentId: lostId, connectedAt: { not: null }, endedAt: null } }),
        60_000,
      );
      const before = await prisma.case.findUniqueOrThrow({ where: { id: talk.caseId } });
      const diedAt = Date.now();
      await seats.kill();
      await world.startFloor(['floor02'], { talkMs: [1_500, 2_500] });
      await waitFor(
        'the other to take calls meanwhile',
        async () =>
          (await prisma.attempt.count({ where: { agentId: otherId, connectedAt: { gt: new Date(diedAt) } } })) >= 2,
        goOnMs,
      );
      const ended = await waitFor(
        'the interrupted call to end',
        () => prisma.attempt.findFirst({ where: { id: talk.id, settledAt: { not: null } }, include: { case: true } }),
        60_000,
      );
      expect(ended).toMatchObject({ systemResult: 'AGENT_LOST', endFault: 'agent', agentId: lostId });
      // He had his time to come back.
      expect((ended.endedAt?.getTime() ?? 0) - diedAt).toBeGreaterThan(15_000);
      expect(ended.case).toMatchObject({ status: 'open', roundNumber: before.roundNumber, ownerId: before.ownerId });
      expect(await prisma.agentPresence.findUnique({ where: { userId: lostId } })).toMatchObject({
        state: 'wrapping_up',
      });

      // Back at his desk he finds the wrap-up he owes, and after it the next call.
      world.launchSeats(1);
      await waitFor('his wrap-up', () => prisma.wrapUp.findUnique({ where: { attemptId: talk.id } }), 60_000);
      await waitFor(
        'his next call',
        () =>
          prisma.attempt.findFirst({ where: { agentId: lostId, connectedAt: { gt: ended.endedAt ?? new Date() } } }),
        goOnMs,
      );
      await pauseDialing(world);
      expect(await rungTwice(world)).toEqual([]);
      expect((await lostCases(world)).filter((each) => each.includes(talk.caseId))).toEqual([]);
      expect(await stuckAgents(world)).toEqual([]);
    },
  );
});
