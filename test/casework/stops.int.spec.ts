import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { casePage } from '../../src/contract/case.ts';
import { stopReply } from '../../src/contract/stops.ts';
import type { StopKind } from '../../src/domain/vocabulary.ts';
import { House, tuesdayMorning, wrapUp, type Given } from './house.ts';

describe('stops', () => {
  let house: House;
  let boss: { id: string; role: string };
  beforeAll(async () => {
    house = await House.open();
    boss = { id: await house.user('supervisor'), role: 'supervisor' };
  });
  beforeEach(() => void house.clock.set(tuesdayMorning));
  afterAll(() => house[Symbol.asyncDispose]());

  const set = (given: Given, kind: StopKind, more: object = {}) =>
    house.post(`/api/cases/${given.caseId}/stops`, boss, { kind, reason: 'A letter came', ...more });
  const stopsOf = async (given: Given) =>
    casePage.parse(await (await house.get(`/api/cases/${given.caseId}`, boss)).json()).stops;
  const lift = async (given: Given, kind: StopKind, more: object = {}) => {
    const stop = (await stopsOf(given)).find((each) => each.kind === kind);
    return house.post(`/api/stops/${stop?.stopId ?? ''}/lift`, boss, { reason: 'Settled', ...more });
  };
  const rulesOf = async (response: Response): Promise<string[]> => {
    const { errors } = (await response.json()) as { errors: { field: string; rule: string }[] };
    return errors.map(({ field, rule }) => `${field} ${rule}`);
  };
  const twoCases = async (): Promise<[Given, Given]> => {
    const first = await house.givenCase(['self_mobile', 'work']);
    const lines = first.numbers.map((number) => number.lineId);
    return [first, await house.givenCase(['self_mobile', 'work'], { debtorId: first.debtorId, lines })];
  };

  it('[HALT-1] a stop on the person holds for every case of the debtor, one on the debt for its case alone', async () => {
    for (const [kind, held] of [
      ['complaint', true],
      ['vulnerable', true],
      ['dispute', false],
      ['attorney', false],
    ] as const) {
      const [given, linked] = await twoCases();
      expect((await set(given, kind)).status).toBe(200);
      expect((await house.caseRow(given)).dueReason).toBe('case_stop');
      expect((await house.caseRow(linked)).dueReason === 'case_stop').toBe(held);
      expect(await stopsOf(linked)).toHaveLength(held ? 1 : 0);
      expect(await house.notesOf(linked)).toHaveLength(held ? 1 : 0);
    }
    const [given, linked] = await twoCases();
    await set(given, 'attorney', { attorneyFor: 'person' });
    expect((await house.caseRow(linked)).dueReason).toBe('case_stop');
  });

  it('[HALT-2] stops are set by supervisors with a reason, once, and it is written down', async () => {
    const [given] = await twoCases();
    const agent = { id: house.agentId, role: 'agent' };
    const body = { kind: 'cease', reason: 'Asked for it' };
    expect((await house.post(`/api/cases/${given.caseId}/stops`, agent, body)).status).toBe(403);
    expect(await rulesOf(await set(given, 'cease', { reason: ' ' }))).toEqual(['reason 5.4:reason_missing']);
    expect(stopReply.parse(await (await set(given, 'cease')).json())).toEqual({ caseClass: 'CEASE' });
    expect(await rulesOf(await set(given, 'cease'))).toEqual(['kind 5.4:active_already']);
    expect(await house.notesOf(given)).toEqual(['停催:停止联络(该人全部案件)。A letter came']);
    expect(await stopsOf(given)).toMatchObject([{ kind: 'cease', scope: 'person', byName: 'Somebody' }]);
    expect(house.audited).toContainEqual({ action: 'stop.set', actorId: boss.id, subjectId: given.caseId });
    expect((await house.post('/api/cases/01890000-0000-7000-8000-00000000dead/stops', boss, body)).status).toBe(404);
  });

  it('[HALT-3] lifting gives the case back its class, in whatever order stops came and go', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    await house.prisma.case.update({ where: { id: given.caseId }, data: { caseClass: 'NEGOTIATING' } });
    await set(given, 'complaint');
    await set(given, 'dispute');
    expect((await lift(given, 'complaint')).status).toBe(200);
    expect(await house.caseRow(given)).toMatchObject({ caseClass: 'DISPUTE', dueReason: 'case_stop' });
    expect((await lift(given, 'dispute')).status).toBe(200);
    const row = await house.caseRow(given);
    expect(row.caseClass).toBe('NEGOTIATING');
    expect(row.dueAt).not.toBeNull();
    expect(await stopsOf(given)).toEqual([]);
    expect(house.audited).toContainEqual({ action: 'stop.lifted', actorId: boss.id, subjectId: given.caseId });
    expect((await house.notesOf(given)).at(-1)).toBe('解除停催:异议。Settled');
  });

  it('[HALT-4] deceased, bankruptcy and recalled are lifted by the client\u2019s instruction alone', async () => {
    for (const kind of ['deceased', 'bankruptcy', 'recalled'] as const) {
      const given = await house.givenCase(['self_mobile', 'work']);
      await set(given, kind);
      expect(await rulesOf(await lift(given, kind))).toEqual(['clientInstruction 5.4:needs_client_instruction']);
      expect(await stopsOf(given)).toHaveLength(1);
      expect((await lift(given, kind, { clientInstruction: 'Letter 7/26' })).status).toBe(200);
      const [stored] = await house.prisma.caseStop.findMany({ where: { debtorId: given.debtorId } });
      expect(stored).toMatchObject({ liftReference: 'Letter 7/26', liftReason: 'Settled', liftedBy: boss.id });
      expect(await house.caseRow(given)).toMatchObject({ status: 'open', caseClass: 'NEW' });
    }
    const given = await house.givenCase(['self_mobile']);
    await set(given, 'complaint');
    expect(await rulesOf(await lift(given, 'complaint', { reason: '' }))).toEqual(['reason 5.4:reason_missing']);
  });

  it('[HALT-5] what is queued or rings for the stopped is asked to end, and the talking agent is told', async () => {
    const [given, linked] = await twoCases();
    const attemptId = await house.call(linked, 0, { live: true });
    await house.prisma.agentPresence.upsert({
      where: { userId: house.agentId },
      create: { userId: house.agentId, state: 'talking', attemptId },
      update: { state: 'talking', attemptId },
    });
    house.hungUp.length = 0;
    await set(given, 'dispute');
    expect(house.hungUp).toEqual([]);
    await set(given, 'complaint');
    expect(house.hungUp).toEqual([attemptId]);
    expect(house.told).toContainEqual({ agentId: house.agentId, caseId: linked.caseId });
  });

  it('[HALT-6] a case recalled in mid-call still takes its wrap-up, loses nothing and is not dialed again', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    const attemptId = await house.call(given, 0, { agentId: house.agentId });
    await set(given, 'recalled');
    await house.casework.followUp.attemptEnded(attemptId);
    const input = wrapUp(attemptId, { code: 'PTP', promise: { amountMinor: 500, dueOn: '2026-11-26' }, note: 'Pays' });
    expect(await house.casework.wrapUps.save(house.agentId, input, house.clock())).toMatchObject({
      kind: 'saved',
      saved: { classAfter: 'RECALLED' },
    });
    expect(await house.caseRow(given)).toMatchObject({ status: 'recalled', caseClass: 'RECALLED', dueAt: null });
    expect(await house.notesOf(given)).toContain('Pays');
    expect(await house.prisma.promise.count({ where: { caseId: given.caseId, status: 'open' } })).toBe(1);
    await lift(given, 'recalled', { clientInstruction: 'Mail 12' });
    expect(await house.caseRow(given)).toMatchObject({ status: 'open', caseClass: 'PTP' });
  });

  it('[HALT-7] a case whose recall date has passed gets its stop, and what rings for it ends', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    await house.prisma.case.update({ where: { id: given.caseId }, data: { recallDate: new Date('2026-11-23') } });
    const attemptId = await house.call(given, 0, { live: true });
    house.hungUp.length = 0;
    await house.casework.sweep();
    expect(house.hungUp).toEqual([attemptId]);
    expect(await stopsOf(given)).toMatchObject([{ kind: 'recalled', scope: 'debt', byName: null }]);
    await lift(given, 'recalled', { clientInstruction: 'Mail 13' });
    await house.casework.sweep();
    expect(await house.caseRow(given)).toMatchObject({ status: 'open', caseClass: 'NEW', recallDate: null });
  });

  const act = (given: Given, at: number, what: string, reason = 'Checked with the client') =>
    house.post(`/api/cases/${given.caseId}/numbers/${given.numbers[at]?.id ?? ''}/${what}`, boss, { reason });

  it('[HALT-8] a reinstated number counts from nought, with its history, for all who lost it by vacancy', async () => {
    const given = await house.givenCase(['work', 'home']);
    const lines = given.numbers.map((number) => number.lineId);
    const stranger = await house.givenCase(['work', 'home'], { lines });
    for (let calls = 0; calls < 2; calls += 1) {
      await house.called(given, 0, { result: 'VACANT' });
      house.clock.forward(4 * 3_600_000);
    }
    expect(await house.statusOf(given, 0)).toMatchObject({ status: 'invalid', vacant: 2 });
    expect((await house.statusOf(stranger, 0)).status).toBe('invalid');
    expect(await rulesOf(await act(given, 0, 'reinstate', ' '))).toEqual(['reason 3.3:reason_missing']);
    expect(await rulesOf(await act(given, 1, 'reinstate'))).toEqual(['numberId 3.3:not_invalid']);
    expect(await (await act(given, 0, 'reinstate')).json()).toEqual({ status: 'active' });
    expect(await house.statusOf(given, 0)).toMatchObject({ status: 'active', vacant: 0, reason: null });
    expect((await house.statusOf(stranger, 0)).status).toBe('active');
    expect(await house.prisma.counterEvent.count({ where: { lineId: lines[0] ?? '' } })).toBe(3);
    expect(house.audited).toContainEqual({ action: 'number.reinstate', actorId: boss.id, subjectId: given.caseId });
    house.clock.forward(4 * 3_600_000);
    await house.called(given, 0, { result: 'VACANT' });
    expect(await house.statusOf(given, 0)).toMatchObject({ status: 'suspect', vacant: 1 });
  });

  it('[HALT-9] a number is blocked and released for every case that has it, and what rings there ends', async () => {
    const given = await house.givenCase(['contact', 'work']);
    const lines = given.numbers.map((number) => number.lineId);
    const stranger = await house.givenCase(['contact', 'work'], { lines });
    const attemptId = await house.call(stranger, 0, { live: true });
    house.hungUp.length = 0;
    const agent = { id: house.agentId, role: 'agent' };
    const path = `/api/cases/${given.caseId}/numbers/${given.numbers[0]?.id ?? ''}/block`;
    expect((await house.post(path, agent, { reason: 'x' })).status).toBe(403);
    expect(await rulesOf(await act(given, 0, 'unblock'))).toEqual(['numberId 3.3:not_blocked']);
    expect(await (await act(given, 0, 'block')).json()).toEqual({ status: 'blocked' });
    expect(house.hungUp).toEqual([attemptId]);
    expect(await house.statusOf(stranger, 0)).toMatchObject({ status: 'blocked', reason: 'blocked_by_hand' });
    expect(await rulesOf(await act(given, 0, 'block'))).toEqual(['numberId 3.3:blocked_already']);
    expect(await (await act(given, 0, 'unblock')).json()).toEqual({ status: 'active' });
    expect(await house.statusOf(stranger, 0)).toMatchObject({ status: 'active', reason: null });
  });
});
