import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handoverOffer, type HandoverOffer, type HandoverTo } from '../../src/contract/handover.ts';
import { newId } from '../../src/platform/ids.ts';
import { lockWaits } from '../support/lock-waits.ts';
import { waitFor } from '../support/wait-for.ts';
import { House, type Given } from './house.ts';

const never = new AbortController().signal;
let house: House;
let boss: { id: string; role: string };
let leaver: string;
let heirs: string[];

beforeAll(async () => {
  house = await House.open();
});
afterAll(async () => {
  await house[Symbol.asyncDispose]();
});
beforeEach(async () => {
  house.audited.length = 0;
  house.audits = () => undefined;
  boss = { id: await house.user('supervisor'), role: 'supervisor' };
  leaver = await house.user('agent');
  heirs = [await house.user('agent'), await house.user('agent'), await house.user('agent')];
});

async function owned(count: number, ownerId = leaver): Promise<Given[]> {
  const cases: Given[] = [];
  for (let n = 0; n < count; n += 1) cases.push(await house.givenCase(['self_mobile'], { ownerId }));
  return cases;
}
const path = (): string => `/api/people/${leaver}/handover`;
const offer = async (): Promise<HandoverOffer> =>
  handoverOffer.parse(JSON.parse(await (await house.get(path(), boss)).text()));
const begin = (to: HandoverTo, more: object = {}) =>
  house.send('POST', path(), boss, { to, reason: 'Leaves the house', ...more });
const cancel = (handoverId: string, by = boss) => house.send('POST', `${path()}/cancel`, by, { handoverId });
const named = (...personIds: string[]): HandoverTo => ({ kind: 'named', personIds });
const one = (personId: string): HandoverTo => ({ kind: 'one', personId });
const run = async (signal: AbortSignal = never): Promise<string> =>
  house.casework.runHandover((await offer()).latest?.handoverId ?? '', signal);
const ownersOf = async (cases: readonly Given[]): Promise<(string | null)[]> => {
  const rows = await house.prisma.case.findMany({ where: { id: { in: cases.map(({ caseId }) => caseId) } } });
  return cases.map(({ caseId }) => rows.find(({ id }) => id === caseId)?.ownerId ?? null);
};
const timesGiven = (caseIds: readonly string[]): Promise<number> =>
  house.prisma.caseChange.count({ where: { caseId: { in: [...caseIds] }, field: 'owner', after: { in: heirs } } });

describe('what somebody has in hand', () => {
  it('[LVR-1] is counted before it is given: cases, promises, calls agreed on, tasks, visits, fraud, campaigns', async () => {
    const [first] = await owned(2);
    const [other] = await owned(1, heirs[0]);
    if (first === undefined || other === undefined) throw new Error('no case');
    const { prisma, clock } = house;
    const at = new Date(clock());
    const { caseId, debtorId } = first;
    await prisma.promise.create({
      data: { id: newId(), caseId, amountMinor: 100n, currency: 'CNY', dueOn: new Date('2026-11-26') },
    });
    await prisma.callback.create({
      data: {
        ...{ id: newId(), kind: 'agreed', caseId, debtorId, lineId: first.numbers[0]?.lineId ?? '' },
        ...{ withDebtor: true, forWhom: 'owner', fromAttemptId: newId(), dueAt: at, createdAt: at },
      },
    });
    const task = { ownerId: leaver, kind: 'trace_phone', because: 'asked', anchorAt: at, dueAt: at };
    await prisma.caseTask.createMany({
      data: [
        { id: newId(), caseId, ...task },
        { id: newId(), caseId: other.caseId, ...task },
        { id: newId(), caseId: other.caseId, ...task, kind: 'registry_check' },
        { id: newId(), caseId, ...task, kind: 'lookup_114', ownerId: heirs[1] ?? null },
      ],
    });
    await prisma.visitOrder.create({
      data: {
        ...{ id: newId(), caseId, debtorId, kind: 'lost', address: 'x', addressKey: 'x', reason: 'x' },
        orderedById: boss.id,
      },
    });
    const fraud = { classBefore: 'NEW', suspect: 'x', clues: 'x', claimedOn: new Date('2026-11-20') };
    await prisma.fraudApplication.create({ data: { id: newId(), caseId, ...fraud } });
    await prisma.campaignAgent.create({ data: { campaignId: house.campaignId, userId: leaver } });
    const { campaigns, latest, ...counts } = await offer();
    expect(counts).toEqual({
      ...{ openCases: 2, promises: 1, callbacks: 1, tasks: 1, otherTasks: 2, visits: 1, frauds: 1, inCall: 0 },
    });
    expect(campaigns).toEqual([{ campaignId: house.campaignId, name: 'Campaign' }]);
    expect(latest).toBeNull();
  });

  it('[LVR-1] is shown to whoever may hand over, and of people of his own team alone', async () => {
    expect((await house.get(path(), { id: leaver, role: 'agent' })).status).toBe(403);
    expect((await house.get(`/api/people/${newId()}/handover`, boss)).status).toBe(404);
    const teams = [newId(), newId()];
    await house.prisma.team.createMany({ data: teams.map((id) => ({ id, name: id })) });
    const put = (id: string, teamId: string | undefined) =>
      house.prisma.user.update({ where: { id }, data: { teamId: teamId ?? null } });
    await put(leaver, teams[0]);
    await put(boss.id, teams[1]);
    expect((await house.get(path(), boss)).status).toBe(404);
    await owned(1);
    expect((await begin(one(heirs[0] ?? ''))).status).toBe(404);
    await put(boss.id, teams[0]);
    expect((await house.get(path(), boss)).status).toBe(200);
  });
});

