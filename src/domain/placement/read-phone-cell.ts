import { isPhonePlaceholder, type CleanCell } from './cell-text.ts';
import { areaCodeOfNumber } from './chinese-area-code.ts';
import type { NumberReason } from './codes.ts';
import type { JudgeNumber, JudgedNumber } from './judge-number.ts';
import type { PlacedClass } from './profile.ts';
import { readFragment, type Fragment } from './read-fragment.ts';
import { splitPhoneCell } from './split-phone-cell.ts';

export interface ReadNumber extends JudgedNumber {
  readonly extension: string;
  readonly notes: readonly string[];
  readonly areaCodeDerived: boolean;
}
export interface RejectedNumber {
  readonly reason: NumberReason;
  readonly raw: string;
}
export interface PhoneCellRead {
  readonly numbers: readonly ReadNumber[];
  readonly rejected: readonly RejectedNumber[];
}
export interface PhoneCellContext {
  readonly country: string;
  readonly judge: JudgeNumber;
  /** Area code of the place the number belongs to, asked only when one is missing. */
  readonly areaCode: (numberClass: PlacedClass) => string | null;
}

// A number cell of 16 digits or more was rounded by the spreadsheet (P1).
const exactIntegerLimit = 1e15;
const maxChineseLocal = 8;
const leastDigits = 7;
const ipDialPrefix = /^(?:179(?:01|08|09|10|11|50|51|69)|12593|10193)(?=\d{10})/;
const allTheSame = /^(\d)\1{5,}$/;
const localNumber = /^[1-9]\d{6,7}$/;
const bareDigits = /^\d+$/;
const noNotes: readonly string[] = [];
const noDrafts: readonly Draft[] = [];
const noRejections: readonly RejectedNumber[] = [];
const nothing: PhoneCellRead = { numbers: [], rejected: [] };

interface Draft {
  readonly raw: string;
  extension: string;
  notes: string[];
  readonly outcome:
    | { readonly kind: 'valid'; readonly number: JudgedNumber; readonly derived: boolean }
    | { readonly kind: 'refused'; readonly because: NumberReason };
}

const refused = (because: NumberReason): Draft['outcome'] => ({ kind: 'refused', because });

function judged(context: PhoneCellContext, digits: string, written: 'international' | 'national'): Draft['outcome'] {
  const verdict = context.judge(digits, written);

  return verdict.kind === 'valid' ? { kind: 'valid', number: verdict, derived: false } : verdict;
}

const isFixedLine = (number: JudgedNumber): boolean =>
  number.country === 'CN' && (number.lineType === 'fixed' || number.lineType === 'fixed_or_mobile');

/** Area code of the nearest number before this one in the cell, else of the place (P10). */
function missingAreaCode(before: readonly Draft[], numberClass: PlacedClass, context: PhoneCellContext): string | null {
  for (const draft of before.toReversed()) {
    if (draft.outcome.kind === 'valid' && isFixedLine(draft.outcome.number)) {
      return areaCodeOfNumber(draft.outcome.number.e164);
    }
  }

  return context.areaCode(numberClass);
}

function judgeLocal(
  digits: string,
  numberClass: PlacedClass,
  before: readonly Draft[],
  context: PhoneCellContext,
): Draft['outcome'] {
  if (context.country !== 'CN') return refused('area_code_missing');
  if (/^[19]/.test(digits)) return refused('invalid_number');
  const areaCode = missingAreaCode(before, numberClass, context);
  if (areaCode === null) return refused('area_code_missing');
  const outcome = judged(context, areaCode + digits, 'national');

  return outcome.kind === 'valid' ? { kind: 'valid', number: outcome.number, derived: true } : outcome;
}

function judgeFragment(
  fragment: Fragment,
  numberClass: PlacedClass,
  before: readonly Draft[],
  context: PhoneCellContext,
): Draft['outcome'] {
  const { digits } = fragment;
  if (allTheSame.test(digits)) return refused('placeholder_number');
  if (digits.length < leastDigits) return refused('too_short');
  if (fragment.international) return judged(context, digits, 'international');
  const idd = context.country === 'US' ? '011' : '00';
  if (digits.startsWith(idd)) return judged(context, digits.slice(idd.length), 'international');
  const dialed = context.country === 'CN' ? digits.replace(ipDialPrefix, '') : digits;
  if (dialed.length <= maxChineseLocal && localNumber.test(dialed))
    return judgeLocal(dialed, numberClass, before, context);

  return judged(context, dialed, 'national');
}

function draftsOf(fragments: readonly string[], numberClass: PlacedClass, context: PhoneCellContext): Draft[] {
  const drafts: Draft[] = [];
  for (const raw of fragments) {
    const read = readFragment(raw, context.country);
    if (read.kind === 'refused') {
      drafts.push({ raw, extension: '', notes: [], outcome: read });
      continue;
    }
    const { fragment } = read;
    if (fragment.digits !== '') {
      const outcome = judgeFragment(fragment, numberClass, drafts, context);
      drafts.push({ raw, extension: fragment.extension, notes: [...fragment.notes], outcome });
      continue;
    }
    if (fragment.extension === '' && fragment.notes.length === 0) continue;
    const previous = drafts.at(-1);
    if (previous === undefined) {
      drafts.push({ raw, extension: '', notes: [], outcome: refused('no_digits') });
      continue;
    }
    previous.notes.push(...fragment.notes);
    if (previous.extension === '') previous.extension = fragment.extension;
  }

  return drafts;
}

function readNumber(
  { number, derived }: { readonly number: JudgedNumber; readonly derived: boolean },
  extension: string,
  notes: readonly string[],
): ReadNumber {
  const { e164, country, lineType } = number;

  return { e164, country, lineType, extension, notes, areaCodeDerived: derived };
}

/** Most cells hold one number and nothing else: the same outcome without taking the text apart. */
function readBareDigits(digits: string, numberClass: PlacedClass, context: PhoneCellContext): PhoneCellRead {
  const fragment: Fragment = { digits, international: false, extension: '', notes: noNotes };
  const outcome = judgeFragment(fragment, numberClass, noDrafts, context);
  if (outcome.kind === 'refused') return { numbers: [], rejected: [{ reason: outcome.because, raw: digits }] };

  return {
    numbers: [readNumber(outcome, '', noNotes)],
    rejected: noRejections,
  };
}

/** Every number written in one phone cell, in order, and every fragment that is none, with the reason. */
export function readPhoneCell(cell: CleanCell, numberClass: PlacedClass, context: PhoneCellContext): PhoneCellRead {
  if (cell.text === '' || isPhonePlaceholder(cell.text)) return nothing;
  if (cell.number !== null && (!Number.isInteger(cell.number) || Math.abs(cell.number) >= exactIntegerLimit)) {
    return { numbers: [], rejected: [{ reason: 'scientific_notation', raw: cell.text }] };
  }
  if (/^[=@]/.test(cell.text)) return { numbers: [], rejected: [{ reason: 'formula_text', raw: cell.text }] };
  if (bareDigits.test(cell.text)) return readBareDigits(cell.text, numberClass, context);
  const numbers: ReadNumber[] = [];
  const rejected: RejectedNumber[] = [];
  for (const draft of draftsOf(splitPhoneCell(cell.text), numberClass, context)) {
    if (draft.outcome.kind === 'refused') {
      rejected.push({ reason: draft.outcome.because, raw: draft.raw });
      continue;
    }
    numbers.push(readNumber(draft.outcome, draft.extension, draft.notes));
  }

  return { numbers, rejected };
}
