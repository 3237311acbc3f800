import type { Instant } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { Floor } from './move-agent.ts';
import type { OfferBook } from './offer-book.ts';
import type { AgentScreens, CallFacts, CallLegs, PresenceStore } from './ports.ts';

export type EndCall = (attemptId: string, endedAt: Instant, endReason: string) => Promise<void>;

/**
 * A call is over, whoever says so first: the seeking stops, the agent's leg closes, the agent wraps up.
 * Stream, carrier and agent all report the same end; the second finds nothing to do.
 */
export const makeEndCall = (deps: {
  store: PresenceStore;
  floor: Floor;
  offers: OfferBook;
  legs: CallLegs;
  screens: AgentScreens;
  facts: CallFacts;
  clock: Clock;
  onEnded: (agentId: string, attemptId: string) => void;
}): EndCall => {
  const settle: EndCall = async (attemptId, endedAt, endReason) => {
    const presence = await deps.store.ofAttempt(attemptId);
    if (presence === null) return;
    const agentId = presence.userId;
    if (presence.state.name === 'reserved') {
      await deps.floor.move(agentId, { type: 'offerExpired', at: deps.clock(), attemptId });
      return;
    }
    if (presence.state.name !== 'talking') return;
    const reply = await deps.floor.move(agentId, { type: 'callEnded', at: deps.clock(), attemptId });
    if (reply.kind === 'refused') return;
    const said = await deps.facts.ended(attemptId);
    deps.screens.callEnded(agentId, {
      attemptId,
      endedAt: said?.endedAt ?? endedAt,
      endReason: said?.endReason ?? endReason,
    });
    deps.onEnded(agentId, attemptId);
  };
  return async (attemptId, endedAt, endReason) => {
    deps.legs.releaseAgent(attemptId);
    if (deps.offers.callOff(attemptId, () => settle(attemptId, endedAt, endReason))) return;
    await settle(attemptId, endedAt, endReason);
  };
};
