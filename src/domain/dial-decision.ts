import {
  attemptsOnLine,
  defer,
  dialContext,
  isAppointmentDue,
  isPromiseCallDay,
  startOfBusinessDate,
} from './dial-context.ts';
import type { DialContext, GateRefusal } from './dial-context.ts';
import type {
  CaseDecision,
  CaseDialFacts,
  DialDecision,
  DialFacts,
  GateName,
  GateTrace,
  NumberFacts,
} from './dial-facts.ts';
import { nextRoundOn } from './cadence.ts';
import { capsGate } from './gate-of-caps.ts';
import { caseDateGate, caseStatusGate, caseStopGate, tenantGate } from './gates-of-case.ts';
import {
  dialByOf,
  numberHoldGate,
  numberStatusGate,
  numberWindow,
  thirdPartyGate,
  windowGate,
} from './gates-of-number.ts';
import { linkedReviewDuty } from './linked-review.ts';
import { isThirdPartyClass, orderNumbers } from './number-order.ts';
import { needsReservedAgent } from './retry.ts';
import type { DecisionReason, Instant } from './vocabulary.ts';
import { addDays } from './zoned-time.ts';

/** When a live call or the pacing stands in the way, the end is not known: look again after this time. */
export const lookAgainMs = 15_000;

/** A case whose numbers only wait for one another is not forgotten: it is looked at again after this time. */
export const lookAgainAtLeastMs = 3_600_000;

/** A wrap-up that never comes does not shelve the person for longer than this. */
const wrapUpPatienceMs = 12 * 3_600_000;

/** Steps from one opening gate to the next when the next eligible instant is sought. */
const searchSteps = 24;

interface Walk {
  readonly at: (instant: Instant) => DialContext;
  readonly ladder: readonly NumberFacts[];
}

function startWalk(facts: CaseDialFacts): Walk {
  const contexts = new Map<Instant, DialContext>();
  return {
    at: (instant) => {
      const known = contexts.get(instant);
      if (known !== undefined) return known;
      const made = dialContext(facts, instant);
      contexts.set(instant, made);
      return made;
    },
    ladder: orderNumbers(facts.numbers, facts.preset.order),
  };
}

/** Gates 1 to 9, which look at this number alone; the trace is filled when given. */
function ownGates(context: DialContext, number: NumberFacts, trace: GateTrace[] | null): GateRefusal | null {
  return (
    pass('tenant', tenantGate(context), trace) ??
    pass('case_stop', caseStopGate(context), trace) ??
    pass('case_status', caseStatusGate(context), trace) ??
    pass('number_status', numberStatusGate(context, number), trace) ??
    pass('case_date', caseDateGate(context, number), trace) ??
    pass('third_party', thirdPartyGate(context, number), trace) ??
    pass('number_hold', numberHoldGate(context, number), trace) ??
    pass('window', windowGate(context, number), trace) ??
    pass('caps', capsGate(context, number), trace)
  );
}

function pass(gate: GateName, refusal: GateRefusal | null, trace: GateTrace[] | null): GateRefusal | null {
  if (trace !== null) trace.push(refusal === null ? { gate, passed: true } : refusedTrace(gate, refusal));
  return refusal;
}

function refusedTrace(gate: GateName, refusal: GateRefusal): GateTrace {
  const { reason, until, detail } = refusal;
  return { gate, passed: false, reason, until, ...(detail === null ? {} : { detail }) };
}

/** The number has had its turn in the round in progress and nothing else asks for a call. */
function isDoneThisRound(context: DialContext, number: NumberFacts): boolean {
  if (context.betweenRounds || context.callbackDue || isPromiseCallDay(context)) return false;
  if (context.facts.mode === 'manual' || isAppointmentDue(context, number)) return false;
  return !context.round.remaining.includes(number.id) && number.status !== 'unverified';
}