describe('to whom it goes', () => {
  it('[LVR-2] refuses whoever may not sign in, is no collector, or is the one who leaves; and wants a reason', async () => {
    const [heir = ''] = heirs;
    expect(await begin(one(heir))).toMatchObject({ status: 422, rules: ['LVR-1:nothing_open'] });
    await owned(1);
    expect(await begin(one(heir), { reason: ' ' })).toMatchObject({ status: 400 });
    expect(await begin(one(boss.id))).toMatchObject({ status: 422, rules: ['LVR-2:nobody_to_take'] });
    expect(await begin(one(leaver))).toMatchObject({ status: 422, rules: ['LVR-2:nobody_to_take'] });
    expect(await begin(named(heir, boss.id))).toMatchObject({ status: 422, rules: ['LVR-2:no_collector'] });
    await house.prisma.user.update({ where: { id: heir }, data: { disabledAt: new Date() } });
    expect(await begin(one(heir))).toMatchObject({ status: 422, rules: ['LVR-2:nobody_to_take'] });
    expect(await house.prisma.handover.count({ where: { fromId: leaver } })).toBe(0);
  });

  it('[LVR-3] spreads over a team or over those named, evenly by count', async () => {
    const teamId = newId();
    await house.prisma.team.create({ data: { id: teamId, name: teamId } });
    await house.prisma.user.updateMany({ where: { id: { in: [leaver, ...heirs] } }, data: { teamId } });
    const cases = await owned(7);
    expect((await begin({ kind: 'team', teamId })).status).toBe(202);
    expect(await run()).toBe('done');
    const owners = await ownersOf(cases);
    expect(heirs.map((heir) => owners.filter((owner) => owner === heir).length).toSorted()).toEqual([2, 2, 3]);
    const { latest, openCases } = await offer();
    expect(openCases).toBe(0);
    expect(latest).toMatchObject({ total: 7, given: 7, waiting: 0, left: [], reason: 'Leaves the house' });
    expect(latest?.to.map(({ given }) => given).toSorted()).toEqual([2, 2, 3]);
    expect(latest?.finishedAt).toBe(house.clock());
  });
});

