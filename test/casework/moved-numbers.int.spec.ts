import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseDecision } from '../../src/contract/case.ts';
import { chineseHeader, chineseRow, csvText } from '../fixtures/placements/rows.ts';
import { House, tuesdayMorning, wrapUp, type Given } from './house.ts';
import { importInto } from './import-bed.ts';

/** What becomes of a line that a later placement names for somebody else, and of a case that it gives to somebody else. */
describe('numbers that move between debtors', () => {
  let house: House;
  let bed: ReturnType<typeof importInto>;
  beforeAll(async () => {
    house = await House.open();
    bed = importInto(house.db);
  });
  beforeEach(() => void house.clock.set(tuesdayMorning));
  afterAll(() => house[Symbol.asyncDispose]());

  type Row = Parameters<typeof chineseRow>;
  const placed = (...rows: readonly Row[]) =>
    bed.imported(csvText([chineseHeader, ...rows.map(([ref, told]) => chineseRow(ref, told))]));
  let next = 0;
  /** A mobile that no other test has. */
  const mobile = (): string => {
    next += 1;
    return `139${String(next).padStart(8, '0')}`;
  };
  const givenOf = async (ref: string): Promise<Given> => {
    const row = await house.prisma.case.findFirstOrThrow({
      where: { externalRef: ref },
      include: { numbers: { orderBy: { position: 'asc' } } },
    });
    await house.prisma.case.update({
      where: { id: row.id },
      data: { campaignId: house.campaignId, dueAt: new Date(house.clock()), dueReason: 'due' },
    });
    const numbers = row.numbers.map(({ id, lineId, class: name }) => ({ id, lineId, class: name as 'self_mobile' }));
    return { caseId: row.id, debtorId: row.debtorId, numbers };
  };
  const standing = async (of: Given, lineId = of.numbers[0]?.lineId ?? '') => {
    const { status, statusReason } = await house.prisma.debtorLine.findUniqueOrThrow({
      where: { debtorId_lineId: { debtorId: of.debtorId, lineId } },
    });
    return statusReason === null ? status : `${status} ${statusReason}`;
  };
  const decided = async (of: Given, at = 0) => {
    const asked = await house.get(`/api/cases/${of.caseId}/decision`, { id: house.agentId, role: 'supervisor' });
    const { numbers } = caseDecision.parse(await asked.json());
    const found = numbers.find(({ numberId }) => numberId === of.numbers[at]?.id);
    return found === undefined ? null : `${found.kind} ${found.reason ?? ''}`.trim();
  };
  const written = async (of: Given, at: number, more: object): Promise<void> => {
    const attemptId = await house.called(of, at, { agentId: house.agentId });
    const reply = await house.casework.wrapUps.save(house.agentId, wrapUp(attemptId, more), house.clock());
    expect(reply.kind).toBe('saved');
    house.clock.forward(5 * 3_600_000);
  };

  it('[IMP-36] a line found vacant comes to the next debtor as invalid, with its note; one report makes it suspect', async () => {
    const [dead, doubted] = [mobile(), mobile()];
    await placed(['V1', { 本人手机: `${dead};${doubted}` }]);
    const first = await givenOf('V1');
    await house.called(first, 0, { result: 'VACANT' });
    await house.called(first, 1, { result: 'VACANT' });
    await house.called(first, 0, { result: 'VACANT' });
    await placed(['V2', { 本人手机: `${dead};${doubted};${mobile()}` }]);
    const second = await givenOf('V2');
    expect(await standing(second)).toBe('invalid vacant');
    expect(await standing(second, second.numbers[1]?.lineId)).toBe('suspect');
    expect(await house.notesOf(second)).toEqual(['无效:空号2次']);
    expect([await decided(second), await decided(second, 2)]).toEqual(['BLOCK number_invalid', 'ALLOW']);
    expect(await house.statusOf(first, 0)).toMatchObject({ status: 'invalid', vacant: 2 });
  });

  it('[IMP-36] a case placed with nothing but such lines is traced, though nothing ever happened in it', async () => {
    const dead = mobile();
    await placed(['X1', { 本人手机: dead }]);
    const first = await givenOf('X1');
    for (const _time of [1, 2]) await house.called(first, 0, { result: 'VACANT' });
    await placed(['X2', { 本人手机: dead }]);
    const second = await givenOf('X2');
    await house.prisma.case.update({
      where: { id: second.caseId },
      data: { dueAt: null, dueReason: 'number_invalid' },
    });
    await house.casework.sweep();
    expect((await house.caseRow(second)).caseClass).toBe('TRACE');
    const tasks = await house.prisma.caseTask.findMany({ where: { caseId: second.caseId }, orderBy: { kind: 'asc' } });
    expect(tasks.map(({ kind }) => kind)).toEqual(['lookup_114', 'trace_phone']);
    expect((await house.casework.sweep()).reviewed).toBe(0);
  });

  it('[IMP-36] whoever wanted no calls is not called for the next debtor either, nor by a wish in the file', async () => {
    const [third, wished] = [mobile(), mobile()];
    await placed(['W1', { 本人手机: mobile(), 联系人1电话: third, 家庭电话: wished }]);
    const first = await givenOf('W1');
    const at = first.numbers.findIndex((number) => number.class === 'contact');
    await written(first, at, { code: 'TP_STOP', party: 'TPC' });
    await placed(['W2', { 本人手机: third, 联系人1电话: `${wished}勿打` }]);
    const second = await givenOf('W2');
    expect(await standing(second)).toBe('blocked third_party_stop');
    expect(await decided(second)).toBe('BLOCK number_blocked');
    const home = first.numbers.find((number) => number.class === 'home');
    expect(await standing(first, home?.lineId)).toBe('blocked do_not_call');
  });

  it('[IMP-36] what was counted and agreed for one debtor is not the other’s', async () => {
    const shared = mobile();
    await placed(['N1', { 本人手机: mobile(), 亲属电话: shared, 家庭电话: shared }]);
    const first = await givenOf('N1');
    const at = first.numbers.findIndex(({ class: name }) => name !== 'self_mobile');
    for (const _time of [1, 2, 3]) await written(first, at, { code: 'NSP', party: 'WPC' });
    expect(await house.statusOf(first, at)).toMatchObject({ status: 'invalid', nsp: 3 });
    await placed(['N2', { 本人手机: shared }]);
    const second = await givenOf('N2');
    expect(await house.statusOf(second, 0)).toMatchObject({ status: 'active', nsp: 0 });
    expect(await house.statusOf(first, at)).toMatchObject({ status: 'invalid', nsp: 3 });
  });

  it('[IMP-36] a number that somebody names in a talk comes as the line stands', async () => {
    const wished = mobile();
    await placed(['T1', { 本人手机: mobile(), 联系人1电话: `${wished}勿打` }], ['T2', { 本人手机: mobile() }]);
    const second = await givenOf('T2');
    const boss = { id: await house.user('supervisor'), role: 'supervisor' };
    const added = { number: `+86${wished}`, source: 'tracing', person: null, relation: null, note: null };
    expect((await house.post(`/api/cases/${second.caseId}/numbers`, boss, added)).status).toBe(201);
    const line = await house.prisma.line.findUniqueOrThrow({ where: { e164: `+86${wished}` } });
    expect(await standing(second, line.id)).toBe('blocked do_not_call');
  });

  it('[IMP-37] given to somebody else it waits to be verified, its history stays, and nobody is rung for the first', async () => {
    const moved = mobile();
    await placed(['G1', { 本人手机: moved }], ['G2', { 本人手机: mobile() }]);
    const before = await givenOf('G1');
    await house.called(before, 0, { result: 'NO_ANSWER' });
    house.clock.forward(5 * 3_600_000);
    await placed(['G1', { 本人手机: mobile() }], ['G2', { 本人手机: moved }]);
    const [first, second] = [await givenOf('G1'), await givenOf('G2')];
    const lineId = second.numbers[0]?.lineId ?? '';
    expect(await standing(first, lineId)).toBe('unverified given_to_other');
    expect(await standing(second)).toBe('active');
    const at = first.numbers.findIndex((number) => number.lineId === lineId);
    expect(await decided(first, at)).toBe('BLOCK number_unverified');
    expect(await decided(second)).toBe('ALLOW');
    expect(await house.prisma.attempt.count({ where: { debtorId: first.debtorId, lineId } })).toBe(1);
    expect(await house.prisma.attempt.count({ where: { debtorId: second.debtorId, lineId } })).toBe(0);

    await placed(['G1', { 本人手机: moved, 委案金额: '77' }]);
    expect(await standing(first, lineId)).toBe('active named_again');
    expect(await standing(second)).toBe('active');
  });

  it('[IMP-37] in whatever order the two rows come', async () => {
    const moved = mobile();
    await placed(['O1', { 本人手机: moved }]);
    await placed(['O2', { 本人手机: moved }]);
    const [first, second] = [await givenOf('O1'), await givenOf('O2')];
    expect([await standing(first), await standing(second)]).toEqual(['active', 'active']);
    await placed(['O1', { 本人手机: mobile() }]);
    expect(await standing(first)).toBe('unverified given_to_other');
    expect(await standing(second)).toBe('active');
  });

  it('[IMP-37] where the debtor was reached, or the number was vouched for, it stays his', async () => {
    const [reached, vouched] = [mobile(), mobile()];
    await placed(['R1', { 本人手机: `${reached};${vouched}` }]);
    const first = await givenOf('R1');
    await written(first, 0, { nextFollowUpOn: '2026-11-25' });
    await placed(['R1', { 本人手机: mobile() }], ['R2', { 本人手机: `${reached};${vouched}` }]);
    const [own, proof] = first.numbers;
    expect(await standing(first, own?.lineId)).toBe('active');
    expect(await standing(first, proof?.lineId)).toBe('unverified given_to_other');
    const boss = { id: await house.user('supervisor'), role: 'supervisor' };
    const verified = await house.post(`/api/numbers/${proof?.id}/verify`, boss, {
      by: 'contact',
      note: 'Rang back himself',
      sourceBasis: null,
    });
    expect(verified.status).toBe(204);
    await placed(['R2', { 本人手机: `${vouched};${reached}`, 委案金额: '55' }]);
    expect(await standing(first, proof?.lineId)).toBe('active');
  });

  it('[IMP-37] a call in flight is left to finish and counts for whom it was made; nobody rings the line meanwhile', async () => {
    const moved = mobile();
    await placed(['L1', { 本人手机: moved }], ['L2', { 本人手机: mobile() }]);
    const before = await givenOf('L1');
    const attemptId = await house.call(before, 0, { live: true });
    await placed(['L1', { 本人手机: mobile() }], ['L2', { 本人手机: moved }]);
    const [first, second] = [await givenOf('L1'), await givenOf('L2')];
    house.clock.forward(31 * 60_000);
    expect(await decided(second)).toBe('DEFER live_call');
    expect(house.hungUp).toEqual([]);
    const endedAt = new Date(house.clock.forward(20_000));
    await house.prisma.attempt.update({
      where: { id: attemptId },
      data: { state: 'ended', endedAt, endFault: 'callee', endReason: 'test', systemResult: 'VACANT' },
    });
    await house.casework.followUp.attemptEnded(attemptId);
    expect(await house.statusOf(second, 0)).toMatchObject({ status: 'suspect', vacant: 1 });
    const [event] = await house.prisma.counterEvent.findMany({ where: { attemptId } });
    expect(event?.debtorId).toBe(first.debtorId);
    const lineId = second.numbers[0]?.lineId ?? '';
    expect(await standing(first, lineId)).toBe('unverified given_to_other');
  });

  it('[IMP-37] a talk goes on while a later file takes number and balance from the case: it is written up, and nothing is lost', async () => {
    const moved = mobile();
    await placed(['M1', { 本人手机: moved, 委案金额: '900' }], ['M2', { 本人手机: mobile() }]);
    const before = await givenOf('M1');
    const attemptId = await house.call(before, 0, { agentId: house.agentId });
    await house.prisma.attempt.update({ where: { id: attemptId }, data: { state: 'connected', endedAt: null } });
    await placed(['M1', { 本人手机: mobile(), 委案金额: '700' }], ['M2', { 本人手机: moved }]);
    const [first, second] = [await givenOf('M1'), await givenOf('M2')];
    const lineId = second.numbers[0]?.lineId ?? '';
    expect(await standing(first, lineId)).toBe('unverified given_to_other');
    house.clock.forward(31 * 60_000);
    expect(await decided(second)).toBe('DEFER live_call');

    const endedAt = new Date(house.clock());
    await house.prisma.attempt.update({ where: { id: attemptId }, data: { state: 'ended', endedAt } });
    await house.casework.followUp.attemptEnded(attemptId);
    const promise = { amountMinor: 70_000, dueOn: '2026-11-26' };
    const input = wrapUp(attemptId, { code: 'PTP', promise, note: 'Pays the rest' });
    expect(await house.casework.wrapUps.save(house.agentId, input, house.clock())).toMatchObject({ kind: 'saved' });
    expect(await house.caseRow(before)).toMatchObject({ caseClass: 'PTP', amountMinor: 70_000n });
    expect(await house.notesOf(before)).toContain('Pays the rest');
    // He was reached there: the number is his again, and stays the other's as well.
    expect(await standing(first, lineId)).toBe('active');
    expect(await standing(second)).toBe('active');
    const numbers = await house.prisma.phoneNumber.findMany({ where: { caseId: before.caseId } });
    expect(numbers.map((number) => number.lineId)).toContain(lineId);
    expect(await house.prisma.promise.findMany({ where: { caseId: before.caseId, status: 'open' } })).toHaveLength(1);
  });

  it('[IMP-38] a row that gives a case to another id number comes back and changes nothing', async () => {
    const own = mobile();
    await placed(['D1', { 本人手机: own }]);
    const before = await givenOf('D1');
    await written(before, 0, { code: 'PTP', promise: { amountMinor: 1_000, dueOn: '2026-11-26' } });
    const row = () => house.prisma.case.findUniqueOrThrow({ where: { id: before.caseId }, include: { numbers: true } });
    const stood = await row();
    await placed(['D3', { 本人手机: mobile() }]);
    const record = await placed(
      ['D3', { 身份证号: '990-OTHER', 本人手机: mobile() }],
      ['D1', { 身份证号: '990-OTHER', 客户姓名: '李强', 本人手机: mobile(), 委案金额: '5' }],
      ['D2', { 本人手机: mobile() }],
    );
    expect(record.tally).toMatchObject({
      rowsRead: 3,
      accepted: 1,
      rejected: 2,
      numbers: 1,
      amountMinor: { CNY: 123450 },
      reasons: { debtor_changed: 2 },
    });
    expect(await row()).toEqual(stood);
    expect(await house.prisma.debtor.count({ where: { linkKey: { contains: 'other' } } })).toBe(0);
    const [, returned] = await house.prisma.placementRow.findMany({
      where: { placementId: record.id },
      orderBy: { rowNumber: 'asc' },
    });
    expect(returned).toMatchObject({ rowNumber: 3, reasons: ['debtor_changed'], original: { caseId: 'D1' } });
    expect(await house.prisma.promise.count({ where: { caseId: before.caseId, status: 'open' } })).toBe(1);
  });

  it('[IMP-38] a row without an id number keeps the debtor, the first one with it tells who he is', async () => {
    await placed(
      ['K1', {}],
      ['K2', { 身份证号: null, 本人手机: mobile() }],
      ['K3', { 身份证号: null, 本人手机: mobile() }],
    );
    const [known, unknown, untouched] = [await givenOf('K1'), await givenOf('K2'), await givenOf('K3')];
    await house.called(unknown, 0, { result: 'VACANT' });
    const filled = await placed(
      ['K1', { 身份证号: null, 委案金额: '1' }],
      ['K2', { 身份证号: '990-K2', 委案金额: '2' }],
      ['K3', { 身份证号: '990K1', 委案金额: '3' }],
    );
    expect(filled.tally).toMatchObject({ accepted: 3, rejected: 0 });
    expect((await house.caseRow(known)).debtorId).toBe(known.debtorId);
    const named = await house.prisma.case.findUniqueOrThrow({
      where: { id: unknown.caseId },
      include: { debtor: true },
    });
    expect(named.debtor).toMatchObject({ id: unknown.debtorId, linkKey: 'id:990K2' });
    expect(await house.statusOf(unknown, 0)).toMatchObject({ status: 'suspect', vacant: 1 });
    const joined = await house.prisma.case.findUniqueOrThrow({
      where: { id: untouched.caseId },
      include: { numbers: true },
    });
    expect(joined.debtorId).toBe(known.debtorId);
    expect(new Set(joined.numbers.map((each) => each.debtorId))).toEqual(new Set([known.debtorId]));

    // With a call behind it, it joins nobody without being asked about.
    const again = await placed(['K2', { 身份证号: '990K1', 委案金额: '4' }]);
    expect(again.tally).toMatchObject({ accepted: 0, rejected: 1, reasons: { debtor_changed: 1 } });
    expect((await house.caseRow(unknown)).debtorId).toBe(unknown.debtorId);
  });
});
