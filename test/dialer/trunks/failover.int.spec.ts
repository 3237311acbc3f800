import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../src/platform/ids.ts';
import { waitFor } from '../../support/wait-for.ts';
import { withDatabase, type TestDatabase } from '../../support/with-database.ts';
import { withRedis, type TestRedis } from '../../support/with-redis.ts';
import { launched, makeBed, seedCase, type Bed } from '../bed.ts';
import type { PlaceScript } from '../fake-carrier.ts';

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
/** The bed's trunk with others that stand in for it, one after the other. */
async function openWith(others: number): Promise<readonly string[]> {
  bed = await makeBed(db, redis);
  const trunkIds = [bed.place.trunkId];
  for (let made = 0; made < others; made += 1) {
    const id = newId();
    await db.prisma.trunk.create({ data: { id, name: id, kind: 'sim', cps: 100, channels: 50 } });
    await db.prisma.callerId.create({
      data: { id: newId(), trunkId: id, e164: `+1204555${(digits += 1)}`, verified: true },
    });
    await db.prisma.trunk.update({ where: { id: trunkIds.at(-1) ?? '' }, data: { failoverId: id } });
    trunkIds.push(id);
  }
  await bed.dialer.start();
  return trunkIds;
}
const rowOf = (id: string) => db.prisma.attempt.findUniqueOrThrow({ where: { id }, include: { refusals: true } });
const reaches = (id: string, states: readonly string[]) =>
  waitFor(`one of ${states.join(', ')}`, async () => {
    const row = await rowOf(id);
    return states.includes(row.state) ? row : undefined;
  });
async function ring(...script: PlaceScript[]): Promise<string> {
  bed.carrier.script.push(...script);
  const { caseId } = await seedCase(db.prisma, bed.place);
  return launched(bed, caseId);
}

const wrongAccount = { refuse: 20003 };

describe('a call that its trunk refuses', () => {
  it('[TRK-15] goes over the next trunk within the same attempt, with that one’s number and counted once', async () => {
    const [first, second] = await openWith(1);
    const id = await ring(wrongAccount);
    const row = await reaches(id, ['queued']);
    expect(row).toMatchObject({ trunkId: second, refusals: [{ trunkId: first, code: 20003, reason: 'account' }] });
    expect(bed.carrier.asked.map(({ from }) => from)).toHaveLength(2);
    expect(new Set(bed.carrier.asked.map(({ from }) => from)).size).toBe(2);
    expect(new Set(bed.carrier.asked.map(({ addresses }) => addresses.status)).size).toBe(2);
    expect(await db.prisma.attempt.count({ where: { campaignId: bed.place.campaignId } })).toBe(1);
    expect(await db.prisma.attempt.count({ where: { trunkId: first ?? '', endedAt: null } })).toBe(0);
  });

  it('[TRK-15] ends with the last refusal when no trunk is left, and none is asked twice', async () => {
    await openWith(1);
    const id = await ring(wrongAccount, { refuse: 21210 });
    const row = await reaches(id, ['ended']);
    expect(row).toMatchObject({ endReason: 'caller-id', endFault: 'ours' });
    expect(bed.carrier.asked).toHaveLength(2);
  });

  it.each([
    ['[TRK-15] a malformed number is not tried elsewhere', { refuse: 21211 }, 'malformed'],
    ['[TRK-15] a block is not gone around', { refuse: 21216 }, 'blocked'],
    ['[TRK-15] what nobody has classified is not tried elsewhere', { refuse: 12345 }, 'unclassified'],
  ])('%s', async (_, step, reason) => {
    await openWith(1);
    expect(await reaches(await ring(step), ['ended'])).toMatchObject({ endReason: reason });
    expect(bed.carrier.asked).toHaveLength(1);
  });

  it('[TRK-16] after silence no other trunk is asked, however long it lasts', async () => {
    const [first] = await openWith(1);
    const id = await ring('lose');
    await reaches(id, ['unconfirmed']);
    bed.clock.forward(60_000);
    await reaches(id, ['unconfirmed']);
    bed.clock.forward(61_000);
    expect(await reaches(id, ['ended'])).toMatchObject({ endReason: 'never-placed', trunkId: first });
    expect(bed.carrier.asked).toHaveLength(1);
  });

  it('[TRK-11] an intent whose trunk went out before it was asked goes over the next one', async () => {
    bed = await makeBed(db, redis);
    const other = newId();
    await db.prisma.trunk.create({ data: { id: other, name: other, kind: 'sim', cps: 100, channels: 5 } });
    await db.prisma.callerId.create({ data: { id: newId(), trunkId: other, e164: '+12045550001', verified: true } });
    await db.prisma.trunk.update({ where: { id: bed.place.trunkId }, data: { failoverId: other } });
    const id = await ring();
    await db.prisma.trunk.update({ where: { id: bed.place.trunkId }, data: { outSince: new Date() } });
    await bed.dialer.start();
    expect(await reaches(id, ['queued'])).toMatchObject({ trunkId: other, refusals: [] });
    expect(bed.carrier.asked).toHaveLength(1);
  });

  it('[TRK-15][TRK-16] whatever the carriers do, each person is rung at most once and nobody after silence', async () => {
    const trunkIds = await openWith(2);
    const anyStep = fc.oneof(
      fc.constantFrom<PlaceScript>('accept', 'take-and-keep-silent', 'lose', 'later'),
      fc.constantFrom(20003, 21210, 21214, 21215, 21211, 21216, 12345, 0).map((refuse) => ({ refuse })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 14 }), async (script) => {
        const before = bed.carrier.asked.length;
        bed.carrier.script.splice(0);
        // Trunks that rest after "later" would take no call at all.
        await redis.redis.del(...trunkIds.map((trunkId) => `${redis.prefix}:trunk-rest:${trunkId}`));
        const id = await ring(...script);
        const row = await reaches(id, ['queued', 'unconfirmed', 'ended']);
        const asked = bed.carrier.asked.slice(before);
        const did = script.concat(Array<PlaceScript>(asked.length).fill('accept')).slice(0, asked.length);
        const ringing = [...bed.carrier.calls.values()].filter(({ request }) => request.attemptId === id);
        expect(ringing.length).toBeLessThanOrEqual(1);
        // Nothing was asked after a step that may have made it ring.
        const decisive = did.findIndex((step) => typeof step === 'string' && step !== 'later');
        if (decisive !== -1) expect(decisive).toBe(asked.length - 1);
        if (did.includes('lose')) expect(row.state).toBe('unconfirmed');
        // It rings, and whoever looks for it may have found it already.
        if (did.includes('take-and-keep-silent')) expect(['unconfirmed', 'queued']).toContain(row.state);
        // No trunk is asked again after it refused: each one's number appears in one stretch.
        const stretches = asked.filter(({ from }, at) => from !== asked[at - 1]?.from).length;
        expect(stretches).toBe(new Set(asked.map(({ from }) => from)).size);
        expect(row.refusals.length).toBe(new Set(row.refusals.map(({ trunkId }) => trunkId)).size);
      }),
      { numRuns: 25 },
    );
  });
});
