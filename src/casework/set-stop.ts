import type { LiftStopRequest, StopReply, StopRequest } from '../contract/stops.ts';
import { checkLift, isStopKnown, stopClass, stopScopeOf, type LiftRefusal } from '../domain/stops.ts';
import { caseClasses, type CaseClass, type StopKind } from '../domain/vocabulary.ts';
import { localDate } from '../domain/zoned-time.ts';
import { reviewOthers, type FollowUpDeps } from './attempt-ended.ts';
import type { FieldRefusal } from './casework.ts';
import type { CaseRecord } from './case-record.ts';
import { presetOf, wordOf } from './dial-facts-of.ts';
import type { ActiveStop, CaseEntry } from './ledger.ts';
import type { AuditTrail } from './ports.ts';
import { reviewCase } from './review-case.ts';
import type { CallStopper } from './stop-calls.ts';

export interface Actor {
  readonly id: string;
  readonly role: 'agent' | 'supervisor' | 'admin';
}

export type StopOutcome =
  | { readonly kind: 'done'; readonly reply: StopReply }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly problems: readonly FieldRefusal[] };

export interface StopDesk {
  set(caseId: string, request: StopRequest, actor: Actor): Promise<StopOutcome>;
  lift(stopId: string, request: LiftStopRequest, actor: Actor): Promise<StopOutcome>;
}

const refused = (...problems: readonly FieldRefusal[]): StopOutcome => ({ kind: 'refused', problems });

export const liftRefusals: Readonly<Record<LiftRefusal, FieldRefusal>> = {
  needs_supervisor: { field: 'role', rule: '5.4:needs_supervisor', remedy: 'Ask a supervisor to lift it.' },
  reason_missing: { field: 'reason', rule: '5.4:reason_missing', remedy: 'Say why.' },
  needs_client_instruction: {
    field: 'clientInstruction',
    rule: '5.4:needs_client_instruction',
    remedy: 'Give the reference of the client\u2019s instruction.',
  },
};

const notOfThesePresets: FieldRefusal = {
  field: 'kind',
  rule: '5.4:breathing_space_unknown',
  remedy: 'The rules of this case know no breathing space; choose another stop.',
};

const activeAlready: FieldRefusal = {
  field: 'kind',
  rule: '5.4:active_already',
  remedy: 'This stop holds already; lift it first.',
};

/** R27: while an application is under way its answer lifts the hold, nobody's hand. */
export const openApplication: FieldRefusal = {
  field: 'kind',
  rule: '5.4:application_open',
  remedy: 'R27: a fraud application is open; enter the bank\u2019s answer on the fraud board, which lifts the hold.',
};

export const holdsApplication = async (entry: CaseEntry, stop: ActiveStop): Promise<boolean> =>
  stop.kind === 'fraud_hold' && (await entry.fraud.open()) !== null;

export const stopWords: Readonly<Record<StopKind, string>> = {
  complaint: '客诉',
  cease: '停止联络',
  deceased: '身故',
  bankruptcy: '破产',
  breathing_space: '债务喘息期',
  vulnerable: '弱势',
  dispute: '异议',
  fraud_hold: '冒办停催',
  attorney: '委托律师',
  paid: '已还款',
  recalled: '已撤案',
};

/** The class that a case under stops takes on when one of them goes: its own, unless another stop gave it. */
async function classAfterLift(
  entry: CaseEntry,
  stop: ActiveStop,
  caseClass: CaseClass,
): Promise<{ readonly caseClass?: CaseClass }> {
  const { classBefore } = stop;
  if (classBefore === null) return {};
  if (caseClass === stopClass[stop.kind]) return { caseClass: classBefore };
  // Another stop came after this one and remembers its class: it must remember what was before both.
  const heir = (await entry.activeStops()).find((other) => other.classBefore === stopClass[stop.kind]);
  if (heir !== undefined) await entry.keepClass(heir.id, classBefore);
  return {};
}

/**
 * A stop that was lifted, inside the transaction of the case on which it was set; also what a correction does. `known`: the
 * case as it stands, for whoever has just read it.
 */
export async function liftWithin(
  entry: CaseEntry,
  stop: ActiveStop,
  lift: { readonly by: string; readonly at: number; readonly reason: string; readonly reference: string | null },
  known?: CaseRecord,
): Promise<void> {
  const record = known ?? (await entry.record());
  await entry.liftStop(stop.id, lift);
  const change = await classAfterLift(entry, stop, wordOf(caseClasses, record.caseClass));
  const today = localDate(lift.at, record.tenant.businessZone);
  const returns = stop.kind === 'recalled' && record.status === 'recalled';
  const overdue = record.recallDate !== null && record.recallDate < today;
  await entry.saveCase({
    ...change,
    ...(change.caseClass === undefined ? {} : { classAt: lift.at }),
    ...(returns ? { status: 'open' as const } : {}),
    // The date that recalled it would do so again in a minute; the client's new word replaces it.
    ...(returns && overdue ? { recallDate: null } : {}),
  });
}

