import type { CallCard } from '../contract/agent.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { CounterMetric, HistogramMetric } from '../platform/metrics.ts';
import type { LifeBoard } from './life-board.ts';
import type { Floor } from './move-agent.ts';
import type { Offer, OfferBook } from './offer-book.ts';
import type {
  AgentScreens,
  AnsweredCall,
  CallControl,
  CallFacts,
  CallLegs,
  CaseCards,
  Presence,
  PresenceStore,
} from './ports.ts';

export const offerOutcomes = ['owner', 'longest_ready', 'abandoned', 'callee_left', 'not_ours'] as const;

export interface OfferCallDeps {
  readonly store: PresenceStore;
  readonly floor: Floor;
  readonly life: LifeBoard;
  readonly offers: OfferBook;
  readonly facts: CallFacts;
  readonly calls: CallControl;
  readonly cards: CaseCards;
  readonly legs: CallLegs;
  readonly screens: AgentScreens;
  readonly clock: Clock;
  readonly log: Logger;
  readonly outcomes: CounterMetric<{ readonly outcome: typeof offerOutcomes }>;
  readonly waitMs: HistogramMetric<Record<never, never>>;
  readonly cardMs: HistogramMetric<Record<never, never>>;
  readonly answerLimitMs: number;
  readonly ownerWaitMs: number;
  readonly aliveForMs: number;
  /** The agent's socket broke between reservation and talk. */
  readonly onAgentGone: (agentId: string, attemptId: string) => void;
}

/** How long the floor is left alone before it is asked again without news. */
const lookAgainMs = 250;

/**
 * The callee answered: owner first, else the longest ready; nobody within the limit is an abandoned call.
 * Stored before a word is exchanged: a crash at any line leaves a call that the sweep or the carrier ends.
 */
export const makeOfferCall = (deps: OfferCallDeps) => {
  const { calls, clock, legs, store } = deps;

  const seek = async (offer: Offer, answeredAt: Instant, callSid: string): Promise<void> => {
    const { attemptId } = offer;
    const live = calls.mediaStarted(attemptId, answeredAt, callSid);
    live.catch(() => undefined);
    const call = await deps.facts.answered(attemptId);
    if (call === null) {
      await turnAway(attemptId);
      return;
    }
    const card = deps.cards.cardFor(attemptId).catch((err: unknown) => {
      deps.log.error({ err, attemptId }, 'call card could not be drawn');
      return null;
    });
    const deadline = answeredAt + deps.answerLimitMs;
    const ownerUntil = ownerIsComing(call) ? answeredAt + deps.ownerWaitMs : answeredAt;
    const refusedBy: string[] = [];
    while (!offer.calledOff) {
      const ownerMs = ownerUntil - clock();
      const agent = await reserve(call, ownerMs > 0, refusedBy);
      if ((await live) !== 'live') {
        if (agent !== null) await giveBack(attemptId, agent);
        await turnAway(attemptId);
        return;
      }
      if (agent !== null) {
        if ((await give(offer, call, agent, answeredAt, card)) === 'done') return;
        refusedBy.push(agent.userId);
        continue;
      }
      const leftMs = deadline - clock();
      if (leftMs <= 0) {
        if (!offer.calledOff) await abandon(call);
        return;
      }
      await offer.wait(Math.min(leftMs, ownerMs > 0 ? ownerMs : lookAgainMs));
    }
    deps.outcomes.inc({ outcome: 'callee_left' });
  };

  const turnAway = async (attemptId: string): Promise<void> => {
    deps.outcomes.inc({ outcome: 'not_ours' });
    deps.log.warn({ attemptId }, 'stream of a call that nobody waits for');
    legs.leaveToCarrier(attemptId);
    await calls.hangUp(attemptId, 'system');
  };

  const giveBack = (attemptId: string, agent: Presence) =>
    deps.floor.move(agent.userId, { type: 'offerExpired', at: clock(), attemptId }, agent);

  /** Only an owner who is writing up another call can become free in a moment. */
  const ownerIsComing = (call: AnsweredCall): boolean =>
    call.ownerIsWrappingUp && call.ownerId !== null && deps.life.isAlive(call.ownerId);

  const reserve = (call: AnsweredCall, ownerOnly: boolean, except: readonly string[]): Promise<Presence | null> => {
    const at = clock();
    return store.reserve({
      attemptId: call.attemptId,
      campaignId: call.campaignId,
      ownerId: call.ownerId,
      ownerOnly,
      at,
      aliveSince: at - deps.aliveForMs,
      except,
    });
  };

  const give = async (
    offer: Offer,
    call: AnsweredCall,
    agent: Presence,
    answeredAt: Instant,
    card: Promise<CallCard | null>,
  ): Promise<'done' | 'next'> => {
    const { attemptId } = call;
    const agentId = agent.userId;
    if (offer.calledOff || !deps.life.hasSocket(agentId)) {
      await giveBack(attemptId, agent);
      return offer.calledOff ? 'done' : 'next';
    }
    const connectedAt = clock();
    if ((await calls.connected(attemptId, agentId, connectedAt)) === 'ended') {
      deps.outcomes.inc({ outcome: 'callee_left' });
      await giveBack(attemptId, agent);
      return 'done';
    }
    // Stored; from here on nothing keeps the two apart. The agent's own row follows while they greet each other.
    const joined = legs.connect(attemptId, agentId);
    const shown = card.then((drawn) => {
      if (drawn === null) return;
      deps.screens.callConnected(agentId, { ...drawn, answeredAt, connectedAt, endedAt: null, onHold: false });
      deps.cardMs.observe({}, clock() - answeredAt);
    });
    await Promise.all([deps.floor.move(agentId, { type: 'connect', at: connectedAt, attemptId }, agent), shown]);
    deps.waitMs.observe({}, connectedAt - answeredAt);
    deps.outcomes.inc({ outcome: agentId === call.ownerId ? 'owner' : 'longest_ready' });
    deps.log.info({ attemptId, agentId, waitMs: connectedAt - answeredAt, joined }, 'call connected');
    if (joined === 'no-agent') deps.onAgentGone(agentId, attemptId);
    return 'done';
  };

  const abandon = async (call: AnsweredCall): Promise<void> => {
    const { attemptId, treatment } = call;
    deps.outcomes.inc({ outcome: 'abandoned' });
    deps.log.warn({ attemptId, treatment }, 'call abandoned: nobody within the limit');
    await calls.abandoned(attemptId, clock(), treatment);
    // What follows the stream in the call's instructions is the message, or the end.
    legs.leaveToCarrier(attemptId);
  };

  return (attemptId: string, answeredAt: Instant, callSid: string): Promise<void> =>
    deps.offers.run(attemptId, (offer) => seek(offer, answeredAt, callSid));
};
