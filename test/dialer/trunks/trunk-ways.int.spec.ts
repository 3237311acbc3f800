import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makePrismaCampaigns } from '../../../src/dialer/adapters/prisma-campaigns.ts';
import { newId } from '../../../src/platform/ids.ts';
import { withDatabase, type TestDatabase } from '../../support/with-database.ts';
import { withRedis, type TestRedis } from '../../support/with-redis.ts';
import { waitFor } from '../../support/wait-for.ts';
import { makeBed, seedCase, type Bed } from '../bed.ts';

let db: TestDatabase;
let redis: TestRedis;
let bed: Bed;

beforeAll(async () => {
  [db, redis] = await Promise.all([withDatabase(), withRedis()]);
});
afterEach(async () => {
  await bed.close();
  await redis.empty();
});
afterAll(async () => {
  await redis.close();
  await db.drop();
});

let digits = 1000;
async function otherTrunk(over: object = {}): Promise<string> {
  const trunkId = newId();
  await db.prisma.trunk.create({ data: { id: trunkId, name: trunkId, kind: 'sim', cps: 100, channels: 5, ...over } });
  const e164 = `+1203555${(digits += 1)}`;
  await db.prisma.callerId.create({ data: { id: newId(), trunkId, e164, verified: true } });
  return trunkId;
}
async function launchOne(): Promise<string> {
  const { caseId } = await seedCase(db.prisma, bed.place);
  const reply = await bed.dialer.launchAttempt(caseId, bed.place.campaignId);
  if (reply.kind === 'refused') return reply.because;
  return (await db.prisma.attempt.findUniqueOrThrow({ where: { id: reply.attemptId } })).trunkId;
}
const change = (trunkId: string, data: object) => db.prisma.trunk.update({ where: { id: trunkId }, data });

describe('trunks of a campaign', () => {
  it('[TRK-6] a further trunk takes over when the first is full, the smaller priority first', async () => {
    bed = await makeBed(db, redis, { trunk: { channels: 1 } });
    const { trunkId, campaignId } = bed.place;
    const other = await otherTrunk({ priority: 2 });
    await db.prisma.campaignTrunk.create({ data: { campaignId, trunkId: other } });
    expect([await launchOne(), await launchOne()]).toEqual([trunkId, other]);
  });

  it('[TRK-6] what stands in takes the calls of one that is off; nothing left is said', async () => {
    bed = await makeBed(db, redis);
    const { trunkId } = bed.place;
    const standIn = await otherTrunk();
    await change(trunkId, { enabled: false, failoverId: standIn });
    expect(await launchOne()).toBe(standIn);
    await change(standIn, { quiet: true });
    expect(await launchOne()).toBe('trunk_unavailable');
  });

  it('[TRK-6] a number that no trunk takes waits and holds nobody up', async () => {
    bed = await makeBed(db, redis);
    await change(bed.place.trunkId, { prefixes: ['+44'] });
    expect(await launchOne()).toBe('no_trunk');
    expect(bed.neighbours.deferred.at(-1)).toMatchObject({ reason: 'no_trunk' });
  });

  it('[TRK-9] pacing rings over the further trunk while the first is quiet', async () => {
    bed = await makeBed(db, redis);
    const { trunkId, campaignId } = bed.place;
    const other = await otherTrunk();
    await db.prisma.campaignTrunk.create({ data: { campaignId, trunkId: other } });
    await change(trunkId, { quiet: true });
    await seedCase(db.prisma, bed.place);
    await bed.dialer.start();
    bed.neighbours.pool = { ...bed.neighbours.pool, ready: 1 };
    bed.neighbours.poolChanged();
    await waitFor('a call', () => bed.carrier.asked.length === 1);
    const [attempt] = await db.prisma.attempt.findMany({ where: { campaignId } });
    expect(attempt?.trunkId).toBe(other);
  });

  it('[TRK-11] a trunk that was taken out gets no call, not even by a launch that began before', async () => {
    bed = await makeBed(db, redis);
    const { trunkId } = bed.place;
    const standIn = await otherTrunk();
    await change(trunkId, { failoverId: standIn, outSince: new Date(bed.clock()) });
    expect(await launchOne()).toBe(standIn);
    await change(standIn, { outSince: new Date(bed.clock()) });
    expect(await launchOne()).toBe('trunk_unavailable');
  });

  it('[TRK-14] a first trunk that rests does not rest the campaign: the next one takes the calls', async () => {
    bed = await makeBed(db, redis);
    const { trunkId, campaignId } = bed.place;
    const other = await otherTrunk();
    await db.prisma.campaignTrunk.create({ data: { campaignId, trunkId: other } });
    await redis.redis.set(`${redis.prefix}:trunk-rest:${trunkId}`, '1');
    await seedCase(db.prisma, bed.place);
    await bed.dialer.start();
    bed.neighbours.pool = { ...bed.neighbours.pool, ready: 1 };
    bed.neighbours.poolChanged();
    await waitFor('a call', () => bed.carrier.asked.length === 1);
    const [attempt] = await db.prisma.attempt.findMany({ where: { campaignId } });
    expect(attempt?.trunkId).toBe(other);
  });

  it('[TRK-14] to pacing a first trunk that rests, is off, out or quiet has room for nobody but its calls under way', async () => {
    bed = await makeBed(db, redis);
    const { trunkId, campaignId } = bed.place;
    await change(trunkId, { channels: 20, cps: 7 });
    const other = await otherTrunk({ channels: 5, cps: 3, priority: 2 });
    await db.prisma.campaignTrunk.create({ data: { campaignId, trunkId: other } });
    expect(await launchOne()).toBe(trunkId);
    const seen = async (raised: readonly string[] = []) => {
      const pressure = { raised: () => Promise.resolve(new Set(raised)) };
      const campaigns = makePrismaCampaigns(db.prisma, () => bed.neighbours.rules, bed.clock, pressure);
      const found = (await campaigns.running()).find((campaign) => campaign.campaignId === campaignId);
      return [found?.trunk.channels, found?.trunk.cps];
    };
    expect(await seen()).toEqual([25, 10]);
    expect(await seen([trunkId])).toEqual([6, 3]);
    expect(await seen([other])).toEqual([20, 7]);
    expect(await seen([trunkId, other])).toEqual([1, 0]);
    for (const data of [{ quiet: true }, { enabled: false }, { outSince: new Date(bed.clock()) }]) {
      await change(trunkId, { quiet: false, enabled: true, outSince: null, ...data });
      expect(await seen(), JSON.stringify(data)).toEqual([6, 3]);
    }
  });

  it('[CAMP-5] outside its hours a campaign is not paced', async () => {
    bed = await makeBed(db, redis);
    const { campaignId } = bed.place;
    const schedule = [{ days: [2], from: '00:00', to: '02:00' }];
    await db.prisma.campaign.update({ where: { id: campaignId }, data: { schedule } });
    await seedCase(db.prisma, bed.place);
    bed.neighbours.pool = { ...bed.neighbours.pool, ready: 1 };
    await bed.dialer.start();
    expect((await db.prisma.campaign.findUniqueOrThrow({ where: { id: campaignId } })).pacingFence).toBe(0);
    bed.clock.forward(-3_600_000);
    await waitFor('a call within the hours', () => bed.carrier.asked.length === 1);
  });
});
