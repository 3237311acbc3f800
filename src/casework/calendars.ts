import type { CalendarView } from '../contract/calendar.ts';
import type { Calendar } from '../domain/calendar.ts';
import {
  checkCalendarYear,
  missingYears,
  type CalendarProblem,
  type CalendarYear,
} from '../domain/calendars/calendar-year.ts';
import { readCalendarFile, type CalendarFile } from '../domain/calendars/read-calendar-file.ts';
import type { Instant, LocalDate } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { FieldRefusal } from './casework.ts';

export interface CalendarBook {
  views(today: LocalDate): Promise<readonly CalendarView[]>;
  /** One more version of each year, all or none. */
  add(
    name: string,
    years: readonly CalendarYear[],
    given: { readonly source: string; readonly by: string; readonly at: Instant },
  ): Promise<readonly { readonly year: number; readonly version: number }[]>;
  /** The calendars that presets in use go by. */
  inUse(): Promise<readonly Calendar[]>;
  /** One open alert for each of these subjects, none for others. */
  alertFor(subjects: readonly string[], at: Instant): Promise<void>;
  businessDate(now: Instant): Promise<LocalDate>;
}

/** Holidays that a library knows; null: it knows none of that name. */
export interface LibraryCalendars {
  year(name: string, year: number): Promise<CalendarYear | null>;
  readonly source: string;
}

export type CalendarReply =
  | { readonly kind: 'imported'; readonly years: readonly { readonly year: number; readonly version: number }[] }
  | { readonly kind: 'refused'; readonly problems: readonly FieldRefusal[] };

export interface CalendarDesk {
  views(): Promise<readonly CalendarView[]>;
  add(
    name: string,
    file: { readonly text: string; readonly source: string; readonly by: string },
  ): Promise<CalendarReply>;
  /** A year as the library has it, kept like an imported one: it can be looked at and replaced by a notice. */
  addFromLibrary(name: string, given: { readonly year: number; readonly by: string }): Promise<CalendarReply>;
  /** Raises an alert for each year that should be here by now, and resolves those that came. */
  watch(): Promise<void>;
}

const layouts: Readonly<Record<Extract<CalendarFile, { kind: 'refused' }>['rule'], string>> = {
  not_json: 'The text begins like JSON and is none; check its brackets and commas.',
  unknown_layout: 'Give {"years":[{"year":2027,"offDays":[…],"makeupWorkdays":[…]}]}, or lines of date,kind.',
  unknown_kind: 'The second column says off or work (休 or 班)',
};

const remedies: Readonly<Record<CalendarProblem['rule'], string>> = {
  year_out_of_range: 'Give a year from 2000 to 2100.',
  no_days_off: 'A year without any day off is no notice.',
  not_a_date: 'Write dates as YYYY-MM-DD.',
  other_year: 'A notice holds days of its own year, and at most of the December before.',
  date_twice: 'Name every date once, as off or as worked.',
  makeup_on_weekday: 'Only Saturdays and Sundays are worked in exchange.',
};

const mostProblems = 50;

export const problemsOfYear = (year: CalendarYear): FieldRefusal[] =>
  checkCalendarYear(year).map(({ field, rule, given }) => ({
    field: `${year.year}.${field}`,
    rule,
    remedy: `${given}: ${remedies[rule]}`,
  }));

const refusedAs = (field: string, rule: string, remedy: string): CalendarReply => ({
  kind: 'refused',
  problems: [{ field, rule, remedy }],
});

export function makeCalendarDesk(deps: {
  readonly book: CalendarBook;
  readonly library: LibraryCalendars;
  readonly clock: Clock;
}): CalendarDesk {
  const { book, library, clock } = deps;

  async function watch(): Promise<void> {
    const now = clock();
    const today = await book.businessDate(now);
    const subjects = (await book.inUse()).flatMap((calendar) =>
      missingYears(calendar, today).map((year) => `${calendar.name}-${year}`),
    );
    await book.alertFor([...new Set(subjects)], now);
  }

  return {
    async views() {
      return book.views(await book.businessDate(clock()));
    },
    async add(name, { text, source, by }) {
      const file = readCalendarFile(text);
      if (file.kind === 'refused') {
        const line = file.line === null ? '' : `, line ${file.line}.`;
        return {
          kind: 'refused',
          problems: [{ field: 'text', rule: file.rule, remedy: `${layouts[file.rule]}${line}` }],
        };
      }
      const problems = file.years.flatMap(problemsOfYear);
      const years = file.years.map(({ year }) => year);
      if (new Set(years).size < years.length) {
        problems.push({ field: 'text', rule: 'date_twice', remedy: 'Name every year once.' });
      }
      if (problems.length > 0) return { kind: 'refused', problems: problems.slice(0, mostProblems) };
      const imported = await book.add(name, file.years, { source, by, at: clock() });
      await watch();
      return { kind: 'imported', years: imported };
    },
    async addFromLibrary(name, { year, by }) {
      if (name === 'CN') {
        return refusedAs('name', 'notice_needed', 'Make-up workdays stand in the notice alone: import the notice.');
      }
      const found = await library.year(name, year);
      if (found === null) return refusedAs('name', 'unknown_calendar', 'Name a country, such as DE, or a part, DE-BY.');
      const problems = problemsOfYear(found);
      if (problems.length > 0) return { kind: 'refused', problems };
      const imported = await book.add(name, [found], { source: library.source, by, at: clock() });
      await watch();
      return { kind: 'imported', years: imported };
    },
    watch,
  };
}
