import { neutralise } from '../import-return.ts';
import { sheetFoot, sheetHead, sheetMl, sheetRow, workbookParts, type SheetCell } from './workbook-parts.ts';
import { zipped } from './zip-stream.ts';

export const csvField = (cell: SheetCell, delimiter: string): string => {
  const text = cell === null ? '' : String(cell);

  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

type Rows = readonly (readonly SheetCell[])[];

async function* sheetOf(rows: Rows): AsyncGenerator<string> {
  yield await Promise.resolve(sheetHead);
  for (const [at, cells] of rows.entries()) yield sheetRow(at + 1, cells);
  yield sheetFoot;
}

async function* textOf(rows: Rows): AsyncGenerator<Buffer> {
  // The mark at the beginning tells spreadsheets that it is UTF-8.
  yield await Promise.resolve(Buffer.from('\ufeff'));
  for (const cells of rows) yield Buffer.from(`${cells.map((cell) => csvField(cell, ',')).join(',')}\r\n`);
}

/** A table as a file for a spreadsheet. */
export function tableFile(
  format: 'xlsx' | 'csv',
  name: string,
  rows: Rows,
): { readonly contentType: string; readonly bytes: AsyncIterable<Buffer> } {
  const safe = rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? neutralise(cell) : cell)));
  if (format === 'csv') return { contentType: 'text/csv; charset=utf-8', bytes: textOf(safe) };
  return { contentType: `${sheetMl}.sheet`, bytes: zipped(workbookParts([{ name, content: sheetOf(safe) }])) };
}
