import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { returnFile } from '../../src/casework/adapters/placement-returns.ts';
import { returnedRows } from '../../src/casework/import-return.ts';
import { americanHeader, americanRow, chineseHeader, chineseRow, csvText } from '../fixtures/placements/rows.ts';
import { collect, workbookBytes } from '../fixtures/placements/tiny-workbook.ts';
import { waitFor } from '../support/wait-for.ts';
import { importBed, writerWith } from './import-bed.ts';

type Bed = Awaited<ReturnType<typeof importBed>>;
let bed: Bed;
beforeAll(async () => {
  bed = await importBed();
});
afterAll(() => bed.drop());

const many = (prefix: string, count: number): string =>
  csvText([
    chineseHeader,
    ...Array.from({ length: count }, (_, at) =>
      chineseRow(`${prefix}${at}`, {
        本人手机: `138${String(at).padStart(8, '0')}`,
        ...(at % 50 === 7 ? { 委案金额: null } : {}),
      }),
    ),
  ]);

/** Everything an import left behind, without ids and instants. */
async function stateOf(prefix: string) {
  const cases = await bed.prisma.case.findMany({
    where: { externalRef: { startsWith: prefix } },
    orderBy: { refKey: 'asc' },
    include: { debtor: true, numbers: { orderBy: { position: 'asc' }, include: { line: true } } },
  });

  return cases.map((one) => [
    one.externalRef.slice(prefix.length),
    Number(one.amountMinor),
    one.version,
    one.debtor.name,
    one.numbers.map(({ line, position }) => `${position} ${line.e164}`),
  ]);
}

