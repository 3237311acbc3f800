import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PaymentFileView, PaymentReply, PromiseBoard } from '../../src/contract/payment.ts';
import type { CasePage } from '../../src/contract/case.ts';
import type { ListedCases } from '../../src/contract/progress.ts';
import { newId } from '../../src/platform/ids.ts';
import { House, tuesdayMorning, wrapUp, type Given } from './house.ts';

describe('payments and promises', () => {
  let house: House;
  let boss: { id: string; role: 'supervisor' };
  beforeAll(async () => {
    house = await House.open();
    boss = { id: await house.user('supervisor'), role: 'supervisor' };
  });
  afterAll(() => house[Symbol.asyncDispose]());
  beforeEach(() => house.clock.set(tuesdayMorning));

  const refOf = (of: Given): string => `Ref-${of.caseId}`;
  const paying = (of: Given, amountMinor: number, more: object = {}) => ({
    clientId: house.clientId,
    caseRef: refOf(of),
    externalRef: newId(),
    amountMinor,
    currency: 'CNY',
    paidOn: '2026-11-24',
    ...more,
  });
  const posted = async (body: object): Promise<PaymentReply> => {
    const reply = await house.post('/api/payments', boss, body);
    expect(reply.status).toBeLessThan(300);
    return (await reply.json()) as PaymentReply;
  };
  const refusalsOf = async (body: object): Promise<{ status: number; rules: string[] }> => {
    const reply = await house.post('/api/payments', boss, body);
    const { errors } = (await reply.json()) as { errors: { field: string; rule: string; remedy: string }[] };
    expect(errors.every(({ remedy }) => remedy !== '')).toBe(true);
    return { status: reply.status, rules: errors.map(({ field, rule }) => `${field} ${rule}`) };
  };
  const promised = async (amountMinor: number, dueOn: string): Promise<Given> => {
    const given = await house.givenCase(['self_mobile', 'work']);
    const attemptId = await house.called(given, 0, { agentId: house.agentId });
    const input = wrapUp(attemptId, { code: 'PTP', promise: { amountMinor, dueOn } });
    expect((await house.casework.wrapUps.save(house.agentId, input, house.clock())).kind).toBe('saved');
    return given;
  };
  const promiseStatus = async (of: Given): Promise<string | undefined> =>
    (await house.prisma.promise.findFirst({ where: { caseId: of.caseId } }))?.status;
  const pageOf = async (of: Given): Promise<CasePage> =>
    (await (await house.get(`/api/cases/${of.caseId}`, boss)).json()) as CasePage;
  const decision = async (of: Given) => {
    const reply = await house.get(`/api/cases/${of.caseId}/decision`, boss);
    const { numbers } = (await reply.json()) as { numbers: { kind: string; reason: string | null }[] };
    return numbers[0];
  };
  const boardOf = async (show: string): Promise<PromiseBoard> =>
    (await (await house.get(`/api/promises?show=${show}`, boss)).json()) as PromiseBoard;

  it('[PAY-1] the same payment posted again, at once or later, counts once', async () => {
    const given = await house.givenCase(['work']);
    const body = paying(given, 30_000);
    const replies = await Promise.all([1, 2, 3].map(() => posted(body)));
    expect(replies.map(({ kind }) => kind).sort()).toEqual(['posted', 'unchanged', 'unchanged']);
    expect(await posted(body)).toMatchObject({ kind: 'unchanged', owedMinor: 70_000, closed: false });
    expect(await house.caseRow(given)).toMatchObject({ paidMinor: 30_000n, status: 'open' });
  });

  it('[PAY-2] a reference that another payment has is refused, and so is one that was reversed', async () => {
    const given = await house.givenCase(['work']);
    const other = await house.givenCase(['work']);
    const body = paying(given, 30_000);
    const { paymentId } = await posted(body);
    expect(await refusalsOf({ ...body, amountMinor: 30_001 })).toEqual({ status: 409, rules: ['externalRef taken'] });
    expect(await refusalsOf({ ...body, caseRef: refOf(other) })).toMatchObject({ status: 409 });
    await house.post(`/api/payments/${paymentId}/reverse`, boss, { reason: 'bounced' });
    expect(await refusalsOf(body)).toEqual({ status: 409, rules: ['externalRef reversed'] });
  });

  it('[PAY-3] what cannot be posted is refused by field and rule, all of it at once', async () => {
    const given = await house.givenCase(['work']);
    expect(await refusalsOf(paying(given, 100, { currency: 'USD', paidOn: '2026-11-25' }))).toEqual({
      status: 400,
      rules: ['currency other_currency', 'paidOn in_the_future'],
    });
    expect((await refusalsOf(paying(given, 100, { paidOn: '2026-11-19' }))).rules).toEqual(['paidOn before_placement']);
    expect((await refusalsOf(paying(given, 100, { caseRef: 'nobody' }))).rules).toEqual(['caseRef exists']);
    expect((await refusalsOf(paying(given, 100, { clientId: newId() }))).rules).toEqual(['clientId exists']);
    expect((await refusalsOf(paying(given, 0))).rules).toEqual(['amountMinor too_small']);
    // A day that no calendar has is none, and not the one after it.
    for (const paidOn of ['2026-02-30', '2026-11-31', '2025-02-29', '2026-13-01', 'today']) {
      expect((await refusalsOf(paying(given, 100, { paidOn }))).rules, paidOn).toEqual(['paidOn invalid_format']);
    }
    expect(await house.prisma.payment.count({ where: { caseId: given.caseId } })).toBe(0);
  });

  it('[PAY-4] agents neither post nor reverse nor see the board', async () => {
    const given = await house.givenCase(['work']);
    const agent = { id: house.agentId };
    expect((await house.post('/api/payments', agent, paying(given, 1))).status).toBe(403);
    expect((await house.post(`/api/payments/${newId()}/reverse`, agent, { reason: 'x' })).status).toBe(403);
    expect((await house.get('/api/promises', agent)).status).toBe(403);
  });

  it('[PAY-5] the last payment closes the case, its promise and its calls at once', async () => {
    const given = await promised(100_000, '2026-11-26');
    const ringing = await house.call(given, 0, { live: true });
    const reply = await posted(paying(given, 100_000));
    expect(reply).toMatchObject({ kind: 'posted', owedMinor: 0, closed: true });
    expect(await house.caseRow(given)).toMatchObject({
      status: 'closed',
      caseClass: 'PAID',
      dueAt: null,
      nextFollowUpOn: null,
      paidMinor: 100_000n,
    });
    expect(await promiseStatus(given)).toBe('kept');
    expect(house.hungUp).toContain(ringing);
    expect(await decision(given)).toMatchObject({ kind: 'BLOCK' });
    expect(house.audited.map(({ action }) => action)).toContain('payment.posted');
  });

  it('[PAY-5] a wrap-up after the case was paid during the talk is kept and changes nothing of it', async () => {
    const given = await house.givenCase(['self_mobile']);
    const attemptId = await house.called(given, 0, { agentId: house.agentId });
    await posted(paying(given, 100_000));
    const input = wrapUp(attemptId, {
      code: 'PTP',
      promise: { amountMinor: 100_000, dueOn: '2026-11-26' },
      note: 'said',
    });
    expect((await house.casework.wrapUps.save(house.agentId, input, house.clock())).kind).toBe('saved');
    expect(await house.caseRow(given)).toMatchObject({ status: 'closed', caseClass: 'PAID', nextFollowUpOn: null });
    expect(await promiseStatus(given)).toBeUndefined();
    expect(await house.notesOf(given)).toEqual(['said']);
  });

  it('[PAY-5] a wrap-up that is corrected after the case was paid changes nothing of it either', async () => {
    const given = await house.givenCase(['self_mobile']);
    const attemptId = await house.called(given, 0, { agentId: house.agentId });
    const first = { code: 'PAID_CLAIM', nextFollowUpOn: '2026-11-25', note: 'said' };
    expect((await house.casework.wrapUps.save(house.agentId, wrapUp(attemptId, first), house.clock())).kind).toBe(
      'saved',
    );
    await posted(paying(given, 100_000));
    const {
      attemptId: _of,
      newNumber: _number,
      then: _then,
      ...words
    } = wrapUp(attemptId, {
      code: 'PTP',
      promise: { amountMinor: 100_000, dueOn: '2026-11-26' },
      note: 'said',
    });
    const path = `/api/cases/${given.caseId}/wrap-ups/${attemptId}/correction`;
    expect(await house.send('POST', path, boss, { ...words, reason: 'a slip', override: false })).toMatchObject({
      status: 200,
    });
    expect(await house.caseRow(given)).toMatchObject({ status: 'closed', caseClass: 'PAID', nextFollowUpOn: null });
    expect(await promiseStatus(given)).toBeUndefined();
  });

  it('[PAY-6] a partial payment lowers what is owed and keeps the promise only with its whole amount', async () => {
    const given = await promised(50_000, '2026-11-26');
    await posted(paying(given, 20_000));
    expect(await promiseStatus(given)).toBe('open');
    const page = await pageOf(given);
    expect(page).toMatchObject({ amountMinor: 100_000, paidMinor: 20_000, owedMinor: 80_000, caseClass: 'PTP' });
    expect(page.promises).toMatchObject([{ standing: 'partial', paidMinor: 20_000 }]);
    expect(page.payments).toHaveLength(1);
    await posted(paying(given, 30_000));
    expect(await promiseStatus(given)).toBe('kept');
    const row = await house.caseRow(given);
    expect(row).toMatchObject({ status: 'open', caseClass: 'NEGOTIATING' });
    expect(row.nextFollowUpOn?.toISOString().slice(0, 10)).toBe('2026-11-25');
  });

  it('[S17] a payment posted at 13:00 of the due day cancels the evening attempt', async () => {
    const given = await promised(50_000, '2026-11-25');
    const unpaid = await promised(50_000, '2026-11-25');
    house.clock.set('2026-11-25T05:00:00.000Z');
    await posted(paying(given, 50_000, { paidOn: '2026-11-25' }));
    house.clock.set('2026-11-25T11:00:00.000Z');
    expect(await decision(given)).toMatchObject({ kind: 'DEFER', reason: 'before_next_date' });
    expect(await decision(unpaid)).toMatchObject({ kind: 'ALLOW' });
    house.clock.set('2026-11-25T16:30:00.000Z');
    await house.casework.sweep();
    expect(await house.caseRow(unpaid)).toMatchObject({ caseClass: 'PTP_BROKEN' });
    expect(await house.caseRow(given)).toMatchObject({ caseClass: 'NEGOTIATING' });
    const row = (await boardOf('broken')).promises.find(({ caseId }) => caseId === unpaid.caseId);
    // R39: 24 hours after the end of the due day in Shanghai.
    expect(new Date(row?.visitDueAt ?? 0).toISOString()).toBe('2026-11-26T16:00:00.000Z');
  });

  it('[PAY-7] a payment made in time and posted late makes a broken promise kept', async () => {
    const given = await promised(50_000, '2026-11-25');
    house.clock.set('2026-11-26T02:00:00.000Z');
    await house.casework.sweep();
    expect(await promiseStatus(given)).toBe('broken');
    await posted(paying(given, 50_000, { paidOn: '2026-11-26' }));
    expect(await promiseStatus(given)).toBe('broken');
    await posted(paying(given, 49_000, { paidOn: '2026-11-25' }));
    expect(await promiseStatus(given)).toBe('broken');
    await posted(paying(given, 1_000, { paidOn: '2026-11-25' }));
    expect(await promiseStatus(given)).toBe('kept');
  });

  it('[PAY-8] a claim leaves the promise to the posting and keeps nothing; it is owed a look on its day', async () => {
    const given = await promised(50_000, '2026-11-25');
    house.clock.set('2026-11-25T03:00:00.000Z');
    const attemptId = await house.called(given, 0, { agentId: house.agentId });
    const input = wrapUp(attemptId, { code: 'PAID_CLAIM', nextFollowUpOn: '2026-11-27' });
    expect((await house.casework.wrapUps.save(house.agentId, input, house.clock())).kind).toBe('saved');
    house.clock.set('2026-11-25T11:00:00.000Z');
    expect((await decision(given))?.kind).toBe('DEFER');
    house.clock.set('2026-11-27T02:00:00.000Z');
    await house.casework.sweep();
    expect(await promiseStatus(given)).toBe('open');
    expect((await pageOf(given)).promises).toMatchObject([{ standing: 'claimed' }]);
    house.clock.set('2026-11-28T02:00:00.000Z');
    await house.casework.sweep();
    expect(await promiseStatus(given)).toBe('open');
    const row = await house.caseRow(given);
    expect(row.caseClass).toBe('PAID_PENDING');
    expect(row.followUpBy?.toISOString().slice(0, 10)).toBe('2026-11-27');
    expect((await boardOf('open')).promises.map(({ caseId }) => caseId)).toContain(given.caseId);
    await posted(paying(given, 50_000, { paidOn: '2026-11-25' }));
    expect(await promiseStatus(given)).toBe('kept');
    expect(await house.caseRow(given)).toMatchObject({ caseClass: 'NEGOTIATING' });
  });

  it('[PAY-8] a claim does not open a promise again that was broken before it', async () => {
    const given = await promised(50_000, '2026-11-25');
    house.clock.set('2026-11-26T02:00:00.000Z');
    await house.casework.sweep();
    const attemptId = await house.called(given, 0, { agentId: house.agentId });
    const input = wrapUp(attemptId, { code: 'PAID_CLAIM', nextFollowUpOn: '2026-11-27' });
    expect((await house.casework.wrapUps.save(house.agentId, input, house.clock())).kind).toBe('saved');
    await posted(paying(given, 10_000, { paidOn: '2026-11-26' }));
    expect(await promiseStatus(given)).toBe('broken');
  });

  it('[PAY-9] a chargeback opens the case again with its class, its promise and the reason', async () => {
    const given = await promised(100_000, '2026-11-26');
    const { paymentId } = await posted(paying(given, 100_000));
    const reverse = async () => {
      const reply = await house.post(`/api/payments/${paymentId}/reverse`, boss, {
        reason: 'card charged back',
      });
      return (await reply.json()) as object;
    };
    expect((await house.post(`/api/payments/${paymentId}/reverse`, boss, { reason: ' ' })).status).toBe(400);
    expect(await reverse()).toEqual({ kind: 'reversed', owedMinor: 100_000, reopened: true });
    expect(await reverse()).toMatchObject({ kind: 'unchanged' });
    expect(await house.caseRow(given)).toMatchObject({ status: 'open', caseClass: 'PTP', paidMinor: 0n });
    expect(await promiseStatus(given)).toBe('open');
    expect((await house.caseRow(given)).dueAt).not.toBeNull();
    expect((await house.notesOf(given)).at(-1)).toContain('card charged back');
    expect(house.audited.filter(({ action }) => action === 'payment.reversed')).toHaveLength(2);
  });

  it('[PAY-9] a chargeback after the due day leaves a broken promise', async () => {
    const given = await promised(100_000, '2026-11-25');
    const { paymentId } = await posted(paying(given, 100_000));
    house.clock.set('2026-11-27T02:00:00.000Z');
    await house.post(`/api/payments/${paymentId}/reverse`, boss, { reason: 'bounced' });
    expect(await promiseStatus(given)).toBe('broken');
    expect(await house.caseRow(given)).toMatchObject({ status: 'open', caseClass: 'PTP_BROKEN' });
  });

  const stop = async (of: Given, kind: string): Promise<string> => {
    expect((await house.post(`/api/cases/${of.caseId}/stops`, boss, { kind, reason: 'said so' })).status).toBeLessThan(
      300,
    );
    return (await house.prisma.caseStop.findFirstOrThrow({ where: { originCaseId: of.caseId, kind } })).id;
  };
  const reversed = async (paymentId: string) =>
    (await (await house.post(`/api/payments/${paymentId}/reverse`, boss, { reason: 'charged back' })).json()) as object;
  const isLifted = async (stopId: string): Promise<boolean> =>
    (await house.prisma.caseStop.findUniqueOrThrow({ where: { id: stopId } })).liftedAt !== null;

  it('[PAY-9] a chargeback lifts the stop by which a supervisor had said that the case is paid', async () => {
    const before = await promised(100_000, '2026-11-26');
    const early = await stop(before, 'paid');
    const first = await posted(paying(before, 100_000));
    expect(await isLifted(early)).toBe(false);
    expect(await reversed(first.paymentId)).toMatchObject({ reopened: true });
    expect(await isLifted(early)).toBe(true);
    expect(await house.caseRow(before)).toMatchObject({ status: 'open', caseClass: 'PTP' });
    expect(await decision(before)).toMatchObject({ reason: 'ptp_hold' });

    const after = await promised(100_000, '2026-11-26');
    const second = await posted(paying(after, 100_000));
    const late = await stop(after, 'paid');
    await reversed(second.paymentId);
    expect(await isLifted(late)).toBe(true);
    expect(await house.caseRow(after)).toMatchObject({ status: 'open', caseClass: 'PTP' });

    const part = await promised(100_000, '2026-11-26');
    const third = await posted(paying(part, 40_000));
    const held = await stop(part, 'paid');
    await reversed(third.paymentId);
    expect(await isLifted(held)).toBe(true);
    expect(await house.caseRow(part)).toMatchObject({ status: 'open', caseClass: 'PTP' });
  });

  it('[PAY-9] another stop stands through a chargeback, and gives the class back when it is lifted', async () => {
    const given = await promised(100_000, '2026-11-26');
    const { paymentId } = await posted(paying(given, 100_000));
    const stopId = await stop(given, 'dispute');
    await reversed(paymentId);
    expect(await isLifted(stopId)).toBe(false);
    expect(await house.caseRow(given)).toMatchObject({ status: 'open', caseClass: 'DISPUTE', dueAt: null });
    await house.post(`/api/stops/${stopId}/lift`, boss, { reason: 'settled', clientInstruction: '' });
    expect(await house.caseRow(given)).toMatchObject({ status: 'open', caseClass: 'PTP' });
  });

  it('[PAY-12] the last payment ends the open tasks of the case, whoever had them, and none of another', async () => {
    const given = await house.givenCase(['work'], { ownerId: house.agentId });
    const other = await house.givenCase(['work'], { debtorId: given.debtorId });
    for (const [of, kind] of [
      [given, 'registry_check'],
      [given, 'visit_proposal'],
      [other, 'visit_proposal'],
    ] as const) {
      const at = new Date(house.clock());
      await house.prisma.caseTask.create({
        data: { id: newId(), caseId: of.caseId, kind, because: 'unanswered', anchorAt: at, dueAt: at },
      });
    }
    await posted(paying(given, 40_000));
    expect(await house.prisma.caseTask.count({ where: { caseId: given.caseId, doneAt: null } })).toBe(2);
    const { paymentId } = await posted(paying(given, 60_000));
    const ended = await house.prisma.caseTask.findMany({ where: { caseId: given.caseId } });
    expect(ended.map(({ notNeeded }) => notNeeded)).toEqual([true, true]);
    expect(await house.prisma.caseTask.count({ where: { caseId: other.caseId, doneAt: null } })).toBe(1);
    await reversed(paymentId);
    expect(await house.prisma.caseTask.count({ where: { caseId: given.caseId, doneAt: null } })).toBe(0);
  });

  it('[PAY-12] nobody is sent to a debtor who has paid', async () => {
    const given = await house.givenCase(['work']);
    await house.called(given, 0, { result: 'VACANT' });
    await house.called(given, 0, { result: 'VACANT' });
    const asked = { address: '示例路1号', reason: 'Nobody is reached' };
    expect((await house.post(`/api/cases/${given.caseId}/visits`, boss, asked)).status).toBe(201);
    const { id } = await house.prisma.visitOrder.findFirstOrThrow({ where: { caseId: given.caseId } });
    await posted(paying(given, 100_000));
    const step = (name: string, body: object) => house.send('POST', `/api/visits/${id}/${name}`, boss, body);
    expect(await step('decision', { approve: true, note: null })).toMatchObject({ rules: ['R26:not_open'] });
    const approved = { status: 'approved', decidedById: boss.id, decidedAt: new Date(house.clock()) };
    await house.prisma.visitOrder.update({ where: { id }, data: approved });
    expect(await step('dispatch', { visitor: 'Somebody' })).toMatchObject({ rules: ['R26:not_open'] });
  });

  it('[PAY-12] an open application of fraud and its hold go their own way', async () => {
    const given = await house.givenCase(['self_mobile']);
    const attemptId = await house.called(given, 0, { agentId: house.agentId });
    const input = wrapUp(attemptId, { code: 'FRAUD_CLAIM', suspect: 'A cousin', clues: 'Lost the card' });
    expect((await house.casework.wrapUps.save(house.agentId, input, house.clock())).kind).toBe('saved');
    const { paymentId } = await posted(paying(given, 100_000));
    const held = () =>
      house.prisma.caseStop.count({ where: { caseId: given.caseId, kind: 'fraud_hold', liftedAt: null } });
    const step = async () =>
      (await house.prisma.fraudApplication.findFirstOrThrow({ where: { caseId: given.caseId } })).step;
    expect([await held(), await step()]).toEqual([1, 'claimed']);
    expect(await house.caseRow(given)).toMatchObject({ status: 'closed', caseClass: 'PAID' });
    await reversed(paymentId);
    expect([await held(), await step()]).toEqual([1, 'claimed']);
    expect(await house.caseRow(given)).toMatchObject({ status: 'open', caseClass: 'FRAUD_PENDING' });
  });

  it('[PAY-13] what was paid is withheld with the debt until identity is confirmed on the call', async () => {
    const given = await house.givenCase(['relative'], { ownerId: house.agentId });
    await posted(paying(given, 30_000));
    await house.prisma.case.update({ where: { id: given.caseId }, data: { followUpBy: new Date('2026-11-24') } });
    const agent = { id: house.agentId };
    const attemptId = await house.call(given, 0, { agentId: house.agentId, live: true });
    const seen = async () => {
      const [page, list] = await Promise.all([
        house.get(`/api/cases/${given.caseId}`, agent),
        house.get('/api/agent/worklist?list=due', agent),
      ]);
      const own = ((await list.json()) as ListedCases).cases.find(({ caseId }) => caseId === given.caseId);
      const card = await house.casework.cards.cardFor(attemptId);
      const form = await house.casework.wrapUps.form(attemptId, house.agentId);
      return [page.status, own?.amountMinor, card?.amountMinor, form?.amountMinor];
    };
    expect(await seen()).toEqual([404, undefined, null, null]);
    expect((await house.get('/api/payments', agent)).status).toBe(403);
    await house.post(`/api/agent/calls/${attemptId}/identity`, agent);
    expect(await seen()).toEqual([200, 70_000, 70_000, 70_000]);
    expect((await pageOf(given)).payments).toHaveLength(1);
  });

  it('[PAY-10] a file posts its good lines, sends the others back with reasons, and posts nothing twice', async () => {
    const given = await house.givenCase(['work']);
    const lines = [
      '案件编号,还款流水号,还款金额,还款日期',
      `${refOf(given)},F-1,"1,000.00",2026-11-24`,
      `${refOf(given)},,12.00,2026-11-24`,
      `nobody,F-3,12.00,2026-11-24`,
      `${refOf(given)},F-4,abc,2026-13-40`,
      `${refOf(given)},F-5,5.00,2026-11-25`,
    ];
    const upload = async (): Promise<PaymentFileView> => {
      const form = new FormData();
      form.set('clientId', house.clientId);
      form.set('file', new Blob([lines.join('\r\n')]), 'payments.csv');
      const reply = await house.post('/api/payments/files', boss, form);
      expect(reply.status).toBe(201);
      return (await reply.json()) as PaymentFileView;
    };
    const first = await upload();
    expect(first).toMatchObject({ posted: 1, unchanged: 0, rejected: 4 });
    expect(first.returned.map(({ row, reasons }) => [row, ...reasons])).toEqual([
      [3, 'reference_missing'],
      [4, 'caseRef:exists'],
      [5, 'amount_invalid', 'date_invalid'],
      [6, 'paidOn:in_the_future'],
    ]);
    expect(await upload()).toMatchObject({ posted: 0, unchanged: 1, rejected: 4 });
    expect(await house.caseRow(given)).toMatchObject({ status: 'closed', paidMinor: 100_000n });
  });

  it('[PAY-10] a file without the columns of payments is refused whole', async () => {
    const upload = async (text: string): Promise<number> => {
      const form = new FormData();
      form.set('clientId', house.clientId);
      form.set('file', new Blob([text]), 'payments.csv');
      return (await house.post('/api/payments/files', boss, form)).status;
    };
    expect(await upload('a,b,c\r\n1,2,3')).toBe(422);
    expect(await upload('案件编号,还款流水号,还款金额\r\n1,2,3')).toBe(400);
    expect(await upload('')).toBe(422);
  });

  it('[PAY-11] the board counts promises and the kept rate over those that were due', async () => {
    await house.prisma.promise.deleteMany();
    const kept = await promised(10_000, '2026-11-24');
    await promised(10_000, '2026-11-24');
    await promised(10_000, '2026-11-26');
    await posted(paying(kept, 10_000));
    const today = await boardOf('due_today');
    expect(today).toMatchObject({
      today: '2026-11-24',
      counts: { due_today: 2, open: 2, broken: 0, kept: 1 },
      keptRate: 1,
    });
    expect(today.promises.map(({ standing }) => standing).sort()).toEqual(['kept', 'open']);
    house.clock.set('2026-11-25T02:00:00.000Z');
    await house.casework.sweep();
    const later = await boardOf('broken');
    expect(later).toMatchObject({ counts: { due_today: 0, open: 1, broken: 1, kept: 1 }, keptRate: 0.5 });
    expect(later.promises).toHaveLength(1);
  });
});
