import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { casePage } from '../../src/contract/case.ts';
import { correctionForm } from '../../src/contract/correction.ts';
import { wrapUpSaved } from '../../src/contract/wrap-up.ts';
import { House, tuesdayMorning, wrapUp, type Given } from './house.ts';

describe('corrections of wrap-ups', () => {
  let house: House;
  let boss: { id: string; role: string };
  let agent: { id: string; role: string };
  beforeAll(async () => {
    house = await House.open();
    boss = { id: await house.user('supervisor'), role: 'supervisor' };
    agent = { id: house.agentId, role: 'agent' };
  });
  beforeEach(() => void house.clock.set(tuesdayMorning));
  afterAll(() => house[Symbol.asyncDispose]());

  const written = async (given: Given, at: number, more: object): Promise<string> => {
    const attemptId = await house.called(given, at, { agentId: house.agentId });
    await house.looksAtLinked(attemptId);
    house.clock.forward(10_000);
    const reply = await house.casework.wrapUps.save(house.agentId, wrapUp(attemptId, more), house.clock());
    expect(reply.kind).toBe('saved');
    return attemptId;
  };
  const path = (given: Given, attemptId: string) => `/api/cases/${given.caseId}/wrap-ups/${attemptId}`;
  const correct = async (given: Given, attemptId: string, more: object, as = agent, reason = 'Wrong key') => {
    const { attemptId: _id, newNumber: _number, then: _then, ...words } = wrapUp(attemptId, more);
    const response = await house.post(`${path(given, attemptId)}/correction`, as, { ...words, reason, ...more });
    if (response.status === 200) return wrapUpSaved.parse(await response.json()).classAfter;
    const { errors = [] } = (await response.json()) as { errors?: { field: string; rule: string }[] };
    return errors.map(({ field, rule }) => `${field} ${rule}`).join(', ') || response.status;
  };
  const formOf = async (given: Given, attemptId: string, query = '', as = boss) =>
    correctionForm.parse(await (await house.get(path(given, attemptId) + query, as)).json());
  const promisesOf = (given: Given) =>
    house.prisma.promise.findMany({ where: { caseId: given.caseId }, orderBy: { createdAt: 'asc' } });
  const revisions = (attemptId: string) =>
    house.prisma.wrapUpRevision.findMany({ where: { wrapUp: { attemptId } }, orderBy: { replacedAt: 'asc' } });
  const tasksOf = async (given: Given) => {
    const rows = await house.prisma.caseTask.findMany({ where: { caseId: given.caseId }, orderBy: { kind: 'asc' } });
    return rows.map((row) => `${row.kind}${row.notNeeded ? ' not needed' : row.doneAt === null ? '' : ' done'}`);
  };
  const ptp = (dueOn: string) => ({ code: 'PTP', promise: { amountMinor: 10_000, dueOn } });

  it('[CORR-1] an agent corrects his own code until the day is over, later a supervisor with a reason', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    const attemptId = await written(given, 0, { nextFollowUpOn: '2026-11-25' });
    expect(await correct(given, attemptId, { code: 'REFUSE', nextFollowUpOn: '2026-11-26' }, agent, '')).toBe(
      'NEGOTIATING',
    );
    const page = casePage.parse(await (await house.get(`/api/cases/${given.caseId}`, agent)).json());
    expect(page.attempts).toMatchObject([{ result: 'REFUSE', corrections: 1, mayCorrect: true }]);
    house.clock.set('2026-11-24T15:59:59.000Z');
    expect(await correct(given, attemptId, { code: 'NEG', nextFollowUpOn: '2026-11-26' })).toBe('NEGOTIATING');
    house.clock.set('2026-11-24T16:00:00.000Z');
    const late = { code: 'REFUSE', nextFollowUpOn: '2026-11-27' };
    expect(await correct(given, attemptId, late)).toBe('role 3.3:shift_over');
    expect(await correct(given, attemptId, late, boss, ' ')).toBe('reason 3.3:reason_missing');
    expect(await correct(given, attemptId, late, boss)).toBe('NEGOTIATING');
    const stranger = { id: await house.user('agent'), role: 'agent' };
    expect(await correct(given, attemptId, late, stranger)).toBe(404);
    await house.prisma.case.update({ where: { id: given.caseId }, data: { ownerId: stranger.id } });
    expect(await correct(given, attemptId, { ...late, code: 'NEG' }, stranger)).toBe('role 3.3:not_own_wrap_up');
  });

  it('[CORR-2] counts, statuses and class follow from the corrected log, and the old words are kept', async () => {
    const given = await house.givenCase(['work', 'home']);
    const lines = given.numbers.map(({ lineId }) => lineId);
    const linked = await house.givenCase(['work', 'home'], { debtorId: given.debtorId, lines });
    for (let at = 0; at < 2; at += 1) {
      await house.called(given, 1, { result: 'VACANT' });
      house.clock.forward(4 * 3_600_000);
    }
    house.clock.set(tuesdayMorning);
    await written(given, 0, { code: 'NSP', party: 'WPC' });
    await written(given, 0, { code: 'NSP', party: 'WPC' });
    const third = await written(given, 0, { code: 'NSP', party: 'WPC' });
    expect(await house.statusOf(given, 0)).toMatchObject({ status: 'invalid', nsp: 3 });
    for (const each of [given, linked]) {
      expect((await house.caseRow(each)).caseClass).toBe('TRACE');
      expect(await tasksOf(each)).toEqual(['lookup_114', 'trace_phone']);
    }
    expect(await correct(given, third, { code: 'HANGUP', party: 'unknown' }, agent, 'Not him')).toBe('NEW');
    expect(await house.statusOf(given, 0)).toMatchObject({ status: 'suspect', nsp: 2, reason: null });
    for (const each of [given, linked]) {
      expect((await house.caseRow(each)).caseClass).toBe('NEW');
      expect(await tasksOf(each)).toEqual(['lookup_114 not needed', 'trace_phone not needed']);
    }
    const events = await house.prisma.counterEvent.findMany({ where: { attemptId: third } });
    expect(events.map(({ source, code }) => `${source} ${code}`)).toEqual(['correction HANGUP']);
    await house.casework.followUp.attemptEnded(third);
    expect(await house.statusOf(given, 0)).toMatchObject({ status: 'suspect', nsp: 2 });
    expect(await revisions(third)).toMatchObject([{ code: 'NSP', party: 'WPC', reason: 'Not him', classAfter: 'NEW' }]);
    expect(await house.notesOf(given)).toContain('更正小结:无此人→挂断。Not him');
    expect(house.audited).toContainEqual({
      action: 'wrap-up.corrected',
      actorId: house.agentId,
      subjectId: third,
    });
    await expect(house.prisma.wrapUpRevision.deleteMany({})).rejects.toThrow(/append only/);
  });

  it('[CORR-4] [DATE-3] the corrected date is excused, or no longer, as it would have been when it was given', async () => {
    // The week of National Day is closed from D+1 to D+7: talks of that day have no open day but the one after it.
    house.clock.set('2026-09-30T02:00:00.000Z');
    const given = await house.givenCase(['self_mobile', 'work']);
    const standing = async () => {
      const row = await house.caseRow(given);
      return { by: row.nextFollowUpOn?.toISOString().slice(0, 10), excused: row.excusedOn !== null };
    };
    const marked = (attemptId: string) => house.prisma.wrapUp.findUniqueOrThrow({ where: { attemptId } });
    const attemptId = await written(given, 0, { nextFollowUpOn: '2026-10-08' });
    expect(await marked(attemptId)).toMatchObject({ excused: true });
    expect(await standing()).toEqual({ by: '2026-10-08', excused: true });

    expect(await correct(given, attemptId, ptp('2026-10-01'))).toBe('PTP');
    expect(await marked(attemptId)).toMatchObject({ excused: false });
    expect((await standing()).excused).toBe(false);
    expect(await revisions(attemptId)).toMatchObject([{ code: 'NEG', excused: true }]);

    expect(await correct(given, attemptId, { code: 'REFUSE', nextFollowUpOn: '2026-10-08' })).toBe('NEGOTIATING');
    expect(await marked(attemptId)).toMatchObject({ excused: true });
    expect(await standing()).toEqual({ by: '2026-10-08', excused: true });

    // A later talk that agreed on nothing after all leaves the date before it, and its mark.
    const second = await written(given, 0, ptp('2026-10-01'));
    expect(await correct(given, second, { code: 'HANGUP', party: 'unknown' })).toBe('NEGOTIATING');
    expect(await standing()).toEqual({ by: '2026-10-08', excused: true });
  });

  it('[CORR-3] the same correction twice is one', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    const attemptId = await written(given, 0, ptp('2026-11-26'));
    for (let time = 0; time < 2; time += 1) {
      expect(await correct(given, attemptId, ptp('2026-11-27'), boss)).toBe('PTP');
      expect(await revisions(attemptId)).toHaveLength(1);
    }
    expect(await promisesOf(given)).toMatchObject([{ status: 'open', dueOn: new Date('2026-11-27') }]);
    const form = await formOf(given, attemptId);
    expect(form).toMatchObject({ given: ptp('2026-11-27'), revisions: [{ code: 'PTP', reason: 'Wrong key' }] });
  });

  it('[CORR-4] promises and dates stand as if the new code had been given', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    await written(given, 0, ptp('2026-11-26'));
    house.clock.forward(3_600_000);
    const attemptId = await written(given, 0, { nextFollowUpOn: '2026-11-30' });
    expect((await promisesOf(given)).map(({ status }) => status)).toEqual(['replaced']);
    expect(await correct(given, attemptId, { code: 'HANGUP', party: 'unknown' })).toBe('PTP');
    expect((await promisesOf(given)).map(({ status }) => status)).toEqual(['open']);
    expect(await house.caseRow(given)).toMatchObject({ nextFollowUpOn: new Date('2026-11-25'), dueReason: 'ptp_hold' });
    expect(await correct(given, attemptId, { nextFollowUpOn: '2026-11-28' })).toBe('NEGOTIATING');
    expect((await promisesOf(given)).map(({ status }) => status)).toEqual(['replaced']);
    expect(await house.caseRow(given)).toMatchObject({
      nextFollowUpOn: new Date('2026-11-28'),
      dueReason: 'before_next_date',
    });
    expect(await correct(given, attemptId, { code: 'LM_A', party: 'TPC', nextFollowUpOn: '2026-11-27' })).toBe(
      'LEFT_MSG_A',
    );
    const held = await house.prisma.debtorLine.findFirstOrThrow({
      where: { debtorId: given.debtorId, holdReason: 'LM_A' },
    });
    expect(held.holdUntil).toEqual(new Date('2026-11-26T16:00:00.000Z'));
    expect(await revisions(attemptId)).toHaveLength(3);
  });

  it('[CORR-5] what a later talk agreed on stands; the counts are corrected all the same', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    const first = await written(given, 0, { code: 'NSP', party: 'WPC' });
    house.clock.forward(3_600_000);
    await written(given, 1, ptp('2026-11-26'));
    expect(await correct(given, first, { code: 'NEG', nextFollowUpOn: '2026-11-30' })).toBe('PTP');
    expect(await house.caseRow(given)).toMatchObject({ caseClass: 'PTP', nextFollowUpOn: new Date('2026-11-25') });
    expect(await house.statusOf(given, 0)).toMatchObject({ status: 'active', nsp: 0 });
  });

  it('[CORR-6] an agent cannot correct a stop away, a supervisor can, and it is lifted for the person', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    const lines = given.numbers.map(({ lineId }) => lineId);
    const linked = await house.givenCase(['self_mobile', 'work'], { debtorId: given.debtorId, lines });
    const attemptId = await written(given, 0, { code: 'COMPLAINT' });
    const meant = { nextFollowUpOn: '2026-11-26' };
    expect(await correct(given, attemptId, meant)).toBe('code 5.4:needs_supervisor');
    expect((await house.caseRow(linked)).dueReason).toBe('case_stop');
    expect(await correct(given, attemptId, meant, boss)).toBe('NEGOTIATING');
    expect((await house.caseRow(linked)).dueReason).not.toBe('case_stop');
    const live = await house.call(linked, 0, { live: true });
    expect(await correct(given, attemptId, { code: 'CEASE' })).toBe('CEASE');
    expect(house.hungUp).toContain(live);
    expect((await house.caseRow(linked)).dueReason).toBe('case_stop');

    const dead = await house.givenCase(['self_mobile']);
    const deceased = await written(dead, 0, { code: 'DECEASED', party: 'TPC' });
    expect(await correct(dead, deceased, meant, boss)).toBe('code 5.4:needs_client_instruction');

    const left = await house.givenCase(['self_mobile', 'relative']);
    const wish = await written(left, 1, { code: 'TP_STOP', party: 'TPC' });
    const message = { code: 'LM_B', party: 'TPC', nextFollowUpOn: '2026-11-27' };
    expect(await correct(left, wish, message)).toBe('code 5.4:needs_supervisor');
    expect((await house.statusOf(left, 1)).status).toBe('blocked');
    expect(await correct(left, wish, message, boss)).toBe('LEFT_MSG_B');
    expect(await house.statusOf(left, 1)).toMatchObject({ status: 'active', reason: null });
  });

  it('[CORR-7] a fraud claim is not corrected away while its application is open', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    const attemptId = await written(given, 0, { code: 'FRAUD_CLAIM', suspect: 'A cousin', clues: 'Old address' });
    expect(await correct(given, attemptId, { nextFollowUpOn: '2026-11-26' }, boss)).toBe('code 5.4:application_open');
    expect((await house.caseRow(given)).caseClass).toBe('FRAUD_PENDING');
    expect(await revisions(attemptId)).toEqual([]);
  });

  it('[S14] a supervisor lets a promise be due on the fourth day, and it is logged; an agent does not', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    const attemptId = await written(given, 0, ptp('2026-11-26'));
    const far = { ...ptp('2026-11-28'), override: true };
    expect(await correct(given, attemptId, far)).toBe('override 5.2:needs_supervisor');
    expect(await correct(given, attemptId, ptp('2026-11-28'), boss)).toBe('promise.dueOn R14:too_late');
    const bounds = (await formOf(given, attemptId, '?override=true')).form.options.find(({ code }) => code === 'PTP');
    expect((bounds?.promiseDue?.max ?? '') > '2026-11-28').toBe(true);
    expect(await correct(given, attemptId, far, boss)).toBe('PTP');
    expect(await revisions(attemptId)).toMatchObject([{ overridden: true }]);
    expect(await promisesOf(given)).toMatchObject([{ dueOn: new Date('2026-11-28'), status: 'open' }]);
    expect((await house.notesOf(given)).at(-1)).toContain('主管放行期限');
  });

  it('[R30] a code that is none is refused by name, and the wrap-up stays as it was', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    const attemptId = await written(given, 0, { nextFollowUpOn: '2026-11-25' });
    const before = await house.prisma.wrapUp.findUniqueOrThrow({ where: { attemptId } });
    for (const code of ['PROMISED', 'ptp', '', 'toString', 7, null]) {
      expect(await correct(given, attemptId, { code })).toBe('code R30:unknown_code');
    }
    expect(await house.prisma.wrapUp.findUniqueOrThrow({ where: { attemptId } })).toEqual(before);
    expect(await revisions(attemptId)).toEqual([]);
  });

  it('[CORR-8] leave to pass a window passes no other rule: R13, R18, hours and stops hold', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    const attemptId = await written(given, 0, { nextFollowUpOn: '2026-11-25' });
    const beyond = (more: object) => correct(given, attemptId, { ...more, override: true }, boss);
    expect(await beyond({ nextFollowUpOn: '2026-12-02' })).toBe('nextFollowUpOn R13:too_late');
    expect(await beyond({ code: 'LM_B', party: 'TPC', nextFollowUpOn: '2026-12-02' })).toBe(
      'nextFollowUpOn R18:too_late',
    );
    const night = Date.parse('2026-11-25T15:00:00.000Z');
    expect(await beyond({ code: 'CALLBACK', callbackAt: night })).toBe('callbackAt R30:outside_hours');
    expect(await beyond({ code: 'FUND', fundDate: '2026-12-05', nextFollowUpOn: '2026-12-05' })).toBe('RAISING_FUNDS');
    expect(await beyond({ code: 'LM_A', party: 'TPC', nextFollowUpOn: '2026-12-05' })).toBe('LEFT_MSG_A');
  });
});
