import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { House, tuesdayMorning } from './house.ts';

describe('follow-up of ended calls', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house[Symbol.asyncDispose]());

  const tryAgainLater = (): void => void house.clock.forward(4 * 3_600_000);
  const decisionOf = async (caseId: string) => {
    const reply = await house.get(`/api/cases/${caseId}/decision`, { id: house.agentId, role: 'admin' });
    return (await reply.json()) as {
      next: string | null;
      numbers: { numberId: string; kind: string; reason: string | null; nextEligibleAt: number | null }[];
    };
  };

  it('[S03] one vacant call makes a number suspect, the second one invalid, with the note written', async () => {
    house.clock.set(tuesdayMorning);
    const given = await house.givenCase(['work', 'home']);
    await house.called(given, 0, { result: 'VACANT' });
    expect(await house.statusOf(given, 0)).toMatchObject({ status: 'suspect', vacant: 1 });
    expect(await house.notesOf(given)).toEqual([]);
    tryAgainLater();
    await house.called(given, 0, { result: 'VACANT' });
    expect(await house.statusOf(given, 0)).toMatchObject({ status: 'invalid', vacant: 2, reason: 'vacant' });
    expect(await house.notesOf(given)).toEqual(['无效:空号2次']);
    const [first] = (await decisionOf(given.caseId)).numbers;
    expect(first).toMatchObject({ kind: 'BLOCK', reason: 'number_invalid', nextEligibleAt: null });
  });

  it('[S09] results without proof never count', async () => {
    house.clock.set(tuesdayMorning);
    const given = await house.givenCase(['work']);
    for (const result of ['NO_ANSWER', 'BUSY', 'POWERED_OFF', 'SUSPENDED', 'FAILED', 'MACHINE'] as const) {
      await house.called(given, 0, { result, answered: result === 'MACHINE' });
    }
    expect(await house.statusOf(given, 0)).toMatchObject({ status: 'active', vacant: 0, nsp: 0 });
    expect(await house.prisma.counterEvent.count({ where: { debtorId: given.debtorId } })).toBe(0);
  });

  it('[CASE-1] the same ended call reported again changes nothing but the version', async () => {
    house.clock.set(tuesdayMorning);
    const given = await house.givenCase(['self_mobile', 'work']);
    const attemptId = await house.called(given, 0, { result: 'VACANT' });
    const seen = async () => {
      const { version: _version, updatedAt: _updatedAt, ...row } = await house.caseRow(given);
      return { row, status: await house.statusOf(given, 0), notes: await house.notesOf(given) };
    };
    const once = await seen();
    await house.casework.followUp.attemptEnded(attemptId);
    await house.casework.followUp.attemptEnded(attemptId);
    expect(await seen()).toEqual(once);
    expect(once.row.roundStartedAt).not.toBeNull();
  });

  it('[CASE-2] linked cases share what is known of a line, an unrelated debtor shares vacancy only', async () => {
    house.clock.set(tuesdayMorning);
    const one = await house.givenCase(['work', 'home']);
    const lines = one.numbers.map((number) => number.lineId);
    const linked = await house.givenCase(['work', 'home'], { debtorId: one.debtorId, lines });
    const stranger = await house.givenCase(['work', 'home'], { lines });
    await house.called(one, 0, { result: 'VACANT' });
    tryAgainLater();
    await house.called(stranger, 0, { result: 'VACANT' });
    for (const each of [one, linked, stranger]) {
      expect(await house.statusOf(each, 0)).toMatchObject({ status: 'invalid', vacant: 2 });
      expect(await house.notesOf(each)).toEqual(['无效:空号2次']);
    }
  });

  it('[CASE-3] two calls that end at once on a shared line are both counted', async () => {
    house.clock.set(tuesdayMorning);
    const one = await house.givenCase(['work', 'home']);
    const other = await house.givenCase(['work', 'home'], { lines: one.numbers.map((number) => number.lineId) });
    const first = await house.call(one, 0, { result: 'VACANT' });
    const second = await house.call(other, 0, { result: 'VACANT' });
    await Promise.all([first, second].map((id) => house.casework.followUp.attemptEnded(id)));
    expect(await house.statusOf(one, 0)).toMatchObject({ status: 'invalid', vacant: 2 });
    expect(await house.statusOf(other, 0)).toMatchObject({ status: 'invalid', vacant: 2 });
  });

  it('[S22] the last dialable number turning invalid makes a tracing case that nothing dials', async () => {
    house.clock.set(tuesdayMorning);
    const given = await house.givenCase(['work']);
    await house.called(given, 0, { result: 'VACANT' });
    tryAgainLater();
    await house.called(given, 0, { result: 'VACANT' });
    expect(await house.caseRow(given)).toMatchObject({ caseClass: 'TRACE', dueAt: null, dueReason: 'number_invalid' });
  });

  it('[S12] a round without an answer ends in class NO_ANSWER and is due again after two days', async () => {
    house.clock.set(tuesdayMorning);
    const given = await house.givenCase(['self_mobile', 'work', 'home']);
    await house.called(given, 0, { result: 'NO_ANSWER' });
    expect(await house.caseRow(given)).toMatchObject({ caseClass: 'NEW', roundNumber: 1 });
    const next = (await decisionOf(given.caseId)).next;
    expect(next).toBe(given.numbers[1]?.id);
    await house.called(given, 1, { result: 'NO_ANSWER' });
    await house.called(given, 2, { result: 'NO_ANSWER' });
    const row = await house.caseRow(given);
    expect(row).toMatchObject({ caseClass: 'NO_ANSWER', roundNumber: 2, roundStartedAt: null, dueReason: 'cadence' });
    expect(row.lastRoundOn?.toISOString()).toBe('2026-11-24T00:00:00.000Z');
    // The business day begins at midnight, the calls at 08:00 of the called number.
    expect(row.dueAt?.toISOString()).toBe('2026-11-26T00:00:00.000Z');
  });

  it('[S25] says why a number is not dialed now, and when it will be', async () => {
    house.clock.set('2026-11-24T14:00:00.000Z');
    const given = await house.givenCase(['self_mobile']);
    const [number] = (await decisionOf(given.caseId)).numbers;
    expect(number).toMatchObject({ kind: 'DEFER', reason: 'outside_window' });
    expect(new Date(number?.nextEligibleAt ?? 0).toISOString()).toBe('2026-11-25T00:00:00.000Z');
  });

  it('[CASE-4] a connected call shelves its case until the wrap-up, but not for ever', async () => {
    house.clock.set(tuesdayMorning);
    const given = await house.givenCase(['self_mobile', 'work']);
    await house.called(given, 0, { agentId: house.agentId });
    expect(await house.caseRow(given)).toMatchObject({ dueAt: null, dueReason: 'wrap_up' });
    house.clock.forward(13 * 3_600_000);
    await house.casework.sweep();
    expect((await house.caseRow(given)).dueAt).not.toBeNull();
  });

  it('[CASE-5] results that the vacant guard voids no longer count, and the number comes back', async () => {
    house.clock.set(tuesdayMorning);
    const given = await house.givenCase(['work', 'home']);
    const first = await house.called(given, 0, { result: 'VACANT' });
    tryAgainLater();
    const second = await house.called(given, 0, { result: 'VACANT' });
    await house.casework.followUp.resultsVoided([first, second]);
    expect(await house.statusOf(given, 0)).toMatchObject({ status: 'active', vacant: 0, reason: null });
    await house.casework.followUp.resultsVoided([first, second]);
    expect(await house.statusOf(given, 0)).toMatchObject({ status: 'active', vacant: 0 });
  });

  it('[CASE-6] cases in hand come before fresh ones, and a person on the phone does not come at all', async () => {
    await using own = await House.open();
    const fresh = await own.givenCase(['work']);
    const inHand = await own.givenCase(['work', 'home']);
    const talking = await own.givenCase(['work']);
    await own.called(inHand, 0, { result: 'NO_ANSWER' });
    await own.call(talking, 0, { live: true });
    own.clock.forward(60_000);
    expect(await own.casework.caseFacts.dueCases(own.campaignId, own.clock(), 10)).toEqual([
      inHand.caseId,
      fresh.caseId,
    ]);
    expect(await own.casework.caseFacts.dueCases(own.campaignId, own.clock(), 1)).toEqual([inHand.caseId]);
    await own.casework.caseFacts.deferCase(inHand.caseId, own.clock() + 60_000, 'redial_gap');
    expect(await own.casework.caseFacts.dueCases(own.campaignId, own.clock(), 10)).toEqual([fresh.caseId]);
  });

  it('[CASE-7] a case whose recall date has passed is taken out by the sweep', async () => {
    house.clock.set(tuesdayMorning);
    const given = await house.givenCase(['work']);
    await house.prisma.case.update({ where: { id: given.caseId }, data: { recallDate: new Date('2026-11-23') } });
    await house.casework.sweep();
    expect(await house.caseRow(given)).toMatchObject({ status: 'recalled', caseClass: 'RECALLED', dueAt: null });
  });

  it('[CASE-8] what the kill switch shelved comes back once it is off', async () => {
    await using own = await House.open();
    const given = await own.givenCase(['work', 'home']);
    await own.prisma.tenant.update({ where: { id: 1 }, data: { dialingOff: true } });
    await own.called(given, 0, { result: 'NO_ANSWER' });
    expect(await own.caseRow(given)).toMatchObject({ dueAt: null, dueReason: 'tenant_off' });
    await own.casework.sweep();
    expect((await own.caseRow(given)).dueAt).toBeNull();
    await own.prisma.tenant.update({ where: { id: 1 }, data: { dialingOff: false } });
    await own.casework.sweep();
    expect((await own.caseRow(given)).dueAt).not.toBeNull();
  });

  it('[CASE-9] assigning a case to a campaign makes it due, once', async () => {
    const given = await house.givenCase(['work'], { campaign: false });
    await house.prisma.case.update({ where: { id: given.caseId }, data: { dueAt: null } });
    expect(await house.casework.intake.assignCases([given.caseId], house.campaignId)).toBe(1);
    expect((await house.caseRow(given)).dueAt?.getTime()).toBe(house.clock());
    expect(await house.casework.intake.assignCases([given.caseId], house.campaignId)).toBe(0);
  });

  it('[REC-21] an unanswered call has a row that says so', async () => {
    const given = await house.givenCase(['work']);
    const attemptId = await house.called(given, 0, { result: 'NO_ANSWER' });
    const rows = await house.prisma.recording.findMany({ where: { attemptId } });
    expect(rows.map(({ status, source }) => ({ status, source }))).toEqual([{ status: 'no_media', source: 'none' }]);
  });
});
