import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checklistView, taskList } from '../../src/contract/task.ts';
import { House, tuesdayMorning, wrapUp, type Given } from './house.ts';

let house: House;
let boss: { id: string; role: string };

beforeAll(async () => {
  house = await House.open('cn');
  boss = { id: await house.user('supervisor'), role: 'supervisor' };
});
afterAll(() => house[Symbol.asyncDispose]());
beforeEach(() => house.clock.set(tuesdayMorning));

const hourMs = 3_600_000;
const tasksOf = async (of: Given) =>
  (await house.prisma.caseTask.findMany({ where: { caseId: of.caseId }, orderBy: { kind: 'asc' } })).map((row) => ({
    id: row.id,
    kind: row.kind,
    because: row.because,
    dueAt: row.dueAt.toISOString(),
    done: row.doneAt !== null,
  }));
const idOf = async (of: Given, kind: string): Promise<string> =>
  (await tasksOf(of)).find((task) => task.kind === kind && !task.done)?.id ?? '';

async function lostCase(ownerId = house.agentId): Promise<Given> {
  const of = await house.givenCase(['work'], { ownerId });
  await house.called(of, 0, { result: 'VACANT' });
  await house.called(of, 0, { result: 'VACANT' });
  return of;
}

async function talked(of: Given, more: object): Promise<void> {
  const attemptId = await house.call(of, 0, { agentId: house.agentId });
  await house.casework.followUp.attemptEnded(attemptId);
  const reply = await house.casework.wrapUps.save(house.agentId, wrapUp(attemptId, more), house.clock());
  expect(reply).toMatchObject({ kind: 'saved' });
}

