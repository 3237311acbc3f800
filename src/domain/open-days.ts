import type { Calendar } from './calendar.ts';
import type { Preset } from './preset.ts';

type Schedule = Pick<Preset, 'openDays' | 'window' | 'holidayDialing'>;

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const sunday = 7;

const isClosed = ({ window }: Schedule, weekday: number): boolean =>
  window.days?.includes(weekday) === false || (weekday === sunday && window.sunday === null);

/**
 * The calendar by which follow-ups are owed: as published, or as the calling hours open (`openDays: schedule`), where a
 * holiday that is dialed on is a day like any other.
 */
export function openDayCalendar(preset: Schedule, calendar: Calendar): Calendar {
  if (preset.openDays === 'all_but_holidays') return calendar;
  return {
    ...calendar,
    offDays: preset.holidayDialing === 'on' ? new Set() : calendar.offDays,
    closedWeekdays: new Set(weekdays.filter((weekday) => isClosed(preset, weekday))),
  };
}
