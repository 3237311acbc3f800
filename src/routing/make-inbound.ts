import type { WaitingCalls } from '../contract/inbound.ts';
import { expectedWaitMs } from '../domain/inbound-call.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import type { Logger } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { NodeWires } from '../platform/node-wires.ts';
import type { GiveCall } from './give-call.ts';
import { makeGuestCallers } from './inbound/guest-callers.ts';
import { makeKeptPlaces } from './inbound/kept-places.ts';
import { makeReadClaims, type ReadClaims } from './inbound/read-claims.ts';
import { inboundOutcomes, makeSeekAgent } from './inbound/seek-agent.ts';
import { makeTellQueue } from './inbound/tell-queue.ts';
import { WaitingLine, type WaitingCaller } from './inbound/waiting-line.ts';
import type { LifeBoard } from './life-board.ts';
import type { OfferBook } from './offer-book.ts';
import type {
  After,
  AgentScreens,
  Candidates,
  CallLegs,
  InboundCalls,
  Nudges,
  QueueBoard,
  QueueFacts,
} from './ports.ts';
import type { ReserveAgent } from './reserve-agent.ts';
import type { CallerStanding, RoutingSettings } from './routing.ts';

const waitBuckets = [500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 120_000, 300_000, 600_000];
/** The owner's time, and what another node or a crash left behind, are looked at so often while somebody waits. */
const lookEveryMs = 500;
/** An agent whose page was gone is sought out again after so long. */
const refusalMs = 3_000;
/** A caller who was given to an agent waits for him so long, then for whoever is free. */
const givenForMs = 120_000;
/** Places that are kept are looked for as often while nobody waits on the line. */
const lookForPlacesMs = 2_000;
const handlingWindowMs = 2 * 60 * 60_000;

