import type { RawCell } from '../domain/placement/cell-text.ts';
import type { PlacedCase } from '../domain/placement/read-case.ts';
import type { RowReason } from '../domain/placement/codes.ts';
import type { SortedRow } from './import-rows.ts';

/** Rows of one transaction. Skipped rows are only counted. */
export interface ImportBatch {
  readonly cases: readonly StagedCase[];
  readonly rejected: readonly ReturnedRow[];
}
interface RowOfFile {
  readonly rowKey: number;
  readonly original: OriginalRow;
}
/** A case that reads well; its row is at hand in case it cannot be taken after all. */
export interface StagedCase extends RowOfFile {
  readonly placed: PlacedCase;
}
export interface ReturnedRow extends RowOfFile {
  readonly reasons: readonly RowReason[];
}
/** A rejected row as the file had it, for the person who corrects it. */
export interface OriginalRow {
  readonly caseId: string | null;
  readonly cells: readonly RawCell[];
}

// A sheet has at most 2^20 rows; the table stands above them, so that rows of several sheets keep apart.
const rowsPerTable = 2 ** 21;
export const rowKeyOf = (table: number, row: number): number => table * rowsPerTable + row;
export const placeOfRow = (rowKey: number): { table: number; row: number } => ({
  table: Math.floor(rowKey / rowsPerTable),
  row: rowKey % rowsPerTable,
});

export function batchOf(rows: readonly SortedRow[]): ImportBatch {
  const cases: StagedCase[] = [];
  const rejected: ReturnedRow[] = [];
  for (const { table, row, cells, outcome } of rows) {
    if (outcome.kind === 'skipped') continue;
    const rowKey = rowKeyOf(table, row);
    if (outcome.kind === 'rejected') {
      rejected.push({ rowKey, reasons: outcome.reasons, original: { caseId: outcome.caseId, cells } });
    } else {
      cases.push({ placed: outcome.case, rowKey, original: { caseId: outcome.case.caseId, cells } });
    }
  }
  return { cases, rejected };
}
