import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { EndCall } from './end-call.ts';
import type { LifeBoard } from './life-board.ts';
import type { LostAgents } from './lost-agents.ts';
import type { Floor } from './move-agent.ts';
import type { OfferBook } from './offer-book.ts';
import type { CallControl, CallFacts, CallLegs, Presence, PresenceStore } from './ports.ts';

/** From keeping an agent for a call to the call's being on record. */
const heldUnseenMs = 5_000;

/**
 * Nobody stays stuck (INV-7): what a crash, a lost message or another node's death left behind is put right here,
 * from the database alone. Running it twice, or on two nodes, does no harm.
 */
export const makeSweepFloor = (deps: {
  store: PresenceStore;
  floor: Floor;
  life: LifeBoard;
  lost: LostAgents;
  offers: OfferBook;
  legs: CallLegs;
  facts: CallFacts;
  calls: CallControl;
  endCall: EndCall;
  clock: Clock;
  log: Logger;
  nodeId: string;
  absentAfterMs: number;
  orphanAfterMs: number;
}) => {
  /** Since when a talk of this node is seen without a stream; one that just ended is being settled by whoever ended it. */
  const streamless = new Map<string, number>();

  const isDeadNodes = (presence: Presence, now: number): boolean =>
    presence.nodeId !== deps.nodeId && now - (presence.aliveAt ?? presence.since) > deps.orphanAfterMs;

  const settleTalk = async (presence: Presence, attemptId: string, now: number): Promise<void> => {
    const ended = await deps.facts.ended(attemptId);
    if (ended !== null) {
      await deps.endCall(attemptId, ended.endedAt, ended.endReason);
      return;
    }
    const here = presence.nodeId === deps.nodeId;
    if (here && deps.legs.has(attemptId)) {
      streamless.delete(attemptId);
      if (!deps.life.hasSocket(presence.userId)) deps.lost.missed(presence.userId);
      return;
    }
    const missedAt = streamless.get(attemptId) ?? now;
    streamless.set(attemptId, missedAt);
    if (!(here && now - missedAt > deps.orphanAfterMs) && !isDeadNodes(presence, now)) return;
    deps.log.warn({ agentId: presence.userId, attemptId }, 'call without a stream ended');
    await deps.calls.hangUp(attemptId, 'system');
    await deps.endCall(attemptId, now, 'media-lost');
  };

  /** For a call that rings, or that is just being written down. */
  const isKept = async (attemptId: string, since: number, now: number): Promise<boolean> => {
    const stage = await deps.facts.stage(attemptId);
    return stage === 'ringing' || (stage === 'unknown' && now - since < heldUnseenMs);
  };

  const settle = async (presence: Presence, now: number): Promise<void> => {
    const { state, userId } = presence;
    switch (state.name) {
      case 'reserved':
        if (deps.offers.has(state.attemptId)) return;
        if (await isKept(state.attemptId, presence.since, now)) return;
        if (presence.nodeId === deps.nodeId || isDeadNodes(presence, now)) {
          await deps.floor.move(userId, { type: 'offerExpired', at: now, attemptId: state.attemptId });
        }
        return;
      case 'talking':
        await settleTalk(presence, state.attemptId, now);
        return;
      case 'wrapping_up':
        // Saved, and the process died before the agent was moved on.
        if (await deps.store.isWrappedUp(state.attemptId)) {
          const then = state.wish ?? ({ to: 'on_break', reason: 'technical' } as const);
          await deps.floor.move(userId, { type: 'wrapUpSaved', at: now, attemptId: state.attemptId, then });
        }
        return;
      case 'ready':
        if (deps.life.absentMs(userId) > deps.absentAfterMs) {
          await deps.floor.move(userId, { type: 'lost', at: now });
        }
        return;
      case 'on_break':
      case 'signed_out':
    }
  };

  return async (): Promise<void> => {
    const now = deps.clock();
    const doubtful = await deps.store.doubtful(now - deps.absentAfterMs);
    const talks = new Set(doubtful.map(({ state }) => (state.name === 'talking' ? state.attemptId : '')));
    for (const attemptId of streamless.keys()) if (!talks.has(attemptId)) streamless.delete(attemptId);
    for (const presence of doubtful) {
      try {
        await settle(presence, now);
      } catch (err) {
        deps.log.error({ err, agentId: presence.userId }, 'agent could not be settled');
      }
    }
  };
};
