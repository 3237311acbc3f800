import { isOpenDay, nextOpenDay, type Calendar } from './calendar.ts';
import { nextDaypartStart } from './calling-window.ts';
import { dispositions } from './dispositions.ts';
import { openDayCalendar } from './open-days.ts';
import type { Preset, WindowName } from './preset.ts';
import { reminderOn } from './promise-calls.ts';
import type { CaseClass, DispositionCode, Instant, LocalDate, NumberClass, ZoneName } from './vocabulary.ts';
import type { WindowRule } from './window-rules.ts';
import { addDays, localDate } from './zoned-time.ts';

export interface WrapUpFacts {
  readonly preset: Preset;
  readonly calendar: Calendar;
  readonly businessZone: ZoneName;
  /** Zone of the called number; null = unknown, the business zone is used. */
  readonly calleeZone: ZoneName | null;
  /** Every zone the called person may be in: an agreed time is lawful in all of them. Absent: `calleeZone` alone. */
  readonly calleeZones?: readonly ZoneName[];
  /** Hours that calls to the number keep besides those of the preset; absent: none. */
  readonly windowRules?: readonly WindowRule[];
  /** The contact: its business date is D. */
  readonly contactAt: Instant;
  readonly now: Instant;
  readonly numberClass: NumberClass;
  readonly currentClass: CaseClass;
  /** The open promise of the case. */
  readonly promise: { readonly dueOn: LocalDate; readonly promisedOn: LocalDate } | null;
  /** Business date of the person's direct consent to further calls (US). */
  readonly consentOn?: LocalDate | null;
  /** A supervisor lets the manual's windows be passed (R14, R15, R17); hours, caps and stops never. */
  readonly override: boolean;
}

export interface DateBounds {
  readonly min: LocalDate;
  readonly max: LocalDate;
  readonly prefill: LocalDate;
}

/** Bounds of every date a code asks for; null where it asks for none. */
export interface WrapUpBounds {
  readonly nextFollowUp: DateBounds | null;
  readonly promiseDue: DateBounds | null;
  readonly fundDate: DateBounds | null;
  readonly callback: DateBounds | null;
  /** The window had no open day, so the next open day stands in for it. */
  readonly excused: boolean;
}

/** A supervisor's date may pass the window, but not all bounds. */
const overrideDays = 90;

/** The windows that a supervisor may let pass (R14, R15, R17). */
const overridable: ReadonlySet<WindowName> = new Set<WindowName>(['PTP', 'FUND', 'LM_A']);

export const contactDate = (facts: WrapUpFacts): LocalDate => localDate(facts.contactAt, facts.businessZone);

function calendarRange(facts: WrapUpFacts, window: WindowName, prefillDays: number): DateBounds {
  const [from, to] = facts.preset.windows[window];
  const day = contactDate(facts);
  const last = facts.override && overridable.has(window) ? Math.max(to, overrideDays) : to;
  return {
    min: addDays(day, from),
    max: addDays(day, last),
    prefill: addDays(day, Math.min(Math.max(prefillDays, from), to)),
  };
}

interface OpenRange {
  readonly bounds: DateBounds;
  readonly excused: boolean;
}

/** 3.4: the window's start rolls forward, its end back to an open day; without any, the next open day, excused. */
export function rollToOpenDays(bounds: DateBounds, calendar: Calendar): OpenRange {
  const open: LocalDate[] = [];
  for (let day = bounds.min; day <= bounds.max; day = addDays(day, 1)) if (isOpenDay(calendar, day)) open.push(day);
  const [min] = open;
  const max = open.at(-1);
  if (min === undefined || max === undefined) {
    const next = nextOpenDay(calendar, bounds.max);
    return { bounds: { min: next, max: next, prefill: next }, excused: true };
  }
  const prefill = open.find((day) => day >= bounds.prefill) ?? max;
  return { bounds: { min, max, prefill }, excused: false };
}

const nothing: WrapUpBounds = {
  nextFollowUp: null,
  promiseDue: null,
  fundDate: null,
  callback: null,
  excused: false,
};

/**
 * The bounds of a code's dates: what the form shows and what the check enforces. For FUND the next date depends on
 * the fund date; without one the prefilled fund date is taken.
 */
export function prefillWrapUp(
  code: DispositionCode,
  facts: WrapUpFacts,
  fundDate: LocalDate | null = null,
): WrapUpBounds {
  const { followUp } = dispositions[code];
  switch (followUp.kind) {
    case 'window': {
      const { bounds, excused } = rollToOpenDays(
        calendarRange(facts, followUp.window, followUp.prefillDays),
        openDayCalendar(facts.preset, facts.calendar),
      );
      return { ...nothing, nextFollowUp: bounds, excused };
    }
    case 'reminder':
      return { ...nothing, promiseDue: calendarRange(facts, 'PTP', followUp.prefillDays) };
    case 'fund': {
      const funds = calendarRange(facts, 'FUND', followUp.prefillDays);
      const last = fundDate ?? funds.prefill;
      const tomorrow = addDays(contactDate(facts), 1);
      const { bounds, excused } = rollToOpenDays(
        { min: last < tomorrow ? last : tomorrow, max: last, prefill: last },
        openDayCalendar(facts.preset, facts.calendar),
      );
      return { ...nothing, fundDate: funds, nextFollowUp: bounds, excused };
    }
    case 'callback':
      return { ...nothing, callback: calendarRange(facts, 'CALLBACK', 0) };
    case 'promise_due':
    case 'cadence':
    case 'none':
      return nothing;
  }
}

/** Next date of a promise: its reminder (R9), else the due date itself. */
export function promiseNextDate(dueOn: LocalDate, promisedOn: LocalDate, facts: WrapUpFacts): LocalDate {
  return (
    reminderOn({ promisedOn, dueOn, preset: facts.preset, calendar: facts.calendar, consentOn: facts.consentOn }) ??
    dueOn
  );
}

/** After a confirmation: the due date; on the due day itself the next daypart (R10). */
export function afterConfirmation(
  dueOn: LocalDate,
  facts: WrapUpFacts,
): { readonly nextFollowUpOn: LocalDate; readonly callbackAt: Instant | null } {
  const zone = facts.calleeZone ?? facts.businessZone;
  if (dueOn > contactDate(facts)) return { nextFollowUpOn: dueOn, callbackAt: null };
  const nextPart = nextDaypartStart(facts.now, zone, facts.preset);
  return { nextFollowUpOn: localDate(nextPart, facts.businessZone), callbackAt: nextPart };
}
