import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CarrierStatus } from '../../src/dialer/ports.ts';
import { waitFor } from '../support/wait-for.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';
import { launched, makeBed, seedCase, type AttemptSeen, type Bed } from './bed.ts';
import { newSid, sendCallback, statusForm, type SentCallback } from './fake-carrier.ts';

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

const open = async (over: Parameters<typeof makeBed>[2] = {}): Promise<Bed> => (bed = await makeBed(db, redis, over));

/** One call, taken by the carrier; the test sends what the carrier says of it. */
async function placed(over: Parameters<typeof makeBed>[2] = {}) {
  const opened = await open(over);
  const subject = await seedCase(db.prisma, opened.place);
  await opened.dialer.start();
  const attemptId = await launched(opened, subject.caseId);
  await opened.attempt(({ state }) => state === 'queued', 'the accepted call');
  const { sid, request } = opened.carrier.latest();
  const status = (word: CarrierStatus, sequence: number, more: Record<string, string> = {}): SentCallback => ({
    request,
    kind: 'status',
    form: statusForm(sid, word, sequence, more),
  });
  const row = (): Promise<AttemptSeen> => db.prisma.attempt.findUniqueOrThrow({ where: { id: attemptId } });
  return { ...opened, attemptId, sid, request, status, row };
}

const applied = (attemptId: string, count: number): Promise<unknown> =>
  waitFor(`${count} applied callbacks`, async () => {
    const events = await db.prisma.carrierEvent.findMany({ where: { attemptId } });
    return events.length >= count && events.every((event) => event.appliedAt !== null);
  });

describe('the door of the carrier', () => {
  it('[DIAL-8] takes only what is signed over the public address, with either of two tokens', async () => {
    const { status, attemptId, request } = await placed();
    const ringing = status('ringing', 1);
    expect(await sendCallback({ ...ringing, authToken: 'somebody else' })).toBe(403);
    expect(await sendCallback({ ...ringing, url: `${request.addresses.status}?more=1` })).toBe(204);
    expect(await sendCallback({ ...status('initiated', 0), authToken: 'the-other-token' })).toBe(204);
    const unsigned = await fetch(request.addresses.status, {
      method: 'POST',
      body: new URLSearchParams(ringing.form),
    });
    expect(unsigned.status).toBe(403);
    expect(await db.prisma.carrierEvent.count({ where: { attemptId } })).toBe(2);
  });

  it('[DIAL-9] knows an attempt only by its own token, and answers what it cannot read with 400', async () => {
    const { status, request, attemptId, url } = await placed();
    const ringing = status('ringing', 1);
    const token = request.addresses.status.split('/').at(-2) ?? '';
    const wrong = request.addresses.status.replace(token, 'A'.repeat(token.length));
    expect(await sendCallback({ ...ringing, url: wrong })).toBe(404);
    const stranger = request.addresses.status.replace(attemptId, '01890000-0000-7000-8000-00000000dead');
    expect(await sendCallback({ ...ringing, url: stranger })).toBe(404);
    expect(await sendCallback({ ...ringing, url: `${url}/carrier/v1/attempts/x/y/status` })).toBe(404);
    expect(await sendCallback({ ...ringing, url: request.addresses.status.replace(/status$/, 'other') })).toBe(404);
    expect(await sendCallback({ ...ringing, form: { CallSid: 'CA1', CallStatus: 'ringing' } })).toBe(400);
    expect(await sendCallback({ ...ringing, form: { ...ringing.form, CallStatus: 'singing' } })).toBe(400);
    expect(await db.prisma.carrierEvent.count({ where: { attemptId } })).toBe(0);
  });

  it('[INV-9] keeps of a callback what it says of the call, not whom it was made to', async () => {
    const { status, attemptId } = await placed();
    await sendCallback(status('ringing', 1, { ToCity: 'SHANGHAI', CallerName: 'Li Lei', SomethingNew: 'yes' }));
    const event = await db.prisma.carrierEvent.findFirstOrThrow({ where: { attemptId } });
    expect(event.payload).toMatchObject({ CallStatus: 'ringing', SomethingNew: 'yes', ApiVersion: '2010-04-01' });
    expect(Object.keys(event.payload as object)).not.toEqual(expect.arrayContaining(['To']));
    expect(JSON.stringify(event.payload)).not.toMatch(/\+\d{6}|SHANGHAI|Li Lei/);
  });

  it('[DIAL-10] measures how long replies take', async () => {
    const { status, metrics } = await placed();
    await sendCallback(status('ringing', 1));
    await sendCallback({ ...status('ringing', 1), authToken: 'somebody else' });
    const text = await metrics();
    expect(text).toContain('casedial_carrier_callback_ms_count{kind="status",outcome="stored"} 1');
    expect(text).toContain('casedial_carrier_callback_ms_count{kind="status",outcome="bad-signature"} 1');
  });
});