/** A live call to the person or the line, or one whose agent has not said yet what became of it: look again. */
function liveGate(context: DialContext, number: NumberFacts): GateRefusal | null {
  const { now } = context;
  const except = context.facts.exceptAttemptId ?? null;
  const live = [context.facts.liveAttemptId, number.liveAttemptId].some((id) => id !== null && id !== except);
  if (live) return defer('live_call', now + lookAgainMs);
  const owed = context.history.some(
    (attempt) => attempt.result === null && attempt.endedAt !== null && attempt.endedAt > now - wrapUpPatienceMs,
  );
  return owed ? defer('live_call', now + lookAgainMs, 'wrap_up') : null;
}

/** Would the number be dialed now if it stood alone? */
const isReadyAlone = (context: DialContext, number: NumberFacts): boolean =>
  !isDoneThisRound(context, number) && ownGates(context, number, null) === null;

/** R35 where it is hard: the linked cases are looked at before anybody is dialed by the system. */
const holdsForLinked = ({ facts, automatic }: DialContext): boolean =>
  automatic &&
  linkedReviewDuty(
    { linkedCases: facts.case.linkedUnseen === true ? 1 : 0, viewedByAgent: false },
    facts.preset.links.gate,
  ).holdsDialing;

/** Gate 10: its turn in R21 order. A number that cannot be dialed now does not hold up those behind it. */
function orderGate(context: DialContext, number: NumberFacts, ahead: NumberFacts | null): GateRefusal | null {
  const live = liveGate(context, number);
  if (live !== null) return live;
  if (isDoneThisRound(context, number)) return defer('order_wait', null, 'done_this_round');
  if (holdsForLinked(context)) return defer('order_wait', null, 'linked_unseen');
  if (ahead !== null && context.facts.mode !== 'manual') return defer('order_wait', null, 'after_another');
  return null;
}

function decideIn(walk: Walk, now: Instant, number: NumberFacts, ahead: NumberFacts | null): DialDecision {
  const context = walk.at(now);
  const trace: GateTrace[] = [];
  const refusal =
    ownGates(context, number, trace) ??
    pass('order', orderGate(context, number, ahead), trace) ??
    pass('pacing', context.facts.pacingClosed === true ? defer('pacing', now + lookAgainMs) : null, trace);
  if (refusal === null) {
    return {
      kind: 'ALLOW',
      dialBy: dialByOf(context, numberWindow(context, number)),
      agentReserved: isAgentReserved(context, number),
      trace,
    };
  }
  if (refusal.kind === 'BLOCK') return { kind: 'BLOCK', reason: refusal.reason, trace };
  const until = refusal.until === null ? null : nextEligible(walk, number, refusal.until, now);
  return { kind: 'DEFER', until, reason: refusal.reason, trace };
}

const isAgentReserved = (context: DialContext, number: NumberFacts): boolean =>
  isThirdPartyClass(number.class) ||
  isPromiseCallDay(context) ||
  needsReservedAgent(attemptsOnLine(context, number.lineId), context.now, context.facts.preset);

/** Goes from opening gate to opening gate until none of the number's own gates is shut. */
function nextEligible(walk: Walk, number: NumberFacts, from: Instant, now: Instant): Instant | null {
  let at = Math.max(from, now + 1);
  for (let step = 0; step < searchSteps; step += 1) {
    const context = walk.at(at);
    const refusal = ownGates(context, number, null);
    if (refusal === null) return isDoneThisRound(context, number) ? null : at;
    if (refusal.kind === 'BLOCK' || refusal.until === null) return null;
    if (refusal.until <= at) return at;
    at = refusal.until;
  }
  return at;
}

/** The one dial decision (rulebook 5.1) for one number of a case, with the trace of every gate up to the first shut one. */
export function decideDial(facts: DialFacts, now: Instant): DialDecision {
  const walk = startWalk(facts);
  const context = walk.at(now);
  const ahead =
    walk.ladder.find((number) => number.id === facts.number.id || isReadyAlone(context, number)) ?? facts.number;
  return decideIn(walk, now, facts.number, ahead.id === facts.number.id ? null : ahead);
}

