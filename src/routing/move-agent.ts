import type { AgentStateView } from '../contract/agent.ts';
import {
  step,
  type AgentEvent,
  type AgentRefusal,
  type MissingProof,
  type MissingWrapUp,
} from '../domain/agent-state.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import { Fault } from '../platform/fault.ts';
import type { LifeBoard } from './life-board.ts';
import type { AgentScreens, Nudges, Presence, PresenceStore } from './ports.ts';
import { toColumns } from './presence-columns.ts';

export type MoveReply =
  | { readonly kind: 'moved'; readonly presence: Presence }
  | {
      readonly kind: 'refused';
      readonly because: AgentRefusal;
      readonly missing: readonly (MissingProof | MissingWrapUp)[];
      readonly presence: Presence;
    };

export interface Floor {
  /** `known`: as the caller last saw the agent, which spares a look when nobody was faster. */
  move(agentId: string, event: AgentEvent, known?: Presence): Promise<MoveReply>;
  view(presence: Presence): AgentStateView;
  /** Shows the state to the agent's windows and tells pacing. */
  changed(presence: Presence): void;
  /** Null: somebody on another node. */
  onChange(listener: (presence: Presence | null) => void): () => void;
}

const maxTries = 6;
const wrapUpParts: readonly MissingWrapUp[] = ['disposition', 'class', 'next_date'];

/** Every move of an agent: read, decide by the machine, one conditional step. Whoever comes second decides again. */
export function makeFloor(deps: {
  store: PresenceStore;
  life: LifeBoard;
  screens: AgentScreens;
  nudges: Nudges;
  clock: Clock;
  log: Logger;
}): Floor {
  const { store, life } = deps;
  const listeners = new Set<(presence: Presence | null) => void>();
  deps.nudges.onTold(() => listeners.forEach((listener) => listener(null)));

  const view = (presence: Presence): AgentStateView => {
    const columns = toColumns(presence.state);
    const missing = life.missing(presence.userId);
    return {
      state: columns.state,
      reason: columns.reason,
      since: presence.since,
      attemptId: columns.attemptId,
      wish: columns.wish === null ? null : columns.wish === 'ready' ? 'ready' : 'on_break',
      alive: missing.length === 0,
      aliveMissing: [...missing],
    };
  };
  const changed = (presence: Presence): void => {
    deps.screens.state(presence.userId, view(presence));
    listeners.forEach((listener) => listener(presence));
    deps.nudges.tell();
  };
  /** The gate in the statement held the agent back: a call without its wrap-up is brought up again. */
  const toOpenWrapUp = async (presence: Presence, attemptId: string): Promise<MoveReply> => {
    const at = deps.clock();
    const state = { name: 'wrapping_up', attemptId, wish: null, since: at } as const;
    const stored = await store.move(presence, state, at);
    if (stored !== 'stale') changed(stored);
    return {
      kind: 'refused',
      because: 'wrap_up_due',
      missing: wrapUpParts,
      presence: stored === 'stale' ? presence : stored,
    };
  };

  const move = async (agentId: string, event: AgentEvent, known?: Presence): Promise<MoveReply> => {
    for (let tried = 0; tried < maxTries; tried++) {
      const presence = tried === 0 && known !== undefined ? known : await store.read(agentId);
      const next = step(presence.state, event);
      if (next.kind === 'refused') {
        return { kind: 'refused', because: next.because, missing: next.missing ?? [], presence };
      }
      const stored = await store.move(presence, next.to, event.at);
      if (stored !== 'stale') {
        deps.log.info({ agentId, state: next.to.name, because: event.type }, 'agent moved');
        changed(stored);
        return { kind: 'moved', presence: stored };
      }
      if (next.to.name === 'ready') {
        const owed = await store.openWrapUp(agentId);
        if (owed !== null) return toOpenWrapUp(presence, owed);
      }
    }
    throw new Fault('INTERNAL', { detail: { agentId, because: event.type } });
  };

  return {
    move,
    view,
    changed,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
