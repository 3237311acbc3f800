import { checkPayment, owedMinor, type PaymentProblem } from '../../domain/payment/payment-rules.ts';
import type { Instant, LocalDate } from '../../domain/vocabulary.ts';
import { localDate } from '../../domain/zoned-time.ts';
import type { Clock } from '../../platform/clock.ts';
import type { CaseRecord } from '../case-record.ts';
import type { FieldRefusal } from '../casework.ts';
import type { CaseEntry, CaseLedger } from '../ledger.ts';
import { reviewCase } from '../review-case.ts';
import type { CallStopper } from '../stop-calls.ts';
import type { CaseFinder, PaymentRecord } from './payment-ports.ts';
import { settlePromise } from './settle-promise.ts';

export interface PaymentOrder {
  readonly clientId: string;
  readonly caseRef: string;
  readonly externalRef: string;
  readonly amountMinor: number;
  /** Null: the case's own. */
  readonly currency: string | null;
  readonly paidOn: LocalDate;
  readonly source: 'api' | 'file';
  readonly fileId: string | null;
  readonly by: string;
}

export type PostReply =
  | {
      readonly kind: 'posted' | 'unchanged';
      readonly payment: PaymentRecord;
      readonly owedMinor: number;
      readonly closed: boolean;
    }
  | { readonly kind: 'refused'; readonly because: 'input' | 'taken'; readonly problems: readonly FieldRefusal[] };

export interface PaymentDeps {
  readonly ledger: CaseLedger;
  readonly cases: CaseFinder;
  readonly clock: Clock;
  readonly calls: CallStopper;
}

const remedies: Readonly<Record<PaymentProblem['rule'], string>> = {
  not_positive: 'Give an amount above zero, in minor units.',
  other_currency: 'Post the payment in the currency of the case.',
  in_the_future: 'Post a payment once it has been made.',
  before_placement: 'Payments made before the placement are part of the amount placed already.',
};

const refused = (because: 'input' | 'taken', ...problems: FieldRefusal[]): PostReply => ({
  kind: 'refused',
  because,
  problems,
});

const taken = (rule: string, remedy: string): PostReply => refused('taken', { field: 'externalRef', rule, remedy });

/** The same payment again is no second one; another under the same reference is refused. */
function answerTo(known: PaymentRecord, order: PaymentOrder, record: CaseRecord): PostReply {
  if (known.reversedAt !== null)
    return taken('reversed', 'This payment was reversed; post a new one under its own reference.');
  const same =
    known.caseId === record.id &&
    known.amountMinor === order.amountMinor &&
    known.paidOn === order.paidOn &&
    known.currency === (order.currency ?? record.currency);
  if (!same) return taken('taken', 'Another payment of this client has this reference; correct the one that is wrong.');
  const owed = owedMinor(record.amountMinor, record.paidMinor);
  return { kind: 'unchanged', payment: known, owedMinor: owed, closed: record.status === 'closed' };
}

/** All is paid: class, promise, dates, tasks and dialing end together (R7, R10). A fraud application goes its own way. */
async function closePaid(entry: CaseEntry, record: CaseRecord, paymentId: string, now: Instant): Promise<void> {
  await entry.closedBy(paymentId, record.caseClass);
  await entry.saveCase({
    status: 'closed',
    caseClass: 'PAID',
    classAt: now,
    nextFollowUpOn: null,
    callbackAt: null,
    followUpBy: null,
    waitingUntil: null,
    dueAt: null,
    dueReason: 'case_stop',
  });
  await entry.tasks.dropOpen(now);
}

export function makePostPayment(deps: PaymentDeps): (order: PaymentOrder) => Promise<PostReply> {
  const { ledger, cases, clock } = deps;

  async function post(entry: CaseEntry, order: PaymentOrder): Promise<{ reply: PostReply; ends: boolean }> {
    const now = clock();
    const record = await entry.record();
    const alone = (reply: PostReply) => ({ reply, ends: false });
    const known = await entry.paymentByRef(order.clientId, order.externalRef);
    if (known !== null) return alone(answerTo(known, order, record));
    const currency = order.currency ?? record.currency;
    const problems = checkPayment(
      { amountMinor: order.amountMinor, currency, paidOn: order.paidOn },
      {
        currency: record.currency,
        placementDate: record.placementDate,
        today: localDate(now, record.tenant.businessZone),
      },
    );
    if (problems.length > 0) {
      return alone(refused('input', ...problems.map((problem) => ({ ...problem, remedy: remedies[problem.rule] }))));
    }
    const { clientId, externalRef, amountMinor, paidOn, source, fileId, by } = order;
    const id = await entry.insertPayment({
      ...{ clientId, externalRef, amountMinor, currency, paidOn, source, fileId },
      postedById: by,
      at: now,
    });
    if (id === null) {
      // Posted by somebody else in the same instant, to another case.
      const winner = await entry.paymentByRef(clientId, externalRef);
      return alone(winner === null ? taken('taken', 'Post it again.') : answerTo(winner, order, record));
    }
    const owed = owedMinor(record.amountMinor, await entry.sumPayments());
    const closes = record.status === 'open' && owed === 0;
    if (closes) await closePaid(entry, record, id, now);
    await settlePromise(entry, await entry.record(), now);
    if (record.status === 'open' && !closes) await reviewCase(entry, now);
    return {
      reply: {
        kind: 'posted',
        payment: { id, caseId: record.id, externalRef, amountMinor, currency, paidOn, reversedAt: null },
        owedMinor: owed,
        closed: closes || record.status === 'closed',
      },
      ends: closes,
    };
  }

  return async (order) => {
    const found = await cases.byRef(order.clientId, order.caseRef);
    const unknown = (): PostReply =>
      refused('input', {
        field: 'caseRef',
        rule: 'exists',
        remedy: 'Give the number of a case that this client placed.',
      });
    if (found === null) return unknown();
    const done = await ledger.withCase(found.id, (entry) => post(entry, order));
    if (done === null) return unknown();
    // After the commit: from here on nothing new is launched, what rings ends, and who talks is told.
    if (done.ends) await deps.calls.stop({ caseIds: [found.id] });
    else if (done.reply.kind === 'posted') await deps.calls.tell({ caseIds: [found.id] });
    return done.reply;
  };
}