describe('tasks made by what happens', () => {
  it('[S22][R20] the last dialable number lost: trace_phone and lookup_114, once, for the owner', async () => {
    const of = await house.givenCase(['work'], { ownerId: house.agentId });
    await house.called(of, 0, { result: 'VACANT' });
    expect(await tasksOf(of)).toEqual([]);
    const last = await house.called(of, 0, { result: 'VACANT' });
    const tasks = await tasksOf(of);
    expect(tasks.map(({ kind, because }) => [kind, because])).toEqual([
      ['lookup_114', 'all_invalid'],
      ['trace_phone', 'all_invalid'],
    ]);
    await house.casework.followUp.attemptEnded(last);
    expect(await tasksOf(of)).toEqual(tasks);
    const visit = await house.send('POST', `/api/cases/${of.caseId}/visits`, boss, {
      address: '示例路1号',
      reason: 'Nobody is reached',
      expects: 'lost',
    });
    expect(visit.status).toBe(201);
  });

  it('[TASK-7] a number that the carrier says was changed opens one search for the new one, and is not rung again', async () => {
    const of = await house.givenCase(['self_mobile', 'work'], { ownerId: house.agentId });
    const attemptId = await house.called(of, 0, { result: 'NUMBER_CHANGED' });
    await house.casework.followUp.attemptEnded(attemptId);
    const tasks = await tasksOf(of);
    expect(tasks.map(({ kind, because, dueAt }) => [kind, because, dueAt])).toEqual([
      ['trace_phone', 'number_changed', '2026-11-27T15:59:59.999Z'],
    ]);
    expect((await house.caseRow(of)).caseClass).toBe('NEW');
    const facts = await house.casework.caseFacts.factsFor(of.caseId, house.clock());
    expect(facts?.facts.numbers.map(({ lastResult }) => lastResult)).toEqual(['NUMBER_CHANGED', null]);
  });

  it('[TASK-8] a number that no carrier takes as it is written is looked at again within the day, once', async () => {
    const of = await house.givenCase(['self_mobile', 'work'], { ownerId: house.agentId });
    const attemptId = await house.called(of, 0, { result: 'MALFORMED' });
    await house.casework.followUp.attemptEnded(attemptId);
    const endedAt = (await house.db.prisma.attempt.findUniqueOrThrow({ where: { id: attemptId } })).endedAt?.getTime();
    const tasks = await tasksOf(of);
    expect(tasks.map(({ kind, because }) => [kind, because])).toEqual([['data_entry', 'number_malformed']]);
    expect(Date.parse(tasks[0]?.dueAt ?? '') - (endedAt ?? 0)).toBe(24 * 3_600_000);
    expect((await house.caseRow(of)).caseClass).toBe('NEW');
  });

  it('[R31] 114 is due at the end of the third day after the first attempt', async () => {
    const of = await lostCase();
    expect((await tasksOf(of))[0]).toMatchObject({ kind: 'lookup_114', dueAt: '2026-11-27T15:59:59.999Z' });
  });

  it('[R20][R43] the search without a number leads to registry and visit; the registry needs its lawful source', async () => {
    const of = await lostCase();
    const by = { id: house.agentId };
    const end = async (kind: string, more: object = {}) =>
      house.send('POST', `/api/tasks/${await idOf(of, kind)}/done`, by, { result: 'Nothing found', ...more });
    expect((await end('lookup_114')).status).toBe(204);
    expect(await idOf(of, 'registry_check')).toBe('');
    const caseClass = async () => (await house.caseRow(of)).caseClass;
    expect(await caseClass()).toBe('TRACE');
    expect((await end('trace_phone')).status).toBe(204);
    expect(await idOf(of, 'visit_proposal')).not.toBe('');
    expect(await caseClass()).toBe('LOST');
    expect((await end('registry_check')).rules).toEqual(['R20:source_basis_missing']);
    expect((await end('registry_check', { sourceBasis: 'Court order' })).status).toBe(204);
  });

  it('[R20] what turns up for a lost case makes it one to be traced again, with no second search', async () => {
    const of = await lostCase();
    for (const kind of ['lookup_114', 'trace_phone']) {
      const path = `/api/tasks/${await idOf(of, kind)}/done`;
      await house.send('POST', path, { id: house.agentId }, { result: 'Nothing found' });
    }
    const found = { number: '+86 139 1234 5671', source: 'tracing' };
    const added = await house.send('POST', `/api/cases/${of.caseId}/numbers`, { id: house.agentId }, found);
    expect(added.status, added.text).toBe(201);
    expect((await house.caseRow(of)).caseClass).toBe('TRACE');
    const open = (await tasksOf(of)).filter(({ done }) => !done).map(({ kind }) => kind);
    expect(open).not.toContain('trace_phone');
  });

  it('[R33] data obtained outside opens a task of 24 clock hours, and none from the future', async () => {
    const of = await lostCase();
    const path = `/api/tasks/${await idOf(of, 'trace_phone')}/done`;
    const by = { id: house.agentId };
    const obtainedAt = house.clock() - hourMs;
    const early = await house.send('POST', path, by, { result: 'A letter', obtainedAt: house.clock() + 1 });
    expect(early.rules).toEqual(['R33:in_the_future']);
    expect((await house.send('POST', path, by, { result: 'A letter', obtainedAt })).status).toBe(204);
    expect((await house.send('POST', path, by, { result: 'A letter', obtainedAt })).status).toBe(204);
    const entry = (await tasksOf(of)).filter(({ kind }) => kind === 'data_entry');
    expect(entry.map(({ dueAt }) => Date.parse(dueAt))).toEqual([obtainedAt + 24 * hourMs]);
  });

  it('[R39] a refusal proposes a visit within 24 hours, once', async () => {
    const of = await house.givenCase(['self_mobile'], { ownerId: house.agentId });
    await talked(of, { code: 'REFUSE', nextFollowUpOn: '2026-11-25' });
    const [task, ...more] = await tasksOf(of);
    expect(more).toEqual([]);
    expect(task).toMatchObject({ kind: 'visit_proposal', because: 'refused' });
    expect(Date.parse(task?.dueAt ?? '')).toBe(house.clock() + 24 * hourMs);
  });

  it('[R39] an agreed day that goes by unpaid proposes a visit; while it is open there is none', async () => {
    const of = await house.givenCase(['self_mobile'], { ownerId: house.agentId });
    await talked(of, { code: 'NEG', nextFollowUpOn: '2026-11-25' });
    house.clock.set('2026-11-25T15:59:00.000Z');
    await house.casework.sweep();
    expect(await tasksOf(of)).toEqual([]);
    house.clock.set('2026-11-25T16:01:00.000Z');
    await house.casework.sweep();
    await house.casework.sweep();
    expect(await tasksOf(of)).toMatchObject([
      { kind: 'visit_proposal', because: 'agreed_day_unpaid', dueAt: '2026-11-26T16:00:00.000Z' },
    ]);
  });

  it('[R19] nine rounds over three dayparts without an answer propose one visit', async () => {
    const of = await house.givenCase(['self_mobile'], { ownerId: house.agentId });
    const hours = ['01:00', '05:00', '11:00'];
    for (let round = 0; round < 10; round += 1) {
      if (round === 8) expect(await tasksOf(of)).toEqual([]);
      house.clock.set(`2026-11-${String(10 + round)}T${hours[round % 3] ?? ''}:00.000Z`);
      await house.called(of, 0, { result: 'NO_ANSWER' });
    }
    expect((await tasksOf(of)).map(({ kind, because }) => [kind, because])).toEqual([['visit_proposal', 'unanswered']]);
  });
});

