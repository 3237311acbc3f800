import type { LocalDate } from './vocabulary.ts';
import { addDays, weekdayOf } from './zoned-time.ts';

export const calendarNames = ['CN', 'US', 'UK', 'none'] as const;
export type CalendarName = (typeof calendarNames)[number];

export interface Calendar {
  /** One of the shipped ones, or of those that were imported besides, such as `DE`. */
  readonly name: string;
  /** Days off of the published notice, weekends inside a holiday included. */
  readonly offDays: ReadonlySet<LocalDate>;
  /** Saturdays and Sundays declared working days (CN). */
  readonly makeupWorkdays: ReadonlySet<LocalDate>;
  /** Years with a published list; outside of these and the provisional ones only weekends are known. */
  readonly coveredYears: ReadonlySet<number>;
  /** Years of which only the days fixed by law are known: bridge days and make-up workdays are still to be announced. */
  readonly provisionalYears: ReadonlySet<number>;
  /** Weekdays on which nobody is called, 1 = Monday; absent: none. They close a day and leave working days alone. */
  readonly closedWeekdays?: ReadonlySet<number>;
}

/** Furthest a calendar is searched for a day of a kind; longer than any holiday. */
const searchDays = 60;

export type Calendars = Readonly<Record<CalendarName, Calendar>>;

export const isHoliday = (calendar: Calendar, date: LocalDate): boolean => calendar.offDays.has(date);

export function isWorkingDay(calendar: Calendar, date: LocalDate): boolean {
  if (calendar.makeupWorkdays.has(date)) return true;
  return weekdayOf(date) <= 5 && !calendar.offDays.has(date);
}

function search(from: LocalDate, step: 1 | -1, wanted: (date: LocalDate) => boolean): LocalDate {
  let date = from;
  for (let tried = 0; tried < searchDays; tried += 1) {
    date = addDays(date, step);
    if (wanted(date)) return date;
  }
  return date;
}

/** The last working day before `date`. */
export const previousWorkingDay = (calendar: Calendar, date: LocalDate): LocalDate =>
  search(date, -1, (day) => isWorkingDay(calendar, day));

/** The first working day after `date`. */
export const nextWorkingDay = (calendar: Calendar, date: LocalDate): LocalDate =>
  search(date, 1, (day) => isWorkingDay(calendar, day));

/** `count` working days after `date`, negative before it. */
export function addWorkingDays(calendar: Calendar, date: LocalDate, count: number): LocalDate {
  let day = date;
  for (let done = 0; done < Math.abs(count); done += 1) {
    day = count > 0 ? nextWorkingDay(calendar, day) : previousWorkingDay(calendar, day);
  }
  return day;
}

/** An open day is every day but statutory holidays, and but the weekdays that the schedule closes. */
export const isOpenDay = (calendar: Calendar, date: LocalDate): boolean =>
  !isHoliday(calendar, date) && calendar.closedWeekdays?.has(weekdayOf(date)) !== true;

/** The first open day after `date`. */
export const nextOpenDay = (calendar: Calendar, date: LocalDate): LocalDate =>
  search(date, 1, (day) => isOpenDay(calendar, day));

/** The last open day before `date`. */
export const previousOpenDay = (calendar: Calendar, date: LocalDate): LocalDate =>
  search(date, -1, (day) => isOpenDay(calendar, day));
