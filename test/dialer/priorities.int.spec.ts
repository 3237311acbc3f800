import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../support/wait-for.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';
import { makeBed, seedCampaign, seedCase, type Bed, type Node, type Placement } from './bed.ts';
import { sendCallback, statusForm } from './fake-carrier.ts';

let db: TestDatabase;
let redis: TestRedis;
let open: Node[] = [];

beforeAll(async () => {
  [db, redis] = await Promise.all([withDatabase(), withRedis()]);
});
afterEach(async () => {
  await Promise.all(open.map((node) => node.close()));
  open = [];
  await redis.empty();
});
afterAll(async () => {
  await redis.close();
  await db.drop();
});

/** A running campaign of priority 5, and a paused one over the same trunk. */
async function makeTwo(
  channels: number,
  over: { readonly priority: number; readonly cases: number; readonly own?: number },
): Promise<{ bed: Bed; other: Placement }> {
  const bed = await makeBed(db, redis, { trunk: { channels } });
  open.push(bed);
  const made = await seedCampaign(db.prisma, { campaign: { status: 'paused' } });
  const other = { ...made, trunkId: bed.place.trunkId };
  await db.prisma.campaign.update({ where: { id: bed.place.campaignId }, data: { priority: 5 } });
  await db.prisma.campaign.update({
    where: { id: other.campaignId },
    data: { priority: over.priority, trunkId: other.trunkId },
  });
  const cases = (place: Placement, count: number) =>
    Promise.all(Array.from({ length: count }, () => seedCase(db.prisma, place)));
  await cases(bed.place, over.own ?? 30);
  await cases(other, over.cases);
  return { bed, other };
}

const begin = async (bed: Bed, other: Placement): Promise<void> => {
  expect(await bed.dialer.setCampaign(other.campaignId, 'running')).toBe('changed');
};
const ready = (bed: Bed, count: number): void => {
  bed.neighbours.pool = { ...bed.neighbours.pool, ready: count };
  bed.neighbours.poolChanged();
};
const liveOf = ({ campaignId }: Placement): Promise<number> =>
  db.prisma.attempt.count({ where: { campaignId, endedAt: null } });
const madeOf = ({ campaignId }: Placement): Promise<number> => db.prisma.attempt.count({ where: { campaignId } });
const decision = async ({ campaignId }: Placement, because: string) =>
  db.prisma.pacingDecision.findFirst({ where: { campaignId, because }, orderBy: { at: 'desc' } });

/** The oldest calls of the campaign end unanswered. */
async function end(bed: Bed, { campaignId }: Placement, count: number): Promise<void> {
  const rows = await db.prisma.attempt.findMany({
    where: { campaignId, endedAt: null, carrierCallSid: { not: null } },
    orderBy: { intendedAt: 'asc' },
    take: count,
  });
  expect(rows).toHaveLength(count);
  for (const { id, carrierCallSid } of rows) {
    const request = bed.carrier.asked.find(({ attemptId }) => attemptId === id);
    if (request === undefined || carrierCallSid === null) throw new Error('this call was never asked for');
    bed.clock.forward(1);
    await sendCallback({ request, kind: 'status', form: statusForm(carrierCallSid, 'no-answer', 2) });
    await waitFor('the end', async () => (await db.prisma.attempt.findUnique({ where: { id } }))?.endedAt !== null);
  }
}
const allAsked = (bed: Bed, of: readonly Placement[]): Promise<true> =>
  waitFor('all live calls to ring', async () => {
    const waiting = await db.prisma.attempt.count({
      where: { campaignId: { in: of.map(({ campaignId }) => campaignId) }, endedAt: null, carrierCallSid: null },
    });
    return waiting === 0;
  }).then(() => true as const);

