import { Router, type Response } from 'express';
import { makePrismaCallFacts } from './adapters/prisma-call-facts.ts';
import { makePrismaCandidates } from './adapters/prisma-candidates.ts';
import { makePrismaPresence } from './adapters/prisma-presence.ts';
import { makePrismaQueueFacts } from './adapters/prisma-queue-facts.ts';
import { makePrismaWall } from './adapters/prisma-wall.ts';
import { makePrismaLackOfLanguage } from './adapters/prisma-lack-of-language.ts';
import { makePrismaUserCards } from './adapters/prisma-user-cards.ts';
import { makeRedisNudges } from './adapters/redis-nudges.ts';
import { makeRedisQueueBoard } from './adapters/redis-queue-board.ts';
import { makeAgentPool } from './agent-pool.ts';
import { makeBootstrap } from './bootstrap.ts';
import { makeControlCall } from './control-call.ts';
import { makeGiveCall } from './give-call.ts';
import { makeFarCallers } from './inbound/far-callers.ts';
import { makeInboundDesk } from './make-inbound.ts';
import { makeEndCall } from './end-call.ts';
import { makeAgentDoor } from './http/agent-door.ts';
import { makeCallersDoor } from './http/callers-door.ts';
import { makeCallsDoor } from './http/calls-door.ts';
import { makePreviewDoor } from './http/preview-door.ts';
import { makeWallDoor } from './http/wall-door.ts';
import { makeNodeWires } from '../platform/node-wires.ts';
import { LifeBoard } from './life-board.ts';
import { makeLostAgents } from './lost-agents.ts';
import { makeFloor } from './move-agent.ts';
import { OfferBook } from './offer-book.ts';
import { makeOfferCall, offerOutcomes } from './offer-call.ts';
import type { After } from './ports.ts';
import { makePreviewChoice } from './preview-choice.ts';
import { makeRekeepCall } from './rekeep-call.ts';
import { makeReserveAgent } from './reserve-agent.ts';
import type { Routing, RoutingDeps, RoutingSettings } from './routing.ts';
import { makeSetState } from './set-state.ts';
import { makeSweepFloor } from './sweep-floor.ts';
import { makeAgentWall } from './wall/agent-wall.ts';
import { makeForceState } from './wall/force-state.ts';
import { makeListening } from './wall/listening.ts';
import type { WallViewer } from './wall/wall-ports.ts';
import { makeSaveWrapUp } from './wrap-up.ts';

const defaults: RoutingSettings = {
  answerLimitMs: 2_000,
  aliveForMs: 6_000,
  reconnectGraceMs: 20_000,
  absentAfterMs: 60_000,
  sweepEveryMs: 2_000,
  orphanAfterMs: 10_000,
  callerOwnerWaitMs: 15_000,
  streamWithinMs: 5_000,
};
const writeLifeEveryMs = 2_000;
const waitBuckets = [10, 25, 50, 100, 250, 500, 1_000, 1_500, 2_000, 3_000];

const realAfter: After = (delayMs, run) => {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
};

const signedIn = (res: Response): WallViewer => (res.locals as { user: WallViewer }).user;
const userIdFrom = (res: Response): string => (res.locals as { user: { id: string } }).user.id;

