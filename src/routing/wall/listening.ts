import { hearsAgent } from '../../domain/team-sight.ts';
import type { AuditTrail } from '../ports.ts';
import type { WallBook, WallViewer } from './wall-ports.ts';

/** `mayListen`: he has the permission to hear recordings at all. */
export type WallListener = WallViewer & { readonly mayListen: boolean };

/** Who may hear a live call (5.6), and the trail of everybody who did. */
export function makeListening(deps: { readonly book: WallBook; readonly audit: AuditTrail }) {
  const note = (
    actorId: string,
    action: 'call.listened' | 'call.listening_refused' | 'call.listening_ended',
    attemptId: string,
    detail: Readonly<Record<string, string | number | null>>,
  ): Promise<void> => deps.audit.record({ actorId, action, subjectType: 'attempt', subjectId: attemptId, detail });

  return {
    async begin(user: WallListener, attemptId: string): Promise<'admitted' | 'not-allowed' | 'not-live'> {
      const call = await deps.book.call(attemptId);
      if (call === null || !call.live || call.agentId === null) return 'not-live';
      const { caseId, agentId } = call;
      const allowed =
        user.mayListen && hearsAgent({ role: user.role, teamId: await deps.book.teamOf(user.id) }, call.agentTeamId);
      await note(user.id, allowed ? 'call.listened' : 'call.listening_refused', attemptId, { caseId, agentId });
      return allowed ? 'admitted' : 'not-allowed';
    },
    ended: (user: Pick<WallViewer, 'id'>, attemptId: string, listenedMs: number): Promise<void> =>
      note(user.id, 'call.listening_ended', attemptId, { listenedMs }),
  };
}