/** Walks the ladder: which number to dial now, or when to look at the case again and why. */
export function decideCase(facts: CaseDialFacts, now: Instant): CaseDecision {
  const walk = startWalk(facts);
  const context = walk.at(now);
  let ahead: NumberFacts | null = null;
  let next: string | null = null;
  const numbers: { numberId: string; decision: DialDecision }[] = [];
  for (const number of walk.ladder) {
    const decision = decideIn(walk, now, number, ahead);
    numbers.push({ numberId: number.id, decision });
    if (ahead === null && isReadyAlone(context, number)) ahead = number;
    if (decision.kind === 'ALLOW') next ??= number.id;
  }
  const { round } = context;
  const due = dueOf(numbers, next, context);
  return {
    numbers,
    next,
    ...due,
    round: { number: facts.case.roundNumber, complete: round.complete, remaining: round.remaining },
  };
}

function dueOf(
  numbers: CaseDecision['numbers'],
  next: string | null,
  context: DialContext,
): Pick<CaseDecision, 'dueAt' | 'dueReason'> {
  const { now } = context;
  if (next !== null) return { dueAt: now, dueReason: 'due' };
  let dueAt: Instant | null = null;
  let dueReason: string | null = null;
  let waits = false;
  for (const { decision } of numbers) {
    if (decision.kind === 'ALLOW') continue;
    dueReason ??= reasonOf(decision);
    if (decision.kind === 'BLOCK') continue;
    waits = true;
    if (decision.until !== null && (dueAt === null || decision.until < dueAt)) {
      dueAt = decision.until;
      dueReason = reasonOf(decision);
    }
  }
  if (!waits) return { dueAt: null, dueReason };
  // A promise that goes by unpaid is noticed when its day is over, not at the next call.
  const promiseOverAt = promiseEndsAt(context);
  // Until then it holds the case, whatever the cadence says (3.4).
  const shorterAt = promiseOverAt === null ? cadenceMayEndAt(context) : null;
  if (shorterAt !== null && (dueAt === null || shorterAt < dueAt)) {
    dueAt = shorterAt;
    dueReason = 'cadence';
  }
  if (promiseOverAt !== null && (dueAt === null || promiseOverAt < dueAt)) {
    return { dueAt: promiseOverAt, dueReason: 'ptp_hold' };
  }
  return { dueAt: dueAt ?? now + lookAgainAtLeastMs, dueReason };
}

/** The volume of another day may shorten the cadence (R1-R4): from the day it could be over, each day is looked at. */
function cadenceMayEndAt(context: DialContext): Instant | null {
  const { cadenceOn, today, facts } = context;
  const { lastRoundOn, effective } = facts.case;
  if (cadenceOn === null || lastRoundOn === null) return null;
  const { preset, calendar } = facts;
  const days = [0, Infinity].map((openCases) => nextRoundOn({ lastRoundOn, effective, openCases, preset, calendar }));
  const soonest = days.reduce((first, day) => (day < first ? day : first), cadenceOn);
  const looked = soonest > today ? soonest : addDays(today, 1);
  return looked < cadenceOn ? startOfBusinessDate(context, looked) : null;
}

function promiseEndsAt(context: DialContext): Instant | null {
  const { promise, facts } = context;
  if (promise === null || promise.phase === 'past_due') return null;
  return startOfBusinessDate(context, addDays(promise.dueOn, facts.preset.ptp.graceDays + 1));
}

/** `cadence` where the date is the manual's own rhythm, else the decision's reason. */
function reasonOf(decision: Exclude<DialDecision, { readonly kind: 'ALLOW' }>): string {
  const failed = decision.trace.at(-1);
  return failed?.detail === 'cadence' ? 'cadence' : decision.reason;
}

/**
 * What stands in each number's way at an instant, without its turn behind others, live calls and the search for the next
 * opening: the same gates, fast enough to be asked for a whole campaign hour by hour. Null: it may be dialed.
 */
export function standingOf(
  facts: CaseDialFacts,
  at: Instant,
): readonly { readonly numberId: string; readonly reason: DecisionReason | null }[] {
  const context = dialContext(facts, at);
  return orderNumbers(facts.numbers, facts.preset.order).map((number) => {
    const refusal = ownGates(context, number, null);
    const waits = refusal === null && (isDoneThisRound(context, number) || holdsForLinked(context));
    return { numberId: number.id, reason: waits ? 'order_wait' : (refusal?.reason ?? null) };
  });
}
