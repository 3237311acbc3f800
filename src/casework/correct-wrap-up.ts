import type { CorrectionForm, CorrectionRequest } from '../contract/correction.ts';
import { checkAgreed } from '../domain/check-agreed.ts';
import { checkCorrection, type CorrectionRefusal } from '../domain/corrections.ts';
import { dispositions } from '../domain/dispositions.ts';
import { needsClientInstruction } from '../domain/stops.ts';
import { caseClasses, type Instant } from '../domain/vocabulary.ts';
import type { WrapUpFacts } from '../domain/wrap-up-dates.ts';
import type { WrapUpEffects } from '../domain/wrap-up-effects.ts';
import { addDays, localDate, startOfLocalDate } from '../domain/zoned-time.ts';
import { leaveCovers } from '../domain/window-leave.ts';
import { viewOfLeave } from './leave-desk.ts';
import { noteLostNumbers, reviewOthers, reviewRegained, type FollowUpDeps } from './attempt-ended.ts';
import type { CaseRecord } from './case-record.ts';
import type { FieldRefusal, WrapUpReply } from './casework.ts';
import type { StoredWrapUp } from './correction-entry.ts';
import { countingOf, wordOf } from './dial-facts-of.ts';
import type { ActiveStop, CaseEntry, EndedAttempt } from './ledger.ts';
import { claimFraud } from './move-fraud.ts';
import type { AuditTrail, CallsAbout } from './ports.ts';
import { reviewCase } from './review-case.ts';
import { holdsApplication, liftRefusals, liftWithin, openApplication, type Actor } from './set-stop.ts';
import { correctLine } from './settle-line.ts';
import type { CallStopper } from './stop-calls.ts';
import { promisedCall } from './promised-call.ts';
import { reverseTracing } from './trace-reversal.ts';
import {
  classChange,
  datesAfter,
  factsOf,
  forbids,
  formOf,
  lineReportOf,
  refusalOf,
  saysTheSame,
  supersedesPromise,
} from './wrap-up-parts.ts';

export type CorrectionReply = WrapUpReply | { readonly kind: 'unknown' };

export interface CorrectionDesk {
  form(caseId: string, attemptId: string, override: boolean): Promise<CorrectionForm | null>;
  correct(caseId: string, attemptId: string, request: CorrectionRequest, actor: Actor): Promise<CorrectionReply>;
}

const refusals: Readonly<Record<CorrectionRefusal, FieldRefusal>> = {
  not_own_wrap_up: {
    field: 'role',
    rule: '3.3:not_own_wrap_up',
    remedy: 'Ask its agent, or a supervisor.',
  },
  shift_over: {
    field: 'role',
    rule: '3.3:shift_over',
    remedy: 'The day of this wrap-up is over; ask a supervisor to correct it.',
  },
  reason_missing: { field: 'reason', rule: '3.3:reason_missing', remedy: 'Say why.' },
};

const overrideRefused: FieldRefusal = {
  field: 'override',
  rule: '5.2:needs_supervisor',
  remedy: 'Only a supervisor lets a window be passed.',
};

const agentUntil = (wrapUp: StoredWrapUp, businessZone: string): Instant =>
  startOfLocalDate(addDays(localDate(wrapUp.savedAt, businessZone), 1), businessZone);

/** The facts as they were when the call was written up: the new code is judged as if it had been given then. */
function factsThen(
  record: CaseRecord,
  attempt: EndedAttempt,
  wrapUp: StoredWrapUp,
  given: { readonly now: Instant; readonly override: boolean },
): WrapUpFacts | null {
  const facts = factsOf(record, attempt, given.now);
  if (facts === null) return null;
  const { promiseBefore } = wrapUp;
  return {
    ...facts,
    currentClass: wrapUp.classBefore,
    promise:
      promiseBefore === null
        ? null
        : { dueOn: promiseBefore.dueOn, promisedOn: localDate(promiseBefore.promisedAt, facts.businessZone) },
    override: given.override,
  };
}

