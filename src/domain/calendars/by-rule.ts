import type { LocalDate } from '../vocabulary.ts';
import { addDays, weekdayOf } from '../zoned-time.ts';

const iso = (year: number, month: number, day: number): LocalDate =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const monday = 1;
const thursday = 4;

/** The nth weekday of a month: 1 the first, -1 the last. */
function nthWeekday(year: number, month: number, weekday: number, nth: number): LocalDate {
  if (nth > 0) {
    const first = iso(year, month, 1);
    return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1));
  }
  const nextMonth = month === 12 ? iso(year + 1, 1, 1) : iso(year, month + 1, 1);
  const last = addDays(nextMonth, -1);
  return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher). */
export function easterSunday(year: number): LocalDate {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const h =
    (19 * a + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) %
    30;
  const l = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - h - (inCentury % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return iso(year, Math.floor(days / 31), (days % 31) + 1);
}

/** US federal holidays and, where one falls on a weekend, the weekday on which it is observed. */
export function usHolidays(year: number): LocalDate[] {
  const fixed = [iso(year, 1, 1), iso(year, 6, 19), iso(year, 7, 4), iso(year, 11, 11), iso(year, 12, 25)];
  const observed = fixed.flatMap((day) => {
    const weekday = weekdayOf(day);
    if (weekday === 6) return [day, addDays(day, -1)];
    return weekday === 7 ? [day, addDays(day, 1)] : [day];
  });
  return [
    ...observed,
    nthWeekday(year, 1, monday, 3),
    nthWeekday(year, 2, monday, 3),
    nthWeekday(year, 5, monday, -1),
    nthWeekday(year, 9, monday, 1),
    nthWeekday(year, 10, monday, 2),
    nthWeekday(year, 11, thursday, 4),
  ];
}

/** Bank holidays of England and Wales; one on a weekend moves to the next weekday that is none. */
export function ukHolidays(year: number): LocalDate[] {
  const easter = easterSunday(year);
  const newYear = iso(year, 1, 1);
  const christmas = iso(year, 12, 25);
  const boxing = iso(year, 12, 26);
  const taken = new Set<LocalDate>();
  const observe = (day: LocalDate): void => {
    let date = day;
    while (weekdayOf(date) > 5 || taken.has(date)) date = addDays(date, 1);
    taken.add(date);
  };
  observe(newYear);
  // A Christmas Sunday leaves Boxing Day its Monday and takes the Tuesday.
  if (weekdayOf(christmas) === 7) {
    observe(boxing);
    observe(christmas);
  } else {
    observe(christmas);
    observe(boxing);
  }
  return [
    ...new Set([
      ...taken,
      newYear,
      christmas,
      boxing,
      addDays(easter, -2),
      addDays(easter, 1),
      nthWeekday(year, 5, monday, 1),
      nthWeekday(year, 5, monday, -1),
      nthWeekday(year, 8, monday, -1),
    ]),
  ].sort();
}
