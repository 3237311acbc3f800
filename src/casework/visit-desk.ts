import { addressKey } from '../domain/address-key.ts';
import { taskOfData } from '../domain/case-tasks.ts';
import { maskNumber } from '../domain/mask.ts';
import { checkVisitOrder, visitKindOf, type VisitKind, type VisitRefusal } from '../domain/visit-order.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { FollowUpDeps } from './attempt-ended.ts';
import type { CaseRecord } from './case-record.ts';
import type { FieldRefusal } from './casework.ts';
import { presetOf, reachableNumbers } from './dial-facts-of.ts';
import type { CaseEntry } from './ledger.ts';
import type { AuditTrail } from './ports.ts';
import type { VisitRecord, VisitResult, VisitStatus } from './visit-entry.ts';

export type VisitReply =
  | { readonly kind: 'saved'; readonly visitId: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly problems: readonly FieldRefusal[] };

export interface VisitOptions {
  readonly kind: VisitKind;
  readonly addresses: readonly { readonly of: string; readonly address: string; readonly invalid: boolean }[];
}

const refused = (...problems: FieldRefusal[]): VisitReply => ({ kind: 'refused', problems });
const problem = (field: string, rule: string, remedy: string): FieldRefusal => ({ field, rule, remedy });

const notOpen = problem('case', 'R26:not_open', 'The case is closed or recalled.');

/** Says what stands against the order, each number by its masked form (S23). */
function sayRefusal(refusal: VisitRefusal, record: CaseRecord): FieldRefusal {
  const rule = `${refusal.rule}:${refusal.because}`;
  switch (refusal.because) {
    case 'numbers_left': {
      const left = record.numbers.filter(({ id }) => refusal.numberIds.includes(id));
      const named = left.map(({ e164, status }) => `${maskNumber(e164)} (${status ?? 'active'})`).join(', ');
      return problem('kind', rule, `Call these numbers first, they are not invalid: ${named}.`);
    }
    case 'no_invalid_number':
      return problem('kind', rule, 'No number of the case has been found invalid; trace it first.');
    case 'case_is_lost':
      return problem('kind', rule, 'Every number is invalid: this is a visit of the kind lost.');
    case 'address_invalid':
      return problem('address', rule, 'A visit found this address invalid. A supervisor has to verify it anew first.');
    case 'case_stop':
      return problem('case', rule, 'The case is stopped; nobody is visited before the stop is lifted.');
  }
}

