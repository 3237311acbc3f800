import type { Calendar } from '../calendar.ts';
import type { LocalDate } from '../vocabulary.ts';
import { isLocalDate, weekdayOf } from '../zoned-time.ts';

/** The notice of one year: days off, and weekend days that are worked instead. */
export interface CalendarYear {
  readonly year: number;
  readonly offDays: readonly LocalDate[];
  readonly makeupWorkdays: readonly LocalDate[];
}

export type CalendarRule =
  'year_out_of_range' | 'no_days_off' | 'not_a_date' | 'other_year' | 'date_twice' | 'makeup_on_weekday';

export interface CalendarProblem {
  readonly field: string;
  readonly rule: CalendarRule;
  /** The date or year as it was given. */
  readonly given: string;
}

const firstYear = 2000;
const lastYear = 2100;

/** A New Year holiday may begin in the last days of the December before. */
const belongsTo = (date: LocalDate, year: number): boolean =>
  date.startsWith(`${year}-`) || date.startsWith(`${year - 1}-12-`);

const saturday = 6;

/** Everything that is wrong with a year's notice; nothing when it may hold. */
export function checkCalendarYear({ year, offDays, makeupWorkdays }: CalendarYear): readonly CalendarProblem[] {
  if (!Number.isInteger(year) || year < firstYear || year > lastYear) {
    return [{ field: 'year', rule: 'year_out_of_range', given: String(year) }];
  }
  const problems: CalendarProblem[] = [];
  if (offDays.length === 0) problems.push({ field: 'offDays', rule: 'no_days_off', given: String(year) });
  const seen = new Set<LocalDate>();
  const look = (field: 'offDays' | 'makeupWorkdays', date: LocalDate): void => {
    const wrong = (rule: CalendarRule): void => void problems.push({ field, rule, given: date });
    if (!isLocalDate(date)) return wrong('not_a_date');
    if (!belongsTo(date, year)) return wrong('other_year');
    if (seen.has(date)) return wrong('date_twice');
    seen.add(date);
    if (field === 'makeupWorkdays' && weekdayOf(date) < saturday) wrong('makeup_on_weekday');
  };
  for (const date of offDays) look('offDays', date);
  for (const date of makeupWorkdays) look('makeupWorkdays', date);
  return problems;
}

/** The shipped calendar with whole years replaced: what a newer notice leaves out is no holiday any more. */
export function withYears(shipped: Calendar, years: readonly CalendarYear[]): Calendar {
  if (years.length === 0) return shipped;
  const replaced = new Set(years.map(({ year }) => year));
  const kept = (dates: ReadonlySet<LocalDate>): LocalDate[] =>
    [...dates].filter((date) => !replaced.has(Number(date.slice(0, 4))));
  return {
    name: shipped.name,
    offDays: new Set([...kept(shipped.offDays), ...years.flatMap(({ offDays }) => offDays)]),
    makeupWorkdays: new Set([...kept(shipped.makeupWorkdays), ...years.flatMap((each) => each.makeupWorkdays)]),
    coveredYears: new Set([...shipped.coveredYears, ...replaced]),
    provisionalYears: new Set([...shipped.provisionalYears].filter((year) => !replaced.has(year))),
  };
}

const december = '12';

/** Years whose notice should be here by now: this one, and from December on the next. */
export function missingYears(calendar: Calendar, today: LocalDate): readonly number[] {
  const year = Number(today.slice(0, 4));
  const expected = today.slice(5, 7) === december ? [year, year + 1] : [year];
  return calendar.name === 'none' ? [] : expected.filter((each) => !calendar.coveredYears.has(each));
}