export function makeRouting(deps: RoutingDeps): Routing {
  const settings = { ...defaults, ...deps.settings };
  const after = deps.after ?? realAfter;
  const { clock, log, calls, legs, screens } = deps;
  const userIdOf = deps.userOf === undefined ? userIdFrom : (res: Response) => deps.userOf?.(res).id ?? userIdFrom(res);

  const store = makePrismaPresence(deps.prisma, deps.nodeId);
  const facts = makePrismaCallFacts(deps.prisma, clock);
  const queue = makePrismaQueueFacts(deps.prisma, { needs: (call) => facts.needs(call), nodeId: deps.nodeId, clock });
  const candidates = makePrismaCandidates(deps.prisma, deps.nodeId);
  const nudges = makeRedisNudges(deps.redis, deps.nodeId, log);
  const life = new LifeBoard(clock);
  const agents = makeReserveAgent({ store, candidates, life, clock, log, aliveForMs: settings.aliveForMs });
  const offers = new OfferBook(after);
  const floor = makeFloor({ store, life, screens, nudges, clock, log });
  floor.onChange((presence) => {
    if (presence?.state.name !== 'ready' || !life.isAlive(presence.userId)) return;
    // Whoever rings us comes before whoever we ring.
    void inbound.serve().finally(() => offers.wakeAll());
  });

  const complain =
    (message: string, fields: Record<string, string> = {}) =>
    (err: unknown): void =>
      log.error({ err, ...fields }, message);
  const showToday = (agentId: string): void => {
    deps.today
      .figures(agentId)
      .then((today) => screens.todayChanged(agentId, today))
      .catch(complain('figures of the day not shown', { agentId }));
  };
  const endCall = makeEndCall({ store, floor, offers, legs, screens, facts, clock, onEnded: showToday });
  const rekeep = makeRekeepCall({ floor, offers, facts, agents, clock, log });
  const lost = makeLostAgents({
    store,
    floor,
    life,
    calls,
    endCall,
    clock,
    after,
    log,
    graceMs: settings.reconnectGraceMs,
  });
  const giving = makeGiveCall({
    floor,
    life,
    calls,
    cards: deps.cards,
    legs,
    screens,
    clock,
    log,
    cardMs: deps.metrics.histogram(
      {
        name: 'call_card_ms',
        help: 'From the callee answering to the call card leaving for the agent.',
        buckets: waitBuckets,
      },
      {},
    ),
    onAgentGone: (agentId) => lost.missed(agentId),
  });
  const prefix = deps.prefix ?? 'casedial';
  const wires = makeNodeWires(deps.redis, prefix, log);
  const inbound = makeInboundDesk({
    candidates,
    board: makeRedisQueueBoard(deps.redis, prefix, deps.nodeId, log),
    wires,
    nudges,
    nodeId: deps.nodeId,
    publicUrl: deps.publicUrl,
    ...giving,
    agents,
    offers,
    life,
    queue,
    inbound: deps.inbound,
    mediaStarted: (attemptId, at, callSid) => calls.mediaStarted(attemptId, at, callSid),
    legs,
    screens,
    clock,
    after,
    log,
    metrics: deps.metrics,
    settings,
  });
  const farCallers = makeFarCallers({
    wires,
    give: (attemptId, agentId) => inbound.give(attemptId, agentId),
    after: realAfter,
  });
  const offerCall = makeOfferCall({
    ...giving,
    store,
    agents,
    offers,
    facts,
    calls,
    legs,
    clock,
    log,
    outcomes: deps.metrics.counter(
      { name: 'offers_total', help: 'Answered calls by what became of them.' },
      { outcome: offerOutcomes },
    ),
    waitMs: deps.metrics.histogram(
      {
        name: 'offer_wait_ms',
        help: 'From the callee answering to an agent on the line.',
        buckets: waitBuckets,
      },
      {},
    ),
    answerLimitMs: settings.answerLimitMs,
  });
  const sweep = makeSweepFloor({
    store,
    floor,
    life,
    lost,
    offers,
    legs,
    facts,
    calls,
    endCall,
    clock,
    log,
    nodeId: deps.nodeId,
    absentAfterMs: settings.absentAfterMs,
    orphanAfterMs: settings.orphanAfterMs,
  });
  const setState = makeSetState({ floor, life, clock });
  const control = makeControlCall({ store, calls, legs, screens, endCall, clock, log });
  const bootstrap = makeBootstrap({
    users: makePrismaUserCards(deps.prisma),
    store,
    floor,
    legs,
    cards: deps.cards,
    today: deps.today,
    clock,
  });
  const saveWrapUp = makeSaveWrapUp({ store, floor, desk: deps.wrapUps, clock, onSaved: showToday });

  const wallBook = makePrismaWall(deps.prisma);
  const { audit } = deps;
  const wall = makeAgentWall({
    book: wallBook,
    figures: () => deps.today.floor(),
    clock,
    aliveForMs: settings.aliveForMs,
  });

  const { requireAgent } = deps;
  const router = Router();
  router.use(
    '/api/agent',
    makeAgentDoor({
      requireAgent,
      userIdOf,
      bootstrap,
      setState,
      today: (agentId) => deps.today.figures(agentId),
      wrapUpForm: (attemptId, agentId) => deps.wrapUps.form(attemptId, agentId),
      saveWrapUp,
    }),
  );
  router.use(
    makeCallersDoor({
      waiting: () => inbound.waiting(),
      give: farCallers.give,
      given: ({ supervisorId, attemptId, agentId }) =>
        audit.record({
          actorId: supervisorId,
          action: 'caller.given',
          subjectType: 'attempt',
          subjectId: attemptId,
          detail: { agentId },
        }),
      userIdOf,
      requireSupervisor: deps.requireSupervisor,
    }),
  );
  router.use(
    makeWallDoor({
      wall,
      force: makeForceState({ book: wallBook, store, floor, calls, legs, endCall, audit, clock, log }),
      requireSupervisor: deps.requireSupervisor,
      userOf: signedIn,
    }),
  );
  const preview = makePreviewChoice({ ...settings, facts, candidates, clock });
  router.use(makePreviewDoor({ preview, requireSupervisor: deps.requireSupervisor }));
  router.use('/api/calls', makeCallsDoor({ requireAgent, userIdOf, ...control }));

  let stopped = false;
  let cancelSweep: () => void = () => undefined;
  let cancelLife: () => void = () => undefined;
  const sweepAgain = async (): Promise<void> => {
    await sweep().catch(complain('floor could not be swept'));
    if (!stopped) cancelSweep = after(settings.sweepEveryMs, () => void sweepAgain());
  };
  const writeLife = async (): Promise<void> => {
    await Promise.all([store.alive(life.alive, clock()), store.lines(life.takeLines())]).catch(
      complain('proof of life not written'),
    );
    if (!stopped) cancelLife = after(writeLifeEveryMs, () => void writeLife());
  };

  return {
    router,
    pool: makeAgentPool({
      store,
      floor,
      facts,
      agents,
      claims: inbound.claims,
      lackOfLanguage: makePrismaLackOfLanguage(deps.prisma, clock),
      clock,
      aliveForMs: settings.aliveForMs,
    }),
    async start() {
      await nudges.start();
      await farCallers.start();
      await sweepAgain();
      await writeLife();
      await inbound.start();
    },
    async stop() {
      stopped = true;
      cancelSweep();
      cancelLife();
      // With Redis away leaving its channels takes long: whoever is sought for does not wait for that.
      const left = inbound.stop();
      await offers.callOffAll();
      lost.stop();
      await nudges.stop();
      await farCallers.stop();
      await left;
      wires.close();
    },
    answered: (attemptId, at, callSid) => {
      const caller = inbound.streamStarted(attemptId, at, callSid);
      return caller === false ? offerCall(attemptId, at, callSid) : caller;
    },
    callerStanding: (call) => inbound.standing(call),
    callerLeaves: (attemptId) => inbound.leave(attemptId),
    async mediaStopped(attemptId, at) {
      // The agent is not kept waiting for the attempt's book-keeping, nor held up by its trouble.
      const noted = calls.mediaStopped(attemptId, at);
      noted.catch(() => undefined);
      await endCall(attemptId, at, 'callee-hung-up');
      await noted;
    },
    callEnded: (attemptId) => endCall(attemptId, clock(), 'ended'),
    async amdVerdict() {
      await Promise.resolve();
    },
    lifeSigns(agentId, missing) {
      lost.back(agentId);
      const change = life.set(agentId, missing);
      if (change === 'same') return;
      // Reading makes the row of somebody who is here for the first time.
      store
        .read(agentId)
        .then(() => {
          if (change === 'revived') return store.alive([agentId], clock());
          return change === 'faded' ? store.lost(agentId) : undefined;
        })
        .then(() => store.read(agentId))
        .then((presence) => {
          floor.changed(presence);
          return change === 'faded' ? rekeep(presence) : undefined;
        })
        .catch(complain('proof of life not written', { agentId }));
    },
    agentLost(agentId) {
      life.remove(agentId);
      store
        .lost(agentId)
        .then(() => store.read(agentId))
        .then((presence) => {
          floor.changed(presence);
          if (presence.state.name === 'talking') lost.missed(agentId);
          return rekeep(presence);
        })
        .catch(complain('lost agent not noted', { agentId }));
    },
    lineFigures: (agentId, figures) => life.measured(agentId, figures),
    wall,
    listening: makeListening({ book: wallBook, audit }),
    async signedOut(agentId) {
      await floor.move(agentId, { type: 'signOut', at: clock() });
    },
    setState,
    async stateOf(agentId) {
      return floor.view(await store.read(agentId));
    },
  };
}
