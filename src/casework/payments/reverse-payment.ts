import { owedMinor } from '../../domain/payment/payment-rules.ts';
import { stopClass } from '../../domain/stops.ts';
import { caseClasses, type CaseClass, type Instant } from '../../domain/vocabulary.ts';
import { wordOf } from '../dial-facts-of.ts';
import type { CaseEntry } from '../ledger.ts';
import { reviewCase } from '../review-case.ts';
import { liftWithin } from '../set-stop.ts';
import { classChange } from '../wrap-up-parts.ts';
import type { PaymentDeps } from './post-payment.ts';
import { settlePromise } from './settle-promise.ts';

export interface ReversalOrder {
  readonly paymentId: string;
  readonly reason: string;
  readonly by: string;
}

export type ReverseReply =
  | { readonly kind: 'reversed' | 'unchanged'; readonly owedMinor: number; readonly reopened: boolean }
  | { readonly kind: 'unknown' };

const stopClasses: ReadonlySet<CaseClass> = new Set(Object.values(stopClass));

/** What was found out before the payment; the class of a stop that is gone says nothing any more. */
async function classOnReopening(entry: CaseEntry): Promise<CaseClass> {
  const before = wordOf(caseClasses, (await entry.classBeforeClosing()) ?? 'NEGOTIATING');
  const { caseClass } = await entry.record();
  const active = new Set((await entry.activeStops()).map(({ kind }) => stopClass[kind]));
  const candidates = [before, wordOf(caseClasses, caseClass)];
  return candidates.find((each) => !stopClasses.has(each) || active.has(each)) ?? 'NEGOTIATING';
}

async function reopen(entry: CaseEntry, now: Instant): Promise<void> {
  const classAfter = await classOnReopening(entry);
  await entry.saveCase({ status: 'open' });
  await entry.saveCase(await classChange(entry, await entry.record(), { classAfter, stop: null }, now));
}

/** A chargeback: something is owed again, so whatever said that it was paid no longer holds. */
export function makeReversePayment({
  ledger,
  cases,
  clock,
  calls,
}: PaymentDeps): (order: ReversalOrder) => Promise<ReverseReply> {
  async function reverse(entry: CaseEntry, caseId: string, order: ReversalOrder): Promise<ReverseReply> {
    const { paymentId, reason, by } = order;
    const now = clock();
    const payment = await entry.paymentById(paymentId);
    if (payment === null) return { kind: 'unknown' };
    const { amountMinor, paidMinor, status } = await entry.record();
    if (payment.reversedAt !== null)
      return { kind: 'unchanged', owedMinor: owedMinor(amountMinor, paidMinor), reopened: false };
    await entry.reversePayment(paymentId, reason, by, now);
    const owed = owedMinor(amountMinor, await entry.sumPayments());
    await entry.addNote(caseId, by, `付款冲正(${payment.externalRef}):${reason}`, now);
    const paidStops = owed === 0 ? [] : (await entry.activeStops()).filter(({ kind }) => kind === 'paid');
    for (const stop of paidStops) await liftWithin(entry, stop, { by, at: now, reason, reference: null });
    const reopened = status === 'closed' && owed > 0;
    if (reopened) await reopen(entry, now);
    await settlePromise(entry, await entry.record(), now);
    if (reopened || status === 'open') await reviewCase(entry, now);
    return { kind: 'reversed', owedMinor: owed, reopened };
  }

  return async (order) => {
    const caseId = await cases.ofPayment(order.paymentId);
    if (caseId === null) return { kind: 'unknown' };
    const reply = await ledger.withCase(caseId, (entry) => reverse(entry, caseId, order));
    if (reply?.kind === 'reversed') await calls.tell({ caseIds: [caseId] });
    return reply ?? { kind: 'unknown' };
  };
}
