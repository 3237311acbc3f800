import type { Instant } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { AuditTrail } from './ports.ts';

export const callDuties = ['identity', 'linked'] as const;
export type CallDuty = (typeof callDuties)[number];

/** What an agent vouches for on a call that was connected to him. */
export interface CallDutyBook {
  /** `already`: it stood before and keeps its first instant. `unknown`: no such call of this agent. */
  mark(attemptId: string, agentId: string, duty: CallDuty, at: Instant): Promise<'marked' | 'already' | 'unknown'>;
}

const actions = { identity: 'call.identity-confirmed', linked: 'call.linked-seen' } as const;

/** Done twice it is done once, and the audit trail has it once. */
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
