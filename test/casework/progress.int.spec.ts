import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  agentCalendar,
  listedCases,
  progressExceptions,
  progressReport,
  worklistCounts,
  type ProgressReport,
  type ProgressRow,
} from '../../src/contract/progress.ts';
import { newId } from '../../src/platform/ids.ts';
import { House, tuesdayMorning, type Given } from './house.ts';

describe('progress and worklists', () => {
  let house: House;
  let supervisorId: string;
  beforeAll(async () => {
    house = await House.open();
    supervisorId = await house.user('supervisor');
  });
  afterAll(() => house[Symbol.asyncDispose]());
  beforeEach(() => {
    house.clock.set(tuesdayMorning);
  });

  const ask = (path: string) => house.get(path, { id: supervisorId, role: 'supervisor' });
  const report = async (query: string): Promise<ProgressReport> =>
    progressReport.parse(await (await ask(`/api/progress?${query}`)).json());
  const rowOf = (of: ProgressReport, key: string | null): ProgressRow => {
    const found = of.rows.find((row) => row.key === key);
    if (found === undefined) throw new Error('no such row');
    return found;
  };
  const listed = async (path: string, id: string, role = 'agent') =>
    listedCases.parse(await (await house.get(path, { id, role })).json());
  const day = (date: string): Date => new Date(`${date}T00:00:00.000Z`);

  it('[R29] 49 accounts of a day are short, 50 meet the goal; calls are not accounts, and days count anew', async () => {
    const ownerId = await house.user('agent');
    const cases = [];
    for (let at = 0; at < 50; at += 1) cases.push(await house.givenCase(['self_mobile'], { ownerId }));
    for (const given of cases.slice(0, 49)) await house.call(given, 0, { result: 'NO_ANSWER' });
    await house.call(cases[0]!, 0, { result: 'NO_ANSWER' });
    await house.call(cases[49]!, 0, { result: 'CONGESTION' });
    const short = rowOf(await report('from=2026-11-24'), ownerId);
    // A call that still goes on is an account; one that failed on the way (the fiftieth) is none.
    await house.call(cases[1]!, 0, { live: true });
    expect(rowOf(await report('from=2026-11-24'), ownerId)).toMatchObject({ accounts: 49, attempts: 51 });
    await house.prisma.attempt.deleteMany({ where: { caseId: cases[1]!.caseId, endedAt: null } });
    expect(short).toMatchObject({ accounts: 49, goal: 50, daysMet: 0, attempts: 50, touched: 49, open: 50 });
    await house.call(cases[49]!, 0, { result: 'BUSY' });
    expect(rowOf(await report('from=2026-11-24'), ownerId)).toMatchObject({ accounts: 50, goal: 50, daysMet: 1 });
    house.clock.set('2026-11-25T02:00:00.000Z');
    await house.call(cases[0]!, 0, { result: 'NO_ANSWER' });
    const both = rowOf(await report('from=2026-11-24&to=2026-11-25'), ownerId);
    expect(both).toMatchObject({ accounts: 51, goal: 100, daysMet: 1, touched: 50 });
    expect(both.days.map(({ accounts, met }) => [accounts, met])).toEqual([
      [50, true],
      [1, false],
    ]);
  });

  it('[PROG-7] exceptions are counted by the conditions of the lists that they open', async () => {
    const { prisma } = house;
    const read = async () => {
      const { exceptions } = progressExceptions.parse(await (await ask('/api/progress/exceptions')).json());
      return Object.fromEntries(exceptions.map(({ name, count }) => [name, count]));
    };
    const before = await read();
    const now = house.clock();
    const given = [];
    for (let at = 0; at < 4; at += 1) given.push(await house.givenCase(['self_mobile']));
    const [late, broken, busy, unheard] = given as [Given, Given, Given, Given];
    await prisma.case.update({ where: { id: late.caseId }, data: { followUpBy: day('2026-11-20') } });
    const promise = { caseId: broken.caseId, amountMinor: 100n, currency: 'CNY', status: 'broken' };
    await prisma.promise.createMany({
      data: [
        { id: newId(), ...promise, dueOn: day('2026-11-23'), closedAt: new Date(now) },
        { id: newId(), ...promise, dueOn: day('2026-11-20'), closedAt: new Date(now - 2 * 86_400_000) },
      ],
    });
    const task = { caseId: busy.caseId, because: 'asked', anchorAt: new Date(now) };
    await prisma.caseTask.createMany({
      data: [
        { id: newId(), ...task, kind: 'trace_phone', dueAt: new Date(now - 1) },
        { id: newId(), ...task, kind: 'lookup_114', dueAt: new Date(now + 3_600_000) },
        { id: newId(), ...task, kind: 'registry_check', dueAt: new Date(now + 5 * 3_600_000) },
      ],
    });
    const attempt = await house.call(unheard, 0, { agentId: house.agentId });
    await house.casework.alerts.raise('recording_missing', attempt);
    await house.casework.alerts.raise('recording_short', attempt);
    await house.casework.alerts.raise('fraud_recall_overdue', newId());
    const after = await read();
    const more = Object.fromEntries(Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)]));
    expect(more).toEqual({
      overdue: 1,
      excused: 0,
      newly_broken: 1,
      tasks_breached: 1,
      tasks_soon: 1,
      fraud_breached: 1,
      recordings_missing: 1,
      imports_rejected: 0,
    });
    for (const [list, of] of [
      ['overdue', late],
      ['newly_broken', broken],
      ['recordings_missing', unheard],
    ] as const) {
      const shown = await listed(`/api/progress/cases?list=${list}`, supervisorId, 'supervisor');
      expect(shown.cases).toHaveLength(after[list] ?? -1);
      expect(shown.cases.map(({ caseId }) => caseId)).toContain(of.caseId);
    }
    expect((await house.get('/api/progress/exceptions', { id: house.agentId })).status).toBe(403);
  });

  it('[PROG-1] days are those of the business zone, and a pooled case is the connected agent’s', async () => {
    const agentId = await house.user('agent');
    const given = await house.givenCase(['self_mobile']);
    // 23:50 and 00:10 in Shanghai.
    house.clock.set('2026-11-19T15:50:00.000Z');
    await house.call(given, 0, { agentId });
    house.clock.set('2026-11-19T16:10:00.000Z');
    await house.call(given, 0, { agentId });
    const row = rowOf(await report('from=2026-11-19&to=2026-11-20'), agentId);
    expect(row.days).toEqual([
      { day: '2026-11-19', accounts: 1, met: false },
      { day: '2026-11-20', accounts: 1, met: false },
    ]);
    const client = await house.prisma.client.findFirstOrThrow();
    for (const [group, key] of [
      ['campaign', house.campaignId],
      ['client', client.id],
    ] as const) {
      expect(rowOf(await report(`from=2026-11-19&to=2026-11-20&group=${group}`), key)).toMatchObject({
        accounts: 2,
        goal: null,
        touched: 1,
      });
    }
  });

  it('[PROG-2] waiting and stopped cases are never overdue; each figure opens its cases, page by page', async () => {
    const ownerId = await house.user('agent');
    const mine = async (data: object) => {
      const given = await house.givenCase(['self_mobile'], { ownerId });
      await house.prisma.case.update({ where: { id: given.caseId }, data: { dueAt: null, ...data } });
      return given;
    };
    const late = { followUpBy: day('2026-11-23') };
    const overdue = [await mine(late), await mine({ followUpBy: day('2026-11-20') })];
    const waiting = await mine({ ...late, waitingUntil: new Date(house.clock() + 60_000) });
    const stopped = await mine(late);
    await house.prisma.caseStop.create({ data: { id: newId(), debtorId: stopped.debtorId, kind: 'complaint' } });
    const due = await mine({ followUpBy: day('2026-11-24') });
    await mine({ followUpBy: day('2026-11-25') });
    const row = rowOf(await report('from=2026-11-24'), ownerId);
    expect(row).toMatchObject({ open: 6, dueLeft: 3, overdue: 2, waiting: 1, stopped: 1, unowned: 0 });
    const list = async (name: string, more = '') =>
      listed(`/api/progress/cases?list=${name}&group=collector&key=${ownerId}${more}`, supervisorId, 'supervisor');
    const ids = async (name: string) => (await list(name)).cases.map(({ caseId }) => caseId);
    expect(await ids('overdue')).toEqual([overdue[1]?.caseId, overdue[0]?.caseId]);
    expect(await ids('waiting')).toEqual([waiting.caseId]);
    expect(await ids('stopped')).toEqual([stopped.caseId]);
    expect((await list('open')).cases).toHaveLength(6);
    const first = await list('due', '&limit=2');
    const second = await list('due', `&limit=2&cursor=${first.nextCursor}`);
    expect([...first.cases, ...second.cases].map(({ caseId }) => caseId)).toEqual([
      overdue[1]?.caseId,
      overdue[0]?.caseId,
      due.caseId,
    ]);
    expect(second.nextCursor).toBeNull();
    house.clock.forward(120_000);
    expect(rowOf(await report('from=2026-11-24'), ownerId)).toMatchObject({ overdue: 3, waiting: 0 });
  });

  it('[PROG-2] a list goes on from cases with a day to those without one, each of them once', async () => {
    const ownerId = await house.user('agent');
    const dated: string[] = [];
    const undated: string[] = [];
    for (let at = 0; at < 4; at += 1) {
      const given = await house.givenCase(['self_mobile'], { ownerId });
      const owed = at % 2 === 0;
      await house.prisma.case.update({
        where: { id: given.caseId },
        data: { followUpBy: owed ? day('2026-11-24') : null, dueAt: new Date(house.clock()) },
      });
      (owed ? dated : undated).push(given.caseId);
    }
    // Nobody looks at it by itself, or not today.
    for (const dueAt of [null, new Date('2026-11-24T16:00:00.000Z')]) {
      const given = await house.givenCase(['self_mobile'], { ownerId });
      await house.prisma.case.update({ where: { id: given.caseId }, data: { followUpBy: null, dueAt } });
    }
    for (const limit of [1, 2, 3, 4]) {
      const pages: string[][] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const asked: string = `/api/agent/worklist?list=due&limit=${limit}${cursor === '' ? '' : `&cursor=${cursor}`}`;
        const page = await listed(asked, ownerId);
        pages.push(page.cases.map(({ caseId }) => caseId));
        cursor = page.nextCursor;
      }
      expect(pages.flat()).toEqual([...dated.sort(), ...undated.sort()]);
      expect(pages.map((page) => page.length)).toEqual(
        [...Array<number>(Math.floor(4 / limit)).fill(limit), 4 % limit].filter((n) => n > 0),
      );
    }
  });

  it('[PROG-3] promises are counted on their due day; replaced ones are nobody’s', async () => {
    const ownerId = await house.user('agent');
    for (const [status, dueOn] of [
      ['kept', '2026-11-24'],
      ['broken', '2026-11-24'],
      ['open', '2026-11-24'],
      ['replaced', '2026-11-24'],
      ['open', '2026-11-25'],
    ] as const) {
      const { caseId } = await house.givenCase(['self_mobile'], { ownerId });
      await house.prisma.promise.create({
        data: { id: newId(), caseId, status, dueOn: day(dueOn), amountMinor: 100n, currency: 'CNY' },
      });
    }
    const row = rowOf(await report('from=2026-11-24'), ownerId);
    expect(row).toMatchObject({ promisesDue: 3, promisesKept: 1, promisesBroken: 1 });
    const due = await listed(
      `/api/progress/cases?list=promises_due&group=collector&key=${ownerId}`,
      supervisorId,
      'supervisor',
    );
    expect(due.cases).toHaveLength(3);
    expect(
      worklistCounts.parse(await (await house.get('/api/agent/worklist/counts', { id: ownerId })).json()),
    ).toMatchObject({ promises_due: 3 });
    const month = agentCalendar.parse(
      await (await house.get('/api/agent/calendar?month=2026-11', { id: ownerId })).json(),
    );
    expect(month.days).toHaveLength(30);
    expect(month.days.find(({ day: on }) => on === '2026-11-25')).toMatchObject({ promises: 1, followUps: 0 });
    expect((await listed('/api/agent/worklist?list=day&day=2026-11-25', ownerId)).cases).toHaveLength(1);
    expect((await listed('/api/agent/worklist?list=day&day=2026-11-25', await house.user('agent'))).cases).toEqual([]);
  });

  it('[PROG-4] the report is a supervisor’s; what cannot be asked is refused by field, and an export is audited', async () => {
    expect((await house.get('/api/progress', { id: house.agentId })).status).toBe(403);
    expect((await house.get('/api/progress/cases?list=open', { id: house.agentId })).status).toBe(403);
    for (const [query, field] of [
      ['from=2026-11-25&to=2026-11-24', 'from'],
      ['from=2026-01-01&to=2026-11-24', 'to'],
      ['from=2026-02-30', 'from'],
    ] as const) {
      const reply = await ask(`/api/progress?${query}`);
      expect(reply.status).toBe(400);
      expect(await reply.json()).toMatchObject({ errors: [{ field }] });
    }
    await house.prisma.user.update({ where: { id: house.agentId }, data: { displayName: '=1+1' } });
    const reply = await ask('/api/progress/export?from=2026-11-24&language=en');
    expect(reply.status).toBe(200);
    const bytes = Buffer.from(await reply.arrayBuffer());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(house.audited.at(-1)).toMatchObject({ action: 'progress.exported', actorId: supervisorId });
  });

  it('[PROG-5] the volume of a day is the one of its first need, whatever is closed or placed afterwards', async () => {
    const ownerId = await house.user('agent');
    const given = await house.givenCase(['self_mobile', 'work'], { ownerId });
    const volumeOn = (date: string) =>
      house.prisma.dayVolume.findUnique({
        where: { scopeId_whole_day: { day: day(date), scopeId: ownerId, whole: false } },
      });
    const openCases = async () =>
      (await house.casework.caseFacts.factsFor(given.caseId, house.clock()))?.facts.case.ownerOpenCases;
    await Promise.all([openCases(), openCases(), openCases()]);
    expect(await volumeOn('2026-11-24')).toMatchObject({ openCases: 1 });
    await house.givenCase(['self_mobile'], { ownerId });
    expect(await openCases()).toBe(1);
    house.clock.set('2026-11-24T16:00:01.000Z');
    expect(await openCases()).toBe(2);
    expect(await volumeOn('2026-11-24')).toMatchObject({ openCases: 1 });
    expect(await volumeOn('2026-11-25')).toMatchObject({ openCases: 2 });
  });

  it('[PROG-8] lists and case page judge a case alike, each by the open days of its campaign', async () => {
    await using own = await House.open();
    // Friday in Shanghai; Thursday was Thanksgiving, a holiday of the other campaign’s rules alone.
    own.clock.set('2026-11-27T02:00:00.000Z');
    const bossId = await own.user('supervisor');
    const abroad = await own.prisma.campaign.findUniqueOrThrow({ where: { id: own.campaignId } });
    const elsewhere = newId();
    await own.prisma.campaign.create({
      data: { id: elsewhere, name: 'Abroad', preset: 'us-regf', status: 'running', trunkId: abroad.trunkId },
    });
    const soon = new Date(own.clock() + 60_000);
    const later = new Date(own.clock() + 86_400_000);
    const days = [null, '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28'].map((on) =>
      on === null ? on : day(on),
    );
    const grid = [own.campaignId, elsewhere, null].flatMap((campaignId) =>
      days.flatMap((followUpBy) => [
        { campaignId, followUpBy },
        { campaignId, followUpBy, excusedOn: followUpBy },
        { campaignId, followUpBy, waitingUntil: soon },
        { campaignId, followUpBy, dueAt: soon },
        { campaignId, followUpBy, dueAt: later },
      ]),
    );
    for (const data of grid) {
      const { caseId } = await own.givenCase([]);
      await own.prisma.case.update({ where: { id: caseId }, data: { dueAt: null, dueReason: null, ...data } });
    }
    const stopped = await own.givenCase([]);
    await own.prisma.caseStop.create({ data: { id: newId(), debtorId: stopped.debtorId, kind: 'complaint' } });
    const boss = { id: bossId, role: 'supervisor' };
    const { cases } = listedCases.parse(await (await own.get('/api/progress/cases?list=open&limit=100', boss)).json());
    expect(cases).toHaveLength(grid.length + 1);
    for (const { caseId, standing } of cases) {
      const page = (await (await own.get(`/api/cases/${caseId}`, boss)).json()) as { standing: string };
      expect(page.standing, caseId).toBe(standing);
    }
    const owedThursday = async (campaignId: string) => {
      const where = { campaignId, followUpBy: day('2026-11-26'), excusedOn: null, waitingUntil: null };
      const ids = (await own.prisma.case.findMany({ where, select: { id: true } })).map(({ id }) => id);
      return new Set(cases.flatMap(({ caseId, standing }) => (ids.includes(caseId) ? [standing] : [])));
    };
    expect(await owedThursday(own.campaignId)).toEqual(new Set(['overdue']));
    expect(await owedThursday(elsewhere)).toEqual(new Set(['excused']));
  });

  it('[PROG-5] [R2] [R4] the tier is that of each day as it begins, and by when a case is owed moves with it', async () => {
    await using own = await House.open();
    const ownerId = await own.user('agent');
    const place = async (count: number) => {
      for (let left = count; left > 0; left -= 1) {
        const { caseId } = await own.givenCase([], { ownerId });
        await own.prisma.case.update({ where: { id: caseId }, data: { dueAt: null } });
      }
    };
    const silent = await own.givenCase(['work'], { ownerId });
    const reached = await own.givenCase(['work'], { ownerId });
    await place(198);
    await own.casework.sweep();
    // What is placed in the course of the day counts from the next on, whenever it is first asked for.
    await place(1);
    await own.called(silent, 0, { result: 'NO_ANSWER' });
    await own.called(reached, 0, { result: 'NO_ANSWER' });
    await own.prisma.case.update({ where: { id: reached.caseId }, data: { nextFollowUpOn: day('2026-11-26') } });
    const owed = async (of: Given) => (await own.caseRow(of)).followUpBy;
    expect(await owed(silent)).toEqual(day('2026-11-26'));
    await own.casework.sweep();
    expect(await owed(silent)).toEqual(day('2026-11-26'));
    own.clock.set('2026-11-24T16:00:30.000Z');
    await own.casework.sweep();
    expect(await owed(silent)).toEqual(day('2026-11-27'));
    // An agreed date is nobody’s cadence.
    expect(await owed(reached)).toEqual(day('2026-11-26'));
    await own.prisma.case.updateMany({
      where: { ownerId, id: { notIn: [silent.caseId, reached.caseId] } },
      data: { status: 'recalled' },
    });
    own.clock.set('2026-11-25T16:00:30.000Z');
    await own.casework.sweep();
    expect(await owed(silent)).toEqual(day('2026-11-26'));
  });

  it('[PROG-6] a review keeps by when a case is owed its follow-up, and until when all its numbers are held', async () => {
    const given = await house.givenCase(['self_mobile']);
    await house.called(given, 0, { result: 'NO_ANSWER' });
    expect(await house.caseRow(given)).toMatchObject({ followUpBy: day('2026-11-26'), waitingUntil: null });
  });
});
