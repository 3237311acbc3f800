import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { waitFor } from '../support/wait-for.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';
import { makeBed, seedCampaign, seedCase, type Bed } from './bed.ts';

let db: TestDatabase;
let redis: TestRedis;
let bed: Bed;

beforeAll(async () => {
  [db, redis] = await Promise.all([withDatabase(), withRedis()]);
});
afterEach(async () => {
  await bed.close();
  await db.prisma.callback.updateMany({ data: { state: 'done', result: 'over', doneAt: new Date() } });
  await redis.empty();
});
afterAll(async () => {
  await redis.close();
  await db.drop();
});

const minute = 60_000;

/** Nothing is paced; somebody has been promised a call a minute from now. */
async function promised(over: object = {}) {
  bed = await makeBed(db, redis);
  await db.prisma.campaign.update({ where: { id: bed.place.campaignId }, data: { mode: 'manual' } });
  const { caseId, debtorId, lineId } = await seedCase(db.prisma, bed.place);
  const owner = newId();
  await db.prisma.user.create({
    data: { id: owner, username: owner, displayName: 'the owner', passwordHash: '', role: 'agent' },
  });
  await db.prisma.case.update({ where: { id: caseId }, data: { ownerId: owner } });
  const callback = await db.prisma.callback.create({
    data: {
      id: newId(),
      kind: 'agreed',
      caseId,
      debtorId,
      lineId,
      withDebtor: true,
      forWhom: 'owner',
      fromAttemptId: newId(),
      dueAt: new Date(bed.clock() + minute),
      createdAt: new Date(bed.clock()),
      ...over,
    },
  });
  await bed.dialer.start();
  return { callback, caseId, lineId };
}
const attempts = (caseId: string) => db.prisma.attempt.findMany({ where: { caseId } });
/** The runner has looked again, several times. */
async function looks(): Promise<void> {
  const seen = bed.neighbours.asked.length;
  await waitFor('another look', () => Promise.resolve(bed.neighbours.asked.length > seen + 1));
}
const staffed = (ready: number): void => {
  bed.neighbours.pool = { ...bed.neighbours.pool, ready };
};
const stored = (id: string) => db.prisma.callback.findUniqueOrThrow({ where: { id } });

