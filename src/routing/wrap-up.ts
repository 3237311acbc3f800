import type { WrapUpInput } from '../contract/wrap-up.ts';
import type { AgentWish } from '../domain/agent-state.ts';
import type { Clock } from '../platform/clock.ts';
import type { Floor } from './move-agent.ts';
import type { PresenceStore, WrapUpDesk, WrapUpReply } from './ports.ts';

export type SaveReply = WrapUpReply | { readonly kind: 'not-due'; readonly because: 'other_attempt' | 'call_running' };

const defaultBreak = 'rest';

/** INV-5: what the agent decided is stored with all its effects, and only then is he moved on. */
export const makeSaveWrapUp =
  (deps: { store: PresenceStore; floor: Floor; desk: WrapUpDesk; clock: Clock; onSaved: (agentId: string) => void }) =>
  async (agentId: string, input: WrapUpInput): Promise<SaveReply> => {
    const { state } = await deps.store.read(agentId);
    if (state.name === 'talking' && state.attemptId === input.attemptId) {
      return { kind: 'not-due', because: 'call_running' };
    }
    if (state.name !== 'wrapping_up' || state.attemptId !== input.attemptId) {
      return { kind: 'not-due', because: 'other_attempt' };
    }
    const reply = await deps.desk.save(agentId, input, state.since);
    if (reply.kind === 'refused') return reply;
    const wished = state.wish?.to === 'on_break' ? state.wish.reason : defaultBreak;
    const then: AgentWish = input.then === 'ready' ? { to: 'ready' } : { to: 'on_break', reason: wished };
    await deps.floor.move(agentId, { type: 'wrapUpSaved', at: deps.clock(), attemptId: input.attemptId, then });
    deps.onSaved(agentId);
    return reply;
  };