describe('callbacks twice, late and out of order', () => {
  /** What is left of an attempt once instants are put aside. */
  const essence = ({ state, systemResult, endFault, endReason, sipCode, answeredBy, carrierCallSid }: AttemptSeen) => ({
    state,
    systemResult,
    endFault,
    endReason,
    sipCode,
    answeredBy,
    hasSid: carrierCallSid !== null,
  });
  const orders = [
    [0, 1, 2, 3, 4],
    [4, 3, 2, 1, 0],
    [3, 0, 4, 1, 2],
    [2, 2, 4, 0, 4, 1, 3, 0],
    [1, 4, 1, 4, 3, 2, 0],
  ];

  it('[INV-8] leave the same attempt as once and in order', async () => {
    const results: unknown[] = [];
    for (const order of orders) {
      const { status, sid, request, attemptId, row } = await placed();
      const told: SentCallback[] = [
        status('initiated', 0),
        status('ringing', 1),
        status('in-progress', 2),
        { request, kind: 'amd', form: { CallSid: sid, AnsweredBy: 'machine_start' } },
        status('completed', 3, { CallDuration: '4', SipResponseCode: '200' }),
      ];
      for (const index of order) {
        const callback = told[index];
        if (callback !== undefined) expect(await sendCallback(callback)).toBe(204);
      }
      await applied(attemptId, 5);
      expect(await db.prisma.carrierEvent.count({ where: { attemptId } })).toBe(5);
      results.push(essence(await row()));
      await bed?.close();
      bed = null;
    }
    expect(results[0]).toEqual({
      state: 'ended',
      systemResult: 'MACHINE',
      endFault: 'callee',
      endReason: 'machine',
      sipCode: 200,
      answeredBy: 'machine',
      hasSid: true,
    });
    for (const result of results) expect(result).toEqual(results[0]);
  });

  it('[INV-8] retries of one callback are known by their delivery id and stored once', async () => {
    const { status, attemptId } = await placed();
    const delivery = { ...status('ringing', 1), deliveryId: 'delivery-1' };
    expect([await sendCallback(delivery), await sendCallback(delivery)]).toEqual([204, 204]);
    expect(await db.prisma.carrierEvent.count({ where: { attemptId } })).toBe(1);
  });

  it('[INV-8] callbacks that overtake the create’s own response lose nothing', async () => {
    const opened = await open();
    const subject = await seedCase(db.prisma, opened.place);
    opened.carrier.beforeReply = async ({ sid, request }) => {
      for (const [word, sequence] of [
        ['initiated', 0],
        ['ringing', 1],
        ['busy', 2],
      ] as const) {
        const form = statusForm(sid, word, sequence, word === 'busy' ? { SipResponseCode: '486' } : {});
        expect(await sendCallback({ request, kind: 'status', form })).toBe(204);
      }
      await opened.attempt(({ state }) => state === 'ended', 'the end before the response');
    };
    await opened.dialer.start();
    const attemptId = await launched(opened, subject.caseId);
    await waitFor('the ending to be handed over', () => opened.neighbours.ended.includes(attemptId));
    const row = await opened.attempt(({ state }) => state === 'ended', 'the ended attempt');
    expect([row.systemResult, row.sipCode, row.carrierCallSid]).toEqual(['BUSY', 486, opened.carrier.latest().sid]);
    expect(opened.carrier.asked).toHaveLength(1);
  });

  it('[INV-8] of events that come at the same instant none is lost', async () => {
    const { dialer, attemptId, sid, clock, row } = await placed();
    const agentId = await seedAgent();
    const at = clock();
    const status = {
      type: 'carrierStatus',
      at,
      sid,
      sequence: null,
      sipCode: null,
      cause: null,
      errorCode: null,
    } as const;
    await Promise.all([
      dialer.applyEvent(attemptId, { ...status, status: 'initiated' }),
      dialer.applyEvent(attemptId, { ...status, status: 'ringing' }),
      dialer.applyEvent(attemptId, { ...status, status: 'in-progress' }),
      dialer.applyEvent(attemptId, { type: 'amd', at, answeredBy: 'human' }),
      dialer.applyEvent(attemptId, { type: 'offered', at }),
      dialer.calls.connected(attemptId, agentId, at),
      dialer.calls.mediaStarted(attemptId, at, sid),
    ]);
    const seen = await row();
    expect(seen.record).toMatchObject({
      initiatedAt: at,
      ringingAt: at,
      answeredAt: at,
      mediaStartedAt: at,
      offeredAt: at,
    });
    expect([seen.state, seen.answeredBy, seen.agentId]).toEqual(['connected', 'human', agentId]);
  });

  it('[DIAL-11] what was stored and never applied is applied at the next start', async () => {
    const { sid, attemptId, row, ...first } = await placed();
    await first.close();
    bed = null;
    await db.prisma.carrierEvent.create({
      data: {
        id: '01890000-0000-7000-8000-00000000cafe',
        attemptId,
        kind: 'status',
        dedupeKey: `${attemptId}:left-behind`,
        receivedAt: new Date(first.clock()),
        payload: statusForm(sid, 'no-answer', 3, { SipResponseCode: '487' }),
      },
    });
    const next = await open();
    next.clock.set(first.clock() + 3_000);
    await next.dialer.start();
    await waitFor('the callback to be applied', async () => (await row()).state === 'ended');
    expect((await row()).systemResult).toBe('NO_ANSWER');
    await applied(attemptId, 1);
  });

  it('[DIAL-12] an ending is handed over until it was taken in, and then never again', async () => {
    const { status, attemptId, neighbours, row, dialer, clock } = await placed();
    neighbours.endingFailures = 2;
    await sendCallback(status('no-answer', 3));
    await waitFor('the ending to be taken in', async () => (await row()).settledAt !== null);
    clock.forward(60_000);
    await sendCallback(status('ringing', 1));
    await sendCallback({ ...status('no-answer', 3), deliveryId: 'again' });
    await applied(attemptId, 3);
    await dialer.applyEvent(attemptId, { type: 'mediaStopped', at: clock() });
    expect(neighbours.ended.filter((id) => id === attemptId)).toHaveLength(1);
    expect(neighbours.callsEnded).toContain(attemptId);
  });
});

