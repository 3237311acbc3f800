import type { CallCard } from '../contract/agent.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { HistogramMetric } from '../platform/metrics.ts';
import type { LifeBoard } from './life-board.ts';
import type { Floor } from './move-agent.ts';
import type { Offer } from './offer-book.ts';
import type { AgentScreens, CallControl, CallLegs, CaseCards, Presence } from './ports.ts';

export type Given =
  | { readonly kind: 'connected'; readonly connectedAt: Instant }
  /** The agent's page is gone or answers no more; he keeps his place. */
  | { readonly kind: 'next' }
  | { readonly kind: 'called-off' }
  /** The far side was faster. */
  | { readonly kind: 'ended' };

export interface GiveCall {
  /** Puts a call, whose stream is here, through to the agent reserved for it. */
  give(handover: {
    readonly offer: Offer;
    readonly agent: Presence;
    readonly answeredAt: Instant;
    readonly card: Promise<CallCard | null>;
  }): Promise<Given>;
  /** The reservation came to nothing: the agent is ready in his old place. */
  giveBack(attemptId: string, agent: Presence): Promise<unknown>;
  /** Never fails: a call without a card is better than no call. */
  drawCard(attemptId: string): Promise<CallCard | null>;
}

export function makeGiveCall(deps: {
  readonly floor: Floor;
  readonly life: LifeBoard;
  readonly calls: CallControl;
  readonly cards: CaseCards;
  readonly legs: CallLegs;
  readonly screens: AgentScreens;
  readonly clock: Clock;
  readonly log: Logger;
  readonly cardMs: HistogramMetric<Record<never, never>>;
  /** The agent's socket broke between reservation and talk. */
  readonly onAgentGone: (agentId: string, attemptId: string) => void;
}): GiveCall {
  const { clock, log } = deps;
  const giveBack = (attemptId: string, agent: Presence) =>
    deps.floor.move(agent.userId, { type: 'offerExpired', at: clock(), attemptId }, agent);
  return {
    giveBack,
    drawCard: (attemptId) =>
      deps.cards.cardFor(attemptId).catch((err: unknown) => {
        log.error({ err, attemptId }, 'call card could not be drawn');
        return null;
      }),
    async give({ offer, agent, answeredAt, card }) {
      const { attemptId } = offer;
      const agentId = agent.userId;
      if (offer.calledOff || !deps.life.isAlive(agentId)) {
        await giveBack(attemptId, agent);
        return { kind: offer.calledOff ? 'called-off' : 'next' };
      }
      const connectedAt = clock();
      if ((await deps.calls.connected(attemptId, agentId, connectedAt)) === 'ended') {
        await giveBack(attemptId, agent);
        return { kind: 'ended' };
      }
      // Stored; from here on nothing keeps the two apart. The agent's own row follows while they greet each other.
      const joined = deps.legs.connect(attemptId, agentId);
      const shown = card.then((drawn) => {
        if (drawn === null) return;
        deps.screens.callConnected(agentId, { ...drawn, answeredAt, connectedAt, endedAt: null, onHold: false });
        deps.cardMs.observe({}, clock() - answeredAt);
      });
      await Promise.all([deps.floor.move(agentId, { type: 'connect', at: connectedAt, attemptId }, agent), shown]);
      log.info({ attemptId, agentId, waitMs: connectedAt - answeredAt, joined }, 'call connected');
      if (joined === 'no-agent') deps.onAgentGone(agentId, attemptId);
      return { kind: 'connected', connectedAt };
    },
  };
}
