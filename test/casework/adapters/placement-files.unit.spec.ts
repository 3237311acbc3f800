import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { makePlacementFiles } from '../../../src/casework/adapters/placement-files.ts';
import { RecordReader } from '../../../src/casework/adapters/placement-records.ts';
import { SharedStrings } from '../../../src/casework/adapters/placement-strings.ts';
import { collect, workbookBytes } from '../../fixtures/placements/tiny-workbook.ts';
import { chineseHeader, chineseRow, csvText } from '../../fixtures/placements/rows.ts';
import { zipped } from '../../../src/casework/adapters/zip-stream.ts';
import type { FileInspection, FileRow, InspectedFile } from '../../../src/casework/import-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'casedial-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const files = makePlacementFiles();
let made = 0;

function onDisk(bytes: Buffer | string): string {
  const path = join(folder, `file-${(made += 1)}`);
  writeFileSync(path, bytes);

  return path;
}
const inspect = (bytes: Buffer | string): Promise<FileInspection> => files.inspect(onDisk(bytes));

async function read(bytes: Buffer | string): Promise<{ file: InspectedFile; rows: FileRow[] }> {
  const path = onDisk(bytes);
  const inspected = await files.inspect(path);
  if (inspected.kind === 'refused') throw new Error(`refused: ${JSON.stringify(inspected.problem)}`);
  const rows: FileRow[] = [];
  for await (const batch of files.rows(path, inspected.file)) rows.push(...batch.rows);

  return { file: inspected.file, rows };
}

const refusal = async (bytes: Buffer | string): Promise<unknown> => {
  const inspected = await inspect(bytes);

  return inspected.kind === 'refused' ? inspected.problem : 'accepted';
};

const table = [chineseHeader, chineseRow('A1'), chineseRow('A2', { 备注: '第一行\n第二行' })];
const utf8 = csvText(table);
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
// 委案编号 and so on in GB18030, as an office program of a Chinese bank writes them.
const gb = (text: string): Buffer => {
  const decoder = new TextDecoder('gb18030');
  const bytes: number[] = [];
  const codes = new Map<string, readonly number[]>();
  for (let high = 0xa1; high <= 0xf7; high += 1) {
    for (let low = 0xa1; low <= 0xfe; low += 1) codes.set(decoder.decode(Buffer.from([high, low])), [high, low]);
  }
  for (const char of text) bytes.push(...(codes.get(char) ?? [...Buffer.from(char)]));

  return Buffer.from(bytes);
};

describe('delimited files', () => {
  it.each([
    ['[IMP-2] UTF-8', Buffer.from(utf8), { encoding: 'utf-8', bom: false }],
    ['[IMP-2] UTF-8 with mark', Buffer.from(`\ufeff${utf8}`), { encoding: 'utf-8', bom: true }],
    ['[IMP-2] UTF-16 little endian', utf16(utf8), { encoding: 'utf-16le', bom: true }],
    ['[IMP-2] UTF-16 big endian', utf16(utf8).swap16(), { encoding: 'utf-16be', bom: true }],
    ['[IMP-2] GB18030', gb(utf8), { encoding: 'gb18030', bom: false }],
    ['[IMP-2] gzip', gzipSync(gb(utf8)), { encoding: 'gb18030', gzip: true }],
    ['[IMP-2] tabs', Buffer.from(utf8.replaceAll(',', '\t').replaceAll('1\t234', '1,234')), { delimiter: '\t' }],
    ['[IMP-2] semicolons', Buffer.from(utf8.replaceAll(',', ';').replaceAll('1;234', '1,234')), { delimiter: ';' }],
    ['[IMP-2] pipes', Buffer.from(utf8.replaceAll(',', '|').replaceAll('1|234', '1,234')), { delimiter: '|' }],
    ['[IMP-2] line feeds alone', Buffer.from(csvText(table, '\n')), { eol: 'LF' }],
  ])('%s', async (_, bytes, format) => {
    const { file, rows } = await read(bytes);
    expect(file.format).toMatchObject(format);
    expect(file.tables[0]?.headers).toEqual(chineseHeader);
    expect(rows.map(({ row, cells }) => [row, cells[0], cells[4], cells[17]])).toEqual([
      [2, 'A1', '1,234.50', ''],
      [3, 'A2', '1,234.50', '第一行\n第二行'],
    ]);
    expect(file.totalRows).toBe(2);
  });

  it('[IMP-3] title rows stand above the header and blank records count', async () => {
    const { file, rows } = await read(`某银行委案清单\r\n\r\n${utf8}`);
    expect(file.tables[0]?.headerRow).toBe(3);
    expect(rows.map(({ row }) => row)).toEqual([4, 5]);
  });

  it('[IMP-2] records are the same wherever the pieces end', () => {
    const text = 'a,"b ""x""\r\nc",d\r\n,,\n"e",f\rg';
    const records = (size: number): string[][] => {
      const found: string[][] = [];
      const reader = new RecordReader(',', (cells) => found.push(cells));
      for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size));
      reader.finish();

      return found;
    };
    const whole = records(text.length);
    expect(whole).toEqual([['a', 'b "x"\r\nc', 'd'], ['', '', ''], ['e', 'f'], ['g']]);
    for (let size = 1; size < text.length; size += 1) expect(records(size)).toEqual(whole);
  });

  it('[IMP-7] a cell of ten megabytes is cut while it is read', async () => {
    const { rows } = await read(csvText([chineseHeader, chineseRow('A1', { 备注: 'x'.repeat(10 * 1024 * 1024) })]));
    expect(rows[0]?.cells[17]).toHaveLength(32_768);
  });
});

