import { chooseAgent, inOrder } from '../../domain/routing/choose-agent.ts';
import {
  claimAgents,
  mergeClaims,
  type CallerClaim,
  type ClaimedAgents,
  type QueueClaim,
} from '../../domain/routing/queue-claims.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import type { BoardCaller, Candidates, QueueBoard } from '../ports.ts';
import type { WaitingCaller } from './waiting-line.ts';

export type ReadClaims = () => Promise<ClaimedAgents>;

export interface QueueClaims {
  /** Agents whom the callers of all nodes' queues will have. */
  readonly read: ReadClaims;
  /** Callers of other nodes, as these said last. */
  readonly others: () => Promise<readonly BoardCaller[]>;
  /** How many callers of other nodes, who are not in this one's line too, have waited longer. */
  readonly aheadElsewhere: (caller: WaitingCaller) => Promise<number>;
  /** Tells the other nodes who waits here. True: it is news. */
  say(): Promise<boolean>;
}

/** Whoever paces looks many times a second; who waits for whom is read so often at most. */
const holdsMs = 200;
/** What a node said counts for so long: one that died is forgotten, one that says it every second is not. */
export const saidCountsMs = 3_000;
/** Each caller before somebody takes one agent at most; more callers than these are told with fewer names than that. */
const mostNamed = 50;
/** Who is done with his talk is nearer than who is in it. */
const nearness = ['wrapping_up', 'talking'] as const;

/** Keeps what was read for a moment, as long as it is of the same. */
function held<T>(clock: Clock, read: () => Promise<T>): (of: string) => Promise<T> {
  let last: { readonly of: string; readonly at: Instant; readonly value: Promise<T> } | null = null;
  return (of) => {
    if (last !== null && last.of === of && Math.abs(clock() - last.at) < holdsMs) return last.value;
    last = { of, at: clock(), value: read() };
    return last.value;
  };
}

/** Whom the callers of each node's queue will have, chosen as they would be chosen for them: by queue, owner, team, skill and language. */
export function makeReadClaims(deps: {
  /** The longest wait first. */
  readonly waiting: () => readonly WaitingCaller[];
  readonly candidates: Pick<Candidates, 'forCaller'>;
  readonly board: QueueBoard;
  readonly clock: Clock;
  readonly settings: { readonly aliveForMs: number; readonly callerOwnerWaitMs: number };
}): QueueClaims {
  const { board, candidates, clock, settings } = deps;
  /** A kept place has an id of its own at every node that would serve it. */
  const nameOf = ({ attemptId, callbackId }: WaitingCaller): string => callbackId ?? attemptId;
  const givenTo = ({ given }: WaitingCaller): string | null =>
    given !== null && given.until > clock() ? given.agentId : null;

  async function claimOf(caller: WaitingCaller): Promise<QueueClaim> {
    const at = clock();
    const { needs } = caller;
    const only = givenTo(caller);
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
    // Whoever is on another node can have him only if a supervisor gave him to this very one.
    const busy = everybody.filter(
      (agent) => fit.has(agent.agentId) && agent.alive && !agent.leaving && (agent.here || only !== null),
    );
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

  const own = held(clock, () =>
    Promise.all(
      deps.waiting().map(async (caller): Promise<BoardCaller> => {
        const claim: CallerClaim = { caller: nameOf(caller), since: caller.arrivedAt, ...(await claimOf(caller)) };
        return { ...claim, givenTo: givenTo(caller) };
      }),
    ),
  );
  const readOwn = (): Promise<readonly BoardCaller[]> =>
    own(
      deps
        .waiting()
        .map(({ attemptId, given }) => `${attemptId} ${given?.agentId ?? ''}`)
        .join(),
    );
  const readOthers = held(clock, () => board.others(clock() - saidCountsMs));

  const others = async (): Promise<readonly BoardCaller[]> => (await readOthers('')).flat();

  let saidLast = '[]';
  return {
    async read() {
      const [here, elsewhere] = await Promise.all([readOwn(), readOthers('')]);
      return claimAgents(mergeClaims([here, ...elsewhere]));
    },
    others,
    async aheadElsewhere({ arrivedAt }) {
      const here = new Set(deps.waiting().map(nameOf));
      const ahead = (await others()).filter(({ caller, since }) => since < arrivedAt && !here.has(caller));
      return new Set(ahead.map(({ caller }) => caller)).size;
    },
    async say() {
      const claims = await readOwn();
      const most = Math.min(claims.length, mostNamed);
      const callers = claims.map((claim) => ({
        ...claim,
        ready: claim.ready.slice(0, most),
        busy: claim.busy.slice(0, most),
      }));
      const saying = JSON.stringify(callers);
      const isNews = saying !== saidLast;
      if (!isNews && callers.length === 0) return false;
      await board.say(callers, clock());
      saidLast = saying;
      return isNews;
    },
  };
}
