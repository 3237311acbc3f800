import type { WrapUpGiven } from '../contract/correction.ts';
import type { LeaveView } from '../contract/leave.ts';
import { wrapUpForm, type WrapUpForm, type WrapUpInput } from '../contract/wrap-up.ts';
import { candidateZones } from '../domain/calling-window.ts';
import { rulesFor } from '../domain/gates-of-number.ts';
import { owedMinor } from '../domain/payment/payment-rules.ts';
import { stopClass } from '../domain/stops.ts';
import { caseClasses, numberClasses, type Instant, type Party } from '../domain/vocabulary.ts';
import { optionsUnder } from '../domain/window-leave.ts';
import type { WrapUpProblem } from '../domain/wrap-up.ts';
import type { WrapUpFacts } from '../domain/wrap-up-dates.ts';
import type { WrapUpEffects } from '../domain/wrap-up-effects.ts';
import { localDate } from '../domain/zoned-time.ts';
import type { CaseRecord } from './case-record.ts';
import type { FieldRefusal } from './casework.ts';
import { consentOnOf, lawfulPresetOf, windowRulesOf, wordOf } from './dial-facts-of.ts';
import type { CaseChange, CaseEntry, EndedAttempt } from './ledger.ts';
import type { CallsAbout } from './ports.ts';
import type { LineReport } from './settle-line.ts';

/** What saving a wrap-up and correcting it have in common. */

export function factsOf(record: CaseRecord, attempt: EndedAttempt, now: Instant): WrapUpFacts | null {
  const number = record.numbers.find((each) => each.id === attempt.numberId);
  if (number === undefined || attempt.connectedAt === null) return null;
  const preset = lawfulPresetOf(record, now);
  const { businessZone } = record.tenant;
  return {
    preset,
    calendar: record.calendar,
    businessZone,
    calleeZone: number.zones[0] ?? record.addressZones[0] ?? null,
    calleeZones: candidateZones(number.zones, record.addressZones, preset),
    windowRules: rulesFor({ windowRules: windowRulesOf(record) }, { class: wordOf(numberClasses, number.class) }),
    consentOn: consentOnOf(record, null),
    contactAt: attempt.connectedAt,
    now,
    numberClass: wordOf(numberClasses, number.class),
    currentClass: wordOf(caseClasses, record.caseClass),
    promise:
      record.promise === null
        ? null
        : { dueOn: record.promise.dueOn, promisedOn: localDate(record.promise.promisedAt, businessZone) },
    override: false,
  };
}

const remedies: Readonly<Record<WrapUpProblem['key'], string>> = {
  missing: 'Fill this in.',
  not_a_date: 'Give a date as YYYY-MM-DD.',
  too_early: 'Choose a later date',
  too_late: 'Choose an earlier date',
  closed_day: 'Choose a day on which calls are made',
  not_allowed: 'Leave this out, or choose another code.',
  not_positive: 'Give an amount above zero.',
  outside_hours: 'Choose a time inside the calling hours at the called number.',
  in_the_past: 'Choose a time that is still to come.',
  no_leave_needed: 'The agent may choose this day himself; leave is for a day beyond',
  skipped_time: 'The clocks are set forward that night; choose a time before or after',
  no_open_promise: 'There is no open promise to confirm; choose another code.',
};

export function refusalOf(problem: WrapUpProblem): FieldRefusal {
  const { field, rule, key, allowed, skips } = problem;
  const gap = skips === undefined ? '' : `${skips.from} to ${skips.to}`;
  const range = allowed === undefined ? gap : `${allowed.min} to ${allowed.max}`;
  const words = remedies[key];
  return { field, rule: `${rule}:${key}`, remedy: range === '' ? words : `${words.replace(/\.$/, '')}: ${range}.` };
}

export type AgreedDates = Required<Pick<CaseChange, 'nextFollowUpOn' | 'callbackAt'>> & Pick<CaseChange, 'excusedOn'>;

/** An agreed date that has been reached is used up; one still to come survives a result that sets none (3.4). */
export function datesAfter(before: AgreedDates, effects: WrapUpEffects, today: string, now: Instant): AgreedDates {
  const { nextFollowUpOn, callbackAt } = before;
  const keptDate = nextFollowUpOn !== null && nextFollowUpOn > today ? nextFollowUpOn : null;
  const keptCallback = callbackAt !== null && callbackAt > now ? callbackAt : null;
  const sets = effects.nextFollowUpOn !== null || effects.callbackAt !== null;
  return sets
    ? {
        nextFollowUpOn: effects.nextFollowUpOn,
        callbackAt: effects.callbackAt,
        excusedOn: effects.excused ? effects.nextFollowUpOn : null,
      }
    : {
        nextFollowUpOn: keptDate,
        callbackAt: keptCallback,
        ...(before.excusedOn === undefined ? {} : { excusedOn: keptDate === null ? null : before.excusedOn }),
      };
}

