import { isOpenDay } from './calendar.ts';
import { windowState } from './calling-window.ts';
import { dispositions, isSuggestedFor, type WrapUpRequirement } from './dispositions.ts';
import { openDayCalendar } from './open-days.ts';
import type { CaseClass, DispositionCode, LocalDate, Party } from './vocabulary.ts';
import { dispositionCodes } from './vocabulary.ts';
import { prefillWrapUp, type DateBounds, type WrapUpBounds, type WrapUpFacts } from './wrap-up-dates.ts';
import { effectsOf, type WrapUpEffects, type WrapUpRequest } from './wrap-up-effects.ts';
import { isInstant, isLocalDate, localDate, type ClockTime } from './zoned-time.ts';

export type WrapUpField =
  | 'code'
  | 'party'
  | 'nextFollowUpOn'
  | 'promise.amountMinor'
  | 'promise.dueOn'
  | 'promise'
  | 'fundDate'
  | 'callbackAt'
  | 'suspect'
  | 'clues';

export type WrapUpProblemKey =
  | 'missing'
  | 'not_a_date'
  | 'too_early'
  | 'too_late'
  | 'closed_day'
  | 'not_allowed'
  | 'not_positive'
  | 'outside_hours'
  | 'in_the_past'
  | 'skipped_time'
  | 'no_leave_needed'
  | 'no_open_promise';

export interface WrapUpProblem {
  readonly field: WrapUpField;
  /** The rule that refuses, by its id. */
  readonly rule: string;
  readonly key: WrapUpProblemKey;
  readonly allowed?: { readonly min: LocalDate; readonly max: LocalDate };
  /** The clock goes from the one time to the other at once, and shows none in between. */
  readonly skips?: { readonly from: ClockTime; readonly to: ClockTime };
}

export type WrapUpCheck =
  | { readonly ok: true; readonly effects: WrapUpEffects }
  | { readonly ok: false; readonly problems: readonly WrapUpProblem[] };

const ruleOf: Readonly<Partial<Record<DispositionCode, string>>> = {
  PTP: 'R14',
  PTP_CONFIRM: 'R10',
  NEG: 'R13',
  REFUSE: 'R13',
  FUND: 'R15',
  LM_A: 'R17',
  LM_B: 'R18',
  TP_NOINFO: 'R18',
  FRAUD_CLAIM: 'R23',
};

const dateRule = (code: DispositionCode): string => ruleOf[code] ?? 'R30';

/** Checks a wrap-up against the catalogue and the windows, and says what it does. All problems are named at once. */
export function checkWrapUp(request: WrapUpRequest, facts: WrapUpFacts): WrapUpCheck {
  const disposition = dispositions[request.code];
  const bounds = prefillWrapUp(request.code, facts, validDate(request.fundDate));
  const problems: WrapUpProblem[] = [];
  if (!disposition.parties.includes(request.party)) {
    problems.push({ field: 'party', rule: 'R30', key: 'not_allowed' });
  }
  for (const need of disposition.requires) problems.push(...missing(need, request));
  problems.push(...promiseProblems(request, bounds));
  problems.push(...dateProblems('fundDate', request.fundDate, bounds.fundDate, request.code));
  problems.push(...nextDateProblems(request, facts, bounds));
  problems.push(...callbackProblems(request, facts, bounds));
  if (disposition.followUp.kind === 'promise_due' && facts.promise === null) {
    problems.push({ field: 'code', rule: 'R10', key: 'no_open_promise' });
  }
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, effects: effectsOf(request, facts, disposition, bounds.excused) };
}

const validDate = (date: LocalDate | null): LocalDate | null => (date !== null && isLocalDate(date) ? date : null);

function missing(need: WrapUpRequirement, request: WrapUpRequest): WrapUpProblem[] {
  const absent = { rule: dateRule(request.code), key: 'missing' } as const;
  switch (need) {
    case 'promise':
      return request.promise === null ? [{ field: 'promise', ...absent }] : [];
    case 'fundDate':
      return request.fundDate === null ? [{ field: 'fundDate', ...absent }] : [];
    case 'callbackAt':
      return request.callbackAt === null ? [{ field: 'callbackAt', ...absent }] : [];
    case 'suspect':
    case 'clues':
      return (request[need] ?? '').trim() === '' ? [{ field: need, ...absent }] : [];
  }
}

function promiseProblems(request: WrapUpRequest, bounds: WrapUpBounds): WrapUpProblem[] {
  const { promise, code } = request;
  if (promise === null) return [];
  if (bounds.promiseDue === null) return [{ field: 'promise', rule: 'R30', key: 'not_allowed' }];
  const problems = dateProblems('promise.dueOn', promise.dueOn, bounds.promiseDue, code);
  if (!Number.isSafeInteger(promise.amountMinor) || promise.amountMinor <= 0) {
    problems.push({ field: 'promise.amountMinor', rule: 'R14', key: 'not_positive' });
  }
  return problems;
}