export interface InboundDesk {
  standing(call: { readonly attemptId: string; readonly arrivedAt: Instant }): Promise<CallerStanding>;
  /** False: no caller of this node's queue. Otherwise resolves when the call is with an agent or over. */
  streamStarted(attemptId: string, at: Instant, callSid: string): Promise<void> | false;
  /** He waits no longer. Resolves when nothing is sought for him any more. */
  leave(attemptId: string): Promise<void>;
  /** Everybody who waits, with place and expected wait. */
  waiting(): Promise<WaitingCalls>;
  /**
   * He goes to this agent before others do, on whichever node that one is, or, with null, to whoever is free. False: his call
   * did not come to this node, or he waits no more.
   */
  give(attemptId: string, agentId: string | null): Promise<boolean>;
  /** Agents who are free go to callers first. */
  serve(): Promise<void>;
  /** Agents whom the callers of all nodes who have none yet will have. */
  readonly claims: ReadClaims;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function makeInboundDesk(
  deps: GiveCall & {
    readonly agents: ReserveAgent;
    readonly offers: OfferBook;
    readonly life: LifeBoard;
    readonly queue: QueueFacts;
    readonly candidates: Pick<Candidates, 'forCaller'>;
    readonly inbound: InboundCalls;
    readonly board: QueueBoard;
    readonly wires: NodeWires;
    readonly nudges: Pick<Nudges, 'tell'>;
    readonly nodeId: string;
    readonly publicUrl: string;
    readonly mediaStarted: (attemptId: string, at: Instant, callSid: string) => Promise<unknown>;
    readonly legs: CallLegs;
    readonly screens: AgentScreens;
    readonly clock: Clock;
    readonly after: After;
    readonly log: Logger;
    readonly metrics: Metrics;
    readonly settings: Pick<RoutingSettings, 'aliveForMs' | 'callerOwnerWaitMs' | 'streamWithinMs'>;
  },
): InboundDesk {
  const { clock, log, offers, queue, settings } = deps;
  let cancelLook: (() => void) | null = null;
  let stopped = false;
  const stays = new Map<string, Promise<void>>();

  /** Counted in the database: there may be callers on other nodes. */
  const show = (): void => {
    queue.waiting().then(
      (calls) => deps.screens.callersWaiting({ waiting: calls.length, since: calls[0]?.arrivedAt ?? null }),
      (err: unknown) => log.error({ err }, 'callers who wait were not shown'),
    );
  };
  const line: WaitingLine = new WaitingLine({
    clock,
    readyNow: () => queue.readyHere(),
    async reserve(caller, readyThen) {
      const at = clock();
      if (caller.given !== null && caller.given.until <= at) caller.given = null;
      await lendToOwner(caller, at);
      // A guest is for the one whom he was given to, and for nobody else here, unless he is for whoever is free.
      if (caller.host !== null && caller.given === null && !caller.open) return null;
      const { agent, waitMs } = await deps.agents.forCaller(caller, settings.callerOwnerWaitMs, {
        attemptId: caller.attemptId,
        needs: caller.needs,
        only: caller.given?.agentId ?? null,
        waitedMs: at - caller.arrivedAt,
        readyThen,
        // Whoever has given a sign of life again may have him: the caller does not lose his place for a moment's silence.
        except: caller.refusedBy
          .filter((refusal) => at - refusal.at < refusalMs && !deps.life.isAlive(refusal.agentId))
          .map(({ agentId }) => agentId),
      });
      if (caller.host === null) {
        // Once the carrier brings his audio here it stays here.
        const stays = caller.stream !== null || caller.bringUntil !== null || caller.given !== null;
        const isAnybodys = agent === null && waitMs === 0 && !stays;
        // Nobody else is to be kept for him meanwhile.
        if (caller.open && agent !== null) guests.takeBack(caller);
        caller.open = isAnybodys;
      }
      return agent;
    },
    onServed: (caller) => {
      if (caller.callbackId !== null) {
        void ringBack(caller, caller.callbackId);
        return;
      }
      // Whoever answers the carrier's question this very moment says so himself.
      if (caller.asking > 0) caller.bringUntil = clock() + settings.streamWithinMs;
      offers.wake(caller.attemptId);
    },
    onChange: () => {
      show();
      telling.changed();
    },
  });
  const claims = makeReadClaims({
    waiting: () => line.waiting(),
    candidates: deps.candidates,
    board: deps.board,
    clock,
    settings,
  });
  const telling = makeTellQueue({ ...deps, line: () => line, claims });
  const guests = makeGuestCallers({
    ...deps,
    line,
    admit: (facts, arrivedAt, host) => begin(line.join(facts, arrivedAt, { host })),
    dismiss(caller) {
      caller.movedOn = true;
      offers.callOff(caller.attemptId, () => Promise.resolve());
    },
    serve: () => serve(),
  });
  /** INB-6 across nodes: an owner who is free elsewhere, or writes up another call, has his caller's first moments too. */
  async function lendToOwner(caller: WaitingCaller, at: Instant): Promise<void> {
    const { ownerId, host, callbackId, ownerSought } = caller;
    const until = caller.arrivedAt + settings.callerOwnerWaitMs;
    if (ownerSought || ownerId === null || host !== null || callbackId !== null || caller.given !== null || until <= at)
      return;
    caller.ownerSought = true;
    if (!(await queue.comesElsewhere(ownerId, at - settings.aliveForMs))) return;
    caller.given = { agentId: ownerId, until };
    guests.lend();
  }
  deps.metrics.observedGauge(
    { name: 'callers_waiting_count', help: 'Inbound callers of this node who wait for an agent.' },
    () => line.waiting().filter(({ host }) => host === null).length,
  );
  const seek = makeSeekAgent({
    ...deps,
    line,
    bringIn: (caller) =>
      caller.host === null ? deps.inbound.bringIn(caller.attemptId) : guests.bring(caller, caller.host),
    outcomes: deps.metrics.counter(
      { name: 'inbound_calls_total', help: 'Inbound callers by what became of them.' },
      { outcome: inboundOutcomes },
    ),
    waitMs: deps.metrics.histogram(
      { name: 'inbound_wait_ms', help: 'From the caller’s arrival to an agent on the line.', buckets: waitBuckets },
      {},
    ),
    streamWithinMs: settings.streamWithinMs,
  });

  /** The call is the dialer's from here on, with the agent kept for it; if it may not be placed, he is free again. */
  async function ringBack(caller: WaitingCaller, callbackId: string): Promise<void> {
    const { attemptId, agent } = caller;
    try {
      const reply = await deps.inbound.ringBack({ callbackId, attemptId });
      if (reply === 'refused' && agent !== null) await deps.giveBack(attemptId, agent);
    } catch (err) {
      log.error({ err, callbackId }, 'somebody who kept his place could not be rung');
    } finally {
      line.leave(attemptId);
    }
  }

  const sync = makeKeptPlaces({ queue, line, clock, newId });
  const serveLine = (): Promise<void> =>
    line.serve().catch((err: unknown) => log.error({ err }, 'callers could not be served; they are looked at again'));
  const unread = (err: unknown): void =>
    log.error({ err }, 'kept places, or who was served elsewhere, could not be read');
  /** Before anybody on the line is served, whoever left it a moment ago and kept his place has it again. */
  const serve = (): Promise<void> => (line.count > 0 ? sync() : Promise.resolve()).catch(unread).then(serveLine);
  const look = (): void => {
    cancelLook = null;
    guests.lend();
    guests.expire();
    void Promise.all([sync(), telling.now()]).catch(unread).then(serveLine).finally(keepLooking);
  };
  const keepLooking = (): void => {
    if (stopped || cancelLook !== null) return;
    cancelLook = deps.after(line.count > 0 ? lookEveryMs : lookForPlacesMs, look);
  };

  async function join(attemptId: string, arrivedAt: Instant) {
    const facts = await queue.caller(attemptId);
    const known = line.find(attemptId);
    if (facts === null || known !== undefined) return known;
    return begin(line.join(facts, arrivedAt));
  }

  function begin(caller: WaitingCaller): WaitingCaller {
    const { attemptId } = caller;
    const stay = seek(caller)
      .catch((err: unknown) => log.error({ err, attemptId }, 'a caller could not be brought to an agent'))
      .finally(() => {
        stays.delete(attemptId);
        if (caller.host === null && (caller.given !== null || caller.open)) guests.takeBack(caller);
      });
    stays.set(attemptId, stay);
    // Somebody waits: sooner than for places alone.
    cancelLook?.();
    cancelLook = null;
    keepLooking();
    return caller;
  }

  return {
    serve,
    async standing({ attemptId, arrivedAt }) {
      const caller = line.find(attemptId) ?? (await join(attemptId, arrivedAt));
      if (caller === undefined) return { kind: 'gone' };
      if (caller.agent !== null) return { kind: 'coming' };
      caller.asking += 1;
      try {
        await serve();
      } finally {
        caller.asking -= 1;
      }
      if (line.find(attemptId) !== caller) return { kind: 'gone' };
      if (caller.agent !== null) return { kind: 'agent' };
      const [{ agents, meanMs }, ahead] = await Promise.all([
        queue.handling(caller, clock() - handlingWindowMs),
        claims.aheadElsewhere(caller),
      ]);
      const position = Math.max(1, line.positionOf(caller)) + ahead;
      return { kind: 'waiting', position, waitMs: expectedWaitMs({ position, agents, meanHandlingMs: meanMs }) };
    },
    async waiting() {
      const [queued, agents, elsewhere] = await Promise.all([queue.waiting(), queue.atWork(), claims.others()]);
      const givenThere = new Map(elsewhere.map(({ caller, givenTo }) => [caller, givenTo]));
      const names = new Map(agents.map(({ agentId, displayName }) => [agentId, displayName]));
      const known = new Map<string, ReturnType<QueueFacts['handling']>>();
      const calls = queued.map(async ({ facts, ...call }, index) => {
        const { campaignId, ownerId, teamId, queueTeamId } = facts;
        const key = [campaignId, ownerId, teamId, queueTeamId].join(' ');
        const handling = known.get(key) ?? queue.handling(facts, clock() - handlingWindowMs);
        known.set(key, handling);
        const { agents: able, meanMs } = await handling;
        const position = index + 1;
        const { attemptId } = facts;
        const given = line.find(attemptId)?.given?.agentId ?? givenThere.get(attemptId) ?? null;
        return {
          ...call,
          position,
          expectedWaitMs: expectedWaitMs({ position, agents: able, meanHandlingMs: meanMs }),
          assignedTo: given === null ? null : (names.get(given) ?? null),
        };
      });
      return { calls: await Promise.all(calls), agents: [...agents] };
    },
    async give(attemptId, agentId) {
      const caller = line.find(attemptId);
      // A guest is given to another one where he is at home.
      if (caller?.host !== null) return false;
      caller.given = agentId === null ? null : { agentId, until: clock() + givenForMs };
      if (agentId === null) guests.takeBack(caller);
      await serve();
      guests.lend();
      telling.changed();
      return true;
    },
    async leave(attemptId) {
      const stay = stays.get(attemptId);
      offers.callOff(attemptId, () => Promise.resolve());
      await stay;
    },
    streamStarted(attemptId, at, callSid) {
      const caller = line.find(attemptId);
      if (caller === undefined) return false;
      caller.stream ??= { at };
      guests.came(caller);
      return deps.mediaStarted(attemptId, at, callSid).then(() => {
        offers.wake(attemptId);
        return stays.get(attemptId);
      });
    },
    claims: claims.read,
    async start() {
      await guests.start();
      look();
    },
    async stop() {
      stopped = true;
      telling.stop();
      cancelLook?.();
      cancelLook = null;
      await guests.stop();
    },
  };
}
