import type { RowReason, RowWarning, SkipKind } from '../domain/placement/codes.ts';
import type { PlacedCase } from '../domain/placement/read-case.ts';
import type { SortedRow } from './import-rows.ts';

type Counts<K extends string> = Readonly<Partial<Record<K, number>>>;

/** What an import has done so far; kept with the placement, in the transaction of the rows it counts. */
export interface ImportTally {
  readonly rowsRead: number;
  readonly accepted: number;
  readonly withWarnings: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly skipped: number;
  readonly numbers: number;
  readonly rejectedNumbers: number;
  readonly amountMinor: Readonly<Record<string, number>>;
  readonly reasons: Counts<RowReason>;
  readonly warnings: Counts<RowWarning>;
  readonly skips: Counts<SkipKind>;
  /** Rows read when the present run began: the speed is of this run. */
  readonly runFrom: number;
}

export const emptyTally: ImportTally = {
  rowsRead: 0,
  accepted: 0,
  withWarnings: 0,
  unchanged: 0,
  rejected: 0,
  skipped: 0,
  numbers: 0,
  rejectedNumbers: 0,
  amountMinor: {},
  reasons: {},
  warnings: {},
  skips: {},
  runFrom: 0,
};

function plusAll<K extends string>(counts: Counts<K>, keys: readonly K[]): Counts<K> {
  if (keys.length === 0) return counts;
  const sum: Partial<Record<K, number>> = { ...counts };
  for (const key of keys) sum[key] = (sum[key] ?? 0) + 1;

  return sum;
}

/** The tally after one more row. */
export function countRow(tally: ImportTally, { outcome }: SortedRow): ImportTally {
  const read = { ...tally, rowsRead: tally.rowsRead + 1 };
  switch (outcome.kind) {
    case 'skipped':
      return { ...read, skipped: tally.skipped + 1, skips: plusAll(tally.skips, [outcome.because]) };
    case 'rejected':
      return { ...read, rejected: tally.rejected + 1, reasons: plusAll(tally.reasons, outcome.reasons.slice(0, 1)) };
    case 'accepted': {
      const { currency, amountMinor, warnings, numbers, rejectedNumbers } = outcome.case;

      return {
        ...read,
        accepted: tally.accepted + 1,
        withWarnings: tally.withWarnings + (warnings.length > 0 ? 1 : 0),
        numbers: tally.numbers + numbers.length,
        rejectedNumbers: tally.rejectedNumbers + rejectedNumbers.length,
        amountMinor: { ...tally.amountMinor, [currency]: (tally.amountMinor[currency] ?? 0) + amountMinor },
        warnings: plusAll(tally.warnings, warnings),
      };
    }
  }
}

/** What only the database could say of a batch: cases that stood there word for word, and those of somebody else. */
export interface WrittenBatch {
  readonly unchanged: number;
  readonly moved: readonly PlacedCase[];
}

function minusAll<K extends string>(counts: Counts<K>, keys: readonly K[]): Counts<K> {
  const rest: Partial<Record<K, number>> = { ...counts };
  for (const key of keys) rest[key] = (rest[key] ?? 0) - 1;

  return rest;
}

/** The tally after a batch was written: a row that came back counts as rejected, as if it had been read so. */
export function countWritten(tally: ImportTally, { unchanged, moved }: WrittenBatch): ImportTally {
  return moved.reduce<ImportTally>(
    (sum, { currency, amountMinor, warnings, numbers, rejectedNumbers }) => ({
      ...sum,
      accepted: sum.accepted - 1,
      rejected: sum.rejected + 1,
      withWarnings: sum.withWarnings - (warnings.length > 0 ? 1 : 0),
      numbers: sum.numbers - numbers.length,
      rejectedNumbers: sum.rejectedNumbers - rejectedNumbers.length,
      amountMinor: { ...sum.amountMinor, [currency]: (sum.amountMinor[currency] ?? 0) - amountMinor },
      warnings: minusAll(sum.warnings, warnings),
      reasons: plusAll(sum.reasons, ['debtor_changed']),
    }),
    { ...tally, unchanged: tally.unchanged + unchanged },
  );
}
