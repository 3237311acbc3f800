import type { Instant } from '../domain/vocabulary.ts';
import type { ClaimedAgents } from '../domain/routing/queue-claims.ts';
import type { Clock } from '../platform/clock.ts';
import type { ReadClaims } from './inbound/read-claims.ts';
import type { Floor } from './move-agent.ts';
import type { CallFacts, PresenceStore, RosterSeat } from './ports.ts';
import type { ReserveAgent } from './reserve-agent.ts';
import type { AgentPool } from './routing.ts';

/** Agents whom a caller will have are as good as taken: the ready ones now, the busy ones when they are done. */
function promised(seats: readonly RosterSeat[], { now, next }: ClaimedAgents): readonly RosterSeat[] {
  return seats.map((seat) => {
    if (seat.state === 'ready') return now.has(seat.agentId) ? { ...seat, state: 'reserved' } : seat;
    return next.has(seat.agentId) ? { ...seat, leaving: true } : seat;
  });
}

/** The floor as whoever paces sees it, and agents kept for calls that are still to be placed. */
export function makeAgentPool(deps: {
  readonly store: Pick<PresenceStore, 'figures' | 'roster' | 'sharedFloors' | 'ofAttempt'>;
  readonly floor: Pick<Floor, 'changed' | 'move' | 'onChange'>;
  readonly facts: Pick<CallFacts, 'needs'>;
  readonly agents: ReserveAgent;
  readonly claims: ReadClaims;
  /** Of the campaign's agents those who could take none of its calls, and those who could take some of them alone. */
  readonly lackOfLanguage: (
    campaignId: string,
  ) => Promise<{ readonly unfit: readonly string[]; readonly partly: ReadonlySet<string> }>;
  readonly clock: Clock;
  readonly aliveForMs: number;
}): AgentPool {
  const { store, floor, clock } = deps;
  const aliveSince = (): Instant => clock() - deps.aliveForMs;
  return {
    async snapshot(campaignId) {
      const { unfit, partly } = await deps.lackOfLanguage(campaignId);
      const [figures, { now }] = await Promise.all([store.figures(campaignId, aliveSince(), unfit), deps.claims()]);
      if (now.size === 0 && partly.size === 0) return { ...figures, languagesDiffer: false };
      const { seats } = await store.roster(campaignId, aliveSince(), unfit);
      const taken = seats.filter(({ state, agentId }) => state === 'ready' && now.has(agentId)).length;
      const languagesDiffer = seats.some(({ agentId }) => partly.has(agentId));
      return { ...figures, ready: Math.max(0, figures.ready - taken), languagesDiffer };
    },
    async roster(campaignId) {
      const since = aliveSince();
      const { unfit, partly } = await deps.lackOfLanguage(campaignId);
      const [{ seats, lifeless }, shared, claims] = await Promise.all([
        store.roster(campaignId, since, unfit),
        store.sharedFloors(campaignId, since, unfit),
        deps.claims(),
      ]);
      const languagesDiffer = seats.some(({ agentId }) => partly.has(agentId));
      return { seats: promised(seats, claims), lifeless, shared, languagesDiffer };
    },
    async hold({ attemptId, caseId, campaignId, agentId, among = 'all', lineId = null }) {
      const needs = await deps.facts.needs({ caseId, campaignId, lineId });
      if (needs === null) return null;
      // Nobody is on the line yet: there is nothing to wait for the owner with.
      const wanted = { attemptId, needs, among, only: agentId ?? null, waitedMs: Infinity };
      const { agent } = await deps.agents.forCall(campaignId, wanted);
      if (agent === null) return null;
      floor.changed(agent);
      return agent.userId;
    },
    async release(attemptId) {
      const agent = await store.ofAttempt(attemptId);
      if (agent?.state.name !== 'reserved') return;
      await floor.move(agent.userId, { type: 'offerExpired', at: clock(), attemptId });
    },
    onChange: (listener) => floor.onChange(() => listener()),
  };
}
