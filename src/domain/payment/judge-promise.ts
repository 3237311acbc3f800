import { promiseStanding, type PromiseStanding, type PromiseTerms } from '../promise-standing.ts';
import type { CaseClass, LocalDate } from '../vocabulary.ts';
import { owedMinor } from './payment-rules.ts';

export interface JudgedPromise extends PromiseTerms {
  readonly isOpen: boolean;
}

export interface JudgedDebt {
  /** As it was placed. */
  readonly amountMinor: number;
  readonly caseClass: CaseClass;
  /** Those that stand. */
  readonly payments: readonly { readonly amountMinor: number; readonly paidOn: LocalDate }[];
}

/**
 * The one judgement of a promise (R7, R10, R14). Nobody can pay more than he owes: it asks for at most what was left of
 * the debt on its day. While the debtor says that he paid, the posting decides and not the clock; once a promise has
 * been decided, only money decides it anew.
 */
export function judgePromise(promise: JudgedPromise, debt: JudgedDebt, today: LocalDate): PromiseStanding {
  const { promisedOn, dueOn, graceDays } = promise;
  const paidBefore = debt.payments
    .filter(({ paidOn }) => paidOn < promisedOn)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const amountMinor = Math.min(promise.amountMinor, owedMinor(debt.amountMinor, paidBefore));
  const posted = debt.payments.map((payment) => ({ ...payment, state: 'posted' as const }));
  const isClaimed = promise.isOpen && debt.caseClass === 'PAID_PENDING';
  return promiseStanding(
    { amountMinor, promisedOn, dueOn, graceDays },
    isClaimed ? [...posted, { amountMinor, paidOn: dueOn, state: 'claimed' }] : posted,
    today,
  );
}
