import type { PlacementRecord } from '../import-ports.ts';
import { returnedHeader, type ReturnedCell, type ReturnedRow } from '../import-return.ts';
import { csvField } from './table-file.ts';
import { sheetFoot, sheetHead, sheetMl, sheetRow, workbookParts } from './workbook-parts.ts';
import { zipped, type ZipPart } from './zip-stream.ts';

async function* asDelimited(
  record: PlacementRecord,
  rows: AsyncIterable<ReturnedRow>,
  delimiter: string,
): AsyncGenerator<Buffer> {
  const line = (cells: readonly ReturnedCell[]): Buffer =>
    Buffer.from(`${cells.map((cell) => csvField(cell, delimiter)).join(delimiter)}\r\n`);
  const table = record.file.tables[0];
  yield Buffer.concat([Buffer.from('\ufeff'), line(table === undefined ? [] : returnedHeader(table))]);
  for await (const { cells } of rows) yield line(cells);
}

async function* sheetXml(
  record: PlacementRecord,
  at: number,
  rows: AsyncIterable<ReturnedRow>,
): AsyncGenerator<string> {
  const table = record.file.tables[at];
  const isDate = (column: number): boolean => /_date$/.test(record.mappings[at]?.[column] ?? '');
  yield sheetHead;
  let row = 1;
  yield sheetRow(row, table === undefined ? [] : returnedHeader(table), isDate);
  for await (const { table: of, cells } of rows) if (of === at) yield sheetRow((row += 1), cells, isDate);
  yield sheetFoot;
}

function workbookOf(record: PlacementRecord, rows: () => AsyncIterable<ReturnedRow>): AsyncIterable<ZipPart> {
  const { tables, format } = record.file;
  return workbookParts(
    tables.map(({ sheet }, at) => ({ name: sheet ?? 'Sheet', content: sheetXml(record, at, rows()) })),
    { date1904: format.type === 'xlsx' && format.dateSystem === 1904 },
  );
}

export interface ReturnFile {
  readonly contentType: string;
  readonly extension: string;
  readonly bytes: AsyncIterable<Buffer>;
}

/** The rejected rows as a file of the kind they came in: a workbook for a workbook, UTF-8 text for text. */
export function returnFile(record: PlacementRecord, rows: () => AsyncIterable<ReturnedRow>): ReturnFile {
  const { format } = record.file;
  if (format.type === 'xlsx') {
    return { contentType: `${sheetMl}.sheet`, extension: 'xlsx', bytes: zipped(workbookOf(record, rows)) };
  }
  const tab = format.delimiter === '\t';

  return {
    contentType: tab ? 'text/tab-separated-values; charset=utf-8' : 'text/csv; charset=utf-8',
    extension: tab ? 'tsv' : 'csv',
    bytes: asDelimited(record, rows(), format.delimiter),
  };
}
