import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../src/platform/ids.ts';
import { withDatabase, type TestDatabase } from '../../support/with-database.ts';
import { withRedis, type TestRedis } from '../../support/with-redis.ts';
import { makeBed, seedCase, type Bed } from '../bed.ts';

let db: TestDatabase;
let redis: TestRedis;
let bed: Bed | null = null;

beforeAll(async () => {
  [db, redis] = await Promise.all([withDatabase(), withRedis()]);
});
afterEach(async () => {
  await bed?.close();
  bed = null;
  await redis.empty();
});
afterAll(async () => {
  await redis.close();
  await db.drop();
});

async function opened(cases: number): Promise<{ bed: Bed; caseIds: string[] }> {
  bed = await makeBed(db, redis);
  const { place } = bed;
  const seeded = await Promise.all(Array.from({ length: cases }, () => seedCase(db.prisma, place)));
  return { bed, caseIds: seeded.map(({ caseId }) => caseId) };
}
const limit = (trunkId: string, dailyLimit: number) =>
  db.prisma.callerId.updateMany({ where: { trunkId }, data: { dailyLimit } });

describe('caller ids at the launch', () => {
  it('[TRK-7] of many launches at once no more become calls than the day has left', async () => {
    const { bed: house, caseIds } = await opened(6);
    await limit(house.place.trunkId, 2);
    const replies = await Promise.all(
      caseIds.map((caseId) => house.dialer.launchAttempt(caseId, house.place.campaignId)),
    );
    expect(replies.filter((reply) => reply.kind === 'launched')).toHaveLength(2);
    expect(replies.filter((reply) => reply.kind === 'refused').map((reply) => reply.because)).toEqual(
      Array.from({ length: 4 }, () => 'no_caller_id'),
    );
  });

  it('[TRK-7] the next number takes over, and the next day begins anew', async () => {
    const { bed: house, caseIds } = await opened(3);
    const { trunkId, campaignId } = house.place;
    await limit(trunkId, 1);
    const other = newId();
    await db.prisma.callerId.create({
      data: { id: other, trunkId, e164: `+1202555${String(Date.now()).slice(-4)}`, verified: true, dailyLimit: 1 },
    });
    const [first, second, third] = caseIds as [string, string, string];
    expect((await house.dialer.launchAttempt(first, campaignId)).kind).toBe('launched');
    expect((await house.dialer.launchAttempt(second, campaignId)).kind).toBe('launched');
    expect(await house.dialer.launchAttempt(third, campaignId)).toMatchObject({ because: 'no_caller_id' });
    const used = await db.prisma.attempt.findMany({ where: { trunkId }, select: { callerIdId: true } });
    expect(new Set(used.map(({ callerIdId }) => callerIdId)).size).toBe(2);
    house.clock.forward(24 * 3_600_000);
    expect((await house.dialer.launchAttempt(third, campaignId)).kind).toBe('launched');
  });

  it('[TRK-4] a number that is not verified, or switched off, is not called with', async () => {
    const { bed: house, caseIds } = await opened(1);
    const { trunkId, campaignId } = house.place;
    for (const data of [{ verified: false }, { verified: true, enabled: false }]) {
      await db.prisma.callerId.updateMany({ where: { trunkId }, data });
      expect(await house.dialer.launchAttempt(caseIds[0] ?? '', campaignId)).toMatchObject({ because: 'no_caller_id' });
    }
  });

  it('[TRK-9] a quiet trunk takes no new call', async () => {
    const { bed: house, caseIds } = await opened(1);
    const { trunkId, campaignId } = house.place;
    await db.prisma.trunk.update({ where: { id: trunkId }, data: { quiet: true } });
    expect(await house.dialer.launchAttempt(caseIds[0] ?? '', campaignId)).toMatchObject({
      because: 'trunk_unavailable',
    });
  });
});
