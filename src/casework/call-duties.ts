import type { Instant } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { AuditTrail } from './ports.ts';
import type { CallStopper } from './stop-calls.ts';

export const callDuties = ['identity', 'linked'] as const;
export type CallDuty = (typeof callDuties)[number];

/** What an agent vouches for on a call that was connected to him. */
export type Identified =
  | { readonly kind: 'identified' }
  /** Nobody who has the line goes by that, or several do. */
  | { readonly kind: 'nobody' }
  /** That person has another call under way (INV-1). */
  | { readonly kind: 'busy'; readonly debtorId: string }
  | { readonly kind: 'unknown' };

export interface CallDutyBook {
  /** A call on a line of several debtors is put with the one whose name or case was said. */
  identify(attemptId: string, agentId: string, said: string, at: Instant): Promise<Identified>;
  /** `already`: it stood before and keeps its first instant. `unknown`: no such call of this agent. */
  mark(attemptId: string, agentId: string, duty: CallDuty, at: Instant): Promise<'marked' | 'already' | 'unknown'>;
}

const actions = { identity: 'call.identity-confirmed', linked: 'call.linked-seen' } as const;

/** Done twice it is done once, and the audit trail has it once. */
export function makeIdentifyCaller(deps: { book: CallDutyBook; calls: CallStopper; audit: AuditTrail; clock: Clock }) {
  return async (attemptId: string, agentId: string, said: string): Promise<Identified> => {
    const reply = await deps.book.identify(attemptId, agentId, said.trim(), deps.clock());
    // Inbound wins: what rings for that person is ended, and the next try finds the way clear.
    if (reply.kind === 'busy') await deps.calls.stop({ debtorId: reply.debtorId });
    if (reply.kind === 'identified') {
      await deps.audit.record({
        actorId: agentId,
        action: 'call.caller-identified',
        subjectType: 'attempt',
        subjectId: attemptId,
      });
    }
    return reply;
  };
}

export function makeCallDuties(deps: { book: CallDutyBook; audit: AuditTrail; clock: Clock }) {
  return async (attemptId: string, agentId: string, duty: CallDuty): Promise<'done' | 'unknown'> => {
    const marked = await deps.book.mark(attemptId, agentId, duty, deps.clock());
    if (marked === 'unknown') return 'unknown';
    if (marked === 'marked') {
      await deps.audit.record({
        actorId: agentId,
        action: actions[duty],
        subjectType: 'attempt',
        subjectId: attemptId,
      });
    }
    return 'done';
  };
}
