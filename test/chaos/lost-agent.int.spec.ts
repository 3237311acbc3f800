import { afterEach, describe, expect, it } from 'vitest';
import { waitFor } from '../support/wait-for.ts';
import type { ChildProgram } from './child-program.ts';
import { lostCases, rungTwice, stuckAgents } from './laws.ts';
import { openWorld, patienceMs, talker, type World } from './world.ts';

let world: World;
afterEach(() => world.close());

/** How long a call may be with an agent who cannot take it. */
const heldAtMostMs = 2_000;
const ringMs = 12_000;

describe('an agent who is kept for a call that rings', () => {
  it.each<[string, (seat: ChildProgram) => unknown]>([
    ['is killed', (seat) => seat.kill()],
    ['hangs, and his sockets stand', (seat) => seat.freeze()],
  ])(
    '[ROUTE-25] %s: within two seconds another one is kept, who gets the answer; nobody is rung anew',
    { timeout: patienceMs },
    async (_, breaks) => {
      // Where more calls are placed than agents are ready, third parties are called with one kept for them (DEC-6).
      const slow = {
        ...talker,
        ringMs: [ringMs, ringMs + 500] as [number, number],
        talkMs: [4_000, 5_000] as [number, number],
      };
      world = await openWorld({
        ...{ agents: ['floor01', 'floor02'], cases: 1, ringTimeoutMs: 30_000 },
        population: { profiles: { talker: slow } },
      });
      const { prisma } = world.db;
      const lostId = world.agentIds.get('floor01') ?? '';
      const otherId = world.agentIds.get('floor02') ?? '';
      await prisma.phoneNumber.updateMany({ data: { class: 'contact' } });
      await prisma.campaign.updateMany({ data: { mode: 'ratio', smallestGroup: 1 } });
      await world.startServer();
      const seat = world.launchSeats(1);
      const rings = await waitFor(
        'a call that rings for the one who will be lost',
        async () => {
          const kept = await prisma.agentPresence.findFirst({ where: { userId: lostId, state: 'reserved' } });
          if (kept?.attemptId == null) return null;
          return prisma.attempt.findFirst({
            where: { id: kept.attemptId, carrierCallSid: { not: null }, answeredAt: null },
            include: { case: true },
          });
        },
        60_000,
      );
      await world.startFloor(['floor02']);
      await waitFor(
        'the other to be ready',
        () => prisma.agentPresence.findFirst({ where: { userId: otherId, state: 'ready' } }),
        ringMs,
      );
      const brokenAt = Date.now();
      await breaks(seat);
      const kept = await waitFor(
        'the other to be kept for it',
        // The log has a state when it is over: not before the call is answered.
        () => prisma.agentStateLog.findFirst({ where: { userId: otherId, state: 'reserved' } }),
        ringMs + 30_000,
      );
      expect(kept.from.getTime() - brokenAt).toBeLessThanOrEqual(heldAtMostMs);

      const connected = await waitFor(
        'the talk',
        () =>
          prisma.attempt.findFirst({ where: { id: rings.id, connectedAt: { not: null } }, include: { case: true } }),
        60_000,
      );
      expect(connected.agentId).toBe(otherId);
      // Kept before it was answered: whoever was rung waited for nobody.
      expect(kept.from.getTime()).toBeLessThan(connected.answeredAt?.getTime() ?? 0);
      const { caseId } = rings;
      expect(await prisma.attempt.count({ where: { caseId } })).toBe(1);
      expect(connected.case).toMatchObject({
        status: 'open',
        roundNumber: rings.case.roundNumber,
        campaignId: world.campaignId,
      });
      await waitFor('the wrap-up', () => prisma.wrapUp.findUnique({ where: { attemptId: rings.id } }), 60_000);
      expect(await rungTwice(world)).toEqual([]);
      expect(await lostCases(world)).toEqual([]);
      expect(await stuckAgents(world)).toEqual([]);
    },
  );
});
