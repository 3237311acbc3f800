import type { Instant, ZoneName } from './vocabulary.ts';
import { addDays, clockMinutes, instantsOf, localDateTime, weekdayOf } from './zoned-time.ts';

/** Hours of the agency in which a campaign dials: half-open, of its own clock. */
export interface ScheduleEntry {
  /** 1 = Monday to 7 = Sunday. */
  readonly days: readonly number[];
  readonly from: string;
  /** `24:00` = to the end of the day. */
  readonly to: string;
}

export type ScheduleProblem =
  | { readonly at: number; readonly rule: 'no_days' | 'empty' }
  | { readonly at: number; readonly rule: 'overlaps'; readonly with: number };

const overlap = (a: ScheduleEntry, b: ScheduleEntry): boolean =>
  a.days.some((day) => b.days.includes(day)) &&
  clockMinutes(a.from) < clockMinutes(b.to) &&
  clockMinutes(b.from) < clockMinutes(a.to);

/** Windows that never open, or that say the same hour twice. */
export function scheduleProblems(schedule: readonly ScheduleEntry[]): readonly ScheduleProblem[] {
  return schedule.flatMap((entry, at): ScheduleProblem[] => {
    if (entry.days.length === 0) return [{ at, rule: 'no_days' }];
    if (clockMinutes(entry.from) >= clockMinutes(entry.to)) return [{ at, rule: 'empty' }];
    const other = schedule.findIndex((before, index) => index < at && overlap(before, entry));
    return other === -1 ? [] : [{ at, rule: 'overlaps', with: other }];
  });
}

/** CAMP-5: without a schedule a campaign dials whenever its rules allow. */
export function inSchedule(schedule: readonly ScheduleEntry[], now: Instant, zone: ZoneName): boolean {
  if (schedule.length === 0) return true;
  const { weekday, minutes } = localDateTime(now, zone);
  return schedule.some(
    ({ days, from, to }) => days.includes(weekday) && minutes >= clockMinutes(from) && minutes < clockMinutes(to),
  );
}

/** The first instant at or after `from` in the campaign's hours; null when they never come. */
export function nextInSchedule(schedule: readonly ScheduleEntry[], from: Instant, zone: ZoneName): Instant | null {
  if (inSchedule(schedule, from, zone)) return from;
  const { date: today } = localDateTime(from, zone);
  for (let day = 0; day <= 7; day += 1) {
    const date = addDays(today, day);
    const openings = schedule
      .filter(({ days }) => days.includes(weekdayOf(date)))
      .flatMap((entry) => instantsOf(date, entry.from, zone))
      .filter((instant) => instant >= from && inSchedule(schedule, instant, zone));
    if (openings.length > 0) return Math.min(...openings);
  }
  return null;
}
