import type { Instant } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { Floor } from './move-agent.ts';
import type { CallFacts, PresenceStore, RosterSeat } from './ports.ts';
import type { ReserveAgent } from './reserve-agent.ts';
import type { AgentPool } from './routing.ts';

/** Callers who wait get the next agents that are ready: they are as good as taken. */
function promised(seats: readonly RosterSeat[], callers: number): readonly RosterSeat[] {
  let left = callers;
  return seats.map((seat) => (seat.state === 'ready' && left-- > 0 ? { ...seat, state: 'reserved' } : seat));
}

/** The floor as whoever paces sees it, and agents kept for calls that are still to be placed. */
export function makeAgentPool(deps: {
  readonly store: Pick<PresenceStore, 'figures' | 'roster' | 'sharedFloors' | 'ofAttempt'>;
  readonly floor: Pick<Floor, 'changed' | 'move' | 'onChange'>;
  readonly facts: Pick<CallFacts, 'needs'>;
  readonly agents: ReserveAgent;
  readonly waitingFor: (campaignId: string) => number;
  readonly clock: Clock;
  readonly aliveForMs: number;
}): AgentPool {
  const { store, floor, clock } = deps;
  const aliveSince = (): Instant => clock() - deps.aliveForMs;
  return {
    async snapshot(campaignId) {
      const figures = await store.figures(campaignId, aliveSince());
      return { ...figures, ready: Math.max(0, figures.ready - deps.waitingFor(campaignId)) };
    },
    async roster(campaignId) {
      const since = aliveSince();
      const [{ seats, lifeless }, shared] = await Promise.all([
        store.roster(campaignId, since),
        store.sharedFloors(campaignId, since),
      ]);
      return { seats: promised(seats, deps.waitingFor(campaignId)), lifeless, shared };
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
