import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Web } from '../../sim/floor/web.ts';
import { agentBootstrap } from '../../src/contract/agent.ts';
import { waitingCalls } from '../../src/contract/inbound.ts';
import { newId } from '../../src/platform/ids.ts';
import { callerNumbers, password } from '../chaos/seed-world.ts';
import { patienceMs, type World } from '../chaos/world.ts';
import { waitFor } from '../support/wait-for.ts';
import { openHouseOfCallers, type HouseOfCallers } from './callers.ts';

const names = ['owner', 'other'];

let house: HouseOfCallers;
let world: World;

beforeAll(async () => {
  house = await openHouseOfCallers(names);
  ({ world } = house);
}, patienceMs);
afterEach(() => house.calm());
afterAll(() => world.close());

const agentId = (username: string) => house.agentId(username);
const own = (index: number, username: string) => house.own(index, username);
const rings: HouseOfCallers['rings'] = (index, opts) => house.rings(index, opts);
const attemptOf: HouseOfCallers['attemptOf'] = (call) => house.attemptOf(call);
const connected: HouseOfCallers['connected'] = (call) => house.connected(call);
const settled: HouseOfCallers['settled'] = (call) => house.settled(call);

describe('somebody rings us', () => {
  it('[INB-1] is recorded and wrapped up like any call', { timeout: patienceMs }, async () => {
    const call = rings(0, { talkMs: 3_000 });
    const attempt = await settled(call);
    expect(attempt).toMatchObject({ direction: 'inbound', caseId: world.caseIds[0], placedAt: null });
    await waitFor('the wrap-up', () => world.db.prisma.wrapUp.findUnique({ where: { attemptId: attempt.id } }), 30_000);
    const recording = await waitFor(
      'the recording',
      () =>
        world.db.prisma.recording.findFirst({ where: { attemptId: attempt.id, source: 'own', status: 'complete' } }),
      30_000,
    );
    expect(recording.durationMs).toBeGreaterThan(1_000);
    expect(world.carrier.exchange.notifications.list()).toEqual([]);
  });

  it('[INB-6] goes to the owner of the case before anybody else', { timeout: patienceMs }, async () => {
    for (const [index, username] of [
      [1, 'other'],
      [2, 'owner'],
    ] as const) {
      await own(index, username);
      const call = rings(index, { talkMs: 500 });
      expect((await connected(call)).agentId).toBe(agentId(username));
      await settled(call);
      await house.everybodyReady();
    }
  });

  it(
    '[INB-12] a number that nobody in the books has hears that, and costs no agent',
    { timeout: patienceMs },
    async () => {
      const call = rings(0, { from: '+12025550177' });
      await waitFor('the call to end', () => call.status === 'completed', 30_000);
      const row = await waitFor('the note of it', () =>
        world.db.prisma.inboundCall.findUnique({ where: { carrierCallSid: call.sid, endedAt: { not: null } } }),
      );
      expect(row).toMatchObject({ attemptId: null, outcome: 'unknown' });
      expect(await attemptOf(call)).toBeNull();
    },
  );

  it(
    '[INB-2] takes nothing that is not signed, not of this number, or without its token',
    { timeout: patienceMs },
    async () => {
      const { id } = await world.db.prisma.callerId.findFirstOrThrow({ where: { e164: callerNumbers[0] ?? '' } });
      const ask = (path: string) =>
        fetch(`${world.url}/carrier/v1/inbound/${path}`, {
          method: 'POST',
          headers: { 'x-twilio-signature': 'bm8=' },
          body: new URLSearchParams({
            CallSid: `CA${'0'.repeat(32)}`,
            To: callerNumbers[0] ?? '',
            From: '+12025550199',
          }),
        });
      const paths = [`numbers/${id}`, `numbers/${id}/ended`, `calls/${id}/token/wait`];
      for (const path of paths) expect((await ask(path)).status).toBe(403);
      expect(await world.db.prisma.inboundCall.count({ where: { callerIdId: id, outcome: null, endedAt: null } })).toBe(
        0,
      );
    },
  );

  it('[INB-5] ends what rings for the person, and takes the place of it', { timeout: patienceMs }, async () => {
    const [index, campaignId] = [8, world.campaignId];
    const where = { id: world.caseIds[index] ?? '' };
    const { debtorId } = await world.db.prisma.case.findUniqueOrThrow({ where });
    const [number, trunk, callerId] = await Promise.all([
      world.db.prisma.phoneNumber.findFirstOrThrow({ where: { caseId: where.id } }),
      world.db.prisma.trunk.findFirstOrThrow(),
      world.db.prisma.callerId.findFirstOrThrow(),
    ]);
    const intended = await world.db.prisma.attempt.create({
      data: {
        id: newId(),
        caseId: where.id,
        debtorId,
        numberId: number.id,
        lineId: number.lineId,
        campaignId,
        trunkId: trunk.id,
        callerIdId: callerId.id,
        tokenHash: newId(),
        dialByAt: new Date(Date.now() + 60_000),
        presetName: 'demo',
        presetVersion: 1,
        decision: {},
      },
    });
    const call = rings(index, { talkMs: 500 });
    await connected(call);
    expect(await world.db.prisma.attempt.findUnique({ where: { id: intended.id } })).toMatchObject({
      state: 'ended',
      placedAt: null,
      systemResult: 'SUPPRESSED',
    });
    await settled(call);
  });

  it('[INB-4] a line of two debtors shows nobody until one of them is named', { timeout: patienceMs }, async () => {
    const [mine, other] = [9, 10].map((index) => world.caseIds[index] ?? '');
    const { lineId } = await world.db.prisma.phoneNumber.findFirstOrThrow({ where: { caseId: mine ?? '' } });
    const second = await world.db.prisma.case.findUniqueOrThrow({
      where: { id: other ?? '' },
      include: { debtor: true },
    });
    await world.db.prisma.phoneNumber.create({
      data: { id: newId(), caseId: second.id, debtorId: second.debtorId, lineId, class: 'home', position: 9 },
    });
    const call = rings(9, { talkMs: 60_000 });
    const attempt = await connected(call);
    const taker = [...world.agentIds].find(([, id]) => id === attempt.agentId)?.[0] ?? '';
    const web = new Web(world.url);
    await web.signIn(taker, password);
    const see = async () => agentBootstrap.parse((await web.ask('GET', '/api/agent/bootstrap')).body);
    const bootstrap = await see();
    expect(bootstrap.call).toMatchObject({
      direction: 'inbound',
      shared: true,
      covered: true,
      debtorName: null,
      externalRef: '',
      ladder: [],
    });
    expect(bootstrap.casePage).toBeNull();
    for (const caseId of [mine, other]) {
      expect((await web.ask('GET', `/api/cases/${caseId ?? ''}`)).status).toBe(404);
    }
    const say = async (said: string) =>
      (await web.ask('POST', `/api/agent/calls/${attempt.id}/caller`, { said })).status;
    expect(await say('Somebody Else')).toBe(422);
    expect(await say(second.debtor.name?.toUpperCase() ?? '')).toBe(204);
    expect(await attemptOf(call)).toMatchObject({ caseId: second.id, debtorId: second.debtorId });
    expect((await see()).call).toMatchObject({
      shared: false,
      covered: false,
      identity: 'not_needed',
      caseId: second.id,
    });
  });

  it('[INB-7] waits in the order of arrival, and hears the place', { timeout: patienceMs }, async () => {
    const busy = [rings(3), rings(4)];
    await Promise.all(busy.map(connected));
    const first = rings(5);
    await waitFor('the first to wait', async () => (await attemptOf(first)) !== null);
    const second = rings(6);
    await waitFor('the second to wait', async () => (await attemptOf(second)) !== null);
    await waitFor('the announcement', () => first.heard.read().soundMs > 500, 20_000);
    expect((await attemptOf(second))?.state).toBe('ringing');
    const [talk] = busy;
    if (talk !== undefined) house.hangUp(talk);
    const isTaken = (call: typeof first) => attemptOf(call).then((attempt) => attempt?.connectedAt != null);
    await house.orTell(
      waitFor('one of them to be taken', async () => (await isTaken(first)) || (await isTaken(second)), 30_000),
    );
    expect([await isTaken(first), await isTaken(second)]).toEqual([true, false]);
  });

  it(
    '[INB-10] who leaves before an agent came is missed, and nobody is kept for him',
    { timeout: patienceMs },
    async () => {
      const busy = [rings(3), rings(4)];
      await Promise.all(busy.map(connected));
      await own(7, 'owner');
      const call = rings(7);
      await waitFor('the caller to wait', async () => (await attemptOf(call)) !== null);
      house.hangUp(call);
      const attempt = await settled(call);
      expect(attempt).toMatchObject({ agentId: null, endReason: 'caller-left', systemResult: 'CANCELED' });
      const tasks = await world.db.prisma.caseTask.findMany({ where: { caseId: attempt.caseId } });
      expect(tasks).toMatchObject([
        { kind: 'return_call', because: 'missed_call', ownerId: agentId('owner'), doneAt: null },
      ]);
    },
  );

  it(
    '[INB-18] supervisors see who waits, and give a caller to an agent before those who came earlier',
    { timeout: patienceMs },
    async () => {
      const { prisma } = world.db;
      const { passwordHash } = await prisma.user.findFirstOrThrow({ where: { username: 'owner' } });
      await prisma.user.create({
        data: { id: newId(), username: 'super', displayName: 'super', role: 'supervisor', passwordHash },
      });
      const supervisor = new Web(world.url);
      await supervisor.signIn('super', password);
      const busy = [rings(3), rings(4)];
      const [talk] = await Promise.all(busy.map(connected));
      const first = rings(5);
      await house.waits(first);
      const second = rings(6);
      await house.waits(second);
      const line = waitingCalls.parse((await supervisor.ask('GET', '/api/inbound/waiting')).body);
      expect(line.agents).toHaveLength(2);
      expect(line.calls).toMatchObject([
        { attemptId: (await attemptOf(first))?.id, position: 1, absent: false, assignedTo: null },
        { attemptId: (await attemptOf(second))?.id, position: 2 },
      ]);
      expect(line.calls[0]?.numberMasked).toContain('****');
      expect(line.calls[1]?.expectedWaitMs).toBeGreaterThan(line.calls[0]?.expectedWaitMs ?? Infinity);
      const agent = talk?.agentId ?? '';
      const path = `/api/inbound/waiting/${line.calls[1]?.attemptId ?? ''}/agent`;
      expect((await supervisor.ask('PUT', path, { agentId: agent })).status).toBe(204);
      if (busy[0] !== undefined) house.hangUp(busy[0]);
      expect(await connected(second)).toMatchObject({ agentId: agent });
      expect((await attemptOf(first))?.connectedAt).toBeNull();
      expect(await prisma.auditEntry.count({ where: { action: 'caller.given' } })).toBe(1);
      expect((await supervisor.ask('PUT', path, { agentId: agent })).status).toBe(404);
    },
  );
});