describe('the board', () => {
  it('[TASK-1] shows an agent his own, a supervisor all, filtered and in pages by due instant', async () => {
    const other = await house.user('agent');
    const of = await lostCase(other);
    const mine = taskList.parse(await (await house.get(`/api/tasks?caseId=${of.caseId}`, { id: other })).json());
    expect(mine.tasks.map(({ kind, state }) => [kind, state])).toEqual(
      [
        ['trace_phone', 'open'],
        ['lookup_114', 'open'],
      ].sort((a, b) => mine.tasks.findIndex((t) => t.kind === a[0]) - mine.tasks.findIndex((t) => t.kind === b[0])),
    );
    const foreign = taskList.parse(
      await (await house.get(`/api/tasks?caseId=${of.caseId}`, { id: house.agentId })).json(),
    );
    expect(foreign).toMatchObject({ tasks: [], total: 0 });
    const denied = await house.send(
      'POST',
      `/api/tasks/${mine.tasks[0]?.taskId ?? ''}/done`,
      { id: house.agentId },
      { result: 'x' },
    );
    expect(denied.status).toBe(404);
    const page = taskList.parse(
      await (await house.get(`/api/tasks?caseId=${of.caseId}&limit=1&kind=lookup_114`, boss)).json(),
    );
    expect(page).toMatchObject({ tasks: [{ kind: 'lookup_114' }], nextCursor: null, total: 1 });
    house.clock.set('2026-11-28T02:00:00.000Z');
    const late = taskList.parse(await (await house.get(`/api/tasks?owner=${other}&state=breached`, boss)).json());
    expect(late.counts).toEqual({ open: 0, due_soon: 0, breached: 2 });
  });

  it('[TASK-2] a supervisor hands a task to somebody; an agent may not', async () => {
    const of = await lostCase();
    const other = await house.user('agent');
    const path = `/api/tasks/${await idOf(of, 'trace_phone')}/owner`;
    expect((await house.send('PUT', path, { id: house.agentId }, { ownerId: other })).status).toBe(403);
    expect((await house.send('PUT', path, boss, { ownerId: other })).status).toBe(204);
    const { total } = taskList.parse(await (await house.get('/api/tasks', { id: other })).json());
    expect(total).toBe(1);
  });

  it('[R42] the verification list is done only when its items are filled in', async () => {
    const of = await house.givenCase(['self_mobile'], { ownerId: house.agentId });
    const by = { id: house.agentId };
    expect((await house.send('POST', `/api/cases/${of.caseId}/tasks`, boss, { kind: 'registry_check' })).rules).toEqual(
      ['R20:source_basis_missing'],
    );
    const ask = { kind: 'verification_checklist' };
    expect((await house.send('POST', `/api/cases/${of.caseId}/tasks`, boss, ask)).status).toBe(201);
    expect((await house.send('POST', `/api/cases/${of.caseId}/tasks`, boss, ask)).rules).toEqual(['task:open_already']);
    const done = async () =>
      house.send('POST', `/api/tasks/${await idOf(of, 'verification_checklist')}/done`, by, { result: 'Complete' });
    expect((await done()).rules).toEqual(['R42:items_open']);
    const fill = (item: string, sourceBasis: string | null) =>
      house.send('POST', `/api/cases/${of.caseId}/checklist`, by, { item, finding: 'Seen', sourceBasis });
    expect((await fill('registry', null)).rules).toEqual(['R43:source_basis_missing']);
    for (const item of ['in_house_data', 'registry', 'phones_fixed', 'phones_mobile']) {
      expect((await fill(item, 'Contract')).status).toBe(201);
    }
    expect((await done()).status).toBe(204);
  });

  it('[TASK-5] each finding of the verification list keeps who entered it and when, and goes to nobody else’s case', async () => {
    const of = await house.givenCase(['self_mobile'], { ownerId: house.agentId });
    const path = `/api/cases/${of.caseId}/checklist`;
    const before = house.audited.length;
    const free = { item: 'free', finding: '微信可联系' };
    const registry = { item: 'registry', finding: '父亲:张某', sourceBasis: '委托方调档函' };
    for (const entry of [free, registry]) {
      house.clock.forward(1_000);
      expect((await house.send('POST', path, { id: house.agentId }, entry)).status).toBe(201);
    }
    const list = checklistView.parse(await (await house.get(path, { id: house.agentId })).json());
    expect(list.entries).toMatchObject([
      { ...registry, byName: 'Somebody', at: house.clock() },
      { ...free, sourceBasis: null, byName: 'Somebody', at: house.clock() - 1_000 },
    ]);
    expect(list.open).toEqual(['in_house_data', 'phones_fixed', 'phones_mobile']);
    expect(house.audited.slice(before)).toMatchObject([
      { action: 'checklist.entered', actorId: house.agentId, subjectId: of.caseId },
      { action: 'checklist.entered', actorId: house.agentId, subjectId: of.caseId },
    ]);
    const stranger = { id: await house.user('agent') };
    expect((await house.get(path, stranger)).status).toBe(404);
    expect((await house.send('POST', path, stranger, free)).status).toBe(404);
  });

  it('[TASK-6] registry numbers come with their lawful source, and a proof names its own', async () => {
    const of = await house.givenCase(['self_mobile'], { ownerId: house.agentId });
    const add = (body: object) => house.send('POST', `/api/cases/${of.caseId}/numbers`, { id: house.agentId }, body);
    const found = { number: '+86 139 1234 5670', source: 'registry' };
    expect((await add(found)).rules).toEqual(['R20:source_basis_missing']);
    expect((await add({ ...found, sourceBasis: '委托方调档函' })).status).toBe(201);
    const row = await house.prisma.phoneNumber.findFirstOrThrow({ where: { caseId: of.caseId, source: 'registry' } });
    expect(row).toMatchObject({ class: 'traced', sourceBasis: '委托方调档函' });
    const verify = (body: object, as: { id: string; role?: string } = boss) =>
      house.send('POST', `/api/numbers/${row.id}/verify`, as, body);
    expect((await verify({ note: '有单据', by: 'contact' }, { id: house.agentId })).status).toBe(403);
    expect((await verify({ note: '有单据', by: 'proof' })).rules).toEqual(['R32:source_basis_missing']);
    expect((await verify({ note: '有单据', by: 'proof', sourceBasis: '入网证明' })).status).toBe(204);
    expect(await house.notesOf(of)).toContain('有单据(入网证明)');
    expect((await verify({ note: '本人接听', by: 'contact' })).rules).toEqual(['R32:not_unverified']);
  });
});

