import { candidateZones, daypartAt, nextDaypartStart, windowState, type WindowState } from './calling-window.ts';
import {
  attemptsOnLine,
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
import { isDialableStatus, isOwnClass, isThirdPartyClass } from './number-order.ts';
import { awaitsReview, countsAsAttempt } from './round.ts';
import type { Instant } from './vocabulary.ts';
import { bindsClass, type WindowRule } from './window-rules.ts';
import { isForbiddenWork } from './work-numbers.ts';
import { addDays, localDate } from './zoned-time.ts';

/** Gate 4. Unverified numbers and those whose last call needs a human are left to preview and manual dialing. */
export function numberStatusGate(context: DialContext, number: NumberFacts): GateRefusal | null {
  if (number.suppressed === true) {
    if (number.status === 'blocked') return block('number_blocked', 'suppressed');
    const { holdUntil } = number;
    if (holdUntil !== null && holdUntil > context.now) return defer('number_blocked', holdUntil, 'suppressed');
  }
  switch (number.status) {
    case 'blocked':
      return block('number_blocked');
    case 'malformed':
      return block('number_malformed');
    case 'invalid':
      return block('number_invalid');
    case 'unverified':
      if (isForbiddenWork(number, context.facts.preset)) return block('number_blocked', 'employer');
      return context.automatic ? block('number_unverified') : null;
    case 'active':
    case 'suspect':
      if (isForbiddenWork(number, context.facts.preset)) return block('number_blocked', 'employer');
      return context.automatic && awaitsReview(number)
        ? block('number_hold', number.lastResult === 'NUMBER_CHANGED' ? 'number_changed' : 'carrier_blocked')
        : null;
  }
}

/** Gate 6: third parties only where the preset's gate and mode let them be called. */
export function thirdPartyGate(context: DialContext, number: NumberFacts): GateRefusal | null {
  if (!isThirdPartyClass(number.class)) return null;
  const { thirdParty } = context.facts.preset;
  if (!thirdParty.modes.includes(context.facts.mode)) return block('third_party_gate', 'mode');
  if (thirdParty.gate === 'off') return null;
  const answered = attemptsOnLine(context, number.lineId).filter(
    (attempt) => attempt.answered && attempt.party !== 'none' && isOutbound(attempt),
  ).length;
  if (thirdParty.maxPerPerson !== null && answered >= thirdParty.maxPerPerson) {
    return block('third_party_gate', 'once_only');
  }
  if (thirdParty.noRpcDays > 0) {
    const reached = context.history.findLast((attempt) => attempt.party === 'RPC');
    if (reached !== undefined) {
      const freeOn = addDays(localDate(reached.at, context.facts.businessZone), thirdParty.noRpcDays);
      if (freeOn > context.today) {
        return defer('third_party_gate', startOfBusinessDate(context, freeOn), 'debtor_reached');
      }
    }
  }
  if (thirdParty.gate === 'no_disclosure') return null;
  // An appointed call between two rounds: the own numbers had their turn in the round before.
  if (context.cadenceOn !== null && hasAppointment(context, number)) return null;
  return ownNumbersTried(context) ? null : defer('third_party_gate', null, 'own_numbers_first');
}

/** Every own number that could be dialed has been, in this round. One on hold is not waited for. */
function ownNumbersTried(context: DialContext): boolean {
  return context.facts.numbers.every((number) => {
    if (!isOwnClass(number.class) || !isDialableStatus(number.status) || number.status === 'unverified') return true;
    if (isForbiddenWork(number, context.facts.preset)) return true;
    if (candidateZones(number.zones, context.facts.case.addressZones, context.facts.preset).length === 0) return true;
    if (awaitsReview(number) || (number.holdUntil !== null && number.holdUntil > context.now)) return true;
    if (context.betweenRounds) return false;
    return !context.round.remaining.includes(number.id) || hasCountedAttempt(context, number);
  });
}

const hasCountedAttempt = (context: DialContext, number: NumberFacts): boolean =>
  attemptsOnLine(context, number.lineId).some(
    (attempt) =>
      attempt.caseId === context.facts.case.id &&
      attempt.roundNumber === context.facts.case.roundNumber &&
      countsAsAttempt(attempt.result),
  );

/** Gate 7: a message was left or a callback agreed on this number. */
export function numberHoldGate(context: DialContext, number: NumberFacts): GateRefusal | null {
  return number.holdUntil !== null && number.holdUntil > context.now ? defer('number_hold', number.holdUntil) : null;
}

/** Longest permission where the window never closes. */
const longestPermissionMs = 15 * 60_000;

const noRules: readonly WindowRule[] = [];

/** Hours that calls to such a number keep besides those of the preset. */
export const rulesFor = (
  { windowRules }: Pick<CaseDialFacts, 'windowRules'>,
  number: Pick<NumberFacts, 'class'>,
): readonly WindowRule[] => windowRules?.filter((rule) => bindsClass(rule, number.class)) ?? noRules;

export const numberWindow = (context: DialContext, number: NumberFacts): WindowState => {
  const { preset, calendar } = context.facts;
  const zones = candidateZones(number.zones, context.facts.case.addressZones, preset);
  return windowState(context.now, zones, preset, calendar, isPromiseCallDay(context), rulesFor(context.facts, number));
};

/** The last instant at which a call may be sent so that it stops ringing before the window closes. */
export function dialByOf(context: DialContext, window: WindowState): Instant {
  const longest = context.now + longestPermissionMs;
  if (window.closesAt === undefined) return longest;
  return Math.min(longest, window.closesAt - context.facts.ringTimeoutMs);
}

/** Gate 8: hours in every candidate zone, holidays, and the daypart rotation of tracing cases (R11). */
export function windowGate(context: DialContext, number: NumberFacts): GateRefusal | null {
  const window = numberWindow(context, number);
  if (!window.open) {
    if (window.reason === 'zone_unknown') return block('zone_unknown');
    return defer(window.reason ?? 'outside_window', window.opensAt ?? null);
  }
  if (window.closesAt !== undefined && context.now > window.closesAt - context.facts.ringTimeoutMs) {
    return defer('outside_window', window.closesAt, 'ring_time');
  }
  return daypartRotationGate(context, number);
}

function daypartRotationGate(context: DialContext, number: NumberFacts): GateRefusal | null {
  const { preset, mode } = context.facts;
  const { caseClass } = context.facts.case;
  const traced = caseClass === 'TRACE' || caseClass === 'LOST';
  const rotates =
    (preset.daypartRotation !== 'off' && traced) ||
    (preset.daypartRotation === 'no_answer' && caseClass === 'NO_ANSWER');
  if (!rotates || mode === 'manual') return null;
  const zone = daypartZone(context, number);
  const used = new Set(
    context.history
      .filter(
        (attempt) => attempt.caseId === context.facts.case.id && isOutbound(attempt) && countsAsAttempt(attempt.result),
      )
      .slice(-2)
      .map((attempt) => daypartAt(attempt.at, zone, preset).index),
  );
  const parts = preset.dayparts.length - 1;
  if (used.size >= parts || !used.has(daypartAt(context.now, zone, preset).index)) return null;
  let at = context.now;
  for (let tried = 0; tried < 2 * parts; tried += 1) {
    at = nextDaypartStart(at, zone, preset);
    if (!used.has(daypartAt(at, zone, preset).index)) break;
  }
  return defer('outside_window', at, 'daypart_rotation');
}
