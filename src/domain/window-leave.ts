import { isOpenDay } from './calendar.ts';
import { openDayCalendar } from './open-days.ts';
import { leaveCodes, type DispositionCode, type LeaveCode, type LocalDate } from './vocabulary.ts';
import { wrapUpOptions, type WrapUpChoice, type WrapUpField, type WrapUpProblem } from './wrap-up.ts';
import { prefillWrapUp, type DateBounds, type WrapUpBounds, type WrapUpFacts } from './wrap-up-dates.ts';
import type { WrapUpRequest } from './wrap-up-effects.ts';
import { isLocalDate } from './zoned-time.ts';

export const isLeaveCode = (code: DispositionCode): code is LeaveCode => leaveCodes.some((each) => each === code);

/** A day that a supervisor lets a code have. */
export interface WindowLeave {
  readonly code: LeaveCode;
  readonly day: LocalDate;
}

interface LeaveField {
  readonly field: WrapUpField;
  readonly rule: string;
  readonly boundsIn: (bounds: WrapUpBounds) => DateBounds | null;
  readonly dayIn: (request: Pick<WrapUpRequest, 'promise' | 'fundDate' | 'nextFollowUpOn'>) => LocalDate | null;
}

const fields: Readonly<Record<LeaveCode, LeaveField>> = {
  PTP: {
    field: 'promise.dueOn',
    rule: 'R14',
    boundsIn: ({ promiseDue }) => promiseDue,
    dayIn: ({ promise }) => promise?.dueOn ?? null,
  },
  FUND: { field: 'fundDate', rule: 'R15', boundsIn: ({ fundDate }) => fundDate, dayIn: ({ fundDate }) => fundDate },
  LM_A: {
    field: 'nextFollowUpOn',
    rule: 'R17',
    boundsIn: ({ nextFollowUp }) => nextFollowUp,
    dayIn: ({ nextFollowUpOn }) => nextFollowUpOn,
  },
};

/** LEAVE-1: may this day be asked for? Only what lies beyond the window, and not beyond what a supervisor may grant. */
export function checkLeave({ code, day }: WindowLeave, facts: WrapUpFacts): WrapUpProblem | null {
  const { field, rule, boundsIn } = fields[code];
  const granted = boundsIn(prefillWrapUp(code, { ...facts, override: true }));
  const plain = boundsIn(prefillWrapUp(code, { ...facts, override: false }));
  if (granted === null || plain === null || !isLocalDate(day)) return { field, rule, key: 'not_a_date' };
  const allowed = { min: plain.max, max: granted.max };
  if (day < plain.min) return { field, rule, key: 'too_early', allowed };
  if (day <= plain.max) return { field, rule, key: 'no_leave_needed', allowed };
  if (day > granted.max) return { field, rule, key: 'too_late', allowed };
  const closed = field === 'nextFollowUpOn' && !isOpenDay(openDayCalendar(facts.preset, facts.calendar), day);
  return closed ? { field, rule, key: 'closed_day', allowed } : null;
}

/** LEAVE-3: a leave is for its code, up to its day, and for nothing else. */
export function leaveCovers(
  leave: WindowLeave | null,
  request: Pick<WrapUpRequest, 'code' | 'promise' | 'fundDate' | 'nextFollowUpOn'>,
): boolean {
  if (leave === null || request.code !== leave.code) return false;
  const day = fields[leave.code].dayIn(request);
  return day !== null && day <= leave.day;
}

const upTo = (bounds: DateBounds | null, day: LocalDate): DateBounds | null =>
  bounds === null || bounds.max <= day ? bounds : { ...bounds, max: day };

/** The choices of the form with the days that a leave adds to its code. */
export function optionsUnder(leave: WindowLeave | null, facts: WrapUpFacts): WrapUpChoice[] {
  const plain = wrapUpOptions(facts);
  if (leave === null) return plain;
  const { code, day } = leave;
  const widened = wrapUpOptions({ ...facts, override: true }).find((option) => option.code === code);
  if (widened === undefined) return plain;
  const { promiseDue, fundDate, nextFollowUp } = widened;
  const option = {
    ...widened,
    promiseDue: upTo(promiseDue, day),
    fundDate: upTo(fundDate, day),
    nextFollowUp: code === 'LM_A' ? upTo(nextFollowUp, day) : nextFollowUp,
  };
  return plain.map((each) => (each.code === code ? option : each));
}
