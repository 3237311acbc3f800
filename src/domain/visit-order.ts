import { addressKey } from './address-key.ts';
import { isDialableStatus } from './number-order.ts';
import { isAllInvalid, isLost } from './reachability.ts';
import type { TaskClocks } from './preset.ts';
import type { NumberStatus } from './vocabulary.ts';

export type VisitKind = 'contactable' | 'lost';

export interface VisitNumber {
  readonly id: string;
  readonly status: NumberStatus;
}

export interface VisitFacts {
  readonly numbers: readonly VisitNumber[];
  readonly address: string;
  /** Invalid addresses of the debtor, over all linked cases, without those a supervisor has verified again. */
  readonly invalidAddresses: readonly string[];
  readonly isStopped: boolean;
}

export type VisitRefusal =
  | { readonly rule: 'R40'; readonly because: 'numbers_left'; readonly numberIds: readonly string[] }
  | { readonly rule: 'R40'; readonly because: 'no_invalid_number' }
  | { readonly rule: 'R38'; readonly because: 'case_is_lost' }
  | { readonly rule: 'R41'; readonly because: 'address_invalid' }
  | { readonly rule: '5.4'; readonly because: 'case_stop' };

/** R38: the kind follows from what is left of the numbers and is nobody's choice. */
export const visitKindOf = (statuses: readonly NumberStatus[]): VisitKind =>
  isLost(statuses) ? 'lost' : 'contactable';

/** May the visit be ordered? Every reason against it is named at once. */
export function checkVisitOrder(kind: VisitKind, facts: VisitFacts): readonly VisitRefusal[] {
  const refusals: VisitRefusal[] = [];
  if (facts.isStopped) refusals.push({ rule: '5.4', because: 'case_stop' });
  const statuses = facts.numbers.map(({ status }) => status);
  const left = facts.numbers.filter(({ status }) => isDialableStatus(status)).map(({ id }) => id);
  if (kind === 'lost' && left.length > 0) refusals.push({ rule: 'R40', because: 'numbers_left', numberIds: left });
  else if (kind === 'lost' && !isAllInvalid(statuses)) refusals.push({ rule: 'R40', because: 'no_invalid_number' });
  else if (kind === 'contactable' && isLost(statuses)) refusals.push({ rule: 'R38', because: 'case_is_lost' });
  const key = addressKey(facts.address);
  if (facts.invalidAddresses.some((address) => addressKey(address) === key)) {
    refusals.push({ rule: 'R41', because: 'address_invalid' });
  }
  return refusals;
}

/** R19: nobody answers; a supervisor may be asked for a visit, although the numbers are good. */
export const mayProposeVisitUnanswered = (
  rounds: { readonly unanswered: number; readonly daypartsCovered: number },
  clocks: TaskClocks,
): boolean => rounds.unanswered >= clocks.visitAfterRounds && rounds.daypartsCovered >= clocks.visitAfterDayparts;