describe('workbooks', () => {
  it('[IMP-3] merges, gaps, hidden rows and columns, runs, errors, formulas, several sheets', async () => {
    const bytes = await workbookBytes({
      date1904: true,
      sharedStrings: ['<r><t>13800</t></r><r><t>138000</t></r><rPh><t>拼音</t></rPh>', '<t>a_x000D_b</t>'],
      sheets: [
        { name: '说明', rows: { 1: ['本批共 2 户'] } },
        {
          name: '明细',
          columns: '<cols><col min="2" max="3" hidden="1"/></cols>',
          merges: ['A1:R1', 'B3:B5'],
          hiddenRows: [4],
          rows: {
            1: ['某银行'],
            2: chineseHeader,
            3: chineseRow('A1', { 客户姓名: '王芳' }),
            4: chineseRow('A2', { 客户姓名: null, 委案日期: 45000 }),
            7: [
              'A3',
              { xml: '<c r="{ref}" t="s"><v>0</v></c>' },
              { xml: '<c r="{ref}" t="e"><v>#N/A</v></c>' },
              { xml: '<c r="{ref}"><f>1+1</f></c>' },
              { xml: '<c r="{ref}" t="s"><v>1</v></c>' },
            ],
          },
        },
      ],
    });
    const { file, rows } = await read(bytes);
    expect(file.format).toEqual({ type: 'xlsx', dateSystem: 1904 });
    expect(file.tables).toMatchObject([{ sheet: '明细', headerRow: 2, hiddenColumns: [1, 2], hiddenRows: [4] }]);
    expect(rows.map(({ row, cells }) => [row, cells[0] ?? null, cells[1] ?? null])).toEqual([
      [3, 'A1', '王芳'],
      [4, 'A2', '王芳'],
      [5, null, '王芳'],
      [6, null, null],
      [7, 'A3', '13800138000'],
    ]);
    expect(rows.at(-1)?.cells.slice(2)).toEqual([{ error: '#N/A' }, { error: 'formula without result' }, 'a\rb']);
  });

  it('[IMP-2] shared texts beyond the memory bound come back from disk', () => {
    const strings = new SharedStrings();
    const long = '汉'.repeat(1024 * 1024);
    for (let at = 0; at < 30; at += 1) strings.add(`${at}${long}`);
    for (const at of [0, 12, 23, 24, 25, 29]) expect(strings.get(at)?.startsWith(`${at}汉`)).toBe(true);
    expect(strings.get(29)?.length).toBe(long.length + 2);
    expect(strings.get(30)).toBeNull();
    strings.close();
  });
});