/** A correction whose callback is the instant that was meant. */
type ReadCorrection = CorrectionRequest & { readonly callbackAt: Instant | null };

/** A promise was given where none was, changed, or never given; what this talk had replaced stands or falls with it. */
async function correctPromise(
  entry: CaseEntry,
  record: CaseRecord,
  wrapUp: StoredWrapUp,
  request: CorrectionRequest,
  effects: WrapUpEffects,
  now: Instant,
): Promise<void> {
  const { promise, promiseBefore } = wrapUp;
  const { corrections } = entry;
  const settled = promise?.status === 'kept';
  const replaces = supersedesPromise(request, effects);
  if (promise !== null && !settled && effects.promise === null) await corrections.dropPromise(promise.id, now);
  if (promiseBefore !== null) {
    if (replaces) await corrections.dropPromise(promiseBefore.id, wrapUp.savedAt);
    else if (promiseBefore.status === 'replaced' && !settled) await corrections.reopenPromise(promiseBefore.id);
  }
  if (effects.promise !== null && !settled) {
    const { amountMinor, dueOn } = effects.promise;
    await corrections.putPromise(wrapUp, { amountMinor, dueOn, currency: record.currency });
  }
}

/** Talks since then that decided about the case: what they agreed on stands. */
async function isSuperseded(entry: CaseEntry, wrapUp: StoredWrapUp): Promise<boolean> {
  const later = await entry.corrections.laterCodes(wrapUp.savedAt);
  return later.some(({ code, setsDate }) => setsDate || dispositions[code].classAfter !== null);
}

