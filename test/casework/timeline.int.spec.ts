import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { timelineSql } from '../../src/casework/adapters/timeline-sql.ts';
import { timelineKinds, timelinePage, type TimelineEntry, type TimelinePage } from '../../src/contract/timeline.ts';
import { newId } from '../../src/platform/ids.ts';
import { House, wrapUp, type Given } from './house.ts';

describe('what happened to a case', () => {
  let house: House;
  let given: Given;
  let boss: { id: string; role: string };
  beforeAll(async () => {
    house = await House.open();
    boss = { id: await house.user('supervisor'), role: 'supervisor' };
    given = await eventfulCase();
  });
  afterAll(() => house[Symbol.asyncDispose]());

  const read = async (of: Given, query = '', as = boss): Promise<TimelinePage> =>
    timelinePage.parse(await (await house.get(`/api/cases/${of.caseId}/timeline${query}`, as)).json());
  const whole = async (of: Given, limit: number, kind = ''): Promise<TimelineEntry[]> => {
    const entries: TimelineEntry[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: TimelinePage = await read(of, `?limit=${limit}${kind}${cursor === '' ? '' : `&cursor=${cursor}`}`);
      expect(page.entries.length).toBeLessThanOrEqual(limit);
      entries.push(...page.entries);
      cursor = page.nextCursor;
    }
    return entries;
  };
  const bossly = (path: string, body: object) => house.post(path, boss, body);

  /** One case with something of every kind, made by the doors and desks wherever there is one. */
  async function eventfulCase(): Promise<Given> {
    const { prisma, clock } = house;
    const of = await house.givenCase(['self_mobile', 'home']);
    const { caseId } = of;
    await house.called(of, 1, { result: 'VACANT' });
    clock.forward(60_000);
    const talk = await house.called(of, 0, { agentId: house.agentId });
    const words = { code: 'PTP', promise: { amountMinor: 40_000, dueOn: '2026-11-26' }, note: '两天内还' };
    const saved = await house.casework.wrapUps.save(house.agentId, wrapUp(talk, words), clock());
    expect(saved.kind).toBe('saved');
    clock.forward(60_000);
    const { attemptId: _a, newNumber: _n, then: _t, ...kept } = wrapUp(talk, words);
    const corrected = { ...kept, promise: { amountMinor: 50_000, dueOn: '2026-11-26' }, reason: '金额听错' };
    expect((await bossly(`/api/cases/${caseId}/wrap-ups/${talk}/correction`, corrected)).status).toBe(200);
    await bossly(`/api/cases/${caseId}/stops`, { kind: 'dispute', reason: '对金额有异议' });
    const stop = await prisma.caseStop.findFirstOrThrow({ where: { caseId } });
    clock.forward(60_000);
    await bossly(`/api/stops/${stop.id}/lift`, { reason: '已答复' });
    await bossly('/api/payments', {
      clientId: house.clientId,
      caseRef: `Ref-${caseId}`,
      externalRef: `P-${caseId}`,
      amountMinor: 50_000,
      paidOn: '2026-11-24',
    });
    await bossly(`/api/cases/${caseId}/tasks`, { kind: 'verification_checklist' });
    await bossly(`/api/cases/${caseId}/checklist`, { item: 'registry', finding: '父亲', sourceBasis: '委托方授权书' });
    await bossly(`/api/cases/${caseId}/numbers`, {
      number: '+86 139 1234 5678',
      source: 'registry',
      sourceBasis: '调档函',
    });
    await house.post(`/api/cases/${caseId}/consents`, boss, { numberId: of.numbers[0]?.id, channel: 'call' });
    await prisma.visitOrder.create({
      data: {
        id: newId(),
        caseId,
        debtorId: of.debtorId,
        kind: 'contactable',
        address: '示范路 1 号',
        addressKey: '示范路1号',
        reason: '失联',
        orderedById: boss.id,
        orderedAt: new Date(clock()),
      },
    });
    await prisma.fraudApplication.create({
      data: {
        id: newId(),
        caseId,
        classBefore: 'NEW',
        suspect: '-',
        clues: '-',
        claimedOn: new Date('2026-11-24'),
        steps: { create: { id: newId(), at: new Date(clock()), kind: 'claim', on: new Date('2026-11-24') } },
      },
    });
    await prisma.case.update({ where: { id: caseId }, data: { ownerId: house.agentId } });
    const inbound = await house.call(of, 0, {});
    await prisma.attempt.update({ where: { id: inbound }, data: { direction: 'inbound' } });
    return of;
  }

  it('[TL-1] everything that happened is one list, newest first, and each kind can be looked at alone', async () => {
    const all = await whole(given, 100);
    expect([...new Set(all.map(({ kind }) => kind))].sort()).toEqual([...timelineKinds].sort());
    const told = all.map(({ what }) => what);
    for (const what of [
      'wrapped_up',
      'corrected',
      'stop_set',
      'stop_lifted',
      'promise_made',
      'promise_kept',
      'payment_posted',
      'task_opened',
      'checklist_entered',
      'number_added',
      'number_counted',
      'number_status',
      'visit_ordered',
    ] as const) {
      expect(told).toContain(what);
    }
    const at = all.map((entry) => entry.at);
    expect(at).toEqual([...at].sort((a, b) => b - a));
    for (const kind of timelineKinds) {
      expect(await whole(given, 100, `&kind=${kind}`)).toEqual(all.filter((entry) => entry.kind === kind));
    }
  });

  it('[TL-2] pages of any size are the same list, each entry once, also where instants are equal', async () => {
    const all = await whole(given, 100);
    expect(new Set(all.map(({ entryId }) => entryId)).size).toBe(all.length);
    for (const size of [1, 2, 7]) expect(await whole(given, size)).toEqual(all);
    const at = new Date(house.clock());
    const crowd = Array.from({ length: 9 }, () => ({ id: newId(), caseId: given.caseId, text: '同时', at }));
    await house.prisma.note.createMany({ data: crowd });
    const notes = (await whole(given, 4)).filter((entry) => entry.what === 'noted' && entry.text === '同时');
    expect(notes.map(({ entryId }) => entryId).sort()).toEqual(crowd.map(({ id }) => `noted:${id}`).sort());
    expect((await house.get(`/api/cases/${given.caseId}/timeline?cursor=yesterday`, boss)).status).toBe(400);
  });

  it('[TL-3] it is closed to whoever may not see the case, and while identity is unconfirmed on the line', async () => {
    const stranger = { id: await house.user('agent'), role: 'agent' };
    const path = `/api/cases/${given.caseId}/timeline`;
    expect((await house.get(path, stranger)).status).toBe(404);
    const of = await house.givenCase(['relative'], { ownerId: house.agentId });
    const agent = { id: house.agentId };
    const mine = `/api/cases/${of.caseId}/timeline`;
    expect((await house.get(mine, agent)).status).toBe(200);
    const call = await house.call(of, 0, { agentId: house.agentId, live: true });
    const covered = await house.get(mine, agent);
    expect(covered.status).toBe(404);
    expect(await covered.text()).not.toContain('100000');
    expect((await house.get(mine, boss)).status).toBe(200);
    await house.post(`/api/agent/calls/${call}/identity`, agent);
    expect((await house.get(mine, agent)).status).toBe(200);
  });

  it('[TL-4] no full number leaves the server, and another debtor of the line stays unnamed', async () => {
    const lines = given.numbers.map(({ lineId }) => lineId);
    const other = await house.givenCase(['home', 'work'], { lines: [...lines].reverse() });
    await house.called(other, 0, { result: 'VACANT' });
    const text = JSON.stringify(await read(given, '?limit=100'));
    for (const { e164 } of await house.prisma.line.findMany({
      where: { numbers: { some: { caseId: given.caseId } } },
    })) {
      expect(text).not.toContain(e164);
    }
    expect(text).not.toContain(other.debtorId);
    // Vacancy is the line's own: it counts here too, and the number is invalid by it.
    const counted = (await whole(given, 100, '&kind=number')).filter(({ what }) => what === 'number_counted');
    expect(counted).toHaveLength(2);
    const statuses = (await whole(given, 100, '&kind=number')).flatMap((e) =>
      e.what === 'number_status' ? e.after : [],
    );
    expect(statuses.slice(0, 2)).toEqual(['invalid', 'unverified']);
  });

  it('[TL-5] every class and owner that a case had is on record, whoever changed it, and is never changed', async () => {
    const of = await house.givenCase(['home']);
    const { prisma, clock } = house;
    const classAt = new Date(clock());
    await prisma.case.updateMany({ where: { id: of.caseId }, data: { caseClass: 'TRACE', classAt } });
    await prisma.case.updateMany({ where: { id: of.caseId }, data: { caseClass: 'TRACE', ownerId: house.agentId } });
    await prisma.case.updateMany({ where: { id: of.caseId }, data: { ownerId: null } });
    const entries = await whole(of, 100);
    expect(entries.filter(({ what }) => what === 'class')).toMatchObject([
      { at: classAt.getTime(), before: 'NEW', after: 'TRACE' },
    ]);
    expect(entries.filter(({ what }) => what === 'owner')).toMatchObject([
      { before: 'Somebody', after: null, byName: null, reason: null },
      { before: null, after: 'Somebody', byName: null, reason: null },
    ]);
    const change = prisma.caseChange.updateMany({ where: { caseId: of.caseId }, data: { after: 'PAID' } });
    await expect(change).rejects.toThrow(/additions only/);
  });

  it('[CASE-27] [TL-5] a supervisor gives a case away with a reason; timeline and audit trail say who and why', async () => {
    const of = await house.givenCase(['home']);
    const boss = { id: await house.user('supervisor'), role: 'supervisor' };
    const give = (ownerId: string | null, more: object = {}, as: { id: string; role: string } = boss) =>
      house.send('PUT', `/api/cases/${of.caseId}/owner`, as, { ownerId, reason: 'Speaks the dialect', ...more });
    expect(await give(house.agentId, {}, { id: house.agentId, role: 'agent' })).toMatchObject({ status: 403 });
    expect(await give(house.agentId, { reason: ' ' })).toMatchObject({ status: 400 });
    expect(await give(boss.id)).toMatchObject({ status: 422, rules: ['CASE-27:no_collector'] });
    expect(await give(null)).toMatchObject({ status: 422, rules: ['CASE-27:has_it_already'] });
    expect((await house.caseRow(of)).ownerId).toBeNull();
    expect((await give(house.agentId)).status).toBe(204);
    expect((await give(null, { reason: 'On leave' })).status).toBe(204);
    expect((await whole(of, 100)).filter(({ what }) => what === 'owner')).toMatchObject([
      { before: 'Somebody', after: null, byName: 'Somebody', reason: 'On leave' },
      { before: null, after: 'Somebody', byName: 'Somebody', reason: 'Speaks the dialect' },
    ]);
    expect(house.audited.filter(({ action }) => action === 'case.given')).toEqual([
      { action: 'case.given', actorId: boss.id, subjectId: of.caseId },
      { action: 'case.given', actorId: boss.id, subjectId: of.caseId },
    ]);
    const { owners } = JSON.parse(await (await house.get('/api/case-owners', boss)).text()) as {
      owners: { userId: string }[];
    };
    expect(owners.map(({ userId }) => userId)).toContain(house.agentId);
    expect(owners.map(({ userId }) => userId)).not.toContain(boss.id);
  });

  it('[TL-6] each source is read by its index, and a page costs the same however long the history is', async () => {
    const span = { caseId: given.caseId, debtorId: given.debtorId, before: null, limit: 41 };
    const statement = timelineSql(span, null);
    const plan = await house.prisma.$transaction(async (db) => {
      await db.$executeRaw`SET LOCAL enable_seqscan = off`;
      return db.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${statement.text}`, ...statement.values);
    });
    const lines = plan.map((row) => row['QUERY PLAN']);
    // Users are joined to the rows of the page alone; their table is small, and a walk over it is the planner's choice.
    expect(lines.filter((line) => line.includes('Seq Scan') && !line.includes('"User"'))).toEqual([]);
    expect(lines.length).toBeGreaterThan(timelineKinds.length);
  });
});