describe('files that cannot be read', () => {
  const workbook = (): Promise<Buffer> =>
    workbookBytes({ sheets: [{ name: 'S', rows: { 1: chineseHeader, 2: chineseRow('A1') } }] });
  const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2000)]);

  it.each<[string, () => Promise<Buffer | string>, object]>([
    ['[IMP-27] nothing in it', async () => '', { code: 'empty_file' }],
    ['[IMP-27] text without a header', async () => 'hello\nworld\n', { code: 'no_header' }],
    ['[IMP-27] a PDF', async () => '%PDF-1.7 ...', { code: 'unsupported_format', detail: 'not_a_spreadsheet' }],
    ['[IMP-27] an old workbook', async () => ole, { code: 'unsupported_format', detail: 'old_excel' }],
    [
      '[IMP-27] a locked workbook',
      async () => Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
      { code: 'unsupported_format', detail: 'password_protected' },
    ],
    [
      '[IMP-27] another archive',
      async () =>
        collect(
          zipped(
            (async function* () {
              yield { name: 'word/document.xml', content: '<a/>' };
            })(),
          ),
        ),
      { code: 'unsupported_format' },
    ],
    [
      '[IMP-27] half a workbook',
      async () => {
        const whole = await workbook();
        return whole.subarray(0, whole.length / 2);
      },
      { code: 'corrupt_file', detail: 'cut_off' },
    ],
    [
      '[IMP-27] a workbook with a flipped byte',
      async () => {
        const bytes = await workbook();
        bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 0xff;
        return bytes;
      },
      { code: 'corrupt_file' },
    ],
    [
      '[IMP-27] a zip bomb',
      async () =>
        collect(
          zipped(
            (async function* () {
              yield { name: 'xl/workbook.xml', content: '<workbook/>' };
              yield {
                name: 'xl/worksheets/sheet1.xml',
                content: (async function* () {
                  for (let at = 0; at < 80; at += 1) yield ' '.repeat(1024 * 1024);
                })(),
              };
            })(),
          ),
        ),
      { code: 'unsafe_archive' },
    ],
    [
      '[IMP-27] a text far down that the workbook does not have',
      () =>
        workbookBytes({
          sheets: [
            { name: 'S', rows: { 1: chineseHeader, 2: ['A1'], 3: [{ xml: '<c r="{ref}" t="s"><v>9</v></c>' }] } },
          ],
        }),
      { code: 'corrupt_file', detail: 'damaged', row: 3 },
    ],
    [
      '[IMP-27] more sheets than kept rows can be told apart by',
      () => workbookBytes({ sheets: Array.from({ length: 1001 }, (_, at) => ({ name: `S${at}`, rows: {} })) }),
      { code: 'unsafe_archive', detail: 'too_many_sheets' },
    ],
    [
      '[IMP-27] a header of a hundred thousand columns',
      async () => csvText([[...chineseHeader, ...Array.from({ length: 100_000 }, (_, at) => `c${at}`)]]),
      { code: 'unsupported_format', detail: 'too_many_columns', row: 1 },
    ],
    [
      '[IMP-27] half a gzip',
      async () => {
        const whole = gzipSync(utf8);
        return whole.subarray(0, whole.length - 20);
      },
      { code: 'corrupt_file', detail: 'cut_off' },
    ],
    [
      '[IMP-27] a quote never closed',
      async () => `${utf8}"A9,x\r\nA10,y\r\n`,
      { code: 'corrupt_file', detail: 'unclosed_quote', row: 4 },
    ],
    [
      '[IMP-27] a torn last record',
      async () => `${utf8}A9,王芳,990,1234,100\r\n`.slice(0, -2),
      { code: 'corrupt_file', detail: 'cut_off', row: 4 },
    ],
    [
      '[IMP-27] a byte that is no UTF-8 in a file that is',
      async () =>
        Buffer.concat([Buffer.from(utf8), Buffer.from('A9,'), Buffer.from([0xff, 0xff]), Buffer.from('\r\n')]),
      { code: 'corrupt_file', detail: 'wrong_encoding', row: 4 },
    ],
  ])('%s', async (_, bytes, problem) => expect(await refusal(await bytes())).toMatchObject(problem));
});
