import type { WrapUpForm, WrapUpInput, WrapUpSaved } from '../contract/wrap-up.ts';
import { candidateZones } from '../domain/calling-window.ts';
import { calendars } from '../domain/calendars/calendars.ts';
import { coversDebt } from '../domain/identity.ts';
import { linkedReviewDuty } from '../domain/linked-review.ts';
import { caseClasses, numberClasses, type Instant } from '../domain/vocabulary.ts';
import { checkWrapUp, wrapUpOptions, type WrapUpProblem } from '../domain/wrap-up.ts';
import type { WrapUpFacts } from '../domain/wrap-up-dates.ts';
import type { WrapUpEffects } from '../domain/wrap-up-effects.ts';
import { localDate } from '../domain/zoned-time.ts';
import { stopClass } from '../domain/stops.ts';
import type { CaseRecord } from './case-record.ts';
import type { FieldRefusal, WrapUpDesk, WrapUpReply } from './casework.ts';
import { noteLostNumbers, reviewOthers, type FollowUpDeps } from './attempt-ended.ts';
import { consentOnOf, lawfulPresetOf, wordOf } from './dial-facts-of.ts';
import type { CaseChange, CaseEntry, EndedAttempt } from './ledger.ts';
import type { CallsAbout } from './ports.ts';
import { claimFraud } from './move-fraud.ts';
import { reviewCase } from './review-case.ts';
import { settleLine } from './settle-line.ts';
import type { CallStopper } from './stop-calls.ts';

const refusal = (field: string, rule: string, remedy: string): WrapUpReply => ({
  kind: 'refused',
  problems: [{ field, rule, remedy }],
});

/** R35 softly: the wrap-up waits for the look, the dialing never does. */
const linksGate = 'soft';
const linkedUnseen: FieldRefusal = {
  field: 'linked',
  rule: 'R35:linked_unseen',
  remedy: 'Look at the linked cases of the debtor first.',
};

const unknownCall = refusal('attemptId', 'unknown_call', 'Wrap up a call that was connected to you.');

