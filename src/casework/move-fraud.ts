import type { FraudMoveRequest } from '../contract/fraud.ts';
import { moveFraud, type FraudEvent, type FraudMove } from '../domain/fraud-workflow.ts';
import { caseClasses, type Instant } from '../domain/vocabulary.ts';
import { localDate } from '../domain/zoned-time.ts';
import type { Clock } from '../platform/clock.ts';
import type { CaseRecord } from './case-record.ts';
import type { FieldRefusal } from './casework.ts';
import { wordOf } from './dial-facts-of.ts';
import type { FraudBooks, FraudLogEntry } from './fraud-ports.ts';
import type { CaseEntry, CaseLedger } from './ledger.ts';
import type { AuditTrail } from './ports.ts';
import { reviewCase } from './review-case.ts';
import { liftWithin } from './set-stop.ts';
import type { CallStopper } from './stop-calls.ts';

/** R23: the claim opens an application. A second claim while one is open adds what is said to its log. */
export async function claimFraud(
  entry: CaseEntry,
  record: CaseRecord,
  given: {
    readonly agentId: string;
    readonly input: { readonly suspect: string | null; readonly clues: string | null };
  },
  now: Instant,
): Promise<void> {
  const suspect = given.input.suspect ?? '';
  const clues = given.input.clues ?? '';
  const said: FraudLogEntry = {
    at: now,
    kind: 'claim',
    on: localDate(now, record.tenant.businessZone),
    signOn: null,
    place: null,
    note: [suspect, clues].join('\n'),
    actorId: given.agentId,
  };
  const open = await entry.fraud.open();
  if (open === null)
    await entry.fraud.claim({ classBefore: wordOf(caseClasses, record.caseClass), suspect, clues }, said);
  else await entry.fraud.log(open.id, said);
}

export type MoveFraudReply =
  | { readonly kind: 'moved' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly problem: FieldRefusal };

export type MoveFraud = (applicationId: string, actorId: string, request: FraudMoveRequest) => Promise<MoveFraudReply>;

const remedies: Readonly<Record<'wrong_step' | 'before_last_step', string>> = {
  wrong_step: 'Take the steps in their order: appointment, signing, delivery, answer of the bank, recall.',
  before_last_step: 'Give a day that is not before that of the step before.',
};

function refusalOf(move: Extract<FraudMove, { kind: 'refused' }>, request: FraudMoveRequest): MoveFraudReply {
  const early = request.kind === 'appoint' && request.signOn < request.on;
  const field = move.because === 'wrong_step' ? 'kind' : early ? 'signOn' : 'on';
  return {
    kind: 'refused',
    problem: { field, rule: `${move.rule}:${move.because}`, remedy: remedies[move.because] },
  };
}

const eventOf = (request: FraudMoveRequest): FraudEvent =>
  request.kind === 'appoint'
    ? { kind: request.kind, on: request.on, signOn: request.signOn, place: request.place }
    : { kind: request.kind, on: request.on };

/** What a step means for the case itself: denied gives back what it was (R27), recalled ends it (R26). */
async function follow(entry: CaseEntry, move: Extract<FraudMove, { kind: 'moved' }>, actorId: string, now: Instant) {
  if (move.to.step === 'denied') {
    const reason = 'the bank denied the fraud (R27)';
    for (const stop of await entry.activeStops()) {
      if (stop.kind !== 'fraud_hold') continue;
      await liftWithin(entry, stop, { by: actorId, reason, at: now, reference: null });
    }
    const { caseClass, promise } = await entry.record();
    // A promise that went by during the hold is not open again.
    const before = move.to.classAfter === 'PTP' && promise === null ? 'PTP_BROKEN' : move.to.classAfter;
    // What has happened to the case since, e.g. a payment, is not undone.
    const back =
      caseClass === 'FRAUD_PENDING' || caseClass === move.to.classAfter ? { caseClass: before, classAt: now } : {};
    await entry.saveCase(back);
    await reviewCase(entry, now);
  }
  if (move.to.step === 'recalled') {
    const stop = { kind: 'recalled', scope: 'debt', reason: 'R26', by: actorId, at: now, wrapUpId: null } as const;
    const { caseClass } = await entry.record();
    await entry.addStop({ ...stop, classBefore: wordOf(caseClasses, caseClass) });
    await entry.saveCase({
      status: 'recalled',
      caseClass: 'RECALLED',
      classAt: now,
      dueAt: null,
      dueReason: 'recalled',
    });
    await entry.replacePromise(now);
    await reviewCase(entry, now);
  }
}

export function makeMoveFraud(deps: {
  ledger: CaseLedger;
  books: FraudBooks;
  audit: AuditTrail;
  calls: CallStopper;
  clock: Clock;
}): MoveFraud {
  return async (applicationId, actorId, request) => {
    const caseId = await deps.books.caseOf(applicationId);
    if (caseId === null) return { kind: 'unknown' };
    const now = deps.clock();
    const reply = await deps.ledger.withCase(caseId, async (entry): Promise<MoveFraudReply> => {
      const fraud = await entry.fraud.find(applicationId);
      if (fraud === null) return { kind: 'unknown' };
      const { tenant } = await entry.record();
      if (request.on > localDate(now, tenant.businessZone)) {
        const remedy = 'Give the day on which it was done: today or before.';
        return { kind: 'refused', problem: { field: 'on', rule: 'R25:in_the_future', remedy } };
      }
      const move = moveFraud(fraud, eventOf(request));
      if (move.kind === 'refused') return refusalOf(move, request);
      const note = (request.note ?? '').trim();
      await entry.fraud.save(applicationId, move.to, {
        at: now,
        kind: request.kind,
        on: request.on,
        signOn: request.kind === 'appoint' ? request.signOn : null,
        place: request.kind === 'appoint' ? request.place : null,
        note: note === '' ? null : note,
        actorId,
      });
      await follow(entry, move, actorId, now);
      return { kind: 'moved' };
    });
    if (reply?.kind === 'moved') {
      if (request.kind === 'recall') await deps.calls.stop({ caseIds: [caseId] });
      if (request.kind === 'deny') await deps.calls.tell({ caseIds: [caseId] });
      await deps.audit.record({
        actorId,
        action: `fraud.${request.kind}`,
        subjectType: 'fraud',
        subjectId: applicationId,
        detail: { caseId, on: request.on },
      });
    }
    return reply ?? { kind: 'unknown' };
  };
}
