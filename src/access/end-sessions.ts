import type { AuditTrail, SessionsEnded } from './ports.ts';
import type { Sessions } from './sessions.ts';

/** Ends sessions, closes their sockets and takes the person off the floor when none is left; returns how many there were. */
export type EndSessions = (
  userId: string,
  which?: { readonly only?: string; readonly except?: string; readonly by?: string },
) => Promise<number>;

export function makeEndSessions(deps: {
  readonly sessions: Sessions;
  readonly ended: SessionsEnded;
  readonly audit: AuditTrail;
}): EndSessions {
  return async (userId, { by, ...which } = {}) => {
    const ids = await deps.sessions.end(userId, which);
    if (ids.length === 0) return 0;
    for (const subjectId of by === undefined ? [] : ids) {
      await deps.audit.record({
        actorId: by ?? null,
        action: 'session.revoked',
        subjectType: 'session',
        subjectId,
        detail: { userId },
      });
    }
    await deps.ended(userId, ids, (await deps.sessions.liveOf(userId)).length === 0);
    return ids.length;
  };
}