it('[R20] one new number that is noted of several cases at one instant is one line', async () => {
  const cases = await Promise.all(Array.from({ length: 6 }, () => house.givenCase(['self_mobile'])));
  const number = '+86 139 1234 5671';
  const added = await Promise.all(
    cases.map(({ caseId }) =>
      house.send('POST', `/api/cases/${caseId}/numbers`, boss, { number, source: 'registry', sourceBasis: '调档函' }),
    ),
  );
  expect(added.map(({ status }) => status)).toEqual(Array(6).fill(201));
  expect(await house.prisma.line.count({ where: { e164: '+8613912345671' } })).toBe(1);
});

describe('tasks that nobody has to do any more', () => {
  const endings = async (of: Given): Promise<string[]> => {
    const rows = await house.prisma.caseTask.findMany({ where: { caseId: of.caseId }, orderBy: { kind: 'asc' } });
    return rows.map((row) => (row.doneAt === null ? 'open' : row.notNeeded ? 'not needed' : 'done'));
  };

  it('[TASK-3] end when the case is stopped for good or recalled, by hand or by its date, and are shown as that', async () => {
    const set = (of: Given, kind: string) =>
      house.send('POST', `/api/cases/${of.caseId}/stops`, boss, { kind, reason: 'A letter came' });
    for (const [kind, ending] of [
      ['dispute', 'open'],
      ['complaint', 'open'],
      ['deceased', 'not needed'],
      ['bankruptcy', 'not needed'],
      ['paid', 'not needed'],
      ['recalled', 'not needed'],
    ] as const) {
      const of = await lostCase();
      expect((await set(of, kind)).status).toBe(200);
      expect(await endings(of)).toEqual([ending, ending]);
    }
    const due = await lostCase();
    await house.prisma.case.update({ where: { id: due.caseId }, data: { recallDate: new Date('2026-11-23') } });
    await house.casework.sweep();
    expect(await endings(due)).toEqual(['not needed', 'not needed']);
    const shown = taskList.parse(
      await (await house.get(`/api/tasks?state=done&caseId=${due.caseId}`, { id: boss.id, role: 'supervisor' })).json(),
    );
    expect(shown.tasks.map(({ notNeeded, result }) => [notNeeded, result])).toEqual([
      [true, null],
      [true, null],
    ]);
  });

  it('[TASK-4] searches end when what had lost the last number is taken back, and the case is what the talk made it', async () => {
    const of = await lostCase();
    const lines = of.numbers.map(({ lineId }) => lineId);
    const other = await house.givenCase(['home'], { lines });
    await house.casework.followUp.attemptEnded(await house.call(other, 0, { result: 'VACANT' }));
    expect((await house.caseRow(other)).caseClass).toBe('TRACE');
    const number = of.numbers[0]?.id ?? '';
    const back = await house.send('POST', `/api/cases/${of.caseId}/numbers/${number}/reinstate`, boss, {
      reason: 'It was a fault of the network',
    });
    expect(back.status).toBe(200);
    for (const each of [of, other]) {
      expect(await endings(each)).toEqual(['not needed', 'not needed']);
      expect((await house.caseRow(each)).caseClass).not.toBe('TRACE');
      expect((await house.caseRow(each)).dueAt).not.toBeNull();
    }
  });
});

