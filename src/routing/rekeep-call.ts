import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { Floor } from './move-agent.ts';
import type { OfferBook } from './offer-book.ts';
import type { CallFacts, Presence } from './ports.ts';
import type { ReserveAgent } from './reserve-agent.ts';

/**
 * The agent who is kept for a call is gone, or his page answers no more. While it rings another one is kept for it at
 * once; he is ready again in his old place, and gets nothing without proof of life. The call itself goes on: nobody is rung
 * anew. With nobody else free the answer goes to whoever is ready by then.
 */
export const makeRekeepCall =
  (deps: {
    readonly floor: Pick<Floor, 'move' | 'changed'>;
    readonly offers: Pick<OfferBook, 'has' | 'wake'>;
    readonly facts: Pick<CallFacts, 'stage' | 'answered'>;
    readonly agents: Pick<ReserveAgent, 'forCall'>;
    readonly clock: Clock;
    readonly log: Logger;
  }) =>
  async ({ userId, state }: Presence): Promise<void> => {
    if (state.name !== 'reserved') return;
    const { attemptId } = state;
    if (deps.offers.has(attemptId)) {
      // Whoever brings the two together looks at the agent himself.
      deps.offers.wake(attemptId);
      return;
    }
    if ((await deps.facts.stage(attemptId)) !== 'ringing') return;
    const call = await deps.facts.answered(attemptId);
    if (call === null) return;
    const freed = await deps.floor.move(userId, { type: 'offerExpired', at: deps.clock(), attemptId });
    if (freed.kind === 'refused') return;
    const wanted = { attemptId, needs: call.needs, waitedMs: Infinity, except: [userId] };
    const { agent } = await deps.agents.forCall(call.campaignId, wanted);
    if (agent !== null) deps.floor.changed(agent);
    deps.log.warn({ attemptId, agentId: userId, nextId: agent?.userId ?? null }, 'kept agent lost while it rings');
  };
