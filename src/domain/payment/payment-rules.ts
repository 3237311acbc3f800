import type { PromiseStanding } from '../promise-standing.ts';
import type { CaseClass, LocalDate } from '../vocabulary.ts';

export interface PaymentTerms {
  readonly amountMinor: number;
  readonly currency: string;
  readonly paidOn: LocalDate;
}

export interface PaymentProblem {
  readonly field: 'amountMinor' | 'currency' | 'paidOn';
  readonly rule: 'not_positive' | 'other_currency' | 'in_the_future' | 'before_placement';
}

/** What stands against posting a payment to a case, all at once. Money is never turned into another currency. */
export function checkPayment(
  payment: PaymentTerms,
  given: { readonly currency: string; readonly placementDate: LocalDate; readonly today: LocalDate },
): readonly PaymentProblem[] {
  const problems: PaymentProblem[] = [];
  const { amountMinor, paidOn } = payment;
  if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0) {
    problems.push({ field: 'amountMinor', rule: 'not_positive' });
  }
  if (payment.currency !== given.currency) problems.push({ field: 'currency', rule: 'other_currency' });
  if (paidOn > given.today) problems.push({ field: 'paidOn', rule: 'in_the_future' });
  // What was paid before is no longer part of the amount that was placed.
  if (paidOn < given.placementDate) problems.push({ field: 'paidOn', rule: 'before_placement' });
  return problems;
}

export const owedMinor = (amountMinor: number, paidMinor: number): number => Math.max(0, amountMinor - paidMinor);

/** A promise's stored state after its payments were judged again; claims and parts leave it as open as it was. */
export const promiseStatusOf = (standing: PromiseStanding): 'open' | 'kept' | 'broken' =>
  standing === 'kept' || standing === 'broken' ? standing : 'open';

const heldByPromise: ReadonlySet<CaseClass> = new Set(['PTP', 'PTP_BROKEN', 'PAID_PENDING']);

/** The promise is kept and something is still owed: talk about the rest, from the next open day on. */
export const afterKeptPromise = (
  before: { readonly caseClass: CaseClass; readonly nextFollowUpOn: LocalDate | null },
  nextOpenDay: LocalDate,
): { readonly caseClass: CaseClass; readonly nextFollowUpOn: LocalDate | null } =>
  heldByPromise.has(before.caseClass) ? { caseClass: 'NEGOTIATING', nextFollowUpOn: nextOpenDay } : before;
