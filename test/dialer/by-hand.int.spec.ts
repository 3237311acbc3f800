import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { waitFor } from '../support/wait-for.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';
import { makeBed, seedCase, type Bed, type SeededCase } from './bed.ts';

let db: TestDatabase;
let redis: TestRedis;
let bed: Bed | null = null;
let agentId = '';

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

async function seedAgent(campaignId: string | null): Promise<string> {
  const id = newId();
  await db.prisma.user.create({
    data: { id, username: id, displayName: 'Agent', role: 'agent', passwordHash: 'none' },
  });
  if (campaignId !== null) await db.prisma.campaignAgent.create({ data: { campaignId, userId: id } });
  return id;
}

/** A campaign of one agent at the door, who is ready unless said otherwise. */
async function open(mode = 'manual', ready = true): Promise<Bed> {
  agentId = await seedAgent(null);
  bed = await makeBed(db, redis, { agentId, campaign: { mode } });
  await db.prisma.campaignAgent.create({ data: { campaignId: bed.place.campaignId, userId: agentId } });
  bed.neighbours.named = ready ? [agentId] : ['somebody-else'];
  bed.neighbours.pool = { ...bed.neighbours.pool, ready: 1 };
  return bed;
}

const numberOf = async (subject: SeededCase): Promise<string> =>
  (await db.prisma.phoneNumber.findFirstOrThrow({ where: { caseId: subject.caseId } })).id;

async function ask(path: string, body?: object): Promise<{ status: number; body: Record<string, unknown> }> {
  const reply = await fetch(`${bed?.url}/api/agent/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: reply.status, body: reply.status === 204 ? {} : ((await reply.json()) as Record<string, unknown>) };
}

const dial = async (subject: SeededCase, mode: 'manual' | 'preview' = 'manual') =>
  ask('dial', { caseId: subject.caseId, numberId: await numberOf(subject), mode });

const offered = async (): Promise<{ offer: { caseId: string; numberId: string } | null; because: string | null }> =>
  (await ask('preview/next')).body as never;

describe('dialing by hand', () => {
  it('[HAND-1] an agent rings a number that no automatic mode may, is kept for it, and it is on record as his', async () => {
    const { place, carrier, neighbours, dialer, attempt } = await open();
    const subject = await seedCase(db.prisma, place);
    neighbours.numberStatus = 'unverified';
    expect(await dialer.launchAttempt(subject.caseId, place.campaignId)).toMatchObject({ kind: 'refused' });
    const reply = await dial(subject);
    expect(reply.status).toBe(202);
    expect(neighbours.held).toEqual([reply.body['attemptId']]);
    await dialer.start();
    // Taken again when the carrier is asked (INV-2): still as a call by hand.
    const row = await attempt(({ state }) => state === 'queued', 'the accepted call');
    expect(row).toMatchObject({ id: reply.body['attemptId'], mode: 'manual' });
    expect(carrier.latest().request.to).toBe(subject.e164);
    expect(neighbours.audited).toMatchObject([{ actorId: agentId, action: 'call.dialed_by_hand' }]);
  });

  it('[HAND-2] a shut gate refuses by its own reason, and the case keeps its turn', async () => {
    const { place, neighbours } = await open();
    const subject = await seedCase(db.prisma, place, { zones: [] });
    const reply = await dial(subject);
    expect([reply.status, reply.body['errors']]).toMatchObject([409, [{ field: 'numberId', rule: 'zone_unknown' }]]);
    expect(neighbours.deferred).toEqual([]);
    expect(await db.prisma.attempt.count({ where: { caseId: subject.caseId } })).toBe(0);
  });

  it('[HAND-3] who is not ready, or not of the campaign, rings nobody; another ready agent is not taken instead', async () => {
    const { place } = await open('manual', false);
    const subject = await seedCase(db.prisma, place);
    expect((await dial(subject)).body).toMatchObject({ status: 409, code: 'not-ready' });
    await db.prisma.campaignAgent.deleteMany({ where: { userId: agentId } });
    expect((await dial(subject)).body).toMatchObject({ status: 409, code: 'not-of-campaign' });
    expect(await db.prisma.attempt.count({ where: { caseId: subject.caseId } })).toBe(0);
  });

  it('[HAND-4] a due case is offered to be looked at to its owner alone, and is dialed in this mode', async () => {
    const { place, dialer, attempt } = await open('preview');
    const other = await seedAgent(place.campaignId);
    const theirs = await seedCase(db.prisma, place);
    await db.prisma.case.update({ where: { id: theirs.caseId }, data: { ownerId: other } });
    const nobodys = await seedCase(db.prisma, place);
    const mine = await seedCase(db.prisma, place);
    await db.prisma.case.update({ where: { id: mine.caseId }, data: { ownerId: agentId } });
    const offers = [await offered(), await offered(), await offered()];
    expect(offers.map(({ offer, because }) => offer?.caseId ?? because)).toEqual([
      mine.caseId,
      nobodys.caseId,
      'no_case_due',
    ]);
    expect((await dial(mine, 'preview')).body).toMatchObject({ code: 'not-offered' });
    expect((await dial(nobodys, 'preview')).status).toBe(202);
    await dialer.start();
    expect(await attempt(({ state }) => state === 'queued', 'the call')).toMatchObject({
      caseId: nobodys.caseId,
      mode: 'preview',
    });
  });

  it('[HAND-4] a case that is looked at comes back by itself, one that is passed over after a quarter of an hour', async () => {
    const { place, clock, neighbours } = await open('preview');
    const subject = await seedCase(db.prisma, place);
    expect((await offered()).offer?.caseId).toBe(subject.caseId);
    expect(neighbours.deferred).toEqual([{ caseId: subject.caseId, dueAt: clock() + 180_000, reason: 'in_preview' }]);
    clock.forward(180_000);
    expect((await offered()).offer?.caseId).toBe(subject.caseId);
    expect((await ask('preview/skip', { caseId: subject.caseId, reason: 'bad_moment' })).status).toBe(204);
    expect((await ask('preview/skip', { caseId: subject.caseId, reason: 'bad_moment' })).status).toBe(409);
    clock.forward(899_999);
    expect((await offered()).because).toBe('no_case_due');
    clock.forward(1);
    expect((await offered()).offer?.caseId).toBe(subject.caseId);
  });

  it('[HAND-5] nothing rings by itself in these modes, however many wait', async () => {
    const { place, dialer, carrier } = await open('preview');
    await seedCase(db.prisma, place);
    await dialer.start();
    const decision = await waitFor('a decision', () =>
      db.prisma.pacingDecision.findFirst({ where: { campaignId: place.campaignId } }),
    );
    expect(decision).toMatchObject({ launch: 0, because: 'mode_not_automatic' });
    expect(carrier.asked).toEqual([]);
  });

  it('[HAND-5] of a campaign that is not running nothing is dialed by hand either', async () => {
    const { place } = await open();
    const subject = await seedCase(db.prisma, place);
    await db.prisma.campaign.update({ where: { id: place.campaignId }, data: { status: 'paused' } });
    expect((await dial(subject)).body).toMatchObject({ status: 409, code: 'campaign-not-running' });
  });
});
