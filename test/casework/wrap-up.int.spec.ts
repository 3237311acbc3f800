import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { agentCalls } from '../../src/contract/agent-calls.ts';
import type { WrapUpInput } from '../../src/contract/wrap-up.ts';
import { wrapUpForm } from '../../src/contract/wrap-up.ts';
import { House, tuesdayMorning, wrapUp, type Given } from './house.ts';

describe('wrap-up', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
  });
  beforeEach(() => void house.clock.set(tuesdayMorning));
  afterAll(() => house[Symbol.asyncDispose]());

  const talk = async (given: Given, at = 0): Promise<string> => house.called(given, at, { agentId: house.agentId });
  const save = async (input: WrapUpInput) => {
    await house.looksAtLinked(input.attemptId);
    house.clock.forward(10_000);
    return house.casework.wrapUps.save(house.agentId, input, house.clock() - 10_000);
  };
  const refused = async (input: WrapUpInput): Promise<string[]> => {
    const reply = await save(input);
    return reply.kind === 'saved' ? [] : reply.problems.map(({ field, rule }) => `${field} ${rule}`);
  };

  it('[S11] carrier and agent reporting the same vacant call count once, the agent winning', async () => {
    const given = await house.givenCase(['work', 'home']);
    const attemptId = await house.call(given, 0, { agentId: house.agentId, result: 'VACANT' });
    await house.casework.followUp.attemptEnded(attemptId);
    expect(await house.statusOf(given, 0)).toMatchObject({ status: 'suspect', vacant: 1 });
    expect(await refused(wrapUp(attemptId, { code: 'VACANT_AG', party: 'none' }))).toEqual([]);
    expect(await house.statusOf(given, 0)).toMatchObject({ status: 'suspect', vacant: 1 });
    await house.casework.followUp.attemptEnded(attemptId);
    expect(await house.statusOf(given, 0)).toMatchObject({ status: 'suspect', vacant: 1 });
    const events = await house.prisma.counterEvent.findMany({ where: { attemptId } });
    expect(events.map(({ source, code }) => `${source} ${code}`)).toEqual(['agent VACANT_AG']);
  });

  it('[S04] two people who know no such person leave the number, the third makes it invalid', async () => {
    const given = await house.givenCase(['work', 'home']);
    for (const status of ['suspect', 'suspect', 'invalid']) {
      const attemptId = await talk(given);
      expect(await refused(wrapUp(attemptId, { code: 'NSP', party: 'WPC' }))).toEqual([]);
      expect((await house.statusOf(given, 0)).status).toBe(status);
      house.clock.forward(4 * 3_600_000);
    }
    expect(await house.notesOf(given)).toEqual(['无效:无此人3次']);
  });

  it('[S08] a talk with the debtor sets the counters back', async () => {
    const given = await house.givenCase(['work', 'home']);
    await house.called(given, 0, { result: 'VACANT' });
    expect(await refused(wrapUp(await talk(given), { nextFollowUpOn: '2026-11-25' }))).toEqual([]);
    await house.called(given, 0, { result: 'VACANT' });
    expect(await house.statusOf(given, 0)).toMatchObject({ status: 'suspect', vacant: 1 });
  });

  it('[S14] a promise is due within three days, and a later one is refused by name', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    const attemptId = await talk(given);
    const promise = (dueOn: string) => wrapUp(attemptId, { code: 'PTP', promise: { amountMinor: 50_000, dueOn } });
    expect(await refused(promise('2026-11-28'))).toEqual(['promise.dueOn R14:too_late']);
    expect(await house.prisma.wrapUp.count({ where: { attemptId } })).toBe(0);
    expect(await refused(promise('2026-11-27'))).toEqual([]);
    expect(await house.caseRow(given)).toMatchObject({ caseClass: 'PTP', effective: true, dueReason: 'ptp_hold' });
    const [stored] = await house.prisma.promise.findMany({ where: { caseId: given.caseId } });
    expect(stored).toMatchObject({ amountMinor: 50_000n, status: 'open', currency: 'CNY' });
  });

  it('[CASE-10] a new promise replaces the open one', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    for (const dueOn of ['2026-11-26', '2026-11-27']) {
      const attemptId = await talk(given);
      const input = wrapUp(attemptId, { code: 'PTP', promise: { amountMinor: 10_000, dueOn } });
      expect(await refused(input)).toEqual([]);
    }
    const promises = await house.prisma.promise.findMany({
      where: { caseId: given.caseId },
      orderBy: { dueOn: 'asc' },
    });
    expect(promises.map(({ status }) => status)).toEqual(['replaced', 'open']);
  });

  it('[S17] a promise that is unpaid when its day is over is broken', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    const attemptId = await talk(given);
    const input = wrapUp(attemptId, { code: 'PTP', promise: { amountMinor: 10_000, dueOn: '2026-11-25' } });
    expect(await refused(input)).toEqual([]);
    house.clock.set('2026-11-25T15:59:00.000Z');
    await house.casework.sweep();
    expect((await house.caseRow(given)).caseClass).toBe('PTP');
    house.clock.set('2026-11-25T16:01:00.000Z');
    await house.casework.sweep();
    const row = await house.caseRow(given);
    expect(row).toMatchObject({ caseClass: 'PTP_BROKEN', nextFollowUpOn: null });
    expect(row.dueAt).not.toBeNull();
    const [promise] = await house.prisma.promise.findMany({ where: { caseId: given.caseId } });
    expect(promise?.status).toBe('broken');
  });

  it('[S18] the fund date may be seven days off, and the next date not after it', async () => {
    const given = await house.givenCase(['self_mobile']);
    const attemptId = await talk(given);
    const fund = (fundDate: string, nextFollowUpOn: string) =>
      wrapUp(attemptId, { code: 'FUND', fundDate, nextFollowUpOn });
    expect(await refused(fund('2026-12-02', '2026-12-01'))).toContain('fundDate R15:too_late');
    expect(await refused(fund('2026-11-30', '2026-12-01'))).toEqual(['nextFollowUpOn R15:too_late']);
    expect(await refused(fund('2026-12-01', '2026-12-01'))).toEqual([]);
    expect(await house.caseRow(given)).toMatchObject({ caseClass: 'RAISING_FUNDS', dueReason: 'before_next_date' });
  });

  it('[S19] a message with the family holds that number for two days and no other', async () => {
    const given = await house.givenCase(['self_mobile', 'relative', 'emergency']);
    await house.called(given, 0, { result: 'NO_ANSWER' });
    const attemptId = await talk(given, 1);
    const message = (nextFollowUpOn: string) => wrapUp(attemptId, { code: 'LM_A', party: 'TPC', nextFollowUpOn });
    expect(await refused(message('2026-11-25'))).toEqual(['nextFollowUpOn R17:too_early']);
    expect(await refused(message('2026-12-02'))).toEqual(['nextFollowUpOn R17:too_late']);
    expect(await refused(message('2026-11-26'))).toEqual([]);
    const held = await house.prisma.debtorLine.findUniqueOrThrow({
      where: { debtorId_lineId: { debtorId: given.debtorId, lineId: given.numbers[1]?.lineId ?? '' } },
    });
    expect(held.holdReason).toBe('LM_A');
    expect(held.holdUntil?.toISOString()).toBe('2026-11-25T16:00:00.000Z');
    expect(await house.caseRow(given)).toMatchObject({ caseClass: 'LEFT_MSG_A', nextFollowUpOn: null });
  });

  it('[S20] everything that is missing is named at once', async () => {
    const given = await house.givenCase(['self_mobile']);
    const attemptId = await talk(given);
    expect(await refused(wrapUp(attemptId, { code: 'FRAUD_CLAIM' }))).toEqual([
      'suspect R23:missing',
      'clues R23:missing',
    ]);
    expect(await refused(wrapUp(attemptId, { code: 'FUND' }))).toEqual([
      'fundDate R15:missing',
      'nextFollowUpOn R30:missing',
    ]);
    expect(await refused(wrapUp(attemptId, { code: 'NEG', party: 'TPC' }))).toEqual([
      'party R30:not_allowed',
      'nextFollowUpOn R30:missing',
    ]);
  });

  it('[CASE-11] saving again is the same wrap-up, another code is refused, a stranger is refused', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    const attemptId = await talk(given);
    const input = wrapUp(attemptId, { nextFollowUpOn: '2026-11-25', note: 'Wants instalments' });
    const first = await save(input);
    expect(first).toMatchObject({ kind: 'saved', saved: { classAfter: 'NEGOTIATING', acwMs: 10_000 } });
    expect(await save(input)).toEqual(first);
    expect(await refused(wrapUp(attemptId, { code: 'HANGUP', party: 'unknown' }))).toEqual(['code already_saved']);
    // Answered as saved they would be lost: another day, another word.
    for (const over of [{ nextFollowUpOn: '2026-11-26' }, { note: 'Wants instalments of 500' }]) {
      expect(await refused({ ...input, ...over })).toEqual(['code already_saved']);
    }
    expect(await save({ ...input, note: ' Wants instalments ', then: 'on_break' })).toEqual(first);
    expect(await house.notesOf(given)).toEqual(['Wants instalments']);
    const other = await house.user('agent');
    expect(await house.casework.wrapUps.save(other, input, house.clock())).toMatchObject({ kind: 'refused' });
    expect(await house.casework.wrapUps.form(attemptId, other)).toBeNull();
  });

  it('[CASE-11] a promise and a number are parts of what is saved: neither is changed by saving again', async () => {
    const given = await house.givenCase(['self_mobile', 'relative']);
    const promised = wrapUp(await talk(given), { code: 'PTP', promise: { amountMinor: 50_000, dueOn: '2026-11-26' } });
    expect(await save(promised)).toMatchObject({ kind: 'saved' });
    expect(await save(promised)).toMatchObject({ kind: 'saved' });
    const more = { ...promised, promise: { amountMinor: 60_000, dueOn: '2026-11-26' } };
    expect(await refused(more)).toEqual(['code already_saved']);
    expect(await house.prisma.promise.findMany({ where: { caseId: given.caseId } })).toMatchObject([
      { amountMinor: 50_000n, status: 'open' },
    ]);

    const relative = await house.givenCase(['relative']);
    const attemptId = await talk(relative);
    const message = { code: 'LM_B', party: 'TPC', nextFollowUpOn: '2026-11-27' };
    const naming = (number: string) =>
      wrapUp(attemptId, { ...message, newNumber: { number, whose: 'debtor', person: null, relation: null } });
    const offered = naming('+86 139 1234 5699');
    expect(await save(offered)).toMatchObject({ kind: 'saved' });
    expect(await save(offered)).toMatchObject({ kind: 'saved' });
    expect(await refused(naming('+86 139 1234 5688'))).toEqual(['code already_saved']);
    expect(await house.prisma.phoneNumber.count({ where: { caseId: relative.caseId } })).toBe(2);
  });

  it('[CASE-12] a complaint stops every case of the person, a dispute the one debt', async () => {
    const disputed = await house.givenCase(['self_mobile', 'work']);
    const lines = disputed.numbers.map((number) => number.lineId);
    const linked = await house.givenCase(['self_mobile', 'work'], { debtorId: disputed.debtorId, lines });
    expect(await refused(wrapUp(await talk(disputed), { code: 'DISPUTE' }))).toEqual([]);
    expect(await house.caseRow(disputed)).toMatchObject({ caseClass: 'DISPUTE', dueAt: null, dueReason: 'case_stop' });
    expect((await house.caseRow(linked)).dueReason).not.toBe('case_stop');
    house.clock.forward(4 * 3_600_000);
    expect(await refused(wrapUp(await talk(linked), { code: 'COMPLAINT' }))).toEqual([]);
    expect(await house.caseRow(linked)).toMatchObject({ caseClass: 'COMPLAINT', dueAt: null, dueReason: 'case_stop' });
    const stops = await house.prisma.caseStop.findMany({ where: { debtorId: disputed.debtorId } });
    expect(stops.map(({ kind, caseId }) => [kind, caseId])).toEqual(
      expect.arrayContaining([
        ['dispute', disputed.caseId],
        ['complaint', null],
      ]),
    );
  });

  it('[CASE-13] a third party who wants no more calls blocks the number for everybody who has it', async () => {
    const given = await house.givenCase(['contact', 'work']);
    const lines = given.numbers.map((number) => number.lineId);
    const stranger = await house.givenCase(['contact', 'work'], { lines });
    expect(await refused(wrapUp(await talk(given), { code: 'TP_STOP', party: 'TPC' }))).toEqual([]);
    expect(await house.statusOf(given, 0)).toMatchObject({ status: 'blocked', reason: 'third_party_stop' });
    expect(await house.statusOf(stranger, 0)).toMatchObject({ status: 'blocked' });
  });

  it('[CAMP-7] the form brings the scripts of the campaign, and none that it does not understand', async () => {
    const given = await house.givenCase(['relative', 'work']);
    const attemptId = await talk(given);
    const formWith = async (scripts: object[]) => {
      await house.prisma.campaign.updateMany({ data: { settings: { scripts } } });
      return wrapUpForm.parse(await house.casework.wrapUps.form(attemptId, house.agentId)).scripts;
    };
    const script = { code: 'LM_B', text: 'Say who calls and no more.' };
    expect(await formWith([script])).toEqual([script]);
    expect(await formWith([{ code: 'OF_ANOTHER_TIME', text: '' }])).toEqual([]);
  });

  it('[CASE-14] the form offers bounds that the check accepts', async () => {
    const given = await house.givenCase(['relative', 'work']);
    const attemptId = await talk(given);
    const form = wrapUpForm.parse(await house.casework.wrapUps.form(attemptId, house.agentId));
    expect(form).toMatchObject({ today: '2026-11-24', calleeZone: 'Asia/Shanghai', amountMinor: 100_000 });
    const message = form.options.find((option) => option.code === 'LM_B');
    expect(message?.nextFollowUp).toEqual({ min: '2026-11-27', max: '2026-12-01', prefill: '2026-11-27' });
    expect(form.options.find((option) => option.code === 'RESIGNED')?.suggested).toBe(false);
    const prefilled = wrapUp(attemptId, { code: 'LM_B', party: 'TPC', nextFollowUpOn: message?.nextFollowUp?.prefill });
    expect(await refused(prefilled)).toEqual([]);
  });

  it('[TIME-6] a callback told by the clock on the wall is stored as the instant that was meant, and named in the reply', async () => {
    await using open = await House.open('demo');
    open.clock.set('2026-10-31T22:00:00.000Z');
    const abroad = await open.givenCase(['self_mobile', 'work']);
    const lineIds = abroad.numbers.map(({ lineId }) => lineId);
    await open.prisma.line.updateMany({ where: { id: { in: lineIds } }, data: { zones: ['America/New_York'] } });
    const attemptId = await open.called(abroad, 0, { agentId: open.agentId });
    const callback = (callbackAt: object, more: object = {}) =>
      wrapUp(attemptId, { code: 'CALLBACK', callbackAt, ...more });
    const keep = (input: WrapUpInput) => open.casework.wrapUps.save(open.agentId, input, open.clock());
    const agreed = { date: '2026-11-01', time: '01:30', second: true };
    const meant = Date.parse('2026-11-01T06:30:00.000Z');
    const saved = await keep(callback(agreed));
    expect(saved).toMatchObject({ kind: 'saved', saved: { callbackAt: meant } });
    expect((await open.caseRow(abroad)).callbackAt?.getTime()).toBe(meant);
    // The answer got lost: the same again is the same, by the clock or by the instant.
    expect(await keep(callback(agreed))).toEqual(saved);

    const corrected = (callbackAt: unknown) =>
      open.send(
        'POST',
        `/api/cases/${abroad.caseId}/wrap-ups/${attemptId}/correction`,
        { id: open.agentId },
        {
          ...callback({}),
          callbackAt,
        },
      );
    expect((await corrected(meant)).status).toBe(200);
    expect((await corrected(agreed)).status).toBe(200);
    expect(await open.prisma.wrapUpRevision.count()).toBe(0);
    const first = await corrected({ ...agreed, second: false });
    expect(JSON.parse(first.text)).toMatchObject({ callbackAt: Date.parse('2026-11-01T05:30:00.000Z') });
  });

  it('[TIME-6] a callback in the hour that the clock leaves out is refused with the gap, and nothing is stored', async () => {
    await using open = await House.open('demo');
    open.clock.set('2026-03-07T22:00:00.000Z');
    const abroad = await open.givenCase(['self_mobile']);
    await open.prisma.line.updateMany({ data: { zones: ['America/New_York'] } });
    const attemptId = await open.called(abroad, 0, { agentId: open.agentId });
    const input = wrapUp(attemptId, {
      code: 'CALLBACK',
      callbackAt: { date: '2026-03-08', time: '02:30', second: false },
    });
    expect(await open.casework.wrapUps.save(open.agentId, input, open.clock())).toEqual({
      kind: 'refused',
      problems: [
        {
          field: 'callbackAt',
          rule: 'TIME-6:skipped_time',
          remedy: 'The clocks are set forward that night; choose a time before or after: 02:00 to 03:00.',
        },
      ],
    });
    expect(await open.prisma.wrapUp.count()).toBe(0);
    expect((await open.caseRow(abroad)).callbackAt).toBeNull();
  });

  it('[CASE-15] the day counts accounts by owner, else by the agent who talked', async () => {
    await using own = await House.open();
    const owner = await own.user('agent');
    const pooled = await own.givenCase(['self_mobile', 'work']);
    const owned = await own.givenCase(['self_mobile', 'work'], { ownerId: owner });
    const attempts = [];
    for (const given of [pooled, owned]) attempts.push(await own.called(given, 0, { agentId: own.agentId }));
    for (const attemptId of attempts) {
      const input = wrapUp(attemptId, { code: 'PTP', promise: { amountMinor: 2_500, dueOn: '2026-11-25' } });
      expect((await own.casework.wrapUps.save(own.agentId, input, own.clock())).kind).toBe('saved');
    }
    const mine = await own.casework.today.figures(own.agentId);
    expect(mine).toMatchObject({
      accounts: 1,
      goal: 50,
      calls: 2,
      rightParty: 2,
      promises: 2,
      promisedMinor: 5_000,
      currency: 'CNY',
      talkMs: 29_000,
    });
    expect(await own.casework.today.figures(owner)).toMatchObject({ accounts: 1, calls: 0 });
    const { calls } = agentCalls.parse(await (await own.get('/api/agent/calls', { id: own.agentId })).json());
    expect(calls.map((call) => call.result)).toEqual(['PTP', 'PTP']);
  });
});