describe('each case', () => {
  it('[LVR-4] is given as if it were given alone: timeline, audit trail and cadence; agreed calls follow, his tasks go with it', async () => {
    const [of] = await owned(1);
    if (of === undefined) throw new Error('no case');
    const { caseId, debtorId } = of;
    const [heir = '', other = ''] = heirs;
    const at = new Date(house.clock());
    const task = { caseId, because: 'asked', anchorAt: at, dueAt: at };
    await house.prisma.caseTask.createMany({
      data: [
        { id: newId(), ...task, kind: 'trace_phone', ownerId: leaver },
        { id: newId(), ...task, kind: 'lookup_114', ownerId: other },
        {
          id: newId(),
          ...task,
          kind: 'verification_checklist',
          ownerId: leaver,
          doneAt: at,
          doneById: leaver,
          result: 'none',
        },
      ],
    });
    await house.prisma.callback.create({
      data: {
        ...{ id: newId(), kind: 'agreed', caseId, debtorId, lineId: of.numbers[0]?.lineId ?? '' },
        ...{ withDebtor: true, forWhom: 'owner', fromAttemptId: newId(), dueAt: at, createdAt: at },
      },
    });
    expect((await begin(one(heir))).status).toBe(202);
    expect(await run()).toBe('done');
    expect(await ownersOf([of])).toEqual([heir]);
    const changes = await house.prisma.caseChange.findMany({
      where: { caseId, field: 'owner' },
      orderBy: { at: 'asc' },
    });
    expect(changes.at(-1)).toMatchObject({ before: leaver, after: heir, byId: boss.id, reason: 'Leaves the house' });
    const tasks = await house.prisma.caseTask.findMany({ where: { caseId }, orderBy: { kind: 'asc' } });
    expect(tasks.map(({ kind, ownerId }) => [kind, ownerId])).toEqual([
      ['lookup_114', other],

      ['trace_phone', heir],
      ['verification_checklist', leaver],
    ]);
    const seen = JSON.parse(await (await house.get('/api/callbacks', { id: heir })).text()) as { callbacks: unknown[] };
    expect(seen.callbacks).toHaveLength(1);
    expect(house.audited.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ['user.handover_begun', leaver],
      ['case.given', caseId],
      ['user.handover_done', leaver],
    ]);
  });

  it('[LVR-5] that is on a call, or whose talk is still to be written up, is given after it', async () => {
    const [talks, written, free] = await owned(3);
    if (talks === undefined || written === undefined || free === undefined) throw new Error('no case');
    const live = await house.call(talks, 0, { agentId: leaver, live: true });
    const owes = await house.call(written, 0, { agentId: leaver });
    expect((await offer()).inCall).toBe(2);
    const [heir = ''] = heirs;
    await begin(one(heir));
    expect(await run()).toBe('waits');
    expect(await ownersOf([talks, written, free])).toEqual([leaver, leaver, heir]);
    expect((await offer()).latest).toMatchObject({ given: 1, waiting: 2, finishedAt: null });
    await house.prisma.attempt.update({
      where: { id: live },
      data: { state: 'ended', endedAt: new Date(house.clock()), endFault: 'none', endReason: 'test' },
    });
    for (const [attemptId, of] of [
      [live, talks],
      [owes, written],
    ] as const) {
      await house.prisma.wrapUp.create({
        data: {
          ...{ id: newId(), attemptId, caseId: of.caseId, agentId: leaver, code: 'NEG', party: 'RPC', acwMs: 0 },
          ...{ classAfter: 'NEGOTIATING', startedAt: new Date(house.clock()) },
        },
      });
    }
    expect(await run()).toBe('done');
    expect(await ownersOf([talks, written])).toEqual([heir, heir]);
  });

  it('[LVR-6] that somebody changed meanwhile, or whose heir is gone, is left and counted', async () => {
    const cases = await owned(4);
    const [heir = '', gone = '', third = ''] = heirs;
    await begin(named(heir, gone));
    const parts = await house.prisma.handoverCase.findMany({
      where: { caseId: { in: cases.map((each) => each.caseId) } },
    });
    const ofHeir = parts.filter(({ toId }) => toId === heir).map(({ caseId }) => caseId);
    await house.send('PUT', `/api/cases/${ofHeir[0] ?? ''}/owner`, boss, { ownerId: third, reason: 'Knows him' });
    await house.prisma.case.update({ where: { id: ofHeir[1] ?? '' }, data: { status: 'closed', dueAt: null } });
    await house.prisma.user.update({ where: { id: gone }, data: { disabledAt: new Date() } });
    expect(await run()).toBe('done');
    const { latest } = await offer();
    expect(latest).toMatchObject({
      ...{ total: 4, given: 0, waiting: 0 },
      left: [
        { because: 'owner_changed', count: 1 },
        { because: 'closed', count: 1 },
        { because: 'recipient_gone', count: 2 },
      ],
    });
    expect((await ownersOf(cases)).filter((owner) => owner === third)).toHaveLength(1);
  });
});

/** How often the audit trail has said so. */
const told = (action: string): number => house.audited.filter((entry) => entry.action === action).length;

