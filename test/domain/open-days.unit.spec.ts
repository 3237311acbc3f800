import { describe, expect, it } from 'vitest';
import { isHoliday, isWorkingDay } from '../../src/domain/calendar.ts';
import { calendars } from '../../src/domain/calendars/calendars.ts';
import { openDayCalendar } from '../../src/domain/open-days.ts';
import { presets } from '../../src/domain/presets.ts';

const { cn, uk } = presets;
const closed = (calendar: ReturnType<typeof openDayCalendar>): number[] => [...(calendar.closedWeekdays ?? [])].sort();
/** Monday to Sunday. */
const week = ['2026-05-11', '2026-05-12', '2026-05-13', '2026-05-14', '2026-05-15', '2026-05-16', '2026-05-17'];

describe('the days by which follow-ups are owed', () => {
  it('[R4] all but holidays: the calendar as it was published', () => {
    expect(openDayCalendar({ ...cn, openDays: 'all_but_holidays' }, calendars.CN)).toBe(calendars.CN);
  });

  it('[R4] by schedule: weekdays without calling hours are closed, Sunday where it has none of its own', () => {
    const schedule = (window: (typeof uk)['window']) =>
      openDayCalendar({ ...uk, openDays: 'schedule', window }, calendars.UK);
    expect(closed(schedule({ ...uk.window }))).toEqual([]);
    expect(closed(schedule({ ...uk.window, sunday: null }))).toEqual([7]);
    expect(closed(schedule({ ...uk.window, days: [1, 2, 3, 4, 5, 7] }))).toEqual([6]);
    expect(closed(schedule({ ...uk.window, days: [1, 2, 3], sunday: null }))).toEqual([4, 5, 6, 7]);
    const weekdaysOnly = schedule({ ...uk.window, days: [1, 2, 3, 4, 5] });
    expect(week.map((date) => isWorkingDay(weekdaysOnly, date))).toEqual([true, true, true, true, true, false, false]);
  });

  it('[R4] by schedule a holiday is a day like any other only where it is dialed on', () => {
    const christmas = '2026-12-25';
    const on = (holidayDialing: (typeof uk)['holidayDialing']) =>
      isHoliday(openDayCalendar({ ...uk, openDays: 'schedule', holidayDialing }, calendars.UK), christmas);
    expect([on('off'), on('ptp_only'), on('on')]).toEqual([true, true, false]);
  });
});