describe('a call that somebody was promised', () => {
  it('[CBK-3] rings at its time and not before, with an agent kept for it', async () => {
    const { callback, caseId, lineId } = await promised();
    staffed(1);
    bed.clock.forward(minute - 1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(bed.neighbours.asked).toEqual([]);
    bed.clock.forward(1);
    const [attempt] = await waitFor('the call', async () => {
      const found = await attempts(caseId);
      return found.length > 0 ? found : null;
    });
    expect(attempt).toMatchObject({ lineId, caseId });
    expect(bed.neighbours.asked).toEqual(['owner']);
    expect(bed.neighbours.held).toEqual([attempt?.id]);
    expect(await stored(callback.id)).toMatchObject({ state: 'ringing', attemptId: attempt?.id });
  });

  it('[CBK-13] waits five seconds for a moment at which its agent is not counted on by calls that ring already', async () => {
    const { callback, caseId } = await promised();
    const { campaignId } = bed.place;
    const other = await seedCampaign(db.prisma, { campaign: { mode: 'manual' } });
    const later = await seedCase(db.prisma, other);
    await db.prisma.callback.create({
      data: {
        ...{ id: newId(), kind: 'agreed', caseId: later.caseId, debtorId: later.debtorId, lineId: later.lineId },
        ...{ withDebtor: true, forWhom: 'owner', fromAttemptId: newId() },
        ...{ dueAt: new Date(callback.dueAt.getTime() + 1), createdAt: callback.createdAt },
      },
    });
    await db.prisma.case.update({ where: { id: caseId }, data: { dueAt: null } });
    for (let cases = 0; cases < 2; cases += 1) await seedCase(db.prisma, bed.place);
    await db.prisma.campaign.update({ where: { id: campaignId }, data: { mode: 'progressive' } });
    staffed(2);
    await waitFor('a call for each agent', () => bed.carrier.asked.length === 2);
    bed.clock.forward(minute - 1);
    await waitFor('a wish of this moment that says so', async () => {
      const wishes = Object.values(await redis.redis.hgetall(`${redis.prefix}:pacing-wishes`));
      const own = wishes.find((text) => text.includes(campaignId));
      return own?.includes(`"at":${bed.clock()}`) === true && own.includes('"mayHold":false');
    });
    bed.clock.forward(2);
    // The one that is due after it is rung: the campaign of the first has no agent to spare.
    await waitFor('the other call', async () => (await attempts(later.caseId)).length > 0);
    expect(await attempts(caseId)).toEqual([]);
    bed.clock.forward(5_000);
    await waitFor('the promised call', async () => (await attempts(caseId)).length > 0);
  });

  it('[CBK-4] waits for the owner, then his team, then anybody; a supervisor is told, and it is never dropped', async () => {
    const { callback, caseId } = await promised();
    bed.clock.forward(minute);
    await looks();
    expect(new Set(bed.neighbours.asked)).toEqual(new Set(['owner']));
    bed.clock.forward(minute);
    await looks();
    expect(bed.neighbours.asked.at(-1)).toBe('team');
    expect(bed.neighbours.alerts).toEqual([]);
    bed.clock.forward(minute);
    await looks();
    expect(bed.neighbours.asked.at(-1)).toBe('all');
    await waitFor('the alert', () => Promise.resolve(bed.neighbours.alerts.length > 0));
    expect(bed.neighbours.alerts).toEqual([{ kind: 'callback_waiting', subjectId: callback.id }]);
    expect(await attempts(caseId)).toEqual([]);
    staffed(1);
    await waitFor('the call', async () => (await attempts(caseId)).length > 0);
  });

  it('[CBK-4] the law decides when it is due: what it forbids is not rung, and nobody is kept', async () => {
    const { callback, caseId } = await promised();
    bed.neighbours.tenantOff = true;
    staffed(1);
    bed.clock.forward(minute);
    await waitFor('the agent to be free again', () => Promise.resolve(bed.neighbours.released.length > 0));
    expect(await attempts(caseId)).toEqual([]);
    expect(await stored(callback.id)).toMatchObject({ state: 'pending', attemptId: null });
  });

  it('[CBK-6] is not rung while the person talks with us or the talk is still to be written up', async () => {
    const { callback, caseId } = await promised();
    const [number, callerId, agent] = await Promise.all([
      db.prisma.phoneNumber.findFirstOrThrow({ where: { caseId } }),
      db.prisma.callerId.findFirstOrThrow({ where: { trunkId: bed.place.trunkId } }),
      db.prisma.user.findFirstOrThrow(),
    ]);
    const talk = await db.prisma.attempt.create({
      data: {
        id: newId(),
        caseId,
        debtorId: callback.debtorId,
        numberId: number.id,
        lineId: number.lineId,
        trunkId: bed.place.trunkId,
        callerIdId: callerId.id,
        direction: 'inbound',
        tokenHash: newId(),
        state: 'ended',
        intendedAt: new Date(bed.clock()),
        dialByAt: new Date(bed.clock()),
        connectedAt: new Date(bed.clock()),
        endedAt: new Date(bed.clock() + 1_000),
        endFault: 'none',
        endReason: 'callee-hung-up',
        agentId: agent.id,
        presetName: 'demo',
        presetVersion: 1,
        decision: {},
      },
    });
    staffed(1);
    bed.clock.forward(2 * minute);
    const { e164: _e164, ...other } = await seedCase(db.prisma, bed.place);
    await db.prisma.callback.create({
      data: {
        id: newId(),
        kind: 'agreed',
        ...other,
        withDebtor: true,
        forWhom: 'owner',
        fromAttemptId: newId(),
        dueAt: new Date(bed.clock()),
        createdAt: new Date(bed.clock()),
      },
    });
    await waitFor('the other call', async () => (await attempts(other.caseId)).length > 0);
    expect(await attempts(caseId)).toHaveLength(1);
    await db.prisma.attempt.delete({ where: { id: talk.id } });
    staffed(1);
    await waitFor('the call that stands again', async () => (await attempts(caseId)).length > 0);
  });
});