/** Orders of visits and what becomes of them (R34, R38-R41): proposed by anybody, approved by a supervisor. */
export function makeVisitDesk(deps: FollowUpDeps & { readonly audit: AuditTrail }) {
  const { ledger, clock, audit } = deps;

  const statusesOf = (record: CaseRecord) => reachableNumbers(record, clock());

  const tell = (actorId: string, action: string, visitId: string, detail: Readonly<Record<string, string>>) =>
    audit.record({ actorId, action, subjectType: 'visit', subjectId: visitId, detail });

  async function orderIn(entry: CaseEntry, by: string, asked: OrderAsked): Promise<VisitReply> {
    const record = await entry.record();
    const numbers = statusesOf(record);
    const kind = visitKindOf(numbers.map(({ status }) => status));
    const { invalid } = await entry.visits.addresses();
    // The kind follows from the numbers (R38). Whoever expects a lost case is told what makes it contactable.
    const refusals = checkVisitOrder(asked.expects ?? kind, {
      numbers,
      address: asked.address,
      invalidAddresses: invalid,
      isStopped: record.stops.length > 0,
    });
    if (record.status !== 'open') return refused(notOpen);
    if (refusals.length > 0) return refused(...refusals.map((each) => sayRefusal(each, record)));
    const now = clock();
    const ordered = await entry.visits.order({ ...asked, kind, by, at: now });
    if (ordered === 'under_way') {
      return refused(problem('address', 'R41:under_way', 'A visit to this address is under way; wait for its return.'));
    }
    await entry.tasks.finishOpen('visit_proposal', { by, at: now, result: asked.reason });
    return { kind: 'saved', visitId: ordered.id };
  }

  /** One step of an order that stands at `from`; the same step again is nothing new. */
  async function step(
    given: { caseId: string; visitId: string; by: string; action: string; from: VisitStatus; to: VisitStatus },
    work: (entry: CaseEntry, visit: VisitRecord, now: Instant) => Promise<VisitReply | null>,
  ): Promise<VisitReply> {
    let moved = false;
    const reply = await ledger.withCase(given.caseId, async (entry): Promise<VisitReply> => {
      const visit = await entry.visits.find(given.visitId);
      if (visit === null) return { kind: 'unknown' };
      if (visit.status === given.to) return { kind: 'saved', visitId: visit.id };
      if (visit.status !== given.from) {
        return refused(
          problem('status', 'R38:wrong_step', `The order is ${visit.status}; it has to be ${given.from}.`),
        );
      }
      const against = await work(entry, visit, clock());
      moved = against === null;
      return against ?? { kind: 'saved', visitId: visit.id };
    });
    if (moved) await tell(given.by, given.action, given.visitId, { to: given.to });
    return reply ?? { kind: 'unknown' };
  }

  return {
    async options(caseId: string): Promise<VisitOptions | null> {
      return ledger.withCase(caseId, async (entry) => {
        const { known, invalid } = await entry.visits.addresses();
        const bad = new Set(invalid.map(addressKey));
        return {
          kind: visitKindOf(statusesOf(await entry.record()).map(({ status }) => status)),
          addresses: known.map(({ of, address }) => ({ of, address, invalid: bad.has(addressKey(address)) })),
        };
      });
    },
    async order(caseId: string, by: string, asked: OrderAsked): Promise<VisitReply> {
      const reply = (await ledger.withCase(caseId, (entry) => orderIn(entry, by, asked))) ?? { kind: 'unknown' };
      if (reply.kind === 'saved') await tell(by, 'visit.ordered', reply.visitId, { caseId });
      return reply;
    },
    decide(at: At, to: 'approved' | 'rejected', note: string | null): Promise<VisitReply> {
      return step({ ...at, action: `visit.${to}`, from: 'ordered', to }, async (entry, visit, now) => {
        if (to === 'rejected' && (note ?? '').trim() === '') {
          return refused(problem('note', 'R38:reason_missing', 'Say why the visit is not made.'));
        }
        // What was true at the order may have changed: a stop, a number found, an address that proved invalid.
        if (to === 'approved') {
          const record = await entry.record();
          if (record.status !== 'open') return refused(notOpen);
          const refusals = checkVisitOrder(visit.kind, {
            numbers: statusesOf(record),
            address: visit.address,
            invalidAddresses: (await entry.visits.addresses()).invalid,
            isStopped: record.stops.length > 0,
          });
          if (refusals.length > 0) return refused(...refusals.map((each) => sayRefusal(each, record)));
        }
        await entry.visits.decide(visit.id, to, at.by, note, now);
        return null;
      });
    },
    dispatch(at: At, visitor: string): Promise<VisitReply> {
      return step(
        { ...at, action: 'visit.dispatched', from: 'approved', to: 'dispatched' },
        async (entry, visit, now) => {
          const { stops, status } = await entry.record();
          if (status !== 'open') return refused(notOpen);
          if (stops.length > 0)
            return refused(problem('case', '5.4:case_stop', 'The case is stopped; nobody is sent.'));
          await entry.visits.dispatch(visit.id, visitor, now);
          return null;
        },
      );
    },
    bringBack(at: At, ending: { result: VisitResult; note: string; returnedAt: Instant | null }): Promise<VisitReply> {
      return step(
        { ...at, action: 'visit.returned', from: 'dispatched', to: 'returned' },
        async (entry, visit, now) => {
          const returnedAt = ending.returnedAt ?? now;
          if (returnedAt > now || returnedAt < (visit.dispatchedAt ?? returnedAt)) {
            return refused(problem('returnedAt', 'R34:not_possible', 'Give a time between sending and now.'));
          }
          await entry.visits.bringBack(visit.id, { result: ending.result, note: ending.note, at: returnedAt });
          if (ending.result === 'address_invalid') await entry.visits.markInvalid(visit.address, visit.id, now);
          const { clocks } = presetOf(await entry.record());
          await entry.tasks.open([taskOfData('visit_entry', returnedAt, clocks)]);
          return null;
        },
      );
    },
    /** R41: reopened only by a supervisor who has verified the address anew. */
    async reverify(caseId: string, by: string, address: string, reason: string): Promise<VisitReply> {
      const count = await ledger.withCase(caseId, (entry) => entry.visits.reverify(address, by, reason, clock()));
      if (count === null) return { kind: 'unknown' };
      if (count === 0) return refused(problem('address', 'R41:not_invalid', 'This address is not marked invalid.'));
      await audit.record({ actorId: by, action: 'address.reverified', subjectType: 'case', subjectId: caseId });
      return { kind: 'saved', visitId: caseId };
    },
  };
}

interface At {
  readonly caseId: string;
  readonly visitId: string;
  readonly by: string;
}

export interface OrderAsked {
  readonly address: string;
  readonly reason: string;
  /** The kind that whoever orders it expects; nobody chooses it. */
  readonly expects: VisitKind | null;
}

export type VisitDesk = ReturnType<typeof makeVisitDesk>;