/** A given date against its bounds; a date the code does not ask for is refused, not forgotten. */
function dateProblems(
  field: WrapUpField,
  date: LocalDate | null,
  bounds: DateBounds | null,
  code: DispositionCode,
): WrapUpProblem[] {
  if (date === null) return [];
  if (bounds === null) return [{ field, rule: 'R30', key: 'not_allowed' }];
  const allowed = { min: bounds.min, max: bounds.max };
  const rule = dateRule(code);
  if (!isLocalDate(date)) return [{ field, rule, key: 'not_a_date', allowed }];
  if (date < bounds.min) return [{ field, rule, key: 'too_early', allowed }];
  return date > bounds.max ? [{ field, rule, key: 'too_late', allowed }] : [];
}

function nextDateProblems(request: WrapUpRequest, facts: WrapUpFacts, bounds: WrapUpBounds): WrapUpProblem[] {
  const { code, nextFollowUpOn } = request;
  if (nextFollowUpOn === null) {
    return bounds.nextFollowUp === null
      ? []
      : [{ field: 'nextFollowUpOn', rule: 'R30', key: 'missing', allowed: rangeOf(bounds.nextFollowUp) }];
  }
  const problems = dateProblems('nextFollowUpOn', nextFollowUpOn, bounds.nextFollowUp, code);
  if (problems.length > 0 || bounds.nextFollowUp === null) return problems;
  const closed = !isOpenDay(openDayCalendar(facts.preset, facts.calendar), nextFollowUpOn);
  return closed
    ? [{ field: 'nextFollowUpOn', rule: dateRule(code), key: 'closed_day', allowed: rangeOf(bounds.nextFollowUp) }]
    : [];
}

const rangeOf = (bounds: DateBounds): { readonly min: LocalDate; readonly max: LocalDate } => ({
  min: bounds.min,
  max: bounds.max,
});

function callbackProblems(request: WrapUpRequest, facts: WrapUpFacts, bounds: WrapUpBounds): WrapUpProblem[] {
  const { callbackAt } = request;
  if (callbackAt === null) return [];
  const field = 'callbackAt';
  if (bounds.callback === null) return [{ field, rule: 'R30', key: 'not_allowed' }];
  if (!isInstant(callbackAt)) return [{ field, rule: 'R30', key: 'not_a_date' }];
  if (callbackAt <= facts.now) return [{ field, rule: 'R30', key: 'in_the_past', allowed: rangeOf(bounds.callback) }];
  const outside = dateProblems(field, localDate(callbackAt, facts.businessZone), bounds.callback, request.code);
  if (outside.length > 0) return outside;
  const { preset, calendar } = facts;
  const known = facts.calleeZones ?? (facts.calleeZone === null ? [] : [facts.calleeZone]);
  const zones = known.length > 0 ? known : [facts.businessZone];
  const { open } = windowState(callbackAt, zones, preset, calendar, false, facts.windowRules);
  return open ? [] : [{ field, rule: 'R30', key: 'outside_hours', allowed: rangeOf(bounds.callback) }];
}

export interface WrapUpChoice {
  readonly code: DispositionCode;
  readonly zh: string;
  readonly en: string;
  readonly parties: Party[];
  readonly suggested: boolean;
  readonly nextFollowUp: DateBounds | null;
  readonly requires: WrapUpRequirement[];
  readonly promiseDue: DateBounds | null;
  readonly fundDate: DateBounds | null;
  readonly classAfter: CaseClass | null;
  readonly stopsCase: boolean;
  readonly hotkey: string | null;
}

/** Every code with its bounds, for the form; the same function bounds the check. */
export function wrapUpOptions(facts: WrapUpFacts): WrapUpChoice[] {
  return dispositionCodes
    .filter((code) => dispositions[code].followUp.kind !== 'promise_due' || facts.promise !== null)
    .map((code) => {
      const disposition = dispositions[code];
      const { nextFollowUp, promiseDue, fundDate } = prefillWrapUp(code, facts);
      return {
        code,
        zh: disposition.zh,
        en: disposition.en,
        parties: [...disposition.parties],
        suggested: isSuggestedFor(disposition, facts.numberClass),
        nextFollowUp,
        requires: [...disposition.requires],
        promiseDue,
        fundDate,
        classAfter: disposition.classAfter,
        stopsCase: disposition.stop !== null,
        hotkey: disposition.hotkey,
      };
    });
}
