import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '../../sim/carrier/exchange/call.ts';
import { patienceMs } from '../chaos/world.ts';
import { waitFor } from '../support/wait-for.ts';
import { openAlways, openHouseOfCallers, type HouseOfCallers } from './callers.ts';

const agents = ['owner'];
const stranger = '+12025550188';

let house: HouseOfCallers;
beforeAll(async () => {
  house = await openHouseOfCallers(agents);
}, patienceMs);
afterEach(() => house.calm());
afterAll(() => house.world.close());

const prisma = () => house.world.db.prisma;
const set = (inbound: object) => prisma().callerId.updateMany({ data: { inbound: { ...openAlways, ...inbound } } });
/** Keys are heard once the prompts have begun. */
async function presses(call: Call, digits: string): Promise<void> {
  await waitFor('a prompt', () => Promise.resolve(call.heard.read().soundMs > 200), 20_000);
  call.party?.press(digits);
}
/** After the tone. */
async function saysSomething(call: Call): Promise<void> {
  await house.world.carrier.events.next('recording-started', ({ callSid }) => callSid === call.sid, 40_000);
  const before = call.spoken.read().soundMs;
  await waitFor('something to be said', () => Promise.resolve(call.spoken.read().soundMs > before + 1_000), 40_000);
}
const queued = (call: Call) => prisma().inboundCall.findUniqueOrThrow({ where: { carrierCallSid: call.sid } });
const outcome = (call: Call, word: string) =>
  waitFor(`the outcome ${word}`, async () => (await queued(call)).outcome === word, 30_000);
/** The only agent talks, so that whoever rings now waits. */
async function busy(): Promise<Call> {
  const talk = house.rings(0);
  await house.connected(talk);
  return talk;
}

describe('a caller who does not want to wait', () => {
  it(
    '[INB-15] hangs up, keeps his place before those who came later, and is rung by an agent kept for him',
    { timeout: patienceMs },
    async () => {
      const { campaignId } = house.world;
      await prisma().campaign.update({ where: { id: campaignId }, data: { status: 'running', mode: 'manual' } });
      const talk = await busy();
      const call = house.rings(1);
      await house.waits(call);
      await presses(call, '1');
      await outcome(call, 'callback');
      await house.settled(call);
      const later = house.rings(2);
      await house.waits(later);
      const kept = await prisma().callback.findFirstOrThrow({ where: { kind: 'kept_place' } });
      expect(kept).toMatchObject({ caseId: house.world.caseIds[1], state: 'pending', withDebtor: true });
      expect(await prisma().caseTask.count({ where: { caseId: kept.caseId } })).toBe(0);
      house.hangUp(talk);
      const rung = await house.orTell(
        waitFor(
          'him to be rung',
          () =>
            prisma().attempt.findFirst({
              where: { caseId: kept.caseId, direction: 'outbound', connectedAt: { not: null } },
            }),
          60_000,
        ),
      );
      expect(rung).toMatchObject({ agentId: house.agentId('owner'), lineId: kept.lineId });
      expect((await house.attemptOf(later))?.connectedAt).toBeNull();
      const done = await waitFor(
        'the promise to be kept',
        () => prisma().callback.findFirst({ where: { id: kept.id, state: 'done' } }),
        60_000,
      );
      expect(done.result).toBe('talked');
      await house.connected(later);
      await prisma().campaign.update({ where: { id: campaignId }, data: { status: 'paused' } });
    },
  );

  it(
    '[INB-16] leaves a message, which is recorded, bound to the case, and a task of its owner',
    { timeout: patienceMs },
    async () => {
      await house.own(3, 'owner');
      await busy();
      const call = house.rings(3);
      await house.waits(call);
      await presses(call, '2');
      await saysSomething(call);
      house.hangUp(call);
      await outcome(call, 'voicemail');
      const attempt = await house.settled(call);
      const recording = await waitFor(
        'the recording to be fetched',
        () => prisma().recording.findFirst({ where: { attemptId: attempt.id, source: 'carrier', status: 'complete' } }),
        60_000,
      );
      expect(recording).toMatchObject({
        caseId: house.world.caseIds[3],
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
      expect(recording.durationMs).toBeGreaterThan(1_000);
      const tasks = await prisma().caseTask.findMany({ where: { caseId: attempt.caseId, doneAt: null } });
      expect(tasks).toMatchObject([{ kind: 'return_call', because: 'voicemail', ownerId: house.agentId('owner') }]);
      expect(attempt.agentId).toBeNull();
    },
  );

  it(
    '[INB-11] after hours hears so and can leave a message, if the number takes any',
    { timeout: patienceMs },
    async () => {
      const today = ((new Date().getUTCDay() + 6) % 7) + 1;
      const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => Math.abs(day - today) > 1 && Math.abs(day - today) < 6);
      await set({ days, afterHours: 'message' });
      const told = house.rings(4);
      await waitFor('the call to end', () => Promise.resolve(told.isOver), 30_000);
      expect((await queued(told)).outcome).toBe('closed');
      await set({ days, afterHours: 'voicemail' });
      const speaks = house.rings(5);
      await saysSomething(speaks);
      house.hangUp(speaks);
      await outcome(speaks, 'voicemail');
      await set({});
    },
  );
});

describe('somebody nobody knows', () => {
  const menu = { 1: 'queue', 2: 'reference', 3: 'voicemail', 9: 'hang_up' };
  it('[INB-17] speaks to an agent, to whom nobody is shown', { timeout: patienceMs }, async () => {
    await set({ menu });
    const call = house.rings(0, { from: stranger, talkMs: 20_000 });
    await presses(call, '1');
    const attempt = await house.connected(call);
    const { debtor, ...about } = await prisma().case.findUniqueOrThrow({
      where: { id: attempt.caseId },
      include: { debtor: true },
    });
    expect(about).toMatchObject({ status: 'closed', amountMinor: 0n, campaignId: null });
    expect(debtor.name).toBeNull();
    expect(await queued(call)).toMatchObject({ shared: true, outcome: null });
    await set({});
  });

  it('[INB-17] names a case by its digits, and still has to say who he is', { timeout: patienceMs }, async () => {
    await set({ menu });
    const named = house.world.caseIds[6] ?? '';
    await prisma().case.update({ where: { id: named }, data: { externalRef: 'REF-77-4411', refKey: 'ref-77-4411' } });
    const call = house.rings(0, { from: '+12025550189', talkMs: 20_000 });
    await presses(call, '2');
    await waitFor('the question', () => Promise.resolve(call.heard.read().soundMs > 3_000), 20_000);
    call.party?.press('774411#');
    const attempt = await house.connected(call);
    expect(attempt.caseId).toBe(named);
    expect((await queued(call)).shared).toBe(true);
    const number = await prisma().phoneNumber.findUniqueOrThrow({ where: { id: attempt.numberId } });
    expect(number).toMatchObject({ class: 'traced', source: 'inbound' });
    const standing = await prisma().debtorLine.findFirst({ where: { lineId: attempt.lineId } });
    expect(standing?.status).toBe('unverified');
    await set({});
  });

  it('[INB-17] ends the call by a key, and costs no agent', { timeout: patienceMs }, async () => {
    await set({ menu });
    const call = house.rings(0, { from: '+12025550190' });
    await presses(call, '9');
    await waitFor('the call to end', () => Promise.resolve(call.isOver), 30_000);
    expect(await queued(call)).toMatchObject({ attemptId: null, outcome: 'unknown' });
    await set({});
  });
});