/** The debtor has agreed on something else since: the old promise no longer holds the case. */
export const supersedesPromise = (input: Pick<WrapUpInput, 'party'>, effects: WrapUpEffects): boolean =>
  effects.promise !== null ||
  (input.party === 'RPC' && (effects.classAfter === 'NEGOTIATING' || effects.classAfter === 'RAISING_FUNDS'));

/** What a code forbids beyond this case, whose own call is over. */
export const forbids = (effects: WrapUpEffects, attempt: EndedAttempt): CallsAbout | null => {
  if (effects.stop?.scope === 'person') return { debtorId: attempt.debtorId };
  return effects.blockNumber ? { lineId: attempt.lineId } : null;
};

/**
 * The class of a case that was stopped or recalled in mid-call stays the stop's: what the agent found out is the class
 * to which the case returns when the stop is lifted.
 */
export async function classChange(
  entry: CaseEntry,
  record: CaseRecord,
  effects: Pick<WrapUpEffects, 'classAfter' | 'stop'>,
  at: Instant,
): Promise<CaseChange> {
  if (effects.classAfter === record.caseClass) return {};
  if (effects.stop === null || record.status !== 'open') {
    const holder = (await entry.activeStops()).find((stop) => stopClass[stop.kind] === record.caseClass);
    if (holder !== undefined) await entry.keepClass(holder.id, effects.classAfter);
    if (holder !== undefined || record.status !== 'open') return {};
  }
  return { caseClass: effects.classAfter, classAt: at };
}

/** Scripts of another version of the program are left out rather than half understood. */
const scriptsOf = (stored: unknown): WrapUpForm['scripts'] => {
  const read = wrapUpForm.shape.scripts.safeParse(stored);
  return read.success ? read.data : [];
};

/** The form by the rules that check it; `covered` withholds the debt. */
export function formOf(
  record: CaseRecord,
  attempt: EndedAttempt,
  facts: WrapUpFacts,
  given: { readonly covered: boolean; readonly leave: LeaveView | null },
): WrapUpForm {
  const { covered, leave } = given;
  return {
    attemptId: attempt.id,
    caseId: record.id,
    businessZone: facts.businessZone,
    today: localDate(facts.contactAt, facts.businessZone),
    calleeZone: facts.calleeZone,
    amountMinor: covered ? null : owedMinor(record.amountMinor, record.paidMinor),
    currency: record.currency,
    currentClass: covered ? null : facts.currentClass,
    options: optionsUnder(leave?.state === 'granted' ? leave : null, facts),
    leave,
    scripts: scriptsOf(record.campaign?.scripts),
  };
}

/** What the form was given beyond the columns of a wrap-up; a correction begins with it. */
export const detailsOf = (
  given: Pick<WrapUpInput, 'fundDate' | 'suspect' | 'clues' | 'nextFollowUpOn'> & {
    readonly callbackAt: Instant | null;
  },
): Readonly<Record<string, string | null>> => ({
  fundDate: given.fundDate,
  suspect: given.suspect,
  clues: given.clues,
  nextGiven: given.nextFollowUpOn,
  callbackGiven: given.callbackAt === null ? null : String(given.callbackAt),
});

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether what is handed in is what the wrap-up says already; the callback as the instant that was meant. */
export const saysTheSame = (given: WrapUpGiven, asked: WrapUpGiven): boolean =>
  Object.entries({ ...asked, note: asked.note.trim() }).every(([key, value]) =>
    same(value, given[key as keyof WrapUpGiven]),
  );

/** That a window was passed, and by which leave; the timeline tells it. */
export const leaveDetails = (
  effects: Pick<WrapUpEffects, 'overridden'>,
  leave: { readonly leaveId: string } | null,
): Readonly<Record<string, string>> =>
  effects.overridden && leave !== null ? { overridden: 'true', leaveId: leave.leaveId } : {};

/** What the talk says of its line; a third party's date holds the number alone (3.4). */
export function lineReportOf(
  attempt: EndedAttempt,
  effects: WrapUpEffects,
  given: { readonly party: Party; readonly source: 'agent' | 'correction'; readonly now: Instant },
): LineReport {
  const { holdNumberUntil, holdReason } = effects;
  return {
    attemptId: attempt.id,
    lineId: attempt.lineId,
    debtorId: attempt.debtorId,
    result: effects.counterCode,
    party: given.party,
    source: given.source,
    at: attempt.endedAt ?? attempt.connectedAt ?? given.now,
    voided: false,
    hold: holdNumberUntil === null || holdReason === null ? null : { until: holdNumberUntil, reason: holdReason },
  };
}
