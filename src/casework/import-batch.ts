import type { RawCell } from '../domain/placement/cell-text.ts';
import type { PlacedCase } from '../domain/placement/read-case.ts';
import type { RowReason } from '../domain/placement/codes.ts';
import type { SortedRow } from './import-rows.ts';

/** Rows of one transaction. Skipped rows are only counted. */
export interface ImportBatch {
  readonly cases: readonly PlacedCase[];
  readonly rejected: readonly {
    readonly rowKey: number;
    readonly reasons: readonly RowReason[];
    readonly original: OriginalRow;
  }[];
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
  return {
    cases: rows.flatMap(({ outcome }) => (outcome.kind === 'accepted' ? [outcome.case] : [])),
    rejected: rows.flatMap(({ table, row, cells, outcome }) =>
      outcome.kind === 'rejected'
        ? [{ rowKey: rowKeyOf(table, row), reasons: outcome.reasons, original: { caseId: outcome.caseId, cells } }]
        : [],
    ),
  };
}
