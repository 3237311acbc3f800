import type { Calendar, CalendarName } from '../calendar.ts';
import type { LocalDate } from '../vocabulary.ts';
import { addDays } from '../zoned-time.ts';

export interface CalendarDays {
  readonly years: readonly number[];
  /** Years given by the days fixed in law alone. */
  readonly provisional?: readonly number[];
  readonly offDays: readonly LocalDate[];
  readonly makeupWorkdays: readonly LocalDate[];
}

export const calendarOf = (name: CalendarName, days: CalendarDays): Calendar => ({
  name,
  offDays: new Set(days.offDays),
  makeupWorkdays: new Set(days.makeupWorkdays),
  coveredYears: new Set(days.years),
  provisionalYears: new Set(days.provisional ?? []),
});

/** Every date from `first` to `last`, both included. */
export function daysFrom(first: LocalDate, last: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
