import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { waitFor } from '../support/wait-for.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';
import { makeBed, seedCase, type Bed } from './bed.ts';

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

const said = {
  VACANT: { status: 'failed', sipCode: null, cause: 1 },
  BUSY: { status: 'busy', sipCode: null, cause: 17 },
  CARRIER_BLOCKED: { status: 'failed', sipCode: 607, cause: null },
} as const;

/** A call of the trunk that ended so, and that nobody has taken in yet. */
async function endedCall(opened: Bed, result: keyof typeof said): Promise<string> {
  const subject = await seedCase(db.prisma, opened.place);
  const number = await db.prisma.phoneNumber.findFirstOrThrow({ where: { caseId: subject.caseId } });
  const callerId = await db.prisma.callerId.findFirstOrThrow({ where: { trunkId: opened.place.trunkId } });
  const id = newId();
  const at = opened.clock();
  await db.prisma.attempt.create({
    data: {
      id,
      caseId: subject.caseId,
      debtorId: subject.debtorId,
      numberId: number.id,
      lineId: subject.lineId,
      campaignId: opened.place.campaignId,
      trunkId: opened.place.trunkId,
      callerIdId: callerId.id,
      tokenHash: id,
      intendedAt: new Date(at),
      dialByAt: new Date(at),
      placedAt: new Date(at),
      presetName: 'demo',
      presetVersion: 1,
      decision: {},
    },
  });
  await opened.dialer.applyEvent(id, {
    type: 'carrierStatus',
    at,
    sid: `CA${id.replaceAll('-', '')}`,
    sequence: 3,
    errorCode: null,
    ...said[result],
  });
  return id;
}

const settled = (id: string) =>
  waitFor('the ending to be taken in', async () => {
    const row = await db.prisma.attempt.findUniqueOrThrow({ where: { id } });
    return row.settledAt;
  });
const guardOf = async (opened: Bed) =>
  (await db.prisma.trunk.findUniqueOrThrow({ where: { id: opened.place.trunkId } })).vacantGuardSince;
const alertsOf = (opened: Bed) => db.prisma.alert.findMany({ where: { subjectId: opened.place.trunkId } });

describe('the vacant guard of a trunk', () => {
  it('[DIAL-33] six of twenty vacant in five minutes: they are voided, the trunk is guarded, somebody is told', async () => {
    bed = await makeBed(db, redis, { timings: { askAfterMs: 20 } });
    await bed.dialer.start();
    for (let call = 0; call < 14; call += 1) await endedCall(bed, 'BUSY');
    const vacant: string[] = [];
    for (let call = 0; call < 5; call += 1) {
      const id = await endedCall(bed, 'VACANT');
      vacant.push(id);
      await settled(id);
    }
    expect(await guardOf(bed)).toBeNull();
    const sixth = await endedCall(bed, 'VACANT');
    vacant.push(sixth);
    await settled(sixth);
    expect(await guardOf(bed)).not.toBeNull();
    expect(new Set(bed.neighbours.voided.flat())).toEqual(new Set(vacant));
    expect(await alertsOf(bed)).toMatchObject([{ kind: 'trunk_vacant_guard', resolvedAt: null }]);

    bed.clock.forward(290_000);
    const later = await endedCall(bed, 'VACANT');
    await settled(later);
    expect(bed.neighbours.voided.flat()).toContain(later);
    expect(await alertsOf(bed)).toHaveLength(1);

    bed.clock.forward(300_001);
    const opened = bed;
    await waitFor('the guard to be lifted', async () => (await guardOf(opened)) === null);
    expect((await alertsOf(bed))[0]?.resolvedAt).not.toBeNull();
  });

  it('[DIAL-55] a call that the carrier blocks raises one alert about its trunk', async () => {
    bed = await makeBed(db, redis, { timings: { askAfterMs: 20 } });
    await bed.dialer.start();
    for (const result of ['BUSY', 'CARRIER_BLOCKED', 'CARRIER_BLOCKED'] as const) {
      await settled(await endedCall(bed, result));
    }
    expect(await alertsOf(bed)).toMatchObject([{ kind: 'trunk_calls_blocked', resolvedAt: null }]);
  });
});
