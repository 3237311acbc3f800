import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { leaveView, waitingLeaves } from '../../src/contract/leave.ts';
import { timelinePage } from '../../src/contract/timeline.ts';
import type { WrapUpInput } from '../../src/contract/wrap-up.ts';
import { House, tuesdayMorning, wrapUp, type Given } from './house.ts';

describe('leave to pass a window while the call is written up', () => {
  let house: House;
  let boss: { id: string; role: string };
  let agent: { id: string; role: string };
  beforeAll(async () => {
    house = await House.open();
    boss = { id: await house.user('supervisor'), role: 'supervisor' };
    agent = { id: house.agentId, role: 'agent' };
  });
  beforeEach(() => {
    house.clock.set(tuesdayMorning);
    house.leaveNews.splice(0);
    house.audited.splice(0);
  });
  afterAll(() => house[Symbol.asyncDispose]());

  const talk = (given: Given): Promise<string> => house.called(given, 0, { agentId: house.agentId });
  const ask = (attemptId: string, body: object, as = agent) =>
    house.send('POST', `/api/agent/calls/${attemptId}/leave`, as, { why: 'Wages come on the 5th', ...body });
  const asked = async (attemptId: string, day = '2026-12-04', code = 'PTP'): Promise<string> => {
    const reply = await ask(attemptId, { code, day });
    expect(reply.status).toBe(200);
    return leaveView.parse(JSON.parse(reply.text)).leaveId;
  };
  const decide = (leaveId: string, granted: boolean, as = boss) =>
    house.send('POST', `/api/leaves/${leaveId}/decision`, as, { granted, reason: granted ? 'Payslip seen' : 'No' });
  const waiting = async () => waitingLeaves.parse(await (await house.get('/api/leaves', boss)).json()).leaves;
  const save = (input: WrapUpInput) => house.casework.wrapUps.save(house.agentId, input, house.clock());
  const refusals = async (input: WrapUpInput): Promise<string[]> => {
    const reply = await save(input);
    return reply.kind === 'saved' ? [] : reply.problems.map(({ field, rule }) => `${field} ${rule}`);
  };
  const promise = (attemptId: string, dueOn: string) =>
    wrapUp(attemptId, { code: 'PTP', promise: { amountMinor: 50_000, dueOn } });
  const optionOf = async (attemptId: string, code: string) => {
    const form = await house.casework.wrapUps.form(attemptId, house.agentId);
    return form?.options.find((option) => option.code === code);
  };

  it('[LEAVE-1] a day beyond the window can be asked for, by the agent of the call, and no other day', async () => {
    const attemptId = await talk(await house.givenCase(['self_mobile', 'work']));
    const rulesOf = async (body: object) => {
      const { status, rules } = await ask(attemptId, body);
      return [status, ...rules];
    };
    expect(await rulesOf({ code: 'PTP', day: '2026-11-27' })).toEqual([422, 'R14:no_leave_needed']);
    expect(await rulesOf({ code: 'PTP', day: '2026-11-23' })).toEqual([422, 'R14:too_early']);
    expect(await rulesOf({ code: 'FUND', day: '2027-02-23' })).toEqual([422, 'R15:too_late']);
    expect(await rulesOf({ code: 'LM_A', day: '2026-11-30' })).toEqual([422, 'R17:no_leave_needed']);
    expect(await rulesOf({ code: 'LM_A', day: '2027-01-01' })).toEqual([422, 'R17:closed_day']);
    expect(await rulesOf({ code: 'PTP', day: '2026-02-30' })).toEqual([422, 'R14:not_a_date']);
    expect(await rulesOf({ code: 'NEG', day: '2026-12-04' })).toEqual([400, 'invalid_value']);
    expect(await rulesOf({ code: 'PTP', day: '2026-12-04', why: ' ' })).toEqual([400, 'too_small']);
    expect(
      (await ask(attemptId, { code: 'PTP', day: '2026-12-04' }, { ...agent, id: await house.user('agent') })).status,
    ).toBe(404);
    expect([await waiting(), house.leaveNews, house.audited]).toEqual([[], [], []]);

    const leaveId = await asked(attemptId);
    expect(await asked(attemptId)).toBe(leaveId);
    expect(await waiting()).toMatchObject([{ leaveId, code: 'PTP', day: '2026-12-04', amountMinor: 100_000 }]);
    // Another day takes the place of the first: one question of a call waits.
    const second = await asked(attemptId, '2026-12-05');
    expect((await waiting()).map((each) => each.leaveId)).toEqual([second]);
    expect((await decide(leaveId, true)).status).toBe(409);
    expect(await refusals(promise(attemptId, '2026-12-04'))).toEqual(['promise.dueOn R14:too_late']);
    expect((await save(promise(attemptId, '2026-11-27'))).kind).toBe('saved');
  });

  it('[LEAVE-2] supervisors alone decide, once, with a reason; the agent is told at once, and it is audited', async () => {
    const attemptId = await talk(await house.givenCase(['self_mobile', 'work']));
    const leaveId = await asked(attemptId);
    expect((await decide(leaveId, true, agent)).status).toBe(403);
    expect((await house.get('/api/leaves', agent)).status).toBe(403);
    expect(
      (await house.send('POST', `/api/leaves/${leaveId}/decision`, boss, { granted: true, reason: '' })).status,
    ).toBe(400);
    expect((await decide(leaveId, false)).status).toBe(200);
    expect((await decide(leaveId, true)).status).toBe(409);
    expect(house.leaveNews).toEqual(['waiting', `decided for ${house.agentId}`, 'waiting']);
    const about = { subjectId: attemptId };
    expect(house.audited).toMatchObject([
      { action: 'leave.asked', actorId: house.agentId, ...about },
      { action: 'leave.refused', actorId: boss.id, ...about },
    ]);
    const form = await house.casework.wrapUps.form(attemptId, house.agentId);
    expect(form?.leave).toMatchObject({ state: 'refused', reason: 'No', decidedByName: 'Somebody' });
    expect(await refusals(promise(attemptId, '2026-12-04'))).toEqual(['promise.dueOn R14:too_late']);
  });

  it('[LEAVE-3] what was granted is offered and taken: that code, up to that day, in that call, and no other rule less', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    const attemptId = await talk(given);
    expect((await decide(await asked(attemptId), true)).status).toBe(200);
    expect((await optionOf(attemptId, 'PTP'))?.promiseDue).toEqual({
      min: '2026-11-24',
      max: '2026-12-04',
      prefill: '2026-11-26',
    });
    expect((await optionOf(attemptId, 'FUND'))?.fundDate?.max).toBe('2026-12-01');
    expect(await refusals(promise(attemptId, '2026-12-05'))).toEqual(['promise.dueOn R14:too_late']);
    const funds = wrapUp(attemptId, { code: 'FUND', fundDate: '2026-12-03', nextFollowUpOn: '2026-12-03' });
    expect(await refusals(funds)).toContain('fundDate R15:too_late');
    const other = await talk(await house.givenCase(['self_mobile', 'work']));
    expect(await refusals(promise(other, '2026-12-04'))).toEqual(['promise.dueOn R14:too_late']);
    expect(await refusals(promise(attemptId, '2026-12-04'))).toEqual([]);
    const [kept] = await house.prisma.promise.findMany({ where: { caseId: given.caseId } });
    expect(kept?.dueOn).toEqual(new Date('2026-12-04'));
  });

  it('[LEAVE-3] funds and hopeful messages alike', async () => {
    const [funds, message] = [
      await talk(await house.givenCase(['self_mobile', 'work'])),
      await talk(await house.givenCase(['relative', 'work'])),
    ];
    await decide(await asked(funds, '2026-12-10', 'FUND'), true);
    await decide(await asked(message, '2026-12-10', 'LM_A'), true);
    const at = { nextFollowUpOn: '2026-12-10' };
    expect(await refusals(wrapUp(funds, { code: 'FUND', fundDate: '2026-12-10', ...at }))).toEqual([]);
    const left = { code: 'LM_A', party: 'TPC' } as const;
    expect(await refusals(wrapUp(message, { ...left, nextFollowUpOn: '2026-12-11' }))).toEqual([
      'nextFollowUpOn R17:too_late',
    ]);
    expect((await optionOf(message, 'LM_A'))?.nextFollowUp?.max).toBe('2026-12-10');
    expect(await refusals(wrapUp(message, { ...left, ...at }))).toEqual([]);
  });

  it('[LEAVE-4] who allowed it and why stands in the timeline; within the window nobody’s leave was used', async () => {
    const told = async (given: Given) => {
      const path = `/api/cases/${given.caseId}/timeline?kind=wrap_up`;
      const page = timelinePage.parse(await (await house.get(path, boss)).json());
      return page.entries.map((entry) => (entry.what === 'wrapped_up' ? [entry.overridden, entry.leave] : null));
    };
    const [beyond, within] = [
      await house.givenCase(['self_mobile', 'work']),
      await house.givenCase(['self_mobile', 'work']),
    ];
    for (const [given, dueOn] of [
      [beyond, '2026-12-04'],
      [within, '2026-11-27'],
    ] as const) {
      const attemptId = await talk(given);
      await decide(await asked(attemptId), true);
      expect(await refusals(promise(attemptId, dueOn))).toEqual([]);
    }
    expect(await told(beyond)).toEqual([[true, { name: 'Somebody', reason: 'Payslip seen' }]]);
    expect(await told(within)).toEqual([[false, null]]);
  });

  it('[LEAVE-4] with the wrap-up the question is over: nobody is asked about it any more, and a late answer changes nothing', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    const attemptId = await talk(given);
    const leaveId = await asked(attemptId);
    house.leaveNews.splice(0);
    expect(await refusals(promise(attemptId, '2026-11-27'))).toEqual([]);
    expect(house.leaveNews).toEqual(['waiting']);
    expect(await waiting()).toEqual([]);
    expect((await decide(leaveId, true)).status).toBe(409);
    expect((await ask(attemptId, { code: 'PTP', day: '2026-12-04' })).status).toBe(409);
    const [row] = await house.prisma.windowLeave.findMany({ where: { attemptId } });
    expect(row).toMatchObject({ granted: null, decidedAt: null });
    expect(row?.expiredAt).not.toBeNull();
  });

  it('[LEAVE-4] a correction of such a wrap-up keeps the leave it was saved by', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    const attemptId = await talk(given);
    await decide(await asked(attemptId), true);
    expect(await refusals(promise(attemptId, '2026-12-04'))).toEqual([]);
    const corrected = (dueOn: string) =>
      house.send('POST', `/api/cases/${given.caseId}/wrap-ups/${attemptId}/correction`, agent, {
        ...promise(attemptId, dueOn),
        note: 'Half of it',
      });
    expect((await corrected('2026-12-04')).status).toBe(200);
    expect((await corrected('2026-12-05')).rules).toEqual(['R14:too_late']);
  });

  it('[LEAVE-2] of two supervisors at once one decides', async () => {
    const attemptId = await talk(await house.givenCase(['self_mobile', 'work']));
    const leaveId = await asked(attemptId);
    const replies = await Promise.all([decide(leaveId, true), decide(leaveId, false), decide(leaveId, true)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });
});