describe('importing a placement', () => {
  it('[IMP-28] writes cases, debtors, lines and numbers, and keeps what it refuses', async () => {
    const record = await bed.imported(
      csvText([
        chineseHeader,
        chineseRow('W1', {
          身份证号: '990-SAME',
          本人手机: '13800138000/13900139000(空号),转12',
          单位电话: '55551234',
          单位地址: '广东深圳福田',
          联系人1姓名: '李四',
          联系人1关系: '同事',
          联系人1电话: '13700137000勿打',
          备注: '=HYPERLINK("x")\\n',
        }),
        chineseRow('W2', { 身份证号: '990same', 币种: null, 家庭电话: '114' }),
        chineseRow('W3', { 委案金额: '0', 本人手机: null }),
        chineseRow('w1'),
        Array(18).fill(''),
        ['合计', '', '', '', '9999'],
      ]),
    );
    expect(record).toMatchObject({ status: 'done', problem: null, checkpoint: 6 });
    expect(record.tally).toMatchObject({
      rowsRead: 6,
      accepted: 2,
      withWarnings: 2,
      rejected: 2,
      skipped: 2,
      numbers: 5,
      rejectedNumbers: 1,
      amountMinor: { CNY: 246900 },
      reasons: { amount_not_positive: 1, duplicate_case_id: 1 },
      skips: { blank: 1, total: 1 },
    });
    const [first, second] = await bed.prisma.case.findMany({
      where: { placementId: record.id },
      orderBy: { refKey: 'asc' },
      include: { numbers: { orderBy: { position: 'asc' }, include: { line: true } } },
    });
    expect(first).toMatchObject({ externalRef: 'W1', remark: '=HYPERLINK("x")\\n', addressZones: ['Asia/Shanghai'] });
    expect(first?.debtorId).toBe(second?.debtorId);
    expect(second).toMatchObject({
      warnings: ['currency_defaulted', 'phone_rejected'],
      rejectedNumbers: [{ class: 'home', reason: 'too_short', raw: '114' }],
    });
    expect(first?.numbers.map((one) => [one.line.e164, one.class, one.extension, one.person, one.noteCodes])).toEqual([
      ['+8613800138000', 'self_mobile', '', null, []],
      ['+8613900139000', 'self_mobile', '12', null, ['vacant']],
      ['+8675555551234', 'work', '', null, []],
      ['+8613700137000', 'contact', '', '李四', ['do_not_call']],
    ]);
    expect(first?.numbers[0]?.line).toMatchObject({ country: 'CN', lineType: 'mobile', zones: ['Asia/Shanghai'] });
    const blocked = await bed.prisma.debtorLine.findMany({
      where: { debtorId: first?.debtorId ?? '', status: 'blocked' },
    });
    expect(blocked).toMatchObject([{ lineId: first?.numbers[3]?.lineId, statusReason: 'do_not_call' }]);
    const rows = await bed.prisma.placementRow.findMany({
      where: { placementId: record.id },
      orderBy: { rowNumber: 'asc' },
    });
    expect(rows.map(({ rowNumber, reasons }) => [rowNumber, reasons])).toEqual([
      [4, ['amount_not_positive', 'no_phone']],
      [5, ['duplicate_case_id']],
    ]);
    expect(rows[0]?.original).toMatchObject({ caseId: 'W3' });
  });

  it('[IMP-29] the same file again changes nothing and says so', async () => {
    const file = many('S', 120);
    const first = await bed.imported(file);
    const before = await stateOf('S');
    const again = await bed.upload(file);
    expect(again).toMatchObject({ kind: 'inspected', remembered: true, sameAs: first.id });
    const second = await bed.imported(file);
    expect(second.tally).toMatchObject({ accepted: 117, unchanged: 117, rejected: 3 });
    expect(await stateOf('S')).toEqual(before);
  });

  it('[IMP-30] a newer file updates its cases; a number it drops stays behind the others', async () => {
    await bed.imported(csvText([chineseHeader, chineseRow('U1', { 本人手机: '13800000001/13800000002' })]));
    const record = await bed.imported(
      csvText([chineseHeader, chineseRow('u1', { 委案金额: '99', 本人手机: '13800000003;13800000002' })]),
    );
    expect(record.tally).toMatchObject({ accepted: 1, unchanged: 0 });
    expect(await stateOf('u')).toEqual([
      ['1', 9900, 2, '王芳', ['1 +8613800000003', '2 +8613800000002', '1001 +8613800000001']],
    ]);
  });

  it('[IMP-31] a run that breaks off at any transaction is taken up without importing twice', async () => {
    const whole = await bed.imported(many('whole', 3500));
    const id = await bed.queued(many('torn', 3500));
    const afterCommit = writerWith(bed.writer, (write, count) => async (...told) => {
      const reply = await write(...told);
      if (count === 2) throw new Error('the process died after the commit');

      return reply;
    });
    await expect(bed.run(id, { writer: afterCommit })).rejects.toThrow('after the commit');
    expect(await bed.record(id)).toMatchObject({ status: 'running', checkpoint: 2000 });
    const beforeCommit = writerWith(bed.writer, (write, count) =>
      count === 2 ? () => Promise.reject(new Error('the process died before it')) : write,
    );
    await expect(bed.run(id, { writer: beforeCommit })).rejects.toThrow('before it');
    expect(await bed.record(id)).toMatchObject({ status: 'running', checkpoint: 3000 });
    expect(await bed.run(id)).toBe('done');
    const record = await bed.record(id);
    const { runFrom: _a, ...tally } = record.tally;
    const { runFrom: _b, ...expected } = whole.tally;
    expect(tally).toEqual(expected);
    expect(await stateOf('torn')).toEqual(await stateOf('whole'));
    expect(await bed.prisma.placementRow.count({ where: { placementId: id } })).toBe(tally.rejected);
  });

  it('[IMP-35] an import that nobody will try again has failed, and goes on when it is started', async () => {
    const id = await bed.queued(many('last', 2500));
    const breaking = writerWith(bed.writer, (write, count) =>
      count === 2 ? () => Promise.reject(new Error('the disk is full')) : write,
    );
    await expect(bed.run(id, { writer: breaking, isLastTry: true })).rejects.toThrow('disk');
    expect(await bed.record(id)).toMatchObject({
      status: 'failed',
      checkpoint: 1000,
      problem: { code: 'import_interrupted', detail: 'none' },
    });
    expect(await bed.begin(id, {})).toEqual({ kind: 'queued' });
    expect(await bed.run(id)).toBe('done');
    const { tally, problem } = await bed.record(id);
    expect(problem).toBeNull();
    expect(tally).toMatchObject({ rowsRead: 2500, accepted: 2450, unchanged: 0, rejected: 50 });
    expect(await bed.prisma.case.count({ where: { placementId: id } })).toBe(2450);
  });

  it('[IMP-32] a cancelled import shows what it did and goes on where it stopped', async () => {
    const id = await bed.queued(many('C', 3000));
    const cancelling = writerWith(bed.writer, (write, count) => async (...told) => {
      if (count === 1) await bed.cancel(id);

      return write(...told);
    });
    expect(await bed.run(id, { writer: cancelling })).toBe('cancelled');
    const stopped = await bed.record(id);
    expect(stopped.status).toBe('cancelled');
    expect(stopped.tally.rowsRead).toBeGreaterThan(0);
    expect(await bed.prisma.case.count({ where: { placementId: id } })).toBe(stopped.tally.accepted);
    expect(await bed.begin(id, {})).toEqual({ kind: 'queued' });
    expect(await bed.run(id)).toBe('done');
    expect((await bed.record(id)).tally).toMatchObject({ rowsRead: 3000, accepted: 2940, rejected: 60 });
  });

  it('[IMP-31] one placement has one writer, and without one it counts as abandoned', async () => {
    const id = await bed.queued(many('L', 10));
    expect(await bed.book.abandoned()).toContain(id);
    const writing = await bed.writer.open(id);
    expect(await bed.run(id)).toBe('not-mine');
    expect(await bed.book.abandoned()).not.toContain(id);
    await writing?.close();
    await waitFor('the lock to be free', async () => (await bed.book.abandoned()).includes(id));
    expect(await bed.run(id)).toBe('done');
  });

  it('[IMP-33] rejected rows go back in their layout, corrected ones come in', async () => {
    const first = await bed.imported(
      csvText([
        chineseHeader,
        chineseRow('R1', { 委案金额: null, 备注: '=1+1' }),
        chineseRow('R2', { 本人手机: '+8613800138000', 委案日期: '' }),
      ]),
    );
    const back = returnFile(first, () => returnedRows(bed.book, first));
    const text = (await collect(back.bytes)).toString();
    const [header, one, two] = text.split('\r\n');
    expect(header).toBe(`\ufeff${chineseHeader.join(',')},退回原因 Reject reason`);
    expect(one).toMatch(/^R1,.*,'=1\+1,amount_missing$/);
    expect(two).toMatch(/^R2,.*'\+8613800138000.*,placement_date_missing$/);
    const corrected = text
      .replace('R1,王芳,990R1,1234,,', 'R1,王芳,990R1,1234,55.10,')
      .replace(',90,,2027', ',90,2026-11-02,2027');
    const second = await bed.imported(corrected);
    expect(second.tally).toMatchObject({ accepted: 2, rejected: 0 });
    expect(
      await bed.prisma.case.findMany({ where: { placementId: second.id }, orderBy: { refKey: 'asc' } }),
    ).toMatchObject([{ externalRef: 'R1', amountMinor: 5510n, remark: '=1+1' }, { externalRef: 'R2' }]);
  });

  it('[IMP-33] a workbook comes back as a workbook, sheet by sheet', async () => {
    const bytes = await workbookBytes({
      date1904: true,
      sheets: [
        { name: '一', rows: { 1: chineseHeader, 2: chineseRow('X1', { 委案日期: 44875, 委案金额: 'much' }) } },
        { name: '二', rows: { 1: chineseHeader, 2: chineseRow('X2', { 本人手机: null }), 3: chineseRow('x1') } },
      ],
    });
    const first = await bed.imported(bytes);
    expect(first.tally).toMatchObject({ accepted: 1, rejected: 2 });
    const back = await collect(returnFile(first, () => returnedRows(bed.book, first)).bytes);
    const again = await bed.imported(back);
    expect(again.tally).toMatchObject({ accepted: 0, rejected: 2, reasons: { amount_invalid: 1, no_phone: 1 } });
    expect(again.file.tables.map(({ sheet }) => sheet)).toEqual(['一', '二']);
    expect(again.file.format).toMatchObject({ dateSystem: 1904 });
    const rows = await bed.prisma.placementRow.findMany({
      where: { placementId: again.id },
      orderBy: { rowNumber: 'asc' },
    });
    expect(rows[0]?.original).toMatchObject({ cells: expect.arrayContaining([44875, 'amount_invalid']) });
  });

  it('[IMP-1] a NUL byte reaches neither a case nor a kept row', async () => {
    const record = await bed.imported(
      csvText([
        chineseHeader,
        chineseRow('N1', { 客户姓名: '王\u0000芳' }),
        chineseRow('N2', { 委案金额: '\u0000', 备注: 'a\u0000b' }),
      ]),
    );
    expect(record.tally).toMatchObject({ accepted: 1, rejected: 1, warnings: { control_chars_removed: 1 } });
    expect(await stateOf('N')).toMatchObject([['1', 123450, 1, '王芳', ['1 +8613800138000']]]);
  });

  it('[IMP-7] half a character at the limit of a cell, and the letters of an escape, are kept', async () => {
    const record = await bed.imported(
      csvText([
        chineseHeader,
        chineseRow('J1', { 备注: `x${'😀'.repeat(20_000)}` }),
        chineseRow('J2', { 委案金额: 'a\\u0000' }),
        chineseRow('J3'),
      ]),
    );
    expect(record.tally).toMatchObject({ accepted: 1, rejected: 2, reasons: { cell_too_long: 1, amount_invalid: 1 } });
    const rows = await bed.prisma.placementRow.findMany({
      where: { placementId: record.id },
      orderBy: { rowNumber: 'asc' },
    });
    expect(rows[1]?.original).toMatchObject({ cells: expect.arrayContaining(['a\\u0000']) });
  });

  it('[IMP-13] a US case keeps no ZIP that is none', async () => {
    const record = await bed.imported(csvText([americanHeader, americanRow('Z1', { ZIP: '12' }), americanRow('Z2')]));
    expect(
      await bed.prisma.case.findMany({ where: { placementId: record.id }, orderBy: { refKey: 'asc' } }),
    ).toMatchObject([
      { state: 'TX', postalCode: null },
      { state: 'TX', postalCode: '77002' },
    ]);
  });

  it('[CASE-58] the language of the file is the case’s; unreadable ones are told, and a file without one changes none', async () => {
    const header = [...americanHeader, 'Preferred Language'];
    const record = await bed.imported(
      csvText([
        header,
        [...americanRow('TONGUE-1'), 'Spanish'],
        [...americanRow('TONGUE-2'), ''],
        [...americanRow('TONGUE-3'), 'Martian'],
      ]),
    );
    const languages = (placementId: string) =>
      bed.prisma.case
        .findMany({ where: { placementId }, orderBy: { refKey: 'asc' } })
        .then((rows) => rows.map(({ language, warnings }) => [language, warnings.includes('language_unknown')]));
    expect(await languages(record.id)).toEqual([
      ['es', false],
      [null, false],
      [null, true],
    ]);
    const later = await bed.imported(csvText([americanHeader, americanRow('TONGUE-1', { Balance: '7.00' })]));
    expect(await languages(later.id)).toEqual([['es', false]]);
  });

  it('[IMP-34] a mapping given by hand holds, and a file without the fields it needs is not started', async () => {
    const reply = await bed.upload(csvText([chineseHeader, chineseRow('M1')]));
    if (reply.kind !== 'inspected') throw new Error('refused');
    const bare = chineseHeader.map(() => null);
    expect(await bed.begin(reply.id, { mappings: [bare] })).toEqual({
      kind: 'fields-missing',
      fields: ['case_id', 'amount', 'placement_date', 'phone'],
    });
    expect(await bed.begin(reply.id, { mappings: [] })).toEqual({ kind: 'mapping-misfit', tables: 1 });
    expect((await bed.record(reply.id)).status).toBe('inspected');
  });

  it('[IMP-27] a refused file leaves nothing behind, an imported one neither', async () => {
    const before = await bed.prisma.placement.count();
    const left = bed.filesLeft().length;
    expect(await bed.upload('%PDF-1.7')).toMatchObject({ kind: 'refused' });
    expect(await bed.prisma.placement.count()).toBe(before);
    await bed.imported(csvText([chineseHeader, chineseRow('F1')]));
    expect(bed.filesLeft().length).toBe(left);
  });
});

describe('importing under a preset that is not the demo', () => {
  it('[IMP-26] refuses numbers reserved for fiction', async () => {
    await using other = await (async () => {
      const made = await importBed('cn');

      return { ...made, [Symbol.asyncDispose]: () => made.drop() };
    })();
    const file = csvText([americanHeader, americanRow('FIC-1')]);
    expect((await other.imported(file)).tally).toMatchObject({ accepted: 0, reasons: { no_usable_phone: 1 } });
    expect((await bed.imported(file)).tally).toMatchObject({ accepted: 1 });
  });
});