describe('priorities between campaigns', () => {
  it('[DIAL-60] channels of a trunk that become free go to the smaller priority until it has no more cases', async () => {
    const { bed, other } = await makeTwo(4, { priority: 1, cases: 6 });
    await bed.dialer.start();
    ready(bed, 10);
    await waitFor('a full trunk', async () => (await liveOf(bed.place)) === 4);
    await begin(bed, other);
    await waitFor('the first one to want more', async () => (await decision(other, 'no_channel')) !== null);
    for (let freed = 1; freed <= 4; freed += 1) {
      await allAsked(bed, [bed.place, other]);
      await end(bed, bed.place, 1);
      await waitFor('the channel to be taken', async () => (await liveOf(bed.place)) + (await liveOf(other)) === 4);
      expect(await liveOf(other)).toBe(freed);
    }
    // Its last two cases, and then the trunk is the other's again.
    await allAsked(bed, [bed.place, other]);
    await end(bed, other, 4);
    await waitFor('all cases of the first one', async () => (await madeOf(other)) === 6);
    await waitFor('the rest to the second', async () => (await liveOf(bed.place)) >= 2);
    const name = (await db.prisma.campaign.findUniqueOrThrow({ where: { id: other.campaignId } })).name;
    expect(await decision(bed.place, 'other_campaign_first')).toMatchObject({ figures: { waitsFor: name } });
    expect(await decision(other, 'other_campaign_first')).toBeNull();
  });

  it('[DIAL-60] equal priorities end up with as many channels each', async () => {
    const { bed, other } = await makeTwo(4, { priority: 5, cases: 30 });
    await bed.dialer.start();
    ready(bed, 10);
    await waitFor('a full trunk', async () => (await liveOf(bed.place)) === 4);
    await begin(bed, other);
    await waitFor('the second to want some', async () => (await decision(other, 'no_channel')) !== null);
    for (let freed = 1; freed <= 2; freed += 1) {
      await allAsked(bed, [bed.place, other]);
      await end(bed, bed.place, 1);
      await waitFor('the channel to be taken', async () => (await liveOf(bed.place)) + (await liveOf(other)) === 4);
    }
    expect([await liveOf(bed.place), await liveOf(other)]).toEqual([2, 2]);
  });

  it('[DIAL-61] agents of both campaigns are for the smaller priority as long as it has cases', async () => {
    const { bed, other } = await makeTwo(50, { priority: 1, cases: 4 });
    const agentIds = ['ready-0', 'ready-1'];
    bed.neighbours.shared = [bed.place, other].map(({ campaignId }) => ({
      ...{ campaignId, share: 1, agentIds, keptFor: [] },
    }));
    await bed.dialer.start();
    ready(bed, 2);
    await waitFor('a call for each agent', async () => (await liveOf(bed.place)) === 2);
    await begin(bed, other);
    await waitFor('the first one to want agents', async () => (await decision(other, 'calls_cover_agents')) !== null);
    await allAsked(bed, [bed.place, other]);
    await end(bed, bed.place, 2);
    await waitFor('both agents for the first one', async () => (await liveOf(other)) === 2);
    await waitFor('the reason', async () => (await decision(bed.place, 'other_campaign_first')) !== null);
    await allAsked(bed, [bed.place, other]);
    await end(bed, other, 2);
    await waitFor('its last two cases', async () => (await madeOf(other)) === 4);
    expect(await liveOf(bed.place)).toBe(0);
    await allAsked(bed, [bed.place, other]);
    await end(bed, other, 2);
    await waitFor('the agents for the second again', async () => (await liveOf(bed.place)) === 2);
  });

  it('[DIAL-62] what is left of a caller id’s day is kept for the smaller priority', async () => {
    const { bed, other } = await makeTwo(50, { priority: 1, cases: 3 });
    const limited = await db.prisma.callerId.findFirstOrThrow({ where: { trunkId: bed.place.trunkId } });
    await db.prisma.callerId.update({ where: { id: limited.id }, data: { dailyLimit: 5 } });
    // Everybody is on a call: what is due waits.
    bed.neighbours.pool = { ...bed.neighbours.pool, talking: 2 };
    await bed.dialer.start();
    await begin(bed, other);
    await waitFor('both to be paced', async () => {
      const known = await Promise.all([other, bed.place].map((place) => decision(place, 'no_agent_ready')));
      return known.every((row) => row !== null);
    });
    ready(bed, 10);
    await waitFor('the first one’s cases', async () => (await madeOf(other)) === 3);
    await waitFor('the rest of the day', async () => (await madeOf(bed.place)) === 2);
    expect(await db.prisma.attempt.count({ where: { callerIdId: limited.id } })).toBe(5);
  });
});
