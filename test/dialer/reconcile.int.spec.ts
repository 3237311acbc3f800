import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../support/wait-for.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';
import { launched, makeBed, seedCase, startNode, type Bed, type Node } from './bed.ts';
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

async function makeOpen(over: Parameters<typeof makeBed>[2] = {}): Promise<Bed> {
  const bed = await makeBed(db, redis, over);
  open.push(bed);
  return bed;
}

/** Another process on the same database, queue and carrier. */
async function another(bed: Bed): Promise<Node> {
  const node = await startNode(db, redis, { carrier: bed.carrier, clock: bed.clock });
  open.push(node);
  return node;
}

const row = (attemptId: string) => db.prisma.attempt.findUniqueOrThrow({ where: { id: attemptId } });

describe('silence after the request left', () => {
  it('[INV-3] is unconfirmed, is found at the carrier, and never rings again', async () => {
    const bed = await makeOpen();
    bed.carrier.script.push('take-and-keep-silent');
    const subject = await seedCase(db.prisma, bed.place);
    await bed.dialer.start();
    await launched(bed, subject.caseId);
    await bed.attempt(({ state }) => state === 'unconfirmed', 'the silence');
    bed.clock.forward(100);
    const found = await bed.attempt(({ carrierCallSid }) => carrierCallSid !== null, 'the call found at the carrier');
    expect(found.carrierCallSid).toBe(bed.carrier.latest().sid);
    expect(bed.carrier.asked).toHaveLength(1);
    expect(bed.carrier.calls.size).toBe(1);
  });

  it('[INV-3] while the carrier cannot be asked, nothing is concluded and nobody else is rung', async () => {
    const bed = await makeOpen();
    bed.carrier.script.push('lose');
    bed.carrier.reachable = false;
    const subject = await seedCase(db.prisma, bed.place);
    await bed.dialer.start();
    await launched(bed, subject.caseId);
    const waiting = await bed.attempt(({ state }) => state === 'unconfirmed', 'the silence');
    bed.clock.forward(3_600_000);
    expect(await bed.dialer.launchAttempt(subject.caseId, bed.place.campaignId)).toMatchObject({
      kind: 'refused',
      reason: 'live_call',
    });
    expect((await row(waiting.id)).state).toBe('unconfirmed');
    bed.carrier.reachable = true;
    bed.clock.forward(100);
    const ended = await bed.attempt(({ state }) => state === 'ended', 'the end once the carrier says so');
    expect([ended.endFault, ended.endReason, ended.systemResult]).toEqual(['carrier', 'never-placed', 'FAILED']);
    expect(bed.carrier.asked).toHaveLength(1);
  });

  it('[INV-3] the carrier’s "no such call" is believed only after its time', async () => {
    const bed = await makeOpen();
    bed.carrier.script.push('lose');
    const subject = await seedCase(db.prisma, bed.place);
    await bed.dialer.start();
    const attemptId = await launched(bed, subject.caseId);
    await bed.attempt(({ state }) => state === 'unconfirmed', 'the silence');
    bed.clock.forward(119_000);
    const asked = await searched(bed, 3);
    expect(asked).toBeGreaterThanOrEqual(3);
    expect((await row(attemptId)).state).toBe('unconfirmed');
    bed.clock.forward(1_000);
    await bed.attempt(({ state }) => state === 'ended', 'the end');
  });

  it('[INV-3] a call between the same numbers that belongs to an older attempt is not taken for this one', async () => {
    const bed = await makeOpen();
    const subject = await seedCase(db.prisma, bed.place);
    await bed.dialer.start();
    await launched(bed, subject.caseId);
    const first = await bed.attempt(({ state }) => state === 'queued', 'the first call');
    bed.carrier.move(bed.carrier.latest().sid, 'busy');
    await bed.dialer.hangUp(first.id, 'system');
    await bed.attempt(({ state }) => state === 'ended', 'the end of the first call');
    bed.carrier.script.push('lose');
    const second = await launched(bed, subject.caseId);
    await waitFor('the silence', async () => (await row(second)).state === 'unconfirmed');
    await searched(bed, 2);
    expect((await row(second)).carrierCallSid).toBeNull();
    bed.clock.forward(120_000);
    await waitFor('the end', async () => (await row(second)).endReason === 'never-placed');
  });

  it('[DIAL-15] a call that turns up after it was given up is hung up', async () => {
    const bed = await makeOpen();
    bed.carrier.script.push('take-and-keep-silent');
    bed.carrier.find = () => Promise.resolve([]);
    const subject = await seedCase(db.prisma, bed.place);
    await bed.dialer.start();
    const attemptId = await launched(bed, subject.caseId);
    await bed.attempt(({ state }) => state === 'unconfirmed', 'the silence');
    bed.clock.forward(120_000);
    await bed.attempt(({ state }) => state === 'ended', 'the end');
    const { sid, request } = bed.carrier.latest();
    expect(await sendCallback({ request, kind: 'status', form: statusForm(sid, 'ringing', 1) })).toBe(204);
    await waitFor('the hang-up', () => bed.carrier.latest().status === 'completed');
    expect((await row(attemptId)).state).toBe('ended');
  });
});