describe('machines and recordings', () => {
  it('[DIAL-13] a machine nobody talks to is hung up', async () => {
    const { status, sid, request, attemptId, carrier, neighbours } = await placed();
    await sendCallback(status('in-progress', 2));
    await sendCallback({ request, kind: 'amd', form: { CallSid: sid, AnsweredBy: 'machine_start' } });
    await waitFor('the hang-up', () => carrier.latest().status === 'completed');
    expect(neighbours.verdicts).toContainEqual([attemptId, 'machine']);
  });

  it('[DIAL-13] a machine that an agent has is told to the agent, who decides', async () => {
    const { status, sid, request, attemptId, carrier, neighbours, dialer, clock } = await placed();
    const agentId = await seedAgent();
    await sendCallback(status('in-progress', 2));
    expect(await dialer.calls.connected(attemptId, agentId, clock())).toBe('connected');
    await sendCallback({ request, kind: 'amd', form: { CallSid: sid, AnsweredBy: 'machine_start' } });
    await waitFor('the verdict', () => neighbours.verdicts.length > 0);
    await applied(attemptId, 2);
    expect(carrier.latest().status).toBe('queued');
  });

  it('[DIAL-13] unless the campaign hangs it up there too; a person is left alone', async () => {
    const settings = { machineWhenConnected: 'hang_up' };
    const { sid, request, attemptId, carrier, neighbours, dialer, clock } = await placed({ campaign: { settings } });
    await dialer.calls.mediaStarted(attemptId, clock());
    await dialer.calls.connected(attemptId, await seedAgent(), clock());
    await sendCallback({ request, kind: 'amd', form: { CallSid: sid, AnsweredBy: 'human' } });
    await waitFor('the verdict', () => neighbours.verdicts.length > 0);
    expect(carrier.latest().status).toBe('queued');
    await dialer.applyEvent(attemptId, { type: 'amd', at: clock() - 1, answeredBy: 'machine' });
    await waitFor('the hang-up', () => carrier.latest().status === 'completed');
  });

  it('[DIAL-14] a recording that the carrier finished is announced', async () => {
    const { sid, request, attemptId, neighbours } = await placed();
    const recordingSid = newSid('RE');
    const form = { CallSid: sid, RecordingSid: recordingSid, RecordingStatus: 'completed', RecordingDuration: '12' };
    await sendCallback({ request, kind: 'recording', form: { ...form, RecordingUrl: 'https://example.test/x' } });
    await applied(attemptId, 1);
    expect(neighbours.recordings).toEqual([recordingSid]);
  });
});

async function seedAgent(): Promise<string> {
  const id = crypto.randomUUID();
  await db.prisma.user.create({
    data: { id, username: id, displayName: 'Agent', passwordHash: 'x', role: 'agent' },
  });
  return id;
}
