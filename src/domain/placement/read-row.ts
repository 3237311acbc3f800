import { cleanRow, textAt, type CellFindings, type RawCell } from './cell-text.ts';
import { classifyRow } from './classify-row.ts';
import type { RowReason, RowWarning, SkipKind } from './codes.ts';
import { readCase, type PlacedCase, type ReadRules } from './read-case.ts';

/** What becomes of one row after the header. */
export type RowOutcome =
  | { readonly kind: 'accepted'; readonly case: PlacedCase }
  | { readonly kind: 'rejected'; readonly caseId: string | null; readonly reasons: readonly RowReason[] }
  | { readonly kind: 'skipped'; readonly because: SkipKind };

export interface RowRules extends ReadRules {
  /** Columns of the header; a delimited row with more is shifted and cannot be trusted. Null for spreadsheets. */
  readonly mostFields: number | null;
}

const orNull = (text: string): string | null => (text === '' ? null : text);

export function readRow(cells: readonly RawCell[], rules: RowRules, isTaken: (caseId: string) => boolean): RowOutcome {
  const findings: CellFindings = { error: false, controlChars: false, tooLong: false };
  const clean = cleanRow(cells, findings);
  const skip = classifyRow(clean, rules.plan);
  if (skip !== null) return { kind: 'skipped', because: skip };
  if (rules.mostFields !== null && cells.length > rules.mostFields) {
    return {
      kind: 'rejected',
      caseId: orNull(textAt(clean, rules.plan.column('case_id'))),
      reasons: ['column_count'],
    };
  }
  const read = readCase(clean, rules, isTaken);
  if (findings.tooLong || read.kind === 'refused') {
    const caseId = read.kind === 'refused' ? read.caseId : read.case.caseId;
    const reasons = read.kind === 'refused' ? read.reasons : [];

    return {
      kind: 'rejected',
      caseId: orNull(caseId),
      reasons: findings.tooLong ? ['cell_too_long', ...reasons] : reasons,
    };
  }
  const found: RowWarning[] = [];
  if (findings.error) found.push('cell_error');
  if (findings.controlChars) found.push('control_chars_removed');
  if (found.length === 0) return { kind: 'accepted', case: read.case };

  return { kind: 'accepted', case: { ...read.case, warnings: [...read.case.warnings, ...found].sort() } };
}
