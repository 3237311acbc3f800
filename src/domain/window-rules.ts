import { isHoliday, isWorkingDay, type Calendar } from './calendar.ts';
import type { LocalDate, NumberClass, ZoneName } from './vocabulary.ts';
import { clockMinutes, type ClockTime } from './zoned-time.ts';

export const windowDays = ['every', 'holidays', 'makeup_workdays', 'days_off', 'working_days'] as const;
/** Of which days a rule speaks; `days_off`: weekends and holidays that nobody works. */
export type WindowDays = (typeof windowDays)[number];

export interface WindowHours {
  /** Half-open, at the called number. */
  readonly from: ClockTime;
  readonly to: ClockTime;
}

/**
 * Hours that a call keeps besides those of its preset: on the days and at the numbers a rule speaks of nobody is called
 * outside of them. A rule opens nothing, and of several all are kept.
 */
export interface WindowRule {
  readonly id: string;
  readonly name: string;
  /** Zones and number classes it binds; empty: all. */
  readonly zones: readonly ZoneName[];
  readonly classes: readonly NumberClass[];
  /** 1 = Monday to 7 = Sunday; empty: all. */
  readonly weekdays: readonly number[];
  readonly on: WindowDays;
  /** Whose holidays and workdays are meant; null: those of the preset. */
  readonly calendar: Calendar | null;
  /** None: no call at all on such days. */
  readonly hours: readonly WindowHours[];
}

/** A rule with whose calls it binds; null: everybody's. */
export interface ScopedWindowRule extends WindowRule {
  readonly preset: string | null;
  readonly campaignId: string | null;
  readonly clientId: string | null;
}

export interface CallScope {
  readonly preset: string;
  readonly campaignId: string | null;
  readonly clientId: string | null;
}

export const bindsCall = (rule: Pick<ScopedWindowRule, keyof CallScope>, call: CallScope): boolean =>
  (rule.preset === null || rule.preset === call.preset) &&
  (rule.campaignId === null || rule.campaignId === call.campaignId) &&
  (rule.clientId === null || rule.clientId === call.clientId);

export const bindsClass = (rule: WindowRule, numberClass: NumberClass): boolean =>
  rule.classes.length === 0 || rule.classes.includes(numberClass);

const bindsZone = (rule: WindowRule, zone: ZoneName): boolean => rule.zones.length === 0 || rule.zones.includes(zone);

function speaksOf(rule: WindowRule, date: LocalDate, ofPreset: Calendar): boolean {
  const calendar = rule.calendar ?? ofPreset;
  switch (rule.on) {
    case 'every':
      return true;
    case 'holidays':
      return isHoliday(calendar, date);
    case 'makeup_workdays':
      return calendar.makeupWorkdays.has(date);
    case 'days_off':
      return !isWorkingDay(calendar, date);
    case 'working_days':
      return isWorkingDay(calendar, date);
  }
}

/** The rules that are kept in a zone on a day. */
export const rulesOn = (
  rules: readonly WindowRule[],
  zone: ZoneName,
  day: { readonly date: LocalDate; readonly weekday: number },
  ofPreset: Calendar,
): readonly WindowRule[] =>
  rules.filter(
    (rule) =>
      bindsZone(rule, zone) &&
      (rule.weekdays.length === 0 || rule.weekdays.includes(day.weekday)) &&
      speaksOf(rule, day.date, ofPreset),
  );

/** Minutes since midnight, half-open. */
export interface DayHours {
  readonly start: number;
  readonly end: number;
}

/** What is left of a day's hours under a rule, in ascending order; hours that touch are one. */
export function narrowed(hours: readonly DayHours[], rule: WindowRule): readonly DayHours[] {
  const left = hours
    .flatMap((open) =>
      rule.hours.map(({ from, to }) => ({
        start: Math.max(open.start, clockMinutes(from)),
        end: Math.min(open.end, clockMinutes(to)),
      })),
    )
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  return left.reduce<DayHours[]>((joined, next) => {
    const last = joined.at(-1);
    if (last === undefined || next.start > last.end) return [...joined, next];
    return [...joined.slice(0, -1), { start: last.start, end: Math.max(last.end, next.end) }];
  }, []);
}
