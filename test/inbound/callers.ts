import type { Call } from '../../sim/carrier/exchange/call.ts';
import { hangUp } from '../../sim/carrier/exchange/conduct.ts';
import { receiveCall } from '../../sim/carrier/exchange/inbound.ts';
import { callerNumbers } from '../chaos/seed-world.ts';
import { openWorld, pauseDialing, type World } from '../chaos/world.ts';
import { waitFor } from '../support/wait-for.ts';

export const openAlways = { language: 'en-US', opens: '00:00', closes: '24:00' };

/** A house in which nobody is rung, whose numbers take calls, with agents who are ready, and the people who ring it. */
export async function openHouseOfCallers(agents: readonly string[], cases = 12) {
  const world: World = await openWorld({ agents: [...agents], cases });
  await pauseDialing(world);
  const { prisma } = world.db;
  await prisma.callerId.updateMany({ data: { inbound: openAlways } });
  await world.startServer();
  const troubles: string[] = [];
  await world.startFloor(agents, {}, (seat, what) => void troubles.push(`${seat}: ${what}`));
  const under: Call[] = [];
  const agentId = (username: string): string => world.agentIds.get(username) ?? '';
  const attemptOf = ({ sid }: Call) => prisma.attempt.findUnique({ where: { carrierCallSid: sid } });

  const house = {
    world,
    agentId,
    attemptOf,
    everybodyReady: () =>
      waitFor(
        'all agents to be ready',
        async () => (await prisma.agentPresence.count({ where: { state: 'ready' } })) === agents.length,
        60_000,
      ),
    async own(index: number, username: string): Promise<void> {
      await prisma.case.update({
        where: { id: world.caseIds[index] ?? '' },
        data: { ownerId: agentId(username) },
      });
    },
    /** Somebody rings our number; by default the debtor of that case. */
    rings(index: number, opts: { from?: string; talkMs?: number; to?: string } = {}): Call {
      const { from = world.numbers[index] ?? '', to = callerNumbers[0] ?? '', talkMs = 60_000 } = opts;
      const call = receiveCall(world.carrier.exchange, { from, to, talkMs });
      if (call === null) throw new Error('the account has no such number');
      under.push(call);
      return call;
    },
    hangUp: (call: Call) => hangUp(world.carrier.exchange, call),
    connected: (call: Call) =>
      house.orTell(
        waitFor(
          'an agent on the line',
          async () => {
            const attempt = await attemptOf(call);
            return attempt?.connectedAt == null ? null : attempt;
          },
          30_000,
        ),
      ),
    /** Fails with where calls and agents stand. */
    async orTell<T>(waited: Promise<T>): Promise<T> {
      try {
        return await waited;
      } catch (error) {
        const calls = under.map(({ sid, status, answeredAt }) => ({ sid, status, answered: answeredAt !== null }));
        const attempts = await prisma.attempt.findMany({
          where: { OR: [{ carrierCallSid: { in: calls.map(({ sid }) => sid) } }, { direction: 'outbound' }] },
          select: {
            direction: true,
            intendedAt: true,
            answeredAt: true,
            carrierCallSid: true,
            state: true,
            agentId: true,
            connectedAt: true,
            endedAt: true,
            endReason: true,
          },
        });
        const promised = await prisma.callback.findMany({
          select: { id: true, kind: true, state: true, result: true, placeAt: true, claimedAt: true, attemptId: true },
        });
        const select = {
          userId: true,
          state: true,
          reason: true,
          since: true,
          attemptId: true,
          nodeId: true,
          aliveAt: true,
        };
        const presences = await prisma.agentPresence.findMany({ select });
        const told = JSON.stringify({ now: new Date(), calls, attempts, promised, presences, troubles }, null, 1);
        throw new Error(`${(error as Error).message}\n${told}`, { cause: error });
      }
    },
    settled: (call: Call) =>
      waitFor(
        'the ending to be taken in',
        async () => {
          const attempt = await attemptOf(call);
          return attempt?.settledAt == null ? null : attempt;
        },
        30_000,
      ),
    /** He hears where he stands in the queue. */
    waits: (call: Call) =>
      waitFor('the caller to wait', async () => (await attemptOf(call)) !== null && call.answeredAt !== null),
    /** Everybody who is still on the line hangs up. */
    async calm(): Promise<void> {
      for (const call of under.splice(0)) hangUp(world.carrier.exchange, call);
      await house.everybodyReady();
    },
  };
  await house.everybodyReady();
  return house;
}
export type HouseOfCallers = Awaited<ReturnType<typeof openHouseOfCallers>>;
