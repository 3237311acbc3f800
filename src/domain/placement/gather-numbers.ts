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
  notes: readonly string[];
}

// A case has a handful of numbers; only a cell stuffed with thousands is worth an index.
const searchedOneByOne = 64;

class KeptNumbers {
  readonly list: Kept[] = [];
  readonly #index = new Map<string, Kept>();

  find(number: ReadNumber): Kept | undefined {
    if (this.list.length > searchedOneByOne) return this.#index.get(`${number.e164};${number.extension}`);

    return this.list.find(({ read }) => read.e164 === number.e164 && read.extension === number.extension);
  }

  add(kept: Kept): void {
    this.list.push(kept);
    if (this.list.length <= searchedOneByOne) return;
    if (this.#index.size === 0) for (const each of this.list) this.#remember(each);
    else this.#remember(kept);
  }

  #remember(kept: Kept): void {
    this.#index.set(`${kept.read.e164};${kept.read.extension}`, kept);
  }
}

/** The numbers of all phone cells in dialing order, the same one kept once with its first class (P11, P12). */
export function gatherNumbers(row: CleanRow, plan: ColumnPlan, context: PhoneCellContext): GatheredNumbers {
  const kept = new KeptNumbers();
  const rejected: RejectedCaseNumber[] = [];
  let hasDuplicates = false;
  let hasDerived = false;
  for (const column of plan.phones) {
    if (textAt(row, column.column) === '') continue;
    const read = readPhoneCell(cellAt(row, column.column), column.numberClass, context);
    for (const { reason, raw } of read.rejected) rejected.push({ numberClass: column.numberClass, reason, raw });
    for (const number of read.numbers) {
      hasDerived ||= number.areaCodeDerived;
      const first = kept.find(number);
      if (first === undefined) {
        kept.add({ read: number, column, notes: number.notes });
        continue;
      }
      hasDuplicates = true;
      first.notes = [...first.notes, ...number.notes];
    }
  }

  return { numbers: caseNumbers(kept.list, row), rejected, hasDuplicates, hasDerived };
}

function caseNumbers(kept: readonly Kept[], row: CleanRow): CaseNumber[] {
  const numbers: CaseNumber[] = [];
  for (const { read, column, notes } of kept) {
    const distinct = notes.length > 1 ? [...new Set(notes)] : notes;
    numbers.push({
      e164: read.e164,
      country: read.country,
      lineType: read.lineType,
      order: numbers.length + 1,
      numberClass: column.numberClass,
      extension: read.extension,
      note: distinct.join('; '),
      noteCodes: codesOfNotes(distinct),
      person: textAt(row, column.personColumn),
      relation: textAt(row, column.relationColumn),
      areaCodeDerived: read.areaCodeDerived,
    });
  }

  return numbers;
}
