import { nextDaypartStart } from './calling-window.ts';
import {
  attemptsThisDaypart,
  block,
  daypartZone,
  defer,
  hasAppointment,
  isOutbound,
  isPromiseCallDay,
  startOfBusinessDate,
  type DialContext,
  type GateRefusal,
} from './dial-context.ts';
import type { CaseDialFacts, NumberFacts } from './dial-facts.ts';
import { isOwnClass } from './number-order.ts';
import { countsAsAttempt } from './round.ts';
import { addDays } from './zoned-time.ts';

/** Gate 1: the tenant's kill switch. */
export const tenantGate = ({ facts }: DialContext): GateRefusal | null =>
  facts.tenantOff ? block('tenant_off') : null;

/** Gate 2: stops on the person or the debt (5.4). A paid case is stopped by its class too. */
export function caseStopGate({ facts }: DialContext): GateRefusal | null {
  const [stop] = passesFraudHold(facts) ? facts.case.stops.filter((kind) => kind !== 'fraud_hold') : facts.case.stops;
  if (stop !== undefined) return block('case_stop', stop);
  return facts.case.caseClass === 'PAID' ? block('case_stop', 'paid') : null;
}

/** R24: a fraud hold lets one call through, made by hand, to appoint the signing of the statement. */
const isAppointmentCall = (facts: CaseDialFacts): boolean =>
  facts.mode === 'manual' && facts.case.appointmentCallOwed === true && facts.case.stops.includes('fraud_hold');

/** Where only automatic calls are held, a call that somebody makes by hand goes out. */
const passesFraudHold = (facts: CaseDialFacts): boolean =>
  isAppointmentCall(facts) || (facts.preset.fraud.hold === 'automatic' && facts.mode === 'manual');

/** Gate 3: recalled, closed, or nobody's. */
export function caseStatusGate({ facts }: DialContext): GateRefusal | null {
  const { status, caseClass, owned } = facts.case;
  if (status === 'recalled' || caseClass === 'RECALLED') return block('recalled');
  if (status === 'closed') return block('recalled', 'closed');
  return owned ? null : block('not_owned');
}

/** Gate 5: promise hold unless this is the reminder or due-day call, then the explicit date, then the cadence (3.4). */
export function caseDateGate(context: DialContext, number: NumberFacts): GateRefusal | null {
  const { promise } = context;
  // The claim of fraud has overtaken whatever was agreed before it.
  if (isAppointmentCall(context.facts)) return null;
  if (promise !== null && promise.phase !== 'past_due') {
    // What the promise agreed on is the date of its number alone then; the others keep the cadence.
    if (isLeftByPromise(context, number, promise)) return cadenceGate(context, number);
    return promiseGate(context, number, promise);
  }
  return explicitDateGate(context) ?? cadenceGate(context, number);
}

/** R7 with `ptp.holdScope: number`: another line than the one of the promise, on a day that is not the promise's own. */
function isLeftByPromise(
  context: DialContext,
  number: NumberFacts,
  promise: NonNullable<DialContext['promise']>,
): boolean {
  if (context.facts.preset.ptp.holdScope === 'case' || promise.lineId === null) return false;
  if (isPromiseCallDay(context) && isOwnClass(number.class)) return false;
  return number.lineId !== promise.lineId;
}

function promiseGate(
  context: DialContext,
  number: NumberFacts,
  promise: NonNullable<DialContext['promise']>,
): GateRefusal | null {
  const { today } = context;
  const { preset } = context.facts;
  const overOn = addDays(promise.dueOn, preset.ptp.graceDays + 1);
  const own = isOwnClass(number.class);
  const callDays = own
    ? [promise.reminderOn, promise.dueDayCalls ? promise.dueOn : null].filter((day) => day !== null)
    : [];
  const nextDay = callDays.find((day) => day > today) ?? overOn;
  const hold = (detail: string | null): GateRefusal => defer('ptp_hold', startOfBusinessDate(context, nextDay), detail);
  if (!isPromiseCallDay(context) || !own) return hold(null);
  const { nextFollowUpOn, callbackAt } = context.facts.case;
  if (nextFollowUpOn !== null && nextFollowUpOn > today) return hold('confirmed');
  if (callbackAt !== null && callbackAt > context.now) return defer('ptp_hold', callbackAt, 'confirmed');
  return promiseDaypartGate(context, number, hold);
}

/** R10: in each daypart at most so many calls, none after the debtor was reached in it. */
function promiseDaypartGate(
  context: DialContext,
  number: NumberFacts,
  hold: (detail: string) => GateRefusal,
): GateRefusal | null {
  const zone = daypartZone(context, number);
  const inPart = attemptsThisDaypart(context, zone);
  const made = inPart.filter((attempt) => isOutbound(attempt) && countsAsAttempt(attempt.result));
  const reached = inPart.some((attempt) => attempt.party === 'RPC');
  if (reached && context.promise?.phase === 'reminder_day') return hold('reminded');
  if (!reached && made.length < context.facts.preset.ptp.maxPerPart) return null;
  const nextPart = nextDaypartStart(context.now, zone, context.facts.preset);
  const after = hold('daypart_done');
  return after.until !== null && after.until < nextPart ? after : { ...after, until: nextPart };
}

function explicitDateGate(context: DialContext): GateRefusal | null {
  const { callbackAt, nextFollowUpOn } = context.facts.case;
  if (context.callbackDue) return null;
  if (callbackAt !== null && callbackAt > context.now) return defer('before_next_date', callbackAt, 'callback');
  if (nextFollowUpOn !== null && nextFollowUpOn > context.today) {
    return defer('before_next_date', startOfBusinessDate(context, nextFollowUpOn), 'case_date');
  }
  return null;
}

/** The cadence is a longest interval: it tells the dialer when, and does not forbid an agent's own call. */
function cadenceGate(context: DialContext, number: NumberFacts): GateRefusal | null {
  if (context.cadenceOn === null || !context.automatic || hasAppointment(context, number)) return null;
  return defer('before_next_date', startOfBusinessDate(context, context.cadenceOn), 'cadence');
}
