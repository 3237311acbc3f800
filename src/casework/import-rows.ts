import { planColumns } from '../domain/placement/column-plan.ts';
import type { Mapping } from '../domain/placement/find-header.ts';
import type { JudgeNumber } from '../domain/placement/judge-number.ts';
import type { ImportProfile } from '../domain/placement/profile.ts';
import { readRow, type RowOutcome, type RowRules } from '../domain/placement/read-row.ts';
import { SeenCaseIds } from '../domain/placement/seen-case-ids.ts';
import type { FileRow, InspectedFile, RowBatch } from './import-file.ts';

export interface SortedRow extends FileRow {
  readonly table: number;
  readonly outcome: RowOutcome;
}

const blankRow: RowOutcome = { kind: 'skipped', because: 'blank' };

export interface SortingRules {
  readonly file: Pick<InspectedFile, 'format' | 'tables'>;
  /** One mapping per table of the file. */
  readonly mappings: readonly Mapping[];
  readonly profile: ImportProfile;
  readonly judge: JudgeNumber;
}

/**
 * Sorts the rows of one file, batch after batch, into accepted, rejected and skipped. Remembers the accepted case ids
 * over all tables; blank rows are held back until another row follows, because those at the end do not count (R4).
 */
export function makeRowSorter(rules: SortingRules): (batch: RowBatch) => Iterable<SortedRow> {
  const { format, tables } = rules.file;
  const seen = new SeenCaseIds();
  const isTaken = (caseId: string): boolean => seen.has(caseId);
  const perTable = tables.map((table, index): RowRules => {
    const mapping = rules.mappings[index] ?? [];

    return {
      profile: rules.profile,
      plan: planColumns(mapping, rules.profile.classOrder),
      dateSystem: format.type === 'xlsx' ? format.dateSystem : 1900,
      judge: rules.judge,
      mostFields: format.type === 'delimited' ? table.headers.length : null,
    };
  });
  // Some sheets have a million of them; their numbers are all that is kept.
  let blanks: number[] = [];
  let currentTable = 0;

  return function* ({ table, rows }) {
    const rowRules = perTable[table];
    if (rowRules === undefined) return;
    if (table !== currentTable) [currentTable, blanks] = [table, []];
    for (const { row, cells } of rows) {
      const outcome = readRow(cells, rowRules, isTaken);
      const done: SortedRow = { table, row, cells, outcome };
      if (outcome.kind === 'skipped' && outcome.because === 'blank') {
        blanks.push(row);
        continue;
      }
      if (blanks.length > 0) {
        for (const blank of blanks) yield { table, row: blank, cells: [], outcome: blankRow };
        blanks = [];
      }
      if (outcome.kind === 'accepted') seen.add(outcome.case.caseId);
      yield done;
    }
  };
}
