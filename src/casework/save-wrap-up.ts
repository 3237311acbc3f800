import type { WrapUpForm, WrapUpInput, WrapUpSaved } from '../contract/wrap-up.ts';
import { checkAgreed } from '../domain/check-agreed.ts';
import { coversDebt } from '../domain/identity.ts';
import { linkedReviewDuty } from '../domain/linked-review.ts';
import { caseClasses, type Instant } from '../domain/vocabulary.ts';
import { localDate } from '../domain/zoned-time.ts';
import { leaveCovers } from '../domain/window-leave.ts';
import { viewOfLeave } from './leave-desk.ts';
import type { LeaveNews } from './leave-ports.ts';
import { noteLostNumbers, reviewOthers, type FollowUpDeps } from './attempt-ended.ts';
import type { OfferedNumbers } from './case-numbers.ts';
import type { FieldRefusal, WrapUpDesk, WrapUpReply } from './casework.ts';
import { countingOf, wordOf } from './dial-facts-of.ts';
import type { CaseEntry, EndedAttempt } from './ledger.ts';
import { claimFraud } from './move-fraud.ts';
import type { AuditTrail, CallsAbout } from './ports.ts';
import { reviewCase } from './review-case.ts';
import { reinstateByCall } from './reinstate-line.ts';
import { settleLine } from './settle-line.ts';
import type { CallStopper } from './stop-calls.ts';
import { promisedCall, unlawfulCallback } from './promised-call.ts';
import {
  classChange,
  datesAfter,
  detailsOf,
  factsOf,
  forbids,
  leaveDetails,
  formOf,
  lineReportOf,
  refusalOf,
  saysTheSame,
  supersedesPromise,
} from './wrap-up-parts.ts';

const refusal = (field: string, rule: string, remedy: string): WrapUpReply => ({
  kind: 'refused',
  problems: [{ field, rule, remedy }],
});

/** R35: the wrap-up waits for the look, unless the rules ask for none. */
const linkedUnseen: FieldRefusal = {
  field: 'linked',
  rule: 'R35:linked_unseen',
  remedy: 'Look at the linked cases of the debtor first.',
};

const unidentified: FieldRefusal = {
  field: 'party',
  rule: 'INB-4:unidentified',
  remedy: 'Several debtors have this number: identify who called first.',
};

const unknownCall = refusal('attemptId', 'unknown_call', 'Wrap up a call that was connected to you.');

function savedOf(attempt: EndedAttempt, wrapUp: NonNullable<EndedAttempt['wrapUp']>): WrapUpSaved {
  return {
    attemptId: attempt.id,
    classAfter: wordOf(caseClasses, wrapUp.classAfter),
    nextFollowUpOn: wrapUp.nextFollowUpOn,
    callbackAt: wrapUp.callbackAt,
    acwMs: wrapUp.acwMs,
  };
}

export interface WrapUpDeps extends FollowUpDeps {
  readonly calls: CallStopper;
  readonly audit: AuditTrail;
  readonly offered: OfferedNumbers;
  readonly leaveNews: LeaveNews;
}

