import type { LocalDate } from '../vocabulary.ts';
import type { CalendarYear } from './calendar-year.ts';

export type CalendarFile =
  | { readonly kind: 'years'; readonly years: readonly CalendarYear[] }
  | {
      readonly kind: 'refused';
      readonly rule: 'not_json' | 'unknown_layout' | 'unknown_kind';
      readonly line: number | null;
    };

const refused = (rule: 'not_json' | 'unknown_layout' | 'unknown_kind', line: number | null = null): CalendarFile => ({
  kind: 'refused',
  rule,
  line,
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A day is a date, or an object that carries one beside its name. */
function dates(value: unknown): LocalDate[] | null {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return null;
  const found = value.map((day: unknown) => (isRecord(day) ? day['date'] : day));
  return found.every((day) => typeof day === 'string') ? found : null;
}

/** `days` with `isOffDay`, as the public feeds of the notices have it. */
function feedYear(year: number, days: readonly unknown[]): CalendarYear | null {
  const read = days.map((day) =>
    isRecord(day) && typeof day['date'] === 'string' && typeof day['isOffDay'] === 'boolean'
      ? { date: day['date'], off: day['isOffDay'] }
      : null,
  );
  if (read.includes(null)) return null;
  const known = read.filter((day) => day !== null);
  return {
    year,
    offDays: known.filter(({ off }) => off).map(({ date }) => date),
    makeupWorkdays: known.filter(({ off }) => !off).map(({ date }) => date),
  };
}

function yearOf(named: unknown, value: unknown): CalendarYear | null {
  if (!isRecord(value)) return null;
  const year = Number(value['year'] ?? named);
  if (Array.isArray(value['days'])) return feedYear(year, value['days']);
  const offDays = dates(value['offDays'] ?? value['off_days']);
  const makeupWorkdays = dates(value['makeupWorkdays'] ?? value['makeup_workdays']);
  return offDays === null || makeupWorkdays === null ? null : { year, offDays, makeupWorkdays };
}

function fromJson(text: string): CalendarFile {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return refused('not_json');
  }
  const listed = isRecord(document) ? (document['years'] ?? document) : document;
  const isOneYear = isRecord(listed) && 'year' in listed;
  const parts: [unknown, unknown][] = Array.isArray(listed)
    ? listed.map((each): [unknown, unknown] => [undefined, each])
    : isOneYear
      ? [[undefined, listed]]
      : Object.entries(isRecord(listed) ? listed : {});
  const years = parts.map(([named, value]) => yearOf(named, value));
  if (years.length === 0 || years.includes(null)) return refused('unknown_layout');
  // A year that names no day is a notice still to come, not one without holidays.
  const told = years
    .filter((each) => each !== null)
    .filter((each) => each.offDays.length + each.makeupWorkdays.length > 0);
  return told.length === 0 ? refused('unknown_layout') : { kind: 'years', years: told };
}

const offWords = new Set(['off', 'holiday', '休', '休息', '放假', '节假日']);
const workWords = new Set(['work', 'workday', 'makeup', '班', '上班', '补班', '调休上班']);

/** `date,kind` a line; the year is the date's own. A first line without a date is a header. */
function fromCsv(text: string): CalendarFile {
  const years = new Map<number, { offDays: LocalDate[]; makeupWorkdays: LocalDate[] }>();
  for (const [at, line] of text.split(/\r\n|\n|\r/).entries()) {
    const [date = '', kind = ''] = line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    if (date === '' || (at === 0 && !/\d/.test(date))) continue;
    const word = kind.toLowerCase();
    const isOff = offWords.has(word);
    if (!isOff && !workWords.has(word)) return refused('unknown_kind', at + 1);
    const year = Number(date.slice(0, 4));
    const known = years.get(year) ?? { offDays: [], makeupWorkdays: [] };
    (isOff ? known.offDays : known.makeupWorkdays).push(date);
    years.set(year, known);
  }
  if (years.size === 0) return refused('unknown_layout');
  return { kind: 'years', years: [...years].map(([year, days]) => ({ year, ...days })) };
}

/** A calendar as JSON (own layout, or the public feed's) or as CSV. Whether its days hold is checked apart. */
export function readCalendarFile(text: string): CalendarFile {
  const plain = text.replace(/^\ufeff/, '').trim();
  return plain.startsWith('{') || plain.startsWith('[') ? fromJson(plain) : fromCsv(plain);
}
