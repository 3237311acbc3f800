import { isOpenDay, previousWorkingDay, addWorkingDays, type Calendar } from './calendar.ts';
import { consentCovers } from './direct-consent.ts';
import { openDayCalendar } from './open-days.ts';
import type { Preset } from './preset.ts';
import type { LocalDate } from './vocabulary.ts';
import { addDays } from './zoned-time.ts';

export interface ReminderInput {
  /** Business date on which the promise was made. */
  readonly promisedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly preset: Preset;
  readonly calendar: Calendar;
  readonly consentOn?: LocalDate | null | undefined;
}

/** Where the law wants it, a promise is called about only on days that the person's direct consent covers. */
export const mayCallAboutPromise = (preset: Preset, consentOn: LocalDate | null | undefined, day: LocalDate): boolean =>
  !preset.ptp.onlyWithConsent || consentCovers(consentOn ?? null, day);

/**
 * R9: the reminder is one working day before the due date, make-up workdays counted. Not after the day of the promise:
 * then the calendar day before, if that is later and open; else none, the promise call itself covers it.
 */
export function reminderOn(input: ReminderInput): LocalDate | null {
  const on = reminderDay(input);
  return on !== null && mayCallAboutPromise(input.preset, input.consentOn, on) ? on : null;
}

function reminderDay(input: ReminderInput): LocalDate | null {
  const { promisedOn, dueOn, preset, calendar } = input;
  const { reminderWorkingDays } = preset.ptp;
  if (reminderWorkingDays === null) return null;
  const asked = scheduledReminderOn(dueOn, reminderWorkingDays, calendar);
  if (asked > promisedOn) return asked;
  const dayBefore = addDays(dueOn, -1);
  return dayBefore > promisedOn && isOpenDay(openDayCalendar(preset, calendar), dayBefore) ? dayBefore : null;
}

const scheduledReminderOn = (dueOn: LocalDate, workingDays: number, calendar: Calendar): LocalDate =>
  workingDays === 1 ? previousWorkingDay(calendar, dueOn) : addWorkingDays(calendar, dueOn, -workingDays);

export type PromisePhase = 'held' | 'reminder_day' | 'due_day' | 'past_due';

/** Where an open promise stands today. Between reminder and due day it holds the case again. */
export function promisePhase(
  promise: {
    readonly dueOn: LocalDate;
    readonly reminderOn: LocalDate | null;
    readonly consentOn?: LocalDate | null | undefined;
  },
  today: LocalDate,
  preset: Preset,
): PromisePhase {
  if (today > addDays(promise.dueOn, preset.ptp.graceDays)) return 'past_due';
  if (today >= promise.dueOn) {
    const calls = preset.ptp.dueDayCalls && mayCallAboutPromise(preset, promise.consentOn, today);
    return calls && today === promise.dueOn ? 'due_day' : 'held';
  }
  return today === promise.reminderOn ? 'reminder_day' : 'held';
}
