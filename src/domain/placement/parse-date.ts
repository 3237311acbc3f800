import type { CleanCell } from './cell-text.ts';
import type { DateOrder } from './profile.ts';

export type DateSystem = 1900 | 1904;
const dayMs = 86_400_000;
// Excel counts from 1899-12-30 (its 1900 has a 29 February); the old Mac system starts 1,462 days later.
const epochMs = Date.UTC(1899, 11, 30);
const macShiftDays = 1462;
const firstSerial = 20_000;
const lastSerial = 80_000;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNames = new Map<string, number>(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, at): [string, number][] => [
      [name, at + 1],
      [months[at] ?? name, at + 1],
    ]),
);
monthNames.set('sept', 9);

const trailingTime = /(?:T| )\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?Z?$/i;
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const chinese = /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日?$/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const dayMonthName = /^(\d{1,2})([ -])([a-z]+)\.?\2(\d{4})$/i;
const monthNameDay = /^([a-z]+)\.? (\d{1,2}),? (\d{4})$/i;

const pad = (value: number, size: number): string => String(value).padStart(size, '0');

/** The ISO date, or null when the calendar has no such day. */
function calendarDate(year: number, month: number, day: number): string | null {
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  if (day > 28 && new Date(Date.UTC(year, month, 0)).getUTCDate() < day) return null;

  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function fromNumber(value: number, digits: string, system: DateSystem): string | null {
  if (/^\d{8}$/.test(digits)) {
    return calendarDate(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)));
  }
  if (value < firstSerial || value > lastSerial) return null;
  const days = Math.floor(value) + (system === 1904 ? macShiftDays : 0);

  return new Date(epochMs + days * dayMs).toISOString().slice(0, 10);
}

/** ISO date of a non-blank cell, or null when it is not a date by the profile's rules. */
export function parseDate(cell: CleanCell, order: DateOrder, system: DateSystem): string | null {
  if (cell.number !== null) return fromNumber(cell.number, cell.text, system);
  if (/^\d+$/.test(cell.text)) return fromNumber(Number(cell.text), cell.text, system);
  const text = cell.text.replace(trailingTime, '');
  const iso = yearFirst.exec(text);
  if (iso !== null) return calendarDate(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const han = chinese.exec(text);
  if (han !== null) return calendarDate(Number(han[1]), Number(han[2]), Number(han[3]));
  const last = order === 'YMD' ? null : yearLast.exec(text);
  if (last !== null) {
    const written = last[4] ?? '';
    const year = written.length === 2 ? 2000 + Number(written) : Number(written);
    const [first, second] = [Number(last[1]), Number(last[3])];

    return order === 'MDY' ? calendarDate(year, first, second) : calendarDate(year, second, first);
  }
  const named = dayMonthName.exec(text);
  if (named !== null) return namedDate(named[4], named[3], named[1]);
  const american = monthNameDay.exec(text);

  return american === null ? null : namedDate(american[3], american[1], american[2]);
}

function namedDate(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  const at = monthNames.get((month ?? '').toLowerCase());

  return at === undefined ? null : calendarDate(Number(year), at, Number(day));
}
