import type { Instant } from './vocabulary.ts';

export interface CorrectionRequest {
  readonly role: 'agent' | 'qa' | 'supervisor' | 'admin';
  readonly isOwnWrapUp: boolean;
  readonly shiftEndsAt: Instant;
  readonly reason: string;
}

export type CorrectionRefusal = 'not_own_wrap_up' | 'shift_over' | 'reason_missing';

const isBlank = (text: string): boolean => text.trim() === '';

/** 3.3 item 8: an agent corrects his own code until his shift ends; later, and for others, QA or a supervisor says why. */
export function checkCorrection(request: CorrectionRequest, now: Instant): CorrectionRefusal | null {
  if (request.role !== 'agent') return isBlank(request.reason) ? 'reason_missing' : null;
  if (!request.isOwnWrapUp) return 'not_own_wrap_up';
  return now < request.shiftEndsAt ? null : 'shift_over';
}

export type Reinstatement =
  | { readonly by: 'person'; readonly mayReinstate: boolean; readonly reason: string }
  | { readonly by: 'inbound_call'; readonly identityConfirmed: boolean };

/** 3.3 item 8: an invalid number returns by permission and reason, or by a verified call from it. */
export function checkReinstatement(
  given: Reinstatement,
): 'no_permission' | 'reason_missing' | 'identity_unconfirmed' | null {
  if (given.by === 'inbound_call') return given.identityConfirmed ? null : 'identity_unconfirmed';
  if (!given.mayReinstate) return 'no_permission';
  return isBlank(given.reason) ? 'reason_missing' : null;
}
