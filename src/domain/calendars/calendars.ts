import type { Calendar, CalendarName } from '../calendar.ts';
import { ukHolidays, usHolidays } from './by-rule.ts';
import { calendarOf } from './calendar-of.ts';
import { cnCalendar } from './cn.ts';

const years = Array.from({ length: 16 }, (_, index) => 2025 + index);

/** The shipped calendars by the name a preset gives; `none` has no holidays. */
export const calendars: Readonly<Record<CalendarName, Calendar>> = {
  CN: cnCalendar,
  US: calendarOf('US', { years, offDays: years.flatMap(usHolidays), makeupWorkdays: [] }),
  UK: calendarOf('UK', { years, offDays: years.flatMap(ukHolidays), makeupWorkdays: [] }),
  none: calendarOf('none', { years: [], offDays: [], makeupWorkdays: [] }),
};
