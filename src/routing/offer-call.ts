import type { Instant } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { CounterMetric, HistogramMetric } from '../platform/metrics.ts';
import type { GiveCall } from './give-call.ts';
import type { Offer, OfferBook } from './offer-book.ts';
import type { AnsweredCall, CallControl, CallFacts, CallLegs, Presence, PresenceStore } from './ports.ts';
import type { ReserveAgent, Reserved } from './reserve-agent.ts';

export const offerOutcomes = [
  'owner',
  'known_third_party',
  'other_agent',
  'abandoned',
  'callee_left',
  'not_ours',
] as const;

export interface OfferCallDeps extends GiveCall {
  readonly store: Pick<PresenceStore, 'ofAttempt'>;
  readonly agents: ReserveAgent;
  readonly offers: OfferBook;
  readonly facts: CallFacts;
  readonly calls: CallControl;
  readonly legs: CallLegs;
  readonly clock: Clock;
  readonly log: Logger;
  readonly outcomes: CounterMetric<{ readonly outcome: typeof offerOutcomes }>;
  readonly waitMs: HistogramMetric<Record<never, never>>;
  readonly answerLimitMs: number;
}

function outcomeOf(kind: 'connected' | 'ended', { userId }: Presence, { needs }: AnsweredCall) {
  if (kind === 'ended') return 'callee_left';
  if (userId === needs.knownTo) return 'known_third_party';
  return userId === needs.ownerId ? 'owner' : 'other_agent';
}

/** How long the floor is left alone before it is asked again without news. */
const lookAgainMs = 250;

/**
 * The callee answered: whoever was kept for the call, else whom the rules choose (AGT-10); nobody within the limit is an abandoned call.
 * Stored before a word is exchanged: a crash at any line leaves a call that the sweep or the carrier ends.
 */
export const makeOfferCall = (deps: OfferCallDeps) => {
  const { calls, clock, legs, store } = deps;

  const seek = async (offer: Offer, answeredAt: Instant, callSid: string): Promise<void> => {
    const { attemptId } = offer;
    const live = calls.mediaStarted(attemptId, answeredAt, callSid);
    live.catch(() => undefined);
    const [call, kept] = await Promise.all([deps.facts.answered(attemptId), heldFor(attemptId)]);
    if (call === null) {
      await turnAway(attemptId);
      return;
    }
    const card = deps.drawCard(attemptId);
    let held = kept;
    const deadline = answeredAt + deps.answerLimitMs;
    const refusedBy: string[] = [];
    while (!offer.calledOff) {
      const found: Reserved = held === null ? await reserve(call, answeredAt, refusedBy) : { agent: held, waitMs: 0 };
      // Another one may have been kept for it while the first was being lost.
      const agent: Presence | null = found.agent ?? (await heldFor(attemptId));
      held = null;
      if ((await live) !== 'live') {
        if (agent !== null) await deps.giveBack(attemptId, agent);
        await turnAway(attemptId);
        return;
      }
      if (agent !== null) {
        const given = await deps.give({ offer, agent, answeredAt, card });
        if (given.kind === 'next') {
          refusedBy.push(agent.userId);
          continue;
        }
        if (given.kind === 'connected') deps.waitMs.observe({}, given.connectedAt - answeredAt);
        if (given.kind !== 'called-off') deps.outcomes.inc({ outcome: outcomeOf(given.kind, agent, call) });
        return;
      }
      const leftMs = deadline - clock();
      if (leftMs <= 0) {
        if (!offer.calledOff) await abandon(call);
        return;
      }
      await offer.wait(Math.min(leftMs, found.waitMs > 0 ? found.waitMs : lookAgainMs));
    }
    deps.outcomes.inc({ outcome: 'callee_left' });
  };

  const turnAway = async (attemptId: string): Promise<void> => {
    deps.outcomes.inc({ outcome: 'not_ours' });
    deps.log.warn({ attemptId }, 'stream of a call that nobody waits for');
    legs.leaveToCarrier(attemptId);
    await calls.hangUp(attemptId, 'system');
  };

  /** Agent-reserved dialing: whoever was kept for this call before it was placed. */
  const heldFor = async (attemptId: string): Promise<Presence | null> => {
    const agent = await store.ofAttempt(attemptId);
    return agent?.state.name === 'reserved' ? agent : null;
  };

  const reserve = (call: AnsweredCall, answeredAt: Instant, except: readonly string[]): Promise<Reserved> =>
    deps.agents.forCall(call.campaignId, {
      attemptId: call.attemptId,
      needs: call.needs,
      waitedMs: clock() - answeredAt,
      except,
    });

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
