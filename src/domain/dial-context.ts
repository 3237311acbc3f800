import { daypartAt } from './calling-window.ts';
import { nextRoundOn } from './cadence.ts';
import type { CaseDialFacts, NumberFacts, PastAttempt } from './dial-facts.ts';
import { consentCovers } from './direct-consent.ts';
import { mayCallAboutPromise, promisePhase, reminderOn, type PromisePhase } from './promise-calls.ts';
import { roundState, type RoundState } from './round.ts';
import type { DecisionReason, Instant, LocalDate, ZoneName } from './vocabulary.ts';
import { localDate, startOfLocalDate } from './zoned-time.ts';

/** Why a gate did not let the number through. */
export interface GateRefusal {
  readonly kind: 'DEFER' | 'BLOCK';
  readonly reason: DecisionReason;
  readonly until: Instant | null;
  readonly detail: string | null;
}

export const defer = (reason: DecisionReason, until: Instant | null, detail: string | null = null): GateRefusal => ({
  kind: 'DEFER',
  reason,
  until,
  detail,
});

export const block = (reason: DecisionReason, detail: string | null = null): GateRefusal => ({
  kind: 'BLOCK',
  reason,
  until: null,
  detail,
});

/** What all numbers of a case share at one instant. */
export interface DialContext {
  readonly facts: CaseDialFacts;
  readonly now: Instant;
  readonly today: LocalDate;
  readonly automatic: boolean;
  /** History without the attempt on whose behalf the decision is taken, oldest first. */
  readonly history: readonly PastAttempt[];
  readonly byLine: ReadonlyMap<string, readonly PastAttempt[]>;
  readonly round: RoundState;
  /** No attempt yet in the round to be dialed: the current one is complete or has not begun. */
  readonly betweenRounds: boolean;
  readonly promise: {
    readonly phase: PromisePhase;
    readonly dueOn: LocalDate;
    readonly reminderOn: LocalDate | null;
    readonly dueDayCalls: boolean;
    readonly lineId: string | null;
  } | null;
  readonly callbackDue: boolean;
  /** First day of the next round by cadence while it is still to come; null = now, or an explicit date decides. */
  readonly cadenceOn: LocalDate | null;
}

export function dialContext(facts: CaseDialFacts, now: Instant): DialContext {
  const { businessZone, preset, calendar } = facts;
  const theCase = facts.case;
  const today = localDate(now, businessZone);
  const except = facts.exceptAttemptId ?? null;
  const history = facts.history
    .filter((attempt) => attempt.attemptId !== except && attempt.result !== 'SUPPRESSED')
    .sort((a, b) => a.at - b.at);
  const byLine = new Map<string, PastAttempt[]>();
  for (const attempt of history) {
    const known = byLine.get(attempt.lineId);
    if (known === undefined) byLine.set(attempt.lineId, [attempt]);
    else known.push(attempt);
  }
  const ofRound = history.filter(
    (attempt) => attempt.caseId === theCase.id && attempt.roundNumber === theCase.roundNumber,
  );
  const round = roundState(facts.numbers, ofRound, preset, now);
  const betweenRounds = ofRound.length === 0 || round.complete;
  const callbackDue =
    theCase.callbackAt !== null &&
    theCase.callbackAt <= now &&
    !history.some((attempt) => attempt.caseId === theCase.id && attempt.at >= (theCase.callbackAt ?? now));
  const lastRoundOn = round.completedAt === null ? theCase.lastRoundOn : localDate(round.completedAt, businessZone);
  const dateReached =
    theCase.nextFollowUpOn !== null &&
    theCase.nextFollowUpOn <= today &&
    (lastRoundOn === null || theCase.nextFollowUpOn > lastRoundOn);
  const nextOn =
    lastRoundOn !== null && !dateReached && !callbackDue
      ? nextRoundOn({
          lastRoundOn,
          effective: theCase.effective,
          openCases: theCase.ownerOpenCases,
          preset,
          calendar,
        })
      : null;
  const { promise, consentOn } = theCase;
  const remindOn = promise === null ? null : reminderOn({ ...promise, preset, calendar, consentOn });
  return {
    facts,
    now,
    today,
    automatic: facts.mode !== 'manual' && facts.mode !== 'preview',
    history,
    byLine,
    round,
    betweenRounds,
    promise:
      promise === null
        ? null
        : {
            phase: promisePhase({ dueOn: promise.dueOn, reminderOn: remindOn, consentOn }, today, preset),
            dueOn: promise.dueOn,
            reminderOn: remindOn,
            lineId: promise.lineId ?? null,
            dueDayCalls: preset.ptp.dueDayCalls && mayCallAboutPromise(preset, consentOn, promise.dueOn),
          },
    callbackDue,
    cadenceOn: nextOn !== null && nextOn > today ? nextOn : null,
  };
}

/** Calls of ours; the person's own count for talks, class and dates, for no cap on calls. */
export const isOutbound = (attempt: PastAttempt): boolean => attempt.inbound !== true;

/** The person agreed to calls about this debt on this line, and not longer ago than the law lets that count. */
export const hasDirectConsent = ({ facts, today }: DialContext, number: NumberFacts): boolean =>
  consentCovers((number.consentOn === undefined ? facts.case.consentOn : number.consentOn) ?? null, today);

const noAttempts: readonly PastAttempt[] = [];

export const attemptsOnLine = (context: DialContext, lineId: string): readonly PastAttempt[] =>
  context.byLine.get(lineId) ?? noAttempts;

/** R9 or R10: today the promise itself asks for calls to the debtor's own numbers. */
export const isPromiseCallDay = (context: DialContext): boolean =>
  context.promise?.phase === 'reminder_day' || context.promise?.phase === 'due_day';

/** The hold of the number has run out and nobody has called since: the appointed call is owed, whatever the round says. */
export function isAppointmentDue(context: DialContext, number: NumberFacts): boolean {
  const { holdUntil } = number;
  if (holdUntil === null || holdUntil > context.now) return false;
  const knownLast = (context.facts.exceptAttemptId ?? null) === null ? number.lastAttemptAt : null;
  if (knownLast !== null && knownLast >= holdUntil) return false;
  return !attemptsOnLine(context, number.lineId).some((attempt) => attempt.at >= holdUntil);
}

/** The number has a date of its own, still to come or due: it goes before the cadence (3.4). */
export const hasAppointment = (context: DialContext, number: NumberFacts): boolean =>
  number.holdUntil !== null && (number.holdUntil > context.now || isAppointmentDue(context, number));

/** Zone in which the number's daypart is read. */
export const daypartZone = (context: DialContext, number: NumberFacts): ZoneName =>
  number.zones[0] ?? context.facts.case.addressZones[0] ?? context.facts.businessZone;

/** Attempts about this case in the daypart that `now` is in, at the number's clock. */
export function attemptsThisDaypart(context: DialContext, zone: ZoneName): readonly PastAttempt[] {
  const { preset } = context.facts;
  const part = daypartAt(context.now, zone, preset);
  return context.history.filter((attempt) => {
    if (attempt.caseId !== context.facts.case.id) return false;
    const other = daypartAt(attempt.at, zone, preset);
    return other.date === part.date && other.index === part.index;
  });
}

export const startOfBusinessDate = (context: DialContext, date: LocalDate): Instant =>
  startOfLocalDate(date, context.facts.businessZone);