/** The open cases of the person that the stop holds as well. */
async function note(
  entry: CaseEntry,
  { id, debtorId }: Pick<CaseRecord, 'id' | 'debtorId'>,
  scope: ActiveStop['scope'],
  { by, text, at }: { readonly by: string; readonly text: string; readonly at: number },
): Promise<readonly string[]> {
  await entry.addNote(id, by, text, at);
  if (scope === 'debt') return [];
  const linked = await entry.openLinkedCases(debtorId);
  for (const caseId of linked) await entry.addNote(caseId, by, text, at);
  return linked;
}

/** Sets and lifts stops (5.4). What rings is hung up, and linked cases follow, as soon as the stop is stored. */
export function makeStopDesk(deps: FollowUpDeps & { calls: CallStopper; audit: AuditTrail }): StopDesk {
  const { ledger, clock, audit, calls } = deps;
  return {
    async set(caseId, request, actor) {
      const { kind, reason } = request;
      if (actor.role === 'agent') return refused(liftRefusals.needs_supervisor);
      if (reason === '') return refused(liftRefusals.reason_missing);
      const scope = stopScopeOf(kind, request.attorneyFor);
      const done = await ledger.withCase(caseId, async (entry) => {
        const now = clock();
        const record = await entry.record();
        if (!isStopKnown(kind, presetOf(record))) return notOfThesePresets;
        const classBefore = wordOf(caseClasses, record.caseClass);
        const stopId = await entry.addStop({ kind, scope, reason, by: actor.id, at: now, classBefore, wrapUpId: null });
        if (stopId === null) return activeAlready;
        await entry.saveCase({
          caseClass: stopClass[kind],
          classAt: now,
          ...(kind === 'recalled' && record.status === 'open' ? { status: 'recalled' as const, dueAt: null } : {}),
        });
        const text = `停催:${stopWords[kind]}(${scope === 'person' ? '该人全部案件' : '本案'})。${reason}`;
        const linked = await note(entry, record, scope, { by: actor.id, text, at: now });
        const { caseClass } = await reviewCase(entry, now);
        return { caseClass, debtorId: record.debtorId, linked, stopId };
      });
      if (done === null) return { kind: 'unknown' };
      if ('rule' in done) return refused(done);
      await calls.stop(scope === 'person' ? { debtorId: done.debtorId } : { caseIds: [caseId] });
      await audit.record({
        actorId: actor.id,
        action: 'stop.set',
        subjectType: 'case',
        subjectId: caseId,
        detail: { kind, scope, stopId: done.stopId },
      });
      await reviewOthers(deps, done.linked);
      return { kind: 'done', reply: { caseClass: done.caseClass } };
    },
    async lift(stopId, request, actor) {
      const caseId = await ledger.caseOfStop(stopId);
      if (caseId === null) return { kind: 'unknown' };
      const { reason, clientInstruction } = request;
      const outcome = await ledger.withCase(caseId, async (entry) => {
        const now = clock();
        const stop = (await entry.activeStops()).find((each) => each.id === stopId);
        if (stop === undefined) return null;
        const problems = checkLift({ kind: stop.kind, role: actor.role, reason, clientInstruction });
        if (problems.length > 0) return { problems: problems.map((problem) => liftRefusals[problem]) };
        if (await holdsApplication(entry, stop)) return { problems: [openApplication] };
        const record = await entry.record();
        const reference = clientInstruction === '' ? null : clientInstruction;
        await liftWithin(entry, stop, { by: actor.id, at: now, reason, reference }, record);
        const instructed = reference === null ? '' : `(委托方指示:${reference})`;
        const text = `解除停催:${stopWords[stop.kind]}${instructed}。${reason}`;
        const linked = await note(entry, record, stop.scope, { by: actor.id, text, at: now });
        const { caseClass } = await reviewCase(entry, now);
        return { caseClass, stop, linked, debtorId: record.debtorId };
      });
      if (outcome === null) return { kind: 'unknown' };
      if ('problems' in outcome) return refused(...outcome.problems);
      const { stop } = outcome;
      await audit.record({
        actorId: actor.id,
        action: 'stop.lifted',
        subjectType: 'case',
        subjectId: caseId,
        detail: { kind: stop.kind, scope: stop.scope, stopId, clientInstruction },
      });
      await reviewOthers(deps, outcome.linked);
      await calls.tell(stop.scope === 'person' ? { debtorId: outcome.debtorId } : { caseIds: [caseId] });
      return { kind: 'done', reply: { caseClass: outcome.caseClass } };
    },
  };
}
