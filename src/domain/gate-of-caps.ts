import {
  attemptsOnLine,
  daypartZone,
  defer,
  hasDirectConsent,
  isOutbound,
  startOfBusinessDate,
  type DialContext,
  type GateRefusal,
} from './dial-context.ts';
import type { NumberFacts, PastAttempt } from './dial-facts.ts';
import type { CallWindowCap, Caps } from './preset.ts';
import { retryAfter } from './retry.ts';
import { countsAsAttempt } from './round.ts';
import type { SystemResult } from './vocabulary.ts';
import { addDays, localDate } from './zoned-time.ts';

/** Gate 9, in the order of 5.1: number a day, person a day, debt in its window, talks a day, quiet period, redial gap. */
export function capsGate(context: DialContext, number: NumberFacts): GateRefusal | null {
  const { caps } = context.facts.preset;
  const onLine = attemptsOnLine(context, number.lineId);
  return (
    numberDayCap(context, caps, number, onLine) ??
    personDayCap(context, caps) ??
    callWindowsCap(context, caps, number) ??
    talksDayCap(context, caps) ??
    quietPeriod(context, caps, number) ??
    redialGap(context, caps, number, onLine)
  );
}

const tomorrow = (context: DialContext): number => startOfBusinessDate(context, addDays(context.today, 1));

function countedToday(context: DialContext, attempts: readonly PastAttempt[]): number {
  const midnight = startOfBusinessDate(context, context.today);
  return attempts.filter((attempt) => attempt.at >= midnight && isOutbound(attempt) && countsAsAttempt(attempt.result))
    .length;
}

/** The law speaks of the contact method: whoever the line was called for, the call is one of its day. */
function numberDayCap(
  context: DialContext,
  caps: Caps,
  number: NumberFacts,
  onLine: readonly PastAttempt[],
): GateRefusal | null {
  const cap = caps.attemptsPerNumberDay;
  if (cap === null) return null;
  const midnight = startOfBusinessDate(context, context.today);
  const forOthers = (number.otherCallsAt ?? []).filter((at) => at >= midnight).length;
  return countedToday(context, onLine) + forOthers >= cap ? defer('cap_number_day', tomorrow(context)) : null;
}

function personDayCap(context: DialContext, caps: Caps): GateRefusal | null {
  const cap = caps.attemptsPerPersonDay;
  return cap !== null && countedToday(context, context.history) >= cap
    ? defer('cap_person_day', tomorrow(context))
    : null;
}

/** 5.5: over all cases of the person, for Reg F over the calls about this debt as well. The longest wait is named. */
function callWindowsCap(context: DialContext, caps: Caps, number: NumberFacts): GateRefusal | null {
  let latest: GateRefusal | null = null;
  for (const cap of caps.callWindows) {
    const refusal = callWindowCap(context, cap, number);
    if (refusal !== null && (latest === null || (refusal.until ?? 0) > (latest.until ?? 0))) latest = refusal;
  }
  return latest;
}

function callWindowCap(context: DialContext, cap: CallWindowCap, number: NumberFacts): GateRefusal | null {
  if (cap.classes !== null && !cap.classes.includes(number.class)) return null;
  if (cap.excludeConsented && hasDirectConsent(context, number)) return null;
  const from = startOfBusinessDate(context, addDays(context.today, 1 - cap.days));
  const excluded: readonly string[] = cap.exclude satisfies readonly SystemResult[];
  const capped = new Set(
    context.facts.numbers.filter((each) => cap.classes?.includes(each.class) ?? true).map((each) => each.lineId),
  );
  const counted = context.history.filter(
    (attempt) =>
      attempt.at >= from &&
      isOutbound(attempt) &&
      (cap.per === 'person' || attempt.caseId === context.facts.case.id) &&
      (cap.classes === null || capped.has(attempt.lineId)) &&
      !(attempt.result !== null && excluded.includes(attempt.result)) &&
      !(cap.excludeConsented && attempt.consented === true),
  );
  // The call that has to leave the window before there is room for one more.
  const leaving = counted[counted.length - cap.calls];
  if (leaving === undefined) return null;
  const freeOn = addDays(localDate(leaving.at, context.facts.businessZone), cap.days);
  return defer('cap_debt_window', startOfBusinessDate(context, freeOn), cap.per);
}

function talksDayCap(context: DialContext, caps: Caps): GateRefusal | null {
  const cap = caps.effectiveTalksPerDebtorDay;
  if (cap === null) return null;
  const midnight = startOfBusinessDate(context, context.today);
  const talks = context.history.filter((attempt) => attempt.talk && attempt.at >= midnight).length;
  return talks >= cap ? defer('cap_talks_day', tomorrow(context)) : null;
}

/** The day of the talk is day 1: with 7 days the next call is on D+7. Who rang whom makes no difference; consent does. */
function quietPeriod(context: DialContext, caps: Caps, number: NumberFacts): GateRefusal | null {
  if (caps.quietAfterTalkDays === 0 || hasDirectConsent(context, number)) return null;
  const talk = context.history.findLast((attempt) => attempt.talk && attempt.caseId === context.facts.case.id);
  if (talk === undefined) return null;
  const freeOn = addDays(localDate(talk.at, context.facts.businessZone), caps.quietAfterTalkDays);
  return freeOn > context.today ? defer('quiet_after_talk', startOfBusinessDate(context, freeOn)) : null;
}

function redialGap(
  context: DialContext,
  caps: Caps,
  number: NumberFacts,
  onLine: readonly PastAttempt[],
): GateRefusal | null {
  const among = (caps.redialScope === 'line' ? onLine : context.history).filter(isOutbound);
  const last = among.findLast((attempt) => countsAsAttempt(attempt.result));
  const own = last === undefined ? context.now : (last.endedAt ?? last.at) + caps.minRedialMs;
  // Whoever the line was rung for, it rings at the same place.
  const forOthers = caps.redialScope === 'line' ? (number.otherCallsAt ?? []).map((at) => at + caps.minRedialMs) : [];
  const gapEnds = Math.max(own, ...forOthers);
  const retry = retryAfter(onLine.filter(isOutbound), daypartZone(context, number), context.facts.preset);
  if (retry !== null && retry.notBefore > context.now && retry.notBefore >= gapEnds) {
    return defer('redial_gap', retry.notBefore, retry.detail);
  }
  return gapEnds > context.now ? defer('redial_gap', gapEnds, 'min_redial') : null;
}
