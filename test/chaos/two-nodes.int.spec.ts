import { afterEach, describe, expect, it } from 'vitest';
import { makeTwilioCarrier } from '../../src/dialer/adapters/twilio-carrier.ts';
import { startNode, type Node } from '../dialer/bed.ts';
import { freePort } from '../support/free-port.ts';
import { waitFor } from '../support/wait-for.ts';
import { lostCases, overlapping, rungTwice, stuckAgents } from './laws.ts';
import { quietFloor } from './quiet-floor.ts';
import { openWorld, patienceMs, pauseDialing, talker, type World } from './world.ts';

const agents = ['floor01', 'floor02', 'floor03'];
const goOnMs = 30_000;
/** Cases that the loops fight for; as many more are left for whoever paces when these have been rung. */
const contested = 60;

let world: World;
let loops: Node[] = [];
afterEach(async () => {
  await Promise.all(loops.map((loop) => loop.close()));
  loops = [];
  await world.close();
});

/** A launching loop that knows no lease and no agents: the rudest neighbour a node can have. */
async function openLoop(): Promise<Node> {
  const { carrier, db, redis, redisUrl } = world;
  const nothing = (): Promise<void> => Promise.resolve();
  const shared = { url: redisUrl, prefix: 'casedial', redis, empty: nothing, close: nothing };
  const loop = await startNode(
    db,
    { ...shared, [Symbol.asyncDispose]: nothing },
    {
      carrier: makeTwilioCarrier({
        kind: 'sim',
        accountSid: carrier.accountSid,
        authToken: carrier.authToken,
        apiBase: carrier.url,
      }),
      clock: () => Date.now(),
    },
  );
  loops.push(loop);
  return loop;
}

describe('several nodes dial at once', () => {
  it(
    '[INV-1] one paces a campaign; four launching loops never make two live calls to a person',
    { timeout: patienceMs },
    async () => {
      world = await openWorld({
        agents,
        cases: 2 * contested,
        casesPerDebtor: 2,
        channels: 12,
        population: { profiles: { talker: { ...talker, talkMs: [1_500, 3_000] } } },
      });
      const { prisma } = world.db;
      const paced = (output: string): number => output.split('"pacing a campaign"').length - 1;

      const dialing = await world.startServer({ port: await freePort(), env: { ROLES: 'dialer' } });
      await waitFor('the first node to pace', () => paced(dialing.output()) === 1, goOnMs);
      const whole = await world.startServer();
      await world.startFloor(agents);
      const loopers = [await openLoop(), await openLoop()];

      const refusals = new Map<string, number>();
      let launches = 0;
      let worst = 0;
      let turn = 0;
      const oneTurn = async (loop: Node): Promise<void> => {
        // Both loops walk the same list, so that they want the same people at the same instant.
        const caseId = world.caseIds[turn % contested] ?? '';
        const reply = await loop.dialer.launchAttempt(caseId, world.campaignId);
        const word = reply.kind === 'launched' ? 'launched' : reply.because;
        refusals.set(word, (refusals.get(word) ?? 0) + 1);
        if (reply.kind === 'launched') launches += 1;
      };
      await waitFor(
        'enough contention',
        async () => {
          await Promise.all(loopers.flatMap((loop) => [oneTurn(loop), oneTurn(loop)]));
          turn += 1;
          const [live] = await prisma.$queryRaw<{ most: number }[]>`
          SELECT COALESCE(max(n), 0)::int AS "most" FROM (
            SELECT count(*) AS n FROM "Attempt" WHERE "endedAt" IS NULL GROUP BY "debtorId"
            UNION ALL SELECT count(*) FROM "Attempt" WHERE "endedAt" IS NULL GROUP BY "lineId") AS live`;
          worst = Math.max(worst, live?.most ?? 0);
          const talks = await prisma.attempt.count({ where: { connectedAt: { not: null } } });
          return launches >= 40 && (refusals.get('live_call') ?? 0) >= 20 && talks >= 8;
        },
        60_000,
      );
      expect(worst).toBe(1);
      // All the while the lease was one node's.
      expect([paced(dialing.output()), paced(whole.output())]).toEqual([1, 0]);
      expect(await world.redis.keys('casedial:pacing-lease:*')).toHaveLength(1);

      // The pacing node dies: the other takes over under a newer fence.
      const fenceOf = async (): Promise<number> =>
        (await prisma.campaign.findUniqueOrThrow({ where: { id: world.campaignId } })).pacingFence;
      const fence = await fenceOf();
      await dialing.kill();
      const diedAt = new Date();
      await waitFor('the other node to pace', () => paced(whole.output()) === 1, goOnMs);
      expect(await fenceOf()).toBe(fence + 1);
      await waitFor(
        'talks after it',
        async () => (await prisma.attempt.count({ where: { connectedAt: { gt: diedAt } } })) >= 2,
        goOnMs,
      );

      await pauseDialing(world);
      await quietFloor(world, 60_000);
      expect(await rungTwice(world)).toEqual([]);
      expect(await overlapping(world)).toEqual([]);
      expect(await lostCases(world)).toEqual([]);
      expect(await stuckAgents(world)).toEqual([]);
      expect(whole.isOver()).toBe(false);
    },
  );
});