describe('that it is enough', () => {
  it('[LVR-10] leaves what has been given and keeps what waits, and says how many', async () => {
    const [talks, ...free] = await owned(4);
    if (talks === undefined) throw new Error('no case');
    await house.call(talks, 0, { agentId: leaver });
    const [heir = ''] = heirs;
    await begin(one(heir));
    expect(await run()).toBe('waits');
    const handoverId = (await offer()).latest?.handoverId ?? '';
    expect((await cancel(handoverId, { id: leaver, role: 'agent' })).status).toBe(403);
    expect((await cancel(newId())).status).toBe(409);
    expect((await cancel(handoverId)).status).toBe(200);
    const { latest, openCases } = await offer();
    expect(openCases).toBe(1);
    expect(latest).toMatchObject({
      ...{ total: 4, given: 3, waiting: 0, left: [{ because: 'cancelled', count: 1 }] },
      cancelled: { byName: 'Somebody', at: house.clock() },
    });
    expect(await ownersOf([talks, ...free])).toEqual([leaver, heir, heir, heir]);
    expect((await cancel(handoverId)).status).toBe(409);

    // Whoever carries it on ends it; the end is told of once, by whom it was stopped.
    expect((await begin(one(heir))).status).toBe(409);
    expect(await run()).toBe('done');
    expect(house.audited.filter(({ action }) => action.startsWith('user.handover'))).toEqual([
      { action: 'user.handover_begun', actorId: boss.id, subjectId: leaver },
      { action: 'user.handover_cancelled', actorId: boss.id, subjectId: leaver },
    ]);
    expect(await ownersOf([talks])).toEqual([leaver]);
    expect((await begin(one(heir))).status).toBe(202);
  });

  it('[LVR-10] waits for the case that is being given just then, which counts as given', async () => {
    const cases = await owned(3);
    const [heir = ''] = heirs;
    const first = cases.map(({ caseId }) => caseId).toSorted()[0] ?? '';
    const at = new Date(house.clock());
    const task = { id: newId(), caseId: first, kind: 'trace_phone', because: 'asked', anchorAt: at, dueAt: at };
    await house.prisma.caseTask.create({ data: { ...task, ownerId: leaver } });
    await begin(one(heir));
    const handoverId = (await offer()).latest?.handoverId ?? '';
    const both: Promise<unknown>[] = [];
    await house.prisma.$transaction(
      async (db) => {
        await db.$queryRaw`SELECT "id" FROM "CaseTask" WHERE "id" = ${task.id}::uuid FOR UPDATE`;
        both.push(house.casework.runHandover(handoverId, never));
        await waitFor('the first case to be at its task', async () => (await lockWaits(house.prisma)) === 1);
        both.push(cancel(handoverId));
        await waitFor('the other to wait for it', async () => (await lockWaits(house.prisma)) === 2);
      },
      { timeout: 20_000 },
    );
    await Promise.all(both);
    expect((await offer()).latest).toMatchObject({ given: 1, waiting: 0, left: [{ because: 'cancelled', count: 2 }] });
    expect(await timesGiven(cases.map(({ caseId }) => caseId))).toBe(1);
    expect(told('case.given')).toBe(1);
  });

  it('[LVR-10] is said by those who may see the leaver alone', async () => {
    await owned(1);
    const teams = [newId(), newId()];
    await house.prisma.team.createMany({ data: teams.map((id) => ({ id, name: id })) });
    await begin(one(heirs[0] ?? ''));
    const handoverId = (await offer()).latest?.handoverId ?? '';
    await house.prisma.user.update({ where: { id: leaver }, data: { teamId: teams[0] ?? null } });
    await house.prisma.user.update({ where: { id: boss.id }, data: { teamId: teams[1] ?? null } });
    expect((await cancel(handoverId)).status).toBe(404);
    expect(await house.prisma.handoverCase.count({ where: { handoverId, outcome: null } })).toBe(1);
  });
});