describe('numbers that were found', () => {
  it('[R36] a third party offers one in the wrap-up: the judge of the import, unverified, not from the debtor', async () => {
    const of = await house.givenCase(['relative', 'work'], { ownerId: house.agentId });
    const offered = { number: '+86 139 1234 5678', whose: 'family', person: '李某', relation: '兄' };
    const offer = async (attemptId: string, newNumber: object, more: object = {}) => {
      const input = wrapUp(attemptId, { code: 'LM_A', party: 'TPC', nextFollowUpOn: '2026-11-26', newNumber, ...more });
      const reply = await house.casework.wrapUps.save(house.agentId, input, house.clock());
      return reply.kind === 'saved' ? [] : reply.problems.map(({ field, rule }) => `${field} ${rule}`);
    };
    const talk = () => house.called(of, 0, { agentId: house.agentId });
    const first = await talk();
    expect(await offer(first, { ...offered, number: '12' })).toEqual(['newNumber.number R36:invalid_number']);
    const fromDebtor = { code: 'HANGUP', party: 'unknown', nextFollowUpOn: null };
    expect(await offer(first, offered, fromDebtor)).toEqual(['newNumber R36:not_allowed']);
    expect(await house.prisma.wrapUp.count({ where: { attemptId: first } })).toBe(0);
    expect(await offer(first, offered)).toEqual([]);
    expect(await offer(first, offered)).toEqual([]);
    const [number, ...more] = await house.prisma.phoneNumber.findMany({
      where: { caseId: of.caseId, source: 'third_party' },
      include: { line: { include: { debtorLines: true } } },
    });
    expect(more).toEqual([]);
    expect(number).toMatchObject({ class: 'traced', person: '李某', relation: '兄' });
    expect(number?.line.debtorLines).toMatchObject([{ status: 'unverified' }]);
    expect(house.audited).toContainEqual({
      action: 'number.added',
      actorId: house.agentId,
      subjectId: of.caseId,
    });
    expect(await offer(await talk(), offered)).toEqual(['newNumber.number R36:already_known']);
  });

  it('[R32][R36] come in unverified, a company at work, others traced, and become active by a supervisor', async () => {
    const of = await lostCase();
    const by = { id: house.agentId };
    const add = (number: string, source: string) =>
      house.send('POST', `/api/cases/${of.caseId}/numbers`, by, { number, source, person: '李', relation: '同事' });
    expect((await add('+86 138 1234 5678', 'third_party')).status).toBe(201);
    expect((await add('021 5555 1234', 'company')).status).toBe(201);
    expect((await add('13812345678', 'tracing')).rules).toEqual(['R32:already_known']);
    expect((await add('12', 'tracing')).rules).toEqual(['R32:invalid_number']);
    const rows = await house.prisma.phoneNumber.findMany({
      where: { caseId: of.caseId, source: { not: 'placement' } },
      include: { line: { include: { debtorLines: true } } },
      orderBy: { position: 'asc' },
    });
    expect(rows.map((row) => [row.class, row.source, row.line.debtorLines[0]?.status])).toEqual([
      ['traced', 'third_party', 'unverified'],
      ['work', 'company', 'unverified'],
    ]);
    const path = `/api/numbers/${rows[0]?.id ?? ''}/verify`;
    expect((await house.send('POST', path, by, { note: 'Spoken to' })).status).toBe(403);
    expect((await house.send('POST', path, boss, { note: 'Spoken to' })).status).toBe(204);
    expect((await house.send('POST', path, boss, { note: 'Spoken to' })).rules).toEqual(['R32:not_unverified']);
    expect(await house.notesOf(of)).toContain('Spoken to');
    const { lineId } = rows[0] ?? { lineId: '' };
    expect(await house.prisma.debtorLine.findFirst({ where: { lineId } })).toMatchObject({ status: 'active' });
  });
});
