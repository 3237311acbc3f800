import { chooseAgent, inOrder } from '../../domain/routing/choose-agent.ts';
import { claimAgents, type ClaimedAgents, type QueueClaim } from '../../domain/routing/queue-claims.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Candidates } from '../ports.ts';
import type { WaitingCaller } from './waiting-line.ts';

export type ReadClaims = () => Promise<ClaimedAgents>;

/** Whoever paces looks many times a second; who waits for whom is read so often at most while somebody waits. */
const holdsMs = 200;
/** Who is done with his talk is nearer than who is in it. */
const nearness = ['wrapping_up', 'talking'] as const;
const none: ClaimedAgents = { now: new Set(), next: new Set() };

/** Agents whom callers of this node's queue will have, chosen as they would be chosen for them: by queue, owner, team, skill and language. */
export function makeReadClaims(deps: {
  /** The longest wait first. */
  readonly waiting: () => readonly WaitingCaller[];
  readonly candidates: Pick<Candidates, 'forCaller'>;
  readonly clock: Clock;
  readonly settings: { readonly aliveForMs: number; readonly callerOwnerWaitMs: number };
}): ReadClaims {
  const { candidates, clock, settings } = deps;
  let held: { readonly of: string; readonly at: number; readonly claims: Promise<ClaimedAgents> } | null = null;

  async function claimOf(caller: WaitingCaller): Promise<QueueClaim> {
    const at = clock();
    const { needs, given } = caller;
    const only = given !== null && given.until > at ? given.agentId : null;
    const rules = { ...needs.rules, affinityMs: settings.callerOwnerWaitMs };
    const call = { ...needs, among: 'all', only, waitedMs: at - caller.arrivedAt } as const;
    const search = {
      ...{ ownerId: needs.ownerId, at, aliveSince: at - settings.aliveForMs, except: [] },
      balance: rules.balanceOccupancy,
    };
    const [here, everybody] = await Promise.all([
      candidates.forCaller(caller, only, search),
      candidates.forCaller(caller, only, { ...search, balance: false, everybody: true }),
    ]);
    const choice = chooseAgent(call, here, rules);
    if (choice.because === 'owner_is_coming') return { ready: [], busy: needs.ownerId === null ? [] : [needs.ownerId] };
    const fit = new Set(
      chooseAgent(call, everybody, rules).standings.flatMap(({ agentId, because }) =>
        because === 'not_ready' ? [agentId] : [],
      ),
    );
    const busy = everybody.filter(({ agentId, alive, leaving }) => fit.has(agentId) && alive && !leaving);
    return {
      ready: inOrder(choice),
      busy: nearness.flatMap((state) =>
        busy
          .filter((agent) => agent.state === state)
          .map(({ agentId }) => agentId)
          .sort(),
      ),
    };
  }

  return () => {
    const waiting = deps.waiting();
    if (waiting.length === 0) return Promise.resolve(none);
    const of = waiting.map(({ attemptId, given }) => `${attemptId} ${given?.agentId ?? ''}`).join();
    if (held !== null && held.of === of && Math.abs(clock() - held.at) < holdsMs) return held.claims;
    const claims = Promise.all(waiting.map(claimOf)).then(claimAgents);
    held = { of, at: clock(), claims };
    return claims;
  };
}
