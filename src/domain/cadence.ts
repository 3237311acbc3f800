import { isOpenDay, nextOpenDay, previousOpenDay, type Calendar } from './calendar.ts';
import { openDayCalendar } from './open-days.ts';
import type { Preset } from './preset.ts';
import type { LocalDate } from './vocabulary.ts';
import { addDays } from './zoned-time.ts';

export interface CadenceInput {
  readonly lastRoundOn: LocalDate;
  /** A human was reached on at least one number that is still valid. */
  readonly effective: boolean;
  /** Open cases of the owner at the start of the day. */
  readonly openCases: number;
  readonly preset: Preset;
  readonly calendar: Calendar;
}

/** Days to the next round by volume (R1-R4); exactly at the threshold the preset says which tier. */
export function cadenceDays(effective: boolean, openCases: number, preset: Preset): number {
  const { cadence } = preset;
  if (effective) return cadence.effectiveDays;
  const upper = openCases > cadence.threshold || (openCases === cadence.threshold && cadence.atThreshold === 'upper');
  return upper ? cadence.otherDays.upper : cadence.otherDays.lower;
}

/** Whether under any of these rules so many open cases are another tier than so many were. */
export const isOtherTier = (before: number, now: number, rules: readonly Preset[]): boolean =>
  rules.some((preset) => cadenceDays(false, before, preset) !== cadenceDays(false, now, preset));

/**
 * The day the next round is due. The days are a maximum, so a closed day rolls back to the last open day after the
 * round, and only when there is none forward. An effective case is due on the next open day.
 */
export function nextRoundOn(input: CadenceInput): LocalDate {
  const { lastRoundOn } = input;
  const calendar = openDayCalendar(input.preset, input.calendar);
  const due = addDays(lastRoundOn, cadenceDays(input.effective, input.openCases, input.preset));
  if (isOpenDay(calendar, due)) return due;
  const earlier = previousOpenDay(calendar, due);
  return earlier > lastRoundOn ? earlier : nextOpenDay(calendar, due);
}
