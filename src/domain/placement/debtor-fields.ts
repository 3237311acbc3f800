import { isScientific, type CleanCell } from './cell-text.ts';

const hanAndSpaces = /^[\p{Script=Han} ]+$/u;
const onlyHan = /^[\u4e00-\u9fff]+$/;
const exactIntegerLimit = 1e15;
const cardDigits = 4;

const readName = (text: string): string =>
  !onlyHan.test(text) && hanAndSpaces.test(text) ? text.replaceAll(' ', '') : text;

/** A Chinese name loses the spaces that align it in a column; other names keep theirs. */
export const nameOf = (whole: string, first: string, last: string): string =>
  readName(whole === '' ? `${first} ${last}`.trim() : whole);

export function readCardLast4(text: string): string | null {
  const digits = text.replace(/\D/g, '');

  return digits === '' ? null : digits.slice(-cardDigits).padStart(cardDigits, '0');
}

export interface LinkKey {
  readonly key: string;
  readonly warning: 'id_missing' | 'id_precision_lost' | null;
}

/** What ties the cases of one person together. An id the spreadsheet rounded would tie strangers: never used. */
export function readLinkKey(id: CleanCell, caseId: string): LinkKey {
  if (id.text === '') return { key: `case:${caseId}`, warning: 'id_missing' };
  const rounded = id.number === null ? isScientific(id.text) : id.number >= exactIntegerLimit;
  if (rounded) return { key: `case:${caseId}`, warning: 'id_precision_lost' };
  const bare = id.text.replace(/[\s-]/g, '').toUpperCase();

  return bare === '' ? { key: `case:${caseId}`, warning: 'id_missing' } : { key: `id:${bare}`, warning: null };
}

const wholeDays = /^(\d{1,9})(?: ?(?:天|days))?$/i;

/** Null with `invalid` when the cell holds something else than a whole number of days. */
export function readOverdueDays(cell: CleanCell): { readonly days: number | null; readonly invalid: boolean } {
  if (cell.text === '') return { days: null, invalid: false };
  const match = wholeDays.exec(cell.text);

  return match === null ? { days: null, invalid: true } : { days: Number(match[1]), invalid: false };
}
