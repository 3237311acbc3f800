import { chooseAgent, inOrder, type AgentStanding, type RoutedCall } from '../domain/routing/choose-agent.ts';
import type { RoutingRules } from '../domain/routing/routing-rules.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { LifeBoard } from './life-board.ts';
import type {
  CallerFacts,
  CallNeeds,
  Candidates,
  CandidateSearch,
  FloorCandidate,
  Presence,
  PresenceStore,
} from './ports.ts';

export interface Reserved {
  /** Null: nobody now. */
  readonly agent: Presence | null;
  /** How long the call waits for its owner yet. */
  readonly waitMs: number;
}

export interface Wanted {
  readonly attemptId: string;
  readonly needs: CallNeeds;
  readonly among?: RoutedCall['among'];
  /** This one or nobody. */
  readonly only?: string | null;
  /** Since the answer, or a caller's arrival. */
  readonly waitedMs: number;
  readonly except?: readonly string[];
  /** Who was ready when this was last told; whoever became so since counts as one who writes up yet. Left out: as it is now. */
  readonly readyThen?: ReadonlySet<string> | null;
}

export interface ReserveAgent {
  /** For whoever we ring: agents of the campaign. */
  forCall(campaignId: string, wanted: Wanted): Promise<Reserved>;
  /** For whoever rings us; an owner who writes up is waited for `affinityMs`. */
  forCaller(caller: CallerFacts, affinityMs: number, wanted: Wanted): Promise<Reserved>;
}

const whyOf = (standings: readonly AgentStanding[], agentId: string): string =>
  standings.find((standing) => standing.agentId === agentId)?.because ?? 'unknown';

const notReadyYet = ({ state }: FloorCandidate): Partial<FloorCandidate> =>
  state === 'ready' ? { state: 'wrapping_up', readySince: null } : {};

/**
 * Reads who is there, lets the domain choose, and reserves the first of its order who is still free: whoever was taken
 * meanwhile leaves the order of the others as it was (AGT-13). One statement reads, one writes.
 */
export function makeReserveAgent(deps: {
  readonly store: Pick<PresenceStore, 'reserve'>;
  readonly candidates: Candidates;
  readonly life: Pick<LifeBoard, 'isAlive'>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly aliveForMs: number;
}): ReserveAgent {
  async function take(
    { attemptId, needs, among = 'all', only = null, waitedMs, except = [], readyThen = null }: Wanted,
    rules: RoutingRules,
    find: (search: CandidateSearch) => Promise<readonly FloorCandidate[]>,
  ): Promise<Reserved> {
    const at = deps.clock();
    const aliveSince = at - deps.aliveForMs;
    const { ownerId } = needs;
    const found = await find({ ownerId, at, aliveSince, except, balance: rules.balanceOccupancy });
    // They are all of this node, whose sockets know before the row does.
    const known = found.map((agent) => ({
      ...agent,
      ...(readyThen?.has(agent.agentId) === false ? notReadyYet(agent) : {}),
      alive: agent.alive && deps.life.isAlive(agent.agentId),
    }));
    const choice = chooseAgent({ ...needs, among, only, waitedMs }, known, rules);
    if (choice.agentId === null) return { agent: null, waitMs: choice.waitMs };
    const agent = await deps.store.reserve({ attemptId, order: inOrder(choice), at, aliveSince });
    if (agent !== null) {
      const because = whyOf(choice.standings, agent.userId);
      deps.log.info({ attemptId, agentId: agent.userId, because }, 'agent chosen');
    }
    return { agent, waitMs: 0 };
  }

  return {
    forCall: (campaignId, wanted) =>
      take(wanted, wanted.needs.rules, (search) => deps.candidates.ofCampaign(campaignId, search)),
    forCaller: (caller, affinityMs, wanted) =>
      take(wanted, { ...wanted.needs.rules, affinityMs }, (search) =>
        deps.candidates.forCaller(caller, wanted.only ?? null, search),
      ),
  };
}
