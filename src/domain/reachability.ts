import { isDialableStatus } from './number-order.ts';
import type { AttemptResult } from './dial-facts.ts';
import { isDispositionCode } from './dispositions.ts';
import type { CaseClass, NumberStatus } from './vocabulary.ts';

/** R20, 3.3 item 10: nothing left to dial, and at least one number invalid. An unverified number is not dialable yet. */
export function isAllInvalid(statuses: readonly NumberStatus[]): boolean {
  return (
    statuses.includes('invalid') && statuses.every((status) => !isDialableStatus(status) || status === 'unverified')
  );
}

/** R40: a lost-type visit only when no number is dialable or unverified. */
export const isLost = (statuses: readonly NumberStatus[]): boolean =>
  isAllInvalid(statuses) && !statuses.includes('unverified');

/** System results leave every class but the untouched ones alone: NEW becomes NO_ANSWER once a call was tried. */
export function classAfterSystemResult(current: CaseClass, result: AttemptResult): CaseClass {
  if (isDispositionCode(result) || result === 'SUPPRESSED' || result === 'CANCELED') return current;
  return current === 'NEW' ? 'NO_ANSWER' : current;
}

/** Class of a case whose open promise passed its due date unpaid (R10). */
export const classAfterBrokenPromise: CaseClass = 'PTP_BROKEN';