describe('whatever happens in between', () => {
  it('[LVR-7] killed in the middle, it goes on where it was: each case is given once, and told of once', async () => {
    const cases = await owned(6);
    await begin(named(...heirs));
    // The third case cannot be written: as far as the database goes, the process died there.
    const sixth = cases.map(({ caseId }) => caseId).toSorted()[2] ?? '';
    await house.prisma.$executeRawUnsafe(
      `CREATE FUNCTION fail_here() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'dies here'; END $$`,
    );
    await house.prisma.$executeRawUnsafe(
      `CREATE TRIGGER fail_here BEFORE UPDATE ON "Case" FOR EACH ROW WHEN (NEW."id" = '${sixth}') EXECUTE FUNCTION fail_here()`,
    );
    await expect(run()).rejects.toThrow();
    expect((await offer()).latest).toMatchObject({ given: 2, waiting: 4, finishedAt: null });
    await house.prisma.$executeRawUnsafe(`DROP TRIGGER fail_here ON "Case"`);
    // Nobody released it: after its time it is anybody's.
    await house.prisma.handover.updateMany({ data: { claimedUntil: new Date(house.clock() + 30_000) } });
    expect(await run()).toBe('not-mine');
    house.clock.forward(30_001);
    expect(await run()).toBe('done');
    expect((await offer()).latest).toMatchObject({ given: 6, waiting: 0 });
    expect(await timesGiven(cases.map(({ caseId }) => caseId))).toBe(6);
    const told = house.audited.flatMap(({ action, subjectId }) => (action === 'case.given' ? [subjectId] : []));
    expect(told.toSorted()).toEqual(cases.map(({ caseId }) => caseId).toSorted());
    expect(await run()).toBe('not-mine');
  });

  it('[LVR-7] whoever carries it on has it for half a minute, and longer only as he says so anew', async () => {
    const [only] = await owned(1);
    await begin(named(heirs[0] ?? ''));
    const during = await house.prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Case" WHERE "id" = ${only?.caseId ?? ''}::uuid FOR UPDATE`;
      const running = run();
      await waitFor('it to wait for the case', async () => (await lockWaits(house.prisma)) === 1);
      const { claimedUntil } = await house.prisma.handover.findFirstOrThrow({ where: { fromId: leaver } });
      return { running, claimedUntil };
    });
    expect((during.claimedUntil?.getTime() ?? 0) - house.clock()).toBe(30_000);
    expect(await during.running).toBe('done');
  });

  it('[LVR-7] stopped with its process it ends after the case under way', async () => {
    await owned(2);
    await begin(named(...heirs));
    const stopping = new AbortController();
    stopping.abort();
    expect(await run(stopping.signal)).toBe('stopped');
    expect((await offer()).latest).toMatchObject({ given: 0, waiting: 2 });
    expect(await run()).toBe('done');
  });

  it.each(['case.given', 'user.handover_done'])(
    '[LVR-11] dead just after %s was told of, it tells of each case and of the end once',
    async (action) => {
      const cases = await owned(3);
      await begin(named(...heirs));
      house.audits = (said) => {
        if (said === action) throw new Error('dies here');
      };
      await expect(run()).rejects.toThrow('dies here');
      expect((await offer()).latest).toMatchObject({ finishedAt: null });
      house.audits = () => undefined;
      expect(await run()).toBe('done');
      const given = house.audited.flatMap((entry) => (entry.action === 'case.given' ? [entry.subjectId] : []));
      expect(given.toSorted()).toEqual(cases.map(({ caseId }) => caseId).toSorted());
      expect(told('user.handover_done')).toBe(1);
    },
  );

  it('[LVR-11] dead while it begins, there is neither a handover nor an entry of one; begun, there are both', async () => {
    const cases = await owned(2);
    const begun = { action: 'user.handover_begun', subjectId: leaver };
    const stored = async () => [
      await house.prisma.handover.count({ where: { fromId: leaver } }),
      await house.prisma.auditEntry.count({ where: begun }),
    ];
    house.audits = () => {
      throw new Error('dies here');
    };
    expect((await begin(named(...heirs))).status).toBe(500);
    expect(await stored()).toEqual([0, 0]);
    house.audits = () => undefined;
    expect((await begin(named(...heirs))).status).toBe(202);
    expect(await stored()).toEqual([1, 1]);
    const { latest } = await offer();
    const { actorId, detail } = await house.prisma.auditEntry.findFirstOrThrow({ where: begun });
    expect({ actorId, detail }).toEqual({
      actorId: boss.id,
      detail: { handoverId: latest?.handoverId, cases: cases.length, people: 2, reason: 'Leaves the house' },
    });
  });

  it('[LVR-8] two who begin at once, and two who carry on at once, give each case once', async () => {
    const cases = await owned(8);
    const replies = await Promise.all([begin(named(...heirs)), begin(one(heirs[0] ?? '')), begin(named(...heirs))]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([202, 409, 409]);
    expect((await Promise.all([run(), run(), run()])).filter((ending) => ending === 'done')).toHaveLength(1);
    expect(await timesGiven(cases.map(({ caseId }) => caseId))).toBe(8);
    // Whoever's claim ran out while he was slow meets the other at the case's lock.
    const more = await owned(6);
    await begin(named(...heirs));
    const handoverId = (await offer()).latest?.handoverId ?? '';
    const carryOn = () => house.casework.runHandover(handoverId, never);
    const first = more.map(({ caseId }) => caseId).toSorted()[0] ?? '';
    const both: Promise<string>[] = [];
    await house.prisma.$transaction(
      async (db) => {
        await db.$queryRaw`SELECT "id" FROM "Case" WHERE "id" = ${first}::uuid FOR UPDATE`;
        for (const waits of [1, 2]) {
          both.push(carryOn());
          await waitFor('them to meet there', async () => (await lockWaits(house.prisma)) === waits);
          await house.prisma.handover.update({ where: { id: handoverId }, data: { claimedUntil: null } });
        }
      },
      { timeout: 20_000 },
    );
    await Promise.all(both);
    await run();
    expect(await timesGiven(more.map(({ caseId }) => caseId))).toBe(6);
    expect((await offer()).latest).toMatchObject({ given: 6, waiting: 0 });
  });
});