function factsOf(record: CaseRecord, attempt: EndedAttempt, now: Instant): WrapUpFacts | null {
  const number = record.numbers.find((each) => each.id === attempt.numberId);
  if (number === undefined || attempt.connectedAt === null) return null;
  const preset = lawfulPresetOf(record, now);
  const { businessZone } = record.tenant;
  return {
    preset,
    calendar: calendars[preset.calendar],
    businessZone,
    calleeZone: number.zones[0] ?? record.addressZones[0] ?? null,
    calleeZones: candidateZones(number.zones, record.addressZones, preset),
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
  no_open_promise: 'There is no open promise to confirm; choose another code.',
};

export function refusalOf(problem: WrapUpProblem): FieldRefusal {
  const { field, rule, key, allowed } = problem;
  const range = allowed === undefined ? '' : `${allowed.min} to ${allowed.max}`;
  const words = remedies[key];
  return { field, rule: `${rule}:${key}`, remedy: range === '' ? words : `${words.replace(/\.$/, '')}: ${range}.` };
}

/** An agreed date that has been reached is used up; one still to come survives a result that sets none (3.4). */
function datesAfter(record: CaseRecord, effects: WrapUpEffects, today: string, now: Instant): CaseChange {
  const { nextFollowUpOn, callbackAt } = record;
  const keptDate = nextFollowUpOn !== null && nextFollowUpOn > today ? nextFollowUpOn : null;
  const keptCallback = callbackAt !== null && callbackAt > now ? callbackAt : null;
  const sets = effects.nextFollowUpOn !== null || effects.callbackAt !== null;
  return sets
    ? { nextFollowUpOn: effects.nextFollowUpOn, callbackAt: effects.callbackAt }
    : { nextFollowUpOn: keptDate, callbackAt: keptCallback };
}

/** The debtor has agreed on something else since: the old promise no longer holds the case. */
const supersedesPromise = (input: WrapUpInput, effects: WrapUpEffects): boolean =>
  effects.promise !== null ||
  (input.party === 'RPC' && (effects.classAfter === 'NEGOTIATING' || effects.classAfter === 'RAISING_FUNDS'));

function savedOf(attempt: EndedAttempt, wrapUp: NonNullable<EndedAttempt['wrapUp']>): WrapUpSaved {
  return {
    attemptId: attempt.id,
    classAfter: wordOf(caseClasses, wrapUp.classAfter),
    nextFollowUpOn: wrapUp.nextFollowUpOn,
    acwMs: wrapUp.acwMs,
  };
}

/** What a code forbids beyond this case, whose own call is over. */
const forbids = (effects: WrapUpEffects, attempt: EndedAttempt): CallsAbout | null => {
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

export function makeWrapUpDesk(deps: FollowUpDeps & { calls: CallStopper }): WrapUpDesk {
  const { ledger, clock, calls } = deps;

  interface Outcome {
    readonly reply: WrapUpReply;
    readonly others: readonly string[];
    readonly forbidden: CallsAbout | null;
  }
  const alone = (reply: WrapUpReply): Outcome => ({ reply, others: [], forbidden: null });

  async function save(
    entry: CaseEntry,
    attempt: EndedAttempt,
    given: { agentId: string; input: WrapUpInput; startedAt: Instant },
  ): Promise<Outcome> {
    const { agentId, input } = given;
    const now = clock();
    const record = await entry.record();
    const facts = factsOf(record, attempt, now);
    if (facts === null) return alone(unknownCall);
    const check = checkWrapUp(input, facts);
    const problems = check.ok ? [] : check.problems.map(refusalOf);
    const links = { linkedCases: await entry.linkedCases(attempt.debtorId), viewedByAgent: attempt.linkedSeen };
    if (linkedReviewDuty(links, linksGate).holdsWrapUp) problems.push(linkedUnseen);
    if (!check.ok || problems.length > 0) return alone({ kind: 'refused', problems });

    const { effects } = check;
    const acwMs = Math.max(0, now - given.startedAt);
    const note = input.note.trim() === '' ? null : input.note.trim();
    const dates = datesAfter(record, effects, localDate(now, record.tenant.businessZone), now);
    const wrapUpId = await entry.insertWrapUp({
      attemptId: attempt.id,
      agentId,
      code: input.code,
      party: input.party,
      classAfter: effects.classAfter,
      nextFollowUpOn: effects.nextFollowUpOn,
      callbackAt: effects.callbackAt,
      note,
      details: {
        classBefore: record.caseClass,
        fundDate: effects.fundDate,
        suspect: input.suspect,
        clues: input.clues,
      },
      startedAt: given.startedAt,
      savedAt: now,
      acwMs,
    });
    if (supersedesPromise(input, effects)) await entry.closePromise('replaced', now);
    if (effects.promise !== null) {
      const { amountMinor, dueOn } = effects.promise;
      await entry.openPromise({ wrapUpId, amountMinor, dueOn, currency: record.currency, at: now });
    }
    if (effects.stop !== null) {
      const classBefore = facts.currentClass;
      if (effects.stop.kind === 'fraud_hold') await claimFraud(entry, record, given, now);
      await entry.addStop({ ...effects.stop, reason: note, by: agentId, at: now, classBefore, wrapUpId });
    }
    if (note !== null) await entry.addNote(record.id, agentId, note, now);
    const { holdNumberUntil, holdReason } = effects;
    const lost = await settleLine(
      entry,
      {
        attemptId: attempt.id,
        lineId: attempt.lineId,
        debtorId: attempt.debtorId,
        result: effects.counterCode,
        party: input.party,
        source: 'agent',
        at: attempt.endedAt ?? attempt.connectedAt ?? now,
        voided: false,
        hold: holdNumberUntil === null || holdReason === null ? null : { until: holdNumberUntil, reason: holdReason },
      },
      facts.preset.invalid,
    );
    const touched = await noteLostNumbers(entry, attempt, attempt.lineId, lost, now);
    await entry.saveCase({ ...(await classChange(entry, record, effects, now)), ...dates });
    const reviewed = await reviewCase(entry, now);
    const linked = await entry.openLinkedCases(attempt.debtorId);
    return {
      reply: {
        kind: 'saved',
        saved: {
          attemptId: attempt.id,
          classAfter: reviewed.caseClass,
          nextFollowUpOn: effects.nextFollowUpOn,
          acwMs,
        },
      },
      others: [...touched, ...linked],
      forbidden: forbids(effects, attempt),
    };
  }

  return {
    async form(attemptId, agentId): Promise<WrapUpForm | null> {
      const caseId = await ledger.caseOfAttempt(attemptId);
      if (caseId === null) return null;
      return ledger.withCase(caseId, async (entry) => {
        const attempt = await entry.attempt(attemptId);
        if (attempt === null || attempt.agentId !== agentId) return null;
        const record = await entry.record();
        const facts = factsOf(record, attempt, clock());
        if (facts === null) return null;
        const { identityConfirmed, endedAt } = attempt;
        const line = { numberClass: facts.numberClass, identityConfirmed, ended: endedAt !== null };
        const covered = coversDebt(line, facts.preset);
        return {
          attemptId,
          caseId,
          businessZone: facts.businessZone,
          today: localDate(facts.contactAt, facts.businessZone),
          calleeZone: facts.calleeZone,
          amountMinor: covered ? null : record.amountMinor,
          currency: record.currency,
          currentClass: covered ? null : facts.currentClass,
          options: wrapUpOptions(facts),
        };
      });
    },
    async save(agentId, input, startedAt) {
      const caseId = await ledger.caseOfAttempt(input.attemptId);
      if (caseId === null) return unknownCall;
      const outcome = await ledger.withCase(caseId, async (entry): Promise<Outcome> => {
        const attempt = await entry.attempt(input.attemptId);
        if (attempt === null || attempt.agentId !== agentId || attempt.connectedAt === null) return alone(unknownCall);
        const { wrapUp } = attempt;
        if (wrapUp === null) return save(entry, attempt, { agentId, input, startedAt });
        // The answer to the first save got lost: the same again is no second wrap-up.
        if (wrapUp.code === input.code) return alone({ kind: 'saved', saved: savedOf(attempt, wrapUp) });
        return alone(refusal('code', 'already_saved', 'This call is wrapped up already; a supervisor can correct it.'));
      });
      if (outcome === null) return unknownCall;
      if (outcome.forbidden !== null) await calls.stop(outcome.forbidden);
      await reviewOthers(deps, outcome.others);
      return outcome.reply;
    },
  };
}
