import { cellAt, textAt, type CleanRow } from './cell-text.ts';
import type { NoteCode, NumberReason } from './codes.ts';
import type { ColumnPlan, PhoneColumn } from './column-plan.ts';
import type { JudgedNumber } from './judge-number.ts';
import { codesOfNotes } from './note-codes.ts';
import type { PlacedClass } from './profile.ts';
import { readPhoneCell, type PhoneCellContext, type ReadNumber } from './read-phone-cell.ts';

/** A number of a case, in the place where it is dialed. */
export interface CaseNumber extends JudgedNumber {
  readonly order: number;
  readonly numberClass: PlacedClass;
  readonly extension: string;
  readonly note: string;
  readonly noteCodes: readonly NoteCode[];
  readonly person: string;
  readonly relation: string;
  readonly areaCodeDerived: boolean;
}
export interface RejectedCaseNumber {
  readonly numberClass: PlacedClass;
  readonly reason: NumberReason;
  readonly raw: string;
}
export interface GatheredNumbers {
  readonly numbers: readonly CaseNumber[];
  readonly rejected: readonly RejectedCaseNumber[];
  readonly hasDuplicates: boolean;
  /** Some area code was completed, even if the number turned out to be one the case already had. */
  readonly hasDerived: boolean;
}

interface Kept {
  readonly read: ReadNumber;
  readonly column: PhoneColumn;
  notes: string[];
}

/** The numbers of all phone cells in dialing order, the same one kept once with its first class (P11, P12). */
export function gatherNumbers(row: CleanRow, plan: ColumnPlan, context: PhoneCellContext): GatheredNumbers {
  const kept = new Map<string, Kept>();
  const rejected: RejectedCaseNumber[] = [];
  let hasDuplicates = false;
  let hasDerived = false;
  for (const column of plan.phones) {
    if (textAt(row, column.column) === '') continue;
    const read = readPhoneCell(cellAt(row, column.column), column.numberClass, context);
    for (const { reason, raw } of read.rejected) rejected.push({ numberClass: column.numberClass, reason, raw });
    for (const number of read.numbers) {
      hasDerived ||= number.areaCodeDerived;
      const key = `${number.e164};${number.extension}`;
      const first = kept.get(key);
      if (first === undefined) {
        kept.set(key, { read: number, column, notes: [...number.notes] });
        continue;
      }
      hasDuplicates = true;
      first.notes.push(...number.notes);
    }
  }
  const numbers = [...kept.values()].map(({ read, column, notes }, at): CaseNumber => {
    const distinct = notes.length > 1 ? [...new Set(notes)] : notes;

    return {
      e164: read.e164,
      country: read.country,
      lineType: read.lineType,
      order: at + 1,
      numberClass: column.numberClass,
      extension: read.extension,
      note: distinct.join('; '),
      noteCodes: codesOfNotes(distinct),
      person: textAt(row, column.personColumn),
      relation: textAt(row, column.relationColumn),
      areaCodeDerived: read.areaCodeDerived,
    };
  });

  return { numbers, rejected, hasDuplicates, hasDerived };
}
