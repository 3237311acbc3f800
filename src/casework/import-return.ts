import type { RawCell } from '../domain/placement/cell-text.ts';
import type { FileTable } from './import-file.ts';
import { placeOfRow, type OriginalRow } from './import-batch.ts';
import type { PlacementBook, PlacementRecord } from './import-ports.ts';

/** A cell of the file that goes back: text that no spreadsheet will take for a formula, or a number. */
export type ReturnedCell = string | number | null;
export interface ReturnedRow {
  readonly table: number;
  readonly cells: readonly ReturnedCell[];
}

export const reasonHeader = '退回原因 Reject reason';
const rowsAtOnce = 500;
// Some programs skip white space in front of a formula and take full-width signs for it.
const mayBeFormula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** An apostrophe in front keeps `=HYPERLINK(...)` text; reading the file again drops it (T5). */
export const neutralise = (text: string): string => (mayBeFormula.test(text) ? `'${text}` : text);

function returnedCell(cell: RawCell): ReturnedCell {
  if (typeof cell === 'string') return neutralise(cell);

  return typeof cell === 'number' ? cell : null;
}

export const returnedHeader = (table: FileTable): string[] => [...table.headers.map(neutralise), reasonHeader];

/** The rejected rows in the layout they came in, with the reasons behind the last column, ready to be corrected. */
export async function* returnedRows(book: PlacementBook, record: PlacementRecord): AsyncGenerator<ReturnedRow> {
  let after = -1;
  for (;;) {
    const rows = await book.rejectedRows(record.id, after, rowsAtOnce);
    for (const { rowKey, reasons, original } of rows) {
      after = rowKey;
      // Text is one table, however many rows it has.
      const table = Math.min(placeOfRow(rowKey).table, record.file.tables.length - 1);
      const { cells } = original as OriginalRow;
      const width = record.file.tables[table]?.headers.length ?? 0;
      const padded = [...cells.map(returnedCell), ...Array<null>(Math.max(0, width - cells.length)).fill(null)];
      yield { table, cells: [...padded, reasons.join('; ')] };
    }
    if (rows.length < rowsAtOnce) return;
  }
}
