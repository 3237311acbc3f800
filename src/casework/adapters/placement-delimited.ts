import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { headerSearchRows, headerTexts, type IsHeaderRow } from '../../domain/placement/find-header.ts';
import {
  UnreadableFile,
  type DelimitedFormat,
  type FileRow,
  type FileTable,
  type InspectedFile,
  type RowBatch,
  type TextEncoding,
} from '../import-file.ts';
import { RecordReader } from './placement-records.ts';
import { bomOf, decodedText, fileBytes, type TextSource } from './placement-text.ts';

const delimiters = [',', ';', '\t', '|'] as const;
// Title rows and header stand in here, whatever their length.
const headChars = 1024 * 1024;
// As many as a spreadsheet has.
const mostColumns = 16_384;

interface Head {
  readonly delimiter: DelimitedFormat['delimiter'];
  readonly table: FileTable;
}

/** Tries each delimiter; the header record that falls into the most fields tells which one it is (R1, R7). */
function findHead(text: string, isHeaderRow: IsHeaderRow): Head | null {
  let best: Head | null = null;
  for (const delimiter of delimiters) {
    const records: string[][] = [];
    const reader = new RecordReader(delimiter, (cells) => {
      if (records.length < headerSearchRows) records.push(cells);
    });
    reader.push(text);
    const { terminated } = reader.finish();
    const at = records.findIndex(isHeaderRow);
    const header = records[at];
    if (header === undefined || (best !== null && header.length <= best.table.headers.length)) continue;
    const runsOn = !terminated && at === records.length - 1 && text.length >= headChars;
    if (runsOn || header.length > mostColumns) {
      throw new UnreadableFile({ code: 'unsupported_format', detail: 'too_many_columns', row: at + 1 });
    }
    const headers = headerTexts(header);
    best = { delimiter, table: { sheet: null, headerRow: at + 1, headers, hiddenColumns: [], hiddenRows: [] } };
  }

  return best;
}

async function firstBytes(path: string, gzip: boolean): Promise<Buffer> {
  for await (const chunk of fileBytes(path, gzip)) return chunk;

  return Buffer.alloc(0);
}

interface Scan {
  readonly head: Head;
  readonly eol: DelimitedFormat['eol'];
  readonly records: number;
  readonly sha256: string;
}

/** Walks the whole file once: everything that would spoil an import halfway is found before its first row. */
async function scan(source: TextSource & { readonly isHeaderRow: IsHeaderRow }): Promise<Scan> {
  const hash = createHash('sha256');
  let head: Head | null = null;
  let headText = '';
  let reader: RecordReader | null = null;
  let records = 0;
  let last: readonly string[] = [];
  let shortBefore = 0;
  const count = (cells: string[]): void => {
    records += 1;
    if (head !== null && records > head.table.headerRow + 1 && isShort(last, head)) shortBefore += 1;
    last = cells;
  };
  const start = (): RecordReader => {
    head = findHead(headText, source.isHeaderRow);
    if (head === null) throw new UnreadableFile({ code: 'no_header', detail: 'none' });
    const made = new RecordReader(head.delimiter, count);
    made.push(headText);

    return made;
  };
  try {
    for await (const text of decodedText(
      fileBytes(source.path, source.gzip, (chunk) => hash.update(chunk)),
      source,
    )) {
      if (reader !== null) reader.push(text);
      else {
        headText += text;
        if (headText.length >= headChars) reader = start();
      }
    }
    if (headText === '') throw new UnreadableFile({ code: 'empty_file', detail: 'none' });
    reader ??= start();
  } catch (error) {
    if (!(error instanceof UnreadableFile) || error.problem.code !== 'corrupt_file') throw error;
    // Without a header in what could be read, the encoding was wrong from the start and no row can be named.
    if (reader === null && findHead(headText, source.isHeaderRow) === null) throw error;
    reader ??= start();
    throw new UnreadableFile({ ...error.problem, row: records + 1 }, error.cause);
  }
  const end = reader.finish();
  if (end.openQuote) throw new UnreadableFile({ code: 'corrupt_file', detail: 'unclosed_quote', row: records + 1 });
  const found = findHead(headText, source.isHeaderRow);
  if (found === null) throw new UnreadableFile({ code: 'no_header', detail: 'none' });
  // Short rows are a habit of some exporters; a single one, last and without its line break, is a torn file.
  const torn = !end.terminated && records > found.table.headerRow + 1 && shortBefore === 0 && isTorn(last, found);
  if (torn) throw new UnreadableFile({ code: 'corrupt_file', detail: 'cut_off', row: records });
  const eol = headText.includes('\r\n') ? 'CRLF' : headText.includes('\n') || !headText.includes('\r') ? 'LF' : 'CR';

  return { head: found, eol, records, sha256: hash.digest('hex') };
}

const isShort = (cells: readonly string[], head: Head): boolean => cells.length < head.table.headers.length;
/** A closing line of one or two words (a total, a note) is short by nature. */
const isTorn = (cells: readonly string[], head: Head): boolean =>
  isShort(cells, head) &&
  cells.filter((cell) => cell.trim() !== '').length > 2 &&
  !/合计|总计|小计|total/i.test(cells.slice(0, 3).join());

export async function inspectDelimited(path: string, gzip: boolean, isHeaderRow: IsHeaderRow): Promise<InspectedFile> {
  const handle = await open(path);
  const { size } = await handle.stat();
  await handle.close();
  const bom = bomOf(await firstBytes(path, gzip));
  const encodings: readonly TextEncoding[] = bom === null ? ['utf-8', 'gb18030'] : [bom.encoding];
  let failure: UnreadableFile | null = null;
  for (const encoding of encodings) {
    try {
      const result = await scan({ path, gzip, encoding, bomBytes: bom?.bytes ?? 0, isHeaderRow });
      const { delimiter, table } = result.head;

      return {
        format: { type: 'delimited', encoding, bom: bom !== null, delimiter, eol: result.eol, gzip },
        tables: [table],
        sha256: result.sha256,
        byteSize: size,
        totalRows: result.records - table.headerRow,
      };
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      // The encoding that could be read the furthest is the true one, and the row where it broke is worth telling.
      if (failure?.problem.row === undefined || (error.problem.row ?? 0) > failure.problem.row) failure = error;
      if (error.problem.detail !== 'wrong_encoding') break;
    }
  }

  throw failure ?? new UnreadableFile({ code: 'corrupt_file', detail: 'wrong_encoding' });
}

export async function* delimitedRows(
  path: string,
  format: DelimitedFormat,
  headerRow: number,
): AsyncGenerator<RowBatch> {
  const bomBytes = !format.bom ? 0 : format.encoding === 'utf-8' ? 3 : 2;
  const source: TextSource = { path, gzip: format.gzip, encoding: format.encoding, bomBytes };
  let record = 0;
  let rows: FileRow[] = [];
  const reader = new RecordReader(format.delimiter, (cells) => {
    record += 1;
    if (record > headerRow) rows.push({ row: record, cells });
  });
  for await (const text of decodedText(fileBytes(path, format.gzip), source)) {
    reader.push(text);
    if (rows.length === 0) continue;
    yield { table: 0, rows };
    rows = [];
  }
  reader.finish();
  if (rows.length > 0) yield { table: 0, rows };
}
