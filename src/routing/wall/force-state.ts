import type { ForceStateRequest } from '../../contract/agent-wall.ts';
import { forcedReason } from '../../domain/agent-state.ts';
import { seesAgent } from '../../domain/team-sight.ts';
import type { AgentStateName } from '../../domain/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/log.ts';
import type { EndCall } from '../end-call.ts';
import type { Floor } from '../move-agent.ts';
import type { AuditTrail, CallControl, CallLegs, PresenceStore } from '../ports.ts';
import { attemptOf } from '../presence-columns.ts';
import type { WallBook, WallViewer } from './wall-ports.ts';

export type ForceReply =
  | { readonly kind: 'forced'; readonly state: AgentStateName }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly because: string };

/**
 * A supervisor frees an agent who is stuck. A call is ended first, as if the agent had hung up; the wrap-up it leaves is
 * owed and nobody can force it away (INV-5).
 */
export const makeForceState =
  (deps: {
    readonly book: WallBook;
    readonly store: PresenceStore;
    readonly floor: Floor;
    readonly calls: CallControl;
    readonly legs: CallLegs;
    readonly endCall: EndCall;
    readonly audit: AuditTrail;
    readonly clock: Clock;
    readonly log: Logger;
  }) =>
  async (user: WallViewer, agentId: string, request: ForceStateRequest): Promise<ForceReply> => {
    const teamId = await deps.book.teamOfAgent(agentId);
    const viewer = { role: user.role, teamId: await deps.book.teamOf(user.id) };
    if (teamId === undefined || !seesAgent(viewer, teamId)) return { kind: 'unknown' };

    const before = (await deps.store.read(agentId)).state;
    if (before.name === 'talking') {
      const { attemptId } = before;
      await deps.floor.move(agentId, { type: 'askBreak', at: deps.clock(), reason: forcedReason });
      deps.legs.releaseAgent(attemptId);
      try {
        await deps.calls.hangUp(attemptId, 'system');
      } catch (err) {
        deps.log.error({ err, attemptId }, 'hang-up not taken by the carrier, stream closed');
        deps.legs.leaveToCarrier(attemptId);
      }
      await deps.endCall(attemptId, deps.clock(), 'supervisor-ended');
    } else {
      const reply = await deps.floor.move(agentId, { type: 'forced', at: deps.clock(), to: request.to });
      if (reply.kind === 'refused') return { kind: 'refused', because: reply.because };
    }
    const after = (await deps.store.read(agentId)).state;
    await deps.audit.record({
      actorId: user.id,
      action: 'agent.forced',
      subjectType: 'user',
      subjectId: agentId,
      detail: {
        before: before.name,
        after: after.name,
        attemptId: attemptOf(before),
        reason: request.reason,
      },
    });
    return { kind: 'forced', state: after.name };
  };