export function makeWrapUpDesk(deps: WrapUpDeps): WrapUpDesk {
  const { ledger, clock, calls, audit, offered, leaveNews } = deps;

  interface Outcome {
    readonly reply: WrapUpReply;
    readonly others: readonly string[];
    readonly forbidden: CallsAbout | null;
    readonly addedNumber: string | null;
    /** Nobody decided on the leave that was asked for: it is over with the wrap-up. */
    readonly leftWaiting: boolean;
  }
  const alone = (reply: WrapUpReply): Outcome => ({
    reply,
    others: [],
    forbidden: null,
    addedNumber: null,
    leftWaiting: false,
  });

  async function save(
    entry: CaseEntry,
    attempt: EndedAttempt,
    given: { agentId: string; input: WrapUpInput; startedAt: Instant },
  ): Promise<Outcome> {
    const { agentId, input } = given;
    const now = clock();
    const record = await entry.record();
    const plain = factsOf(record, attempt, now);
    if (plain === null) return alone(unknownCall);
    const leave = await entry.leaves.granted(attempt.id);
    const facts = { ...plain, override: leaveCovers(leave, input) };
    const { check, callbackAt } = checkAgreed(input, facts);
    const problems = check.ok ? [] : check.problems.map(refusalOf);
    const links = { linkedCases: await entry.linkedCases(attempt.debtorId), viewedByAgent: attempt.linkedSeen };
    if (linkedReviewDuty(links, facts.preset.links.gate).holdsWrapUp) problems.push(linkedUnseen);
    // What the debtor himself said belongs to one person, and who it was is not known.
    if (attempt.shared && input.party === 'RPC') problems.push(unidentified);
    const number = offered.judge(record, input.newNumber, input.party);
    if (number?.kind === 'refused') problems.push(...number.problems);
    const unlawful = unlawfulCallback(record, attempt, { input, callbackAt, calleeZone: facts.calleeZone }, now);
    const told = unlawful === null ? problems : [...problems.filter(({ field }) => field !== unlawful.field), unlawful];
    if (!check.ok || told.length > 0) return alone({ kind: 'refused', problems: told });

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
        ...leaveDetails(effects, leave),
        ...detailsOf({ ...input, callbackAt }),
      },
      startedAt: given.startedAt,
      savedAt: now,
      acwMs,
      excused: effects.excused,
    });
    if (input.party === 'RPC')
      await entry.callbacks.answered({ debtorId: attempt.debtorId, attemptId: attempt.id }, now);
    const promised = promisedCall(input, attempt, { callbackAt, ownerId: record.ownerId, at: now });
    if (promised !== null) await entry.callbacks.promise(promised);
    const leftWaiting = await entry.leaves.expire(attempt.id, now);
    const isOver = record.status === 'closed';
    if (!isOver && supersedesPromise(input, effects)) await entry.replacePromise(now);
    if (!isOver && effects.promise !== null) {
      const { amountMinor, dueOn } = effects.promise;
      await entry.openPromise({ wrapUpId, amountMinor, dueOn, currency: record.currency, at: now });
    }
    if (effects.stop !== null) {
      const classBefore = facts.currentClass;
      if (effects.stop.kind === 'fraud_hold') await claimFraud(entry, record, given, now);
      await entry.addStop({ ...effects.stop, reason: note, by: agentId, at: now, classBefore, wrapUpId });
    }
    if (note !== null) await entry.addNote(record.id, agentId, note, now);
    // Before the call's own report: what counted against the number counts no more.
    const verified = attempt.identityConfirmed || input.party === 'RPC';
    const counting = countingOf(record, attempt.lineId);
    const regained = await reinstateByCall(entry, attempt, {
      ...{ verified, by: agentId, at: now },
      thresholds: counting,
    });
    const lost = await settleLine(
      entry,
      lineReportOf(attempt, effects, { party: input.party, source: 'agent', now }),
      counting,
    );
    // Whoever rang in vain has been talked to now.
    if (input.party === 'RPC') {
      await entry.tasks.finishOpen('return_call', { by: agentId, at: now, result: note ?? input.code });
    }
    const addedNumber = number?.kind === 'valid' ? await entry.addNumber(number.number) : null;
    const touched = await noteLostNumbers(entry, attempt, attempt.lineId, lost, now);
    // Paid while they talked: what was said is kept, and the case stays what it is.
    await entry.saveCase({ ...(await classChange(entry, record, effects, now)), ...(isOver ? {} : dates) });
    const reviewed = await reviewCase(entry, now);
    const linked = await entry.openLinkedCases(attempt.debtorId);
    return {
      reply: {
        kind: 'saved',
        saved: {
          attemptId: attempt.id,
          classAfter: reviewed.caseClass,
          nextFollowUpOn: effects.nextFollowUpOn,
          callbackAt,
          acwMs,
        },
      },
      others: [...touched, ...regained, ...linked],
      forbidden: forbids(effects, attempt),
      addedNumber,
      leftWaiting,
    };
  }

  /** Anything else than what is saved would be lost if it were answered as saved. */
  async function isSavedSo(entry: CaseEntry, attempt: EndedAttempt, input: WrapUpInput): Promise<boolean> {
    const [saved, record] = [await entry.corrections.wrapUp(attempt.id), await entry.record()];
    const facts = factsOf(record, attempt, clock());
    if (saved === null || facts === null) return false;
    const { attemptId: _call, then: _state, newNumber, callbackFor: _whose, ...words } = input;
    const { callbackAt } = checkAgreed(input, facts);
    return (
      saysTheSame(saved.given, { ...words, callbackAt }) &&
      // One that was added is known by now.
      offered.judge(record, newNumber, input.party)?.kind !== 'valid'
    );
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
        const { identityConfirmed, endedAt, shared } = attempt;
        const line = { numberClass: facts.numberClass, identityConfirmed, ended: endedAt !== null, shared };
        const covered = coversDebt(line, facts.preset);
        const leave = await entry.leaves.latest(attemptId);
        return formOf(record, attempt, facts, { covered, leave: leave === null ? null : viewOfLeave(leave) });
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
        if (await isSavedSo(entry, attempt, input)) return alone({ kind: 'saved', saved: savedOf(attempt, wrapUp) });
        return alone(
          refusal('code', 'already_saved', 'This call is wrapped up already; correct it in its list of calls.'),
        );
      });
      if (outcome === null) return unknownCall;
      if (outcome.forbidden !== null) await calls.stop(outcome.forbidden);
      if (outcome.leftWaiting) leaveNews.waitingChanged();
      if (outcome.addedNumber !== null) {
        const detail = { numberId: outcome.addedNumber, source: 'third_party' };
        await audit.record({
          actorId: agentId,
          action: 'number.added',
          subjectType: 'case',
          subjectId: caseId,
          detail,
        });
      }
      await reviewOthers(deps, outcome.others);
      return outcome.reply;
    },
  };
}