/** Corrects a wrap-up (3.3 items 1 and 8): counters, class, dates, promise and stops as if the new code had been given. */
export function makeCorrectionDesk(deps: FollowUpDeps & { calls: CallStopper; audit: AuditTrail }): CorrectionDesk {
  const { ledger, clock, calls, audit } = deps;

  interface Done {
    readonly reply: CorrectionReply;
    readonly others?: readonly string[];
    readonly regained?: readonly string[];
    readonly forbidden?: CallsAbout | null;
    readonly lifted?: ActiveStop | null;
    readonly changed?: { readonly from: string; readonly overridden: boolean; readonly debtorId: string };
  }
  const refused = (...problems: readonly FieldRefusal[]): Done => ({ reply: { kind: 'refused', problems } });

  /** 5.4: what the old code stopped is not lifted by the way; only a supervisor's correction does it. */
  async function againstLifting(entry: CaseEntry, stop: ActiveStop | null, actor: Actor): Promise<FieldRefusal | null> {
    if (stop === null) return null;
    if (actor.role === 'agent') return { ...liftRefusals.needs_supervisor, field: 'code' };
    if (needsClientInstruction(stop.kind)) {
      const remedy = 'Lift the stop on the client\u2019s instruction first, then correct the wrap-up.';
      return { field: 'code', rule: '5.4:needs_client_instruction', remedy };
    }
    return (await holdsApplication(entry, stop)) ? { ...openApplication, field: 'code' } : null;
  }

  async function apply(
    entry: CaseEntry,
    given: {
      readonly attempt: EndedAttempt;
      readonly wrapUp: StoredWrapUp;
      readonly request: ReadCorrection;
      readonly actor: Actor;
      readonly effects: WrapUpEffects;
      readonly facts: WrapUpFacts;
      readonly stop: ActiveStop | null;
    },
  ): Promise<Done> {
    const { attempt, wrapUp, request, actor, effects, facts, stop } = given;
    const { now, businessZone } = facts;
    const { reason: why, override: _beyond, ...words } = request;
    const reason = why === '' ? null : why;
    const record = await entry.record();
    await entry.corrections.revise(
      wrapUp,
      {
        given: words,
        classAfter: effects.classAfter,
        nextFollowUpOn: effects.nextFollowUpOn,
        callbackAt: effects.callbackAt,
        excused: effects.excused,
      },
      { by: actor.id, at: now, reason, overridden: effects.overridden },
    );
    const because = reason ?? '更正小结';
    if (stop !== null) await liftWithin(entry, stop, { by: actor.id, at: now, reason: because, reference: null });
    // Paid since: what was said is put right, and the case stays what it is.
    const superseded = record.status === 'closed' || (await isSuperseded(entry, wrapUp));
    if (!superseded) {
      await correctPromise(entry, record, wrapUp, request, effects, now);
      await entry.callbacks.withdraw(attempt.id, now);
      const given = { callbackAt: request.callbackAt, ownerId: record.ownerId, at: now };
      const promised = promisedCall(request, attempt, given);
      // One whose time has gone by meanwhile was kept, or not, by what happened since.
      if (promised !== null && promised.dueAt > now) await entry.callbacks.promise(promised);
    }
    // The same code again with other words: a stop that was lifted since is not set anew.
    const setsStop = effects.stop !== null && request.code !== wrapUp.given.code;
    if (effects.stop?.kind === 'fraud_hold' && (setsStop || (await entry.fraud.open()) !== null)) {
      await claimFraud(entry, record, { agentId: actor.id, input: request }, now);
    }
    if (effects.stop !== null && setsStop) {
      const classBefore = wordOf(caseClasses, (await entry.record()).caseClass);
      const note = request.note === '' ? reason : request.note;
      await entry.addStop({ ...effects.stop, reason: note, by: actor.id, at: now, classBefore, wrapUpId: wrapUp.id });
    }
    const line = await correctLine(
      entry,
      lineReportOf(attempt, effects, { party: request.party, source: 'correction', now }),
      countingOf(record, attempt.lineId),
    );
    const touched = await noteLostNumbers(entry, attempt, attempt.lineId, line.lost, now);
    const regained = await entry.casesWithLine(attempt.lineId, line.regained);
    if (line.regained.includes(attempt.debtorId)) await reverseTracing(entry, now);
    if (!superseded) {
      const hadDates = wrapUp.nextFollowUpOn !== null || wrapUp.given.callbackAt !== null;
      const before = hadDates ? await entry.corrections.datesBefore(wrapUp.savedAt) : record;
      await entry.saveCase(datesAfter(before, effects, localDate(now, businessZone), now));
      const isRevived = effects.promise !== null && wrapUp.promise?.status === 'broken';
      if (effects.classAfter !== wrapUp.classAfter || setsStop || isRevived) {
        await entry.saveCase(await classChange(entry, await entry.record(), effects, now));
      }
    }
    const from = wrapUp.given.code;
    const beyond = effects.overridden ? '(主管放行期限)' : '';
    await entry.addNote(
      record.id,
      actor.id,
      `更正小结:${dispositions[from].zh}→${dispositions[request.code].zh}${beyond}。${reason ?? ''}`,
      now,
    );
    if (request.note !== '' && request.note !== wrapUp.given.note) {
      await entry.addNote(record.id, actor.id, request.note, now);
    }
    const { caseClass } = await reviewCase(entry, now);
    const { acwMs } = wrapUp;
    return {
      reply: {
        kind: 'saved',
        saved: {
          attemptId: attempt.id,
          classAfter: caseClass,
          nextFollowUpOn: effects.nextFollowUpOn,
          callbackAt: request.callbackAt,
          acwMs,
        },
      },
      regained,
      others: [
        ...touched,
        ...(await entry.casesWithLine(attempt.lineId, line.moved)),
        ...(await entry.openLinkedCases(attempt.debtorId)),
      ],
      forbidden: forbids(effects, attempt) ?? (effects.stop === null ? null : { caseIds: [record.id] }),
      lifted: stop,
      changed: { from, overridden: effects.overridden, debtorId: attempt.debtorId },
    };
  }

  async function correctIn(
    entry: CaseEntry,
    attempt: EndedAttempt,
    asked: CorrectionRequest,
    actor: Actor,
  ): Promise<Done> {
    const wrapUp = await entry.corrections.wrapUp(attempt.id);
    if (wrapUp === null) return { reply: { kind: 'unknown' } };
    const now = clock();
    const record = await entry.record();
    const { businessZone } = record.tenant;
    // What a supervisor allowed while the call was written up stays allowed.
    const leave = await entry.leaves.granted(attempt.id);
    const override = asked.override || leaveCovers(leave, asked);
    const facts = factsThen(record, attempt, wrapUp, { now, override });
    if (facts === null) return { reply: { kind: 'unknown' } };
    const { check, callbackAt } = checkAgreed(asked, facts);
    const request = { ...asked, callbackAt };
    // The answer to the first correction got lost: the same again is no second one.
    const { reason: _why, override: _beyond, ...words } = request;
    if (saysTheSame(wrapUp.given, words)) {
      const { classAfter, nextFollowUpOn, acwMs } = wrapUp;
      const saved = { attemptId: attempt.id, classAfter, nextFollowUpOn, callbackAt, acwMs };
      return { reply: { kind: 'saved', saved } };
    }
    const { role } = actor;
    const { reason } = request;
    const shiftEndsAt = agentUntil(wrapUp, businessZone);
    const may = checkCorrection({ role, isOwnWrapUp: wrapUp.agentId === actor.id, shiftEndsAt, reason }, now);
    if (may !== null) return refused(refusals[may]);
    if (request.override && role === 'agent') return refused(overrideRefused);

    if (!check.ok) return refused(...check.problems.map(refusalOf));
    const { effects } = check;
    const made = (await entry.activeStops()).find((each) => each.wrapUpId === wrapUp.id) ?? null;
    const stop = made !== null && made.kind === effects.stop?.kind ? null : made;
    const against = await againstLifting(entry, stop, actor);
    if (against !== null) return refused(against);
    if (wrapUp.given.code === 'TP_STOP' && request.code !== 'TP_STOP' && role === 'agent') {
      return refused({ ...liftRefusals.needs_supervisor, field: 'code' });
    }
    return apply(entry, { attempt, wrapUp, request, actor, effects, facts, stop });
  }

  return {
    form: (caseId, attemptId, override) =>
      ledger.withCase(caseId, async (entry) => {
        const attempt = await entry.attempt(attemptId);
        const wrapUp = attempt === null ? null : await entry.corrections.wrapUp(attemptId);
        if (attempt === null || wrapUp === null) return null;
        const record = await entry.record();
        const facts = factsThen(record, attempt, wrapUp, { now: clock(), override });
        if (facts === null) return null;
        const leave = await entry.leaves.latest(attemptId);
        return {
          form: formOf(record, attempt, facts, { covered: false, leave: leave === null ? null : viewOfLeave(leave) }),
          given: wrapUp.given,
          agentName: wrapUp.agentName,
          agentUntil: agentUntil(wrapUp, record.tenant.businessZone),
          revisions: await entry.corrections.revisions(wrapUp.id),
        };
      }),
    async correct(caseId, attemptId, request, actor) {
      const done = await ledger.withCase(caseId, async (entry): Promise<Done> => {
        const attempt = await entry.attempt(attemptId);
        if (attempt === null || attempt.caseId !== caseId) return { reply: { kind: 'unknown' } };
        return correctIn(entry, attempt, request, actor);
      });
      if (done === null) return { kind: 'unknown' };
      const { forbidden, lifted, changed } = done;
      if (forbidden != null) await calls.stop(forbidden);
      if (changed !== undefined) {
        await audit.record({
          actorId: actor.id,
          action: 'wrap-up.corrected',
          subjectType: 'attempt',
          subjectId: attemptId,
          detail: {
            caseId,
            from: changed.from,
            to: request.code,
            reason: request.reason,
            overridden: changed.overridden,
            lifted: lifted?.kind ?? null,
          },
        });
        await reviewRegained(deps, done.regained ?? []);
        await reviewOthers(deps, done.others ?? []);
        await calls.tell(lifted?.scope === 'person' ? { debtorId: changed.debtorId } : { caseIds: [caseId] });
      }
      return done.reply;
    },
  };
}
