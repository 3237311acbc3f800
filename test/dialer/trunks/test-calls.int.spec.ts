import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCarrier } from '../../../sim/carrier/server.ts';
import { checkReply, testCallEvent, type TestCallEvent } from '../../../src/contract/test-call.ts';
import { newId, newToken } from '../../../src/platform/ids.ts';
import { hashToken } from '../../../src/platform/token-hash.ts';
import { openTrunkHouse, type TrunkHouse } from '../../support/trunk-house.ts';
import { waitFor } from '../../support/wait-for.ts';
import { withDatabase, type TestDatabase } from '../../support/with-database.ts';
import { seedCampaign, seedCase, type Placement } from '../bed.ts';

let db: TestDatabase;
let carrier: Awaited<ReturnType<typeof startCarrier>>;
let house: TrunkHouse;
let place: Placement;
const shown = '+12025550100';
const talks = '+12025550150';
const presses = '+12025550151';
const busy = '+12025550152';
const slow = '+12025550153';
const person = { outcomes: { answer: 1 }, dialMs: 20, ringMs: 100, talkMs: 4_000 };

beforeAll(async () => {
  db = await withDatabase();
  carrier = await startCarrier({
    port: 0,
    cps: 50,
    population: {
      callees: {
        [talks]: person,
        [presses]: { ...person, talkMs: 6_000, presses: [{ afterMs: 300, digits: '5' }] },
        [slow]: { ...person, ringMs: 10_000 },
        [busy]: { outcomes: { busy: 1 }, dialMs: 20 },
      },
      numbers: [{ phoneNumber: shown }],
    },
    blockedCountries: ['CN'],
  });
  house = await openTrunkHouse(db.prisma, carrier);
  place = await seedCampaign(db.prisma);
  await db.prisma.callerId.updateMany({ where: { trunkId: place.trunkId }, data: { e164: shown } });
});
afterAll(async () => {
  await house.close();
  await carrier.close();
  await db.drop();
});

async function registered(e164: string): Promise<string> {
  const { body } = await house.ask('POST', '/api/test-numbers', { e164, label: '' });
  const found = await db.prisma.testNumber.findUniqueOrThrow({ where: { e164 } });
  if (body['testNumberId'] !== undefined) expect(body['testNumberId']).toBe(found.id);
  return found.id;
}
const call = (testNumberId: string) =>
  house.ask('POST', `/api/trunks/${place.trunkId}/test-calls`, { testNumberId, language: 'en' });