describe('a process that dies', () => {
  it('[INV-7] between the stored intent and the job: the intent is queued again and rung once', async () => {
    const bed = await makeOpen();
    const subject = await seedCase(db.prisma, bed.place);
    await launched(bed, subject.caseId);
    await redis.empty();
    bed.clock.forward(5_000);
    await bed.dialer.start();
    await bed.attempt(({ state }) => state === 'queued', 'the call');
    expect(bed.carrier.asked).toHaveLength(1);
  });

  it('[INV-7] between the request and its answer: the next process finds the call and does not ring again', async () => {
    const bed = await makeOpen();
    const subject = await seedCase(db.prisma, bed.place);
    let release: () => void = () => undefined;
    const taken = new Promise<void>((resolve) => {
      bed.carrier.beforeReply = () => {
        resolve();
        return new Promise<void>((answer) => (release = answer));
      };
    });
    await bed.dialer.start();
    const attemptId = await launched(bed, subject.caseId);
    await taken;
    expect((await row(attemptId)).state).toBe('placing');
    const next = await another(bed);
    bed.clock.forward(40_000);
    await next.dialer.start();
    await waitFor('the call found', async () => (await row(attemptId)).carrierCallSid === bed.carrier.latest().sid);
    expect(bed.carrier.asked).toHaveLength(1);
    // The dead process's answer arrives after all: nothing changes.
    release();
    bed.carrier.beforeReply = null;
    await bed.dialer.applyEvent(attemptId, { type: 'createUnknown', at: bed.clock() });
    expect((await row(attemptId)).state).toBe('queued');
  });

  it('[INV-7] with Redis emptied in the middle of calls, endings still reach follow-up and pacing goes on', async () => {
    const bed = await makeOpen();
    const [first, second] = await Promise.all([seedCase(db.prisma, bed.place), seedCase(db.prisma, bed.place)]);
    await db.prisma.case.update({ where: { id: second.caseId }, data: { dueAt: null } });
    await bed.dialer.start();
    const attemptId = await launched(bed, first.caseId);
    await bed.attempt(({ state }) => state === 'queued', 'the call');
    bed.neighbours.endingFailures = 1;
    await bed.dialer.applyEvent(attemptId, {
      type: 'carrierStatus',
      at: bed.clock(),
      sid: bed.carrier.latest().sid,
      status: 'no-answer',
      sequence: 3,
      sipCode: 487,
      cause: null,
      errorCode: null,
    });
    await redis.empty();
    bed.clock.forward(11_000);
    await waitFor('the ending to be taken in', () => bed.neighbours.ended.includes(attemptId));
    await db.prisma.case.update({ where: { id: second.caseId }, data: { dueAt: new Date(bed.clock()) } });
    bed.neighbours.pool = { ...bed.neighbours.pool, ready: 1 };
    bed.neighbours.poolChanged();
    await waitFor('the next call', () => bed.carrier.asked.length === 2);
  });
});

