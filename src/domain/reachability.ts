import { isDialableStatus } from './number-order.ts';
import type { CaseClass, LocalDate, NumberStatus } from './vocabulary.ts';

/** R20, 3.3 item 10: nothing left to dial, and at least one number invalid. An unverified number is not dialable yet. */
export function isAllInvalid(statuses: readonly NumberStatus[]): boolean {
  return (
    statuses.includes('invalid') && statuses.every((status) => !isDialableStatus(status) || status === 'unverified')
  );
}

/** R40: a lost-type visit only when no number is dialable or unverified. */
export const isLost = (statuses: readonly NumberStatus[]): boolean =>
  isAllInvalid(statuses) && !statuses.includes('unverified');

interface ClassAndDate {
  readonly caseClass: CaseClass;
  readonly nextFollowUpOn: LocalDate | null;
}

/**
 * A promise has passed its due date unpaid (R10, S17). Where another talk has set class and date since, e.g. that it is
 * paid, they stand and only the promise is over.
 */
export const afterBrokenPromise = (before: ClassAndDate): ClassAndDate =>
  before.caseClass === 'PTP' ? { caseClass: 'PTP_BROKEN', nextFollowUpOn: null } : before;
