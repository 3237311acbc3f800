import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { EndCall } from './end-call.ts';
import type { LifeBoard } from './life-board.ts';
import type { Floor } from './move-agent.ts';
import type { After, CallControl, PresenceStore } from './ports.ts';

export interface LostAgents {
  /** The socket of somebody on a call broke, or is found broken. Saying it again changes nothing. */
  missed(agentId: string): void;
  back(agentId: string): void;
  stop(): void;
}

/**
 * Agents whose socket broke in mid-call. The call is kept for a while, the callee hears that somebody is still there;
 * for whoever is not back by then it ends as AGENT_LOST, and a wrap-up is owed.
 */
export function makeLostAgents(deps: {
  store: PresenceStore;
  floor: Floor;
  life: LifeBoard;
  calls: CallControl;
  endCall: EndCall;
  clock: Clock;
  after: After;
  log: Logger;
  graceMs: number;
}): LostAgents {
  const waiting = new Map<string, () => void>();

  const giveUp = async (agentId: string): Promise<void> => {
    waiting.delete(agentId);
    if (deps.life.hasSocket(agentId)) return;
    const { state } = await deps.store.read(agentId);
    if (state.name !== 'talking') return;
    const { attemptId } = state;
    deps.log.warn({ agentId, attemptId }, 'agent lost during a call');
    await deps.calls.agentLost(attemptId, deps.clock());
    await deps.endCall(attemptId, deps.clock(), 'agent-lost');
  };

  return {
    missed(agentId) {
      if (waiting.has(agentId)) return;
      const cancel = deps.after(deps.graceMs, () => {
        giveUp(agentId).catch((err: unknown) => deps.log.error({ err, agentId }, 'lost agent could not be settled'));
      });
      waiting.set(agentId, cancel);
    },
    back(agentId) {
      waiting.get(agentId)?.();
      waiting.delete(agentId);
    },
    stop() {
      for (const cancel of waiting.values()) cancel();
      waiting.clear();
    },
  };
}
