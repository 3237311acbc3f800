import type { LocalDate } from './vocabulary.ts';
import { addDays } from './zoned-time.ts';

export interface PromiseTerms {
  readonly amountMinor: number;
  readonly promisedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly graceDays: number;
}

export interface Payment {
  readonly amountMinor: number;
  readonly paidOn: LocalDate;
  /** Posted by the client, or only claimed by the debtor. */
  readonly state: 'posted' | 'claimed';
}

export type PromiseStanding = 'open' | 'partial' | 'claimed' | 'kept' | 'broken';

const sum = (payments: readonly Payment[]): number => payments.reduce((total, each) => total + each.amountMinor, 0);

/**
 * Where a promise stands (R7, R10, R14): kept by posted payments from its day on to the due day and its grace, whenever
 * they are posted; a claim stops the calls but keeps nothing; short of the amount it is broken when its day is over.
 */
export function promiseStanding(terms: PromiseTerms, payments: readonly Payment[], today: LocalDate): PromiseStanding {
  const lastDay = addDays(terms.dueOn, terms.graceDays);
  const inTime = payments.filter(({ paidOn }) => paidOn >= terms.promisedOn && paidOn <= lastDay);
  const posted = sum(inTime.filter(({ state }) => state === 'posted'));
  if (posted >= terms.amountMinor) return 'kept';
  if (sum(inTime) >= terms.amountMinor) return 'claimed';
  if (today > lastDay) return 'broken';
  return posted > 0 ? 'partial' : 'open';
}

/** Kept over due; null before any was due. Claims are not kept before they are posted. */
export function keptRate(standings: readonly PromiseStanding[]): number | null {
  const due = standings.filter((standing) => standing !== 'open' && standing !== 'partial');
  return due.length === 0 ? null : due.filter((standing) => standing === 'kept').length / due.length;
}