/** The stream of events to its end, as the browser reads it. */
async function told(testCallId: string): Promise<readonly TestCallEvent[]> {
  const answer = await fetch(`${house.url}/api/test-calls/${testCallId}/events`);
  const text = await answer.text();
  return [...text.matchAll(/^data: (\{"eventId.*)$/gm)].map(([, data]) => testCallEvent.parse(JSON.parse(data ?? '')));
}

describe('a test call', () => {
  it('[TRK-18] rings the administrator’s own phone, says the pressed key and tells every event as it comes', async () => {
    const { status, body } = await call(await registered(presses));
    expect(status).toBe(201);
    const events = await told(String(body['testCallId']));
    const words = events.map(({ what }) => what);
    expect(words.slice(0, 2)).toEqual(['asked', 'accepted']);
    expect(words).toEqual(expect.arrayContaining(['initiated', 'ringing', 'answered', 'key', 'completed']));
    expect(events.find(({ what }) => what === 'key')?.detail).toBe('5');
    expect(await db.prisma.attempt.count()).toBe(0);
    expect(house.audited.map(({ action }) => action)).toContain('trunk.test_call');
  });

  it('[TRK-18] never rings a number on file, wherever it was registered, nor one of somebody else', async () => {
    const subject = await seedCase(db.prisma, place);
    const refused = await house.ask('POST', '/api/test-numbers', { e164: subject.e164, label: '' });
    expect(refused.body).toMatchObject({ errors: [{ field: 'e164', rule: 'TRK-18' }] });
    const id = await registered('+12025550160');
    await db.prisma.line.create({ data: { id: newId(), e164: '+12025550160', zones: [] } });
    expect((await call(id)).body).toMatchObject({ errors: [{ field: 'testNumberId', rule: 'TRK-18' }] });
    const other = newId();
    await db.prisma.user.create({
      data: { id: other, username: other, displayName: 'Other', passwordHash: '-', role: 'admin' },
    });
    const theirs = await db.prisma.testNumber.create({
      data: { id: newId(), userId: other, e164: '+12025550161', createdAt: new Date() },
    });
    expect((await call(theirs.id)).status).toBe(400);
    expect([...carrier.exchange.calls.values()].filter(({ to }) => to !== presses)).toHaveLength(0);
  });

  it('[TRK-18] a callback that is not signed is not taken in', async () => {
    const { body } = await call(await registered(busy));
    const id = String(body['testCallId']);
    expect((await told(id)).at(-1)).toMatchObject({ what: 'busy' });
    // Whoever has seen the address knows the token; he still has no secret to sign with.
    const token = newToken();
    await db.prisma.testCall.update({ where: { id }, data: { tokenHash: hashToken(token) } });
    const before = await told(id);
    for (const [named, signature] of [
      ['any', ''],
      [token, ''],
      [token, Buffer.from('forged').toString('base64')],
    ] as const) {
      const forged = await fetch(`${house.url}/carrier/v1/test-calls/${id}/${named}/status`, {
        method: 'POST',
        headers: { 'x-twilio-signature': signature },
        body: new URLSearchParams({ CallSid: `CA${'0'.repeat(32)}`, CallStatus: 'completed' }),
      });
      expect(forged.status).toBe(403);
    }
    expect(await told(id)).toEqual(before);
  });
});

describe('the probe of a trunk that is out', () => {
  it('[TRK-19] rings the probe number, hangs up as soon as it rings, and brings the trunk back', async () => {
    const probeNumberId = await registered(slow);
    await db.prisma.trunk.update({
      where: { id: place.trunkId },
      data: {
        watch: { probeNumberId, probesToReturn: 1 },
        outSince: new Date(),
        outBecause: 'failures',
        probeAt: new Date(Date.now() - 1_000),
      },
    });
    await house.trunks.watch.tryAgain();
    const trunk = await db.prisma.trunk.findUniqueOrThrow({ where: { id: place.trunkId } });
    expect(trunk.outSince).toBeNull();
    const probe = [...carrier.exchange.calls.values()].find(({ to }) => to === slow);
    await waitFor('the probe to end', () => probe?.isOver === true);
    expect(probe?.answeredAt).toBeNull();
  });
});

describe('the check of a trunk', () => {
  const check = async (step: string, over: object = {}) => {
    const asked = { testNumberId: null, testCallId: null, language: 'en', ...over };
    return checkReply.parse((await house.ask('POST', `/api/trunks/${place.trunkId}/checks/${step}`, asked)).body);
  };

  it('[TRK-20] says of each step whether it holds and what is missing', async () => {
    expect(await check('credentials')).toMatchObject({ holds: true });
    expect(await check('caller_id')).toMatchObject({ holds: true });
    expect(await check('geography')).toMatchObject({ holds: false, because: 'blocked', detail: 'CN' });
    expect(await check('concurrency')).toMatchObject({ holds: true });
    expect(await check('webhook')).toMatchObject({ holds: false, because: 'no_test_number' });
    expect(await check('media_socket')).toMatchObject({ holds: false, because: 'no_test_call' });
  });

  it('[TRK-20] a signed callback and a media socket make the round through the provider', async () => {
    await waitFor(
      'the phone to be free',
      async () => (await db.prisma.testCall.count({ where: { endedAt: null } })) === 0,
    );
    const webhook = await check('webhook', { testNumberId: await registered(talks) });
    expect(webhook).toMatchObject({ holds: true, because: 'active' });
    const socket = await check('media_socket', { testCallId: webhook.testCallId });
    expect(socket).toMatchObject({ holds: true });
    expect(Number(socket.detail)).toBeGreaterThanOrEqual(0);
  });

  it('[CAR-46] a trial account and one without an approved profile are told apart', async () => {
    for (const [options, because] of [
      [{ accountType: 'Trial' }, 'trial'],
      [{ customerProfile: 'draft' }, 'no_profile'],
    ] as const) {
      const other = await startCarrier({ port: 0, ...options });
      const another = await openTrunkHouse(db.prisma, other);
      const asked = { testNumberId: null, testCallId: null };
      const { body } = await another.ask('POST', `/api/trunks/${place.trunkId}/checks/concurrency`, asked);
      expect(body).toMatchObject({ holds: false, because });
      await another.close();
      await other.close();
    }
  });
});