describe('a carrier that says nothing', () => {
  it('[DIAL-16] is asked about a call that rings too long, and its answer ends the attempt', async () => {
    const bed = await makeOpen();
    const subject = await seedCase(db.prisma, bed.place);
    await bed.dialer.start();
    await launched(bed, subject.caseId);
    await bed.attempt(({ state }) => state === 'queued', 'the call');
    const { sid, request } = bed.carrier.latest();
    await sendCallback({ request, kind: 'status', form: statusForm(sid, 'ringing', 1) });
    await bed.attempt(({ state }) => state === 'ringing', 'the ringing');
    bed.carrier.move(sid, 'no-answer');
    bed.clock.forward(45_001);
    const ended = await bed.attempt(({ state }) => state === 'ended', 'the end');
    expect(ended.systemResult).toBe('NO_ANSWER');
  });

  it('[DIAL-16] and soon, once the stream of an answered call has ended', async () => {
    const bed = await makeOpen();
    const subject = await seedCase(db.prisma, bed.place);
    await bed.dialer.start();
    const attemptId = await launched(bed, subject.caseId);
    await bed.attempt(({ state }) => state === 'queued', 'the call');
    expect(await bed.dialer.calls.mediaStarted(attemptId, bed.clock())).toBe('live');
    bed.clock.forward(1_000);
    await bed.dialer.calls.mediaStopped(attemptId, bed.clock());
    bed.carrier.move(bed.carrier.latest().sid, 'completed');
    bed.clock.forward(2_000);
    const ended = await bed.attempt(({ state }) => state === 'ended', 'the end');
    expect([ended.systemResult, ended.endReason]).toEqual(['ABANDONED', 'left-before-agent']);
    expect(await bed.dialer.calls.mediaStarted(attemptId, bed.clock())).toBe('ended');
  });

  it('[DIAL-17] a hang-up wished while the call is unconfirmed is carried out as soon as it is known', async () => {
    const bed = await makeOpen();
    bed.carrier.script.push('take-and-keep-silent');
    bed.carrier.reachable = false;
    const subject = await seedCase(db.prisma, bed.place);
    await bed.dialer.start();
    const attemptId = await launched(bed, subject.caseId);
    await bed.attempt(({ state }) => state === 'unconfirmed', 'the silence');
    expect(await bed.dialer.hangUp(attemptId, 'supervisor')).toBe('unconfirmed');
    bed.carrier.reachable = true;
    bed.clock.forward(1_000);
    await waitFor('the hang-up', () => bed.carrier.latest().status === 'completed');
    expect(bed.carrier.asked).toHaveLength(1);
  });

  it('[DIAL-17] a hang-up that the carrier did not hear is asked for again', async () => {
    const bed = await makeOpen();
    const subject = await seedCase(db.prisma, bed.place);
    await bed.dialer.start();
    const attemptId = await launched(bed, subject.caseId);
    await bed.attempt(({ state }) => state === 'queued', 'the call');
    await bed.dialer.calls.mediaStarted(attemptId, bed.clock());
    bed.carrier.reachable = false;
    await bed.dialer.calls.abandoned(attemptId, bed.clock(), 'hangup');
    expect(bed.carrier.latest().status).toBe('queued');
    bed.carrier.reachable = true;
    bed.clock.forward(5_000);
    await waitFor('the hang-up', () => bed.carrier.latest().status === 'completed');
  });

  it('[DIAL-35] a stop hangs up what rings, and leaves to the agent what was answered', async () => {
    const bed = await makeOpen();
    await bed.dialer.start();
    const rings = await launched(bed, (await seedCase(db.prisma, bed.place)).caseId);
    await bed.attempt(({ state }) => state === 'queued', 'the call');
    expect(await bed.dialer.hangUp(rings, 'stop')).toBe('asked');
    await waitFor('the hang-up', () => bed.carrier.latest().status !== 'queued');
    const talks = await launched(bed, (await seedCase(db.prisma, bed.place)).caseId);
    await waitFor('the second call', () => bed.carrier.asked.length === 2);
    await bed.dialer.calls.mediaStarted(talks, bed.clock());
    expect(await bed.dialer.hangUp(talks, 'stop')).toBe('left-to-agent');
    bed.clock.forward(5_000);
    expect(bed.carrier.latest().status).toBe('queued');
  });

  it('[DIAL-17] a call that is not placed yet is given up without a ring', async () => {
    const bed = await makeOpen();
    const subject = await seedCase(db.prisma, bed.place);
    const attemptId = await launched(bed, subject.caseId);
    expect(await bed.dialer.hangUp(attemptId, 'stop')).toBe('not-placed');
    expect(await bed.dialer.hangUp(attemptId, 'stop')).toBe('already-ended');
    await bed.dialer.start();
    await waitFor('the ending to be handed over', () => bed.neighbours.ended.includes(attemptId));
    expect(bed.carrier.asked).toHaveLength(0);
    expect(await bed.dialer.hangUp('01890000-0000-7000-8000-00000000dead', 'stop')).toBe('unknown-attempt');
  });
});

/** Counts how often the carrier is asked for calls until it was so many times. */
async function searched(bed: Bed, times: number): Promise<number> {
  const find = bed.carrier.find.bind(bed.carrier);
  let asked = 0;
  bed.carrier.find = (query) => {
    asked += 1;
    return find(query);
  };
  await waitFor(`the carrier to be asked ${times} times`, () => {
    bed.clock.forward(times > asked ? 20 : 0);
    return asked >= times;
  });
  return asked;
}
