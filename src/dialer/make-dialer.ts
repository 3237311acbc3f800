import { Router } from 'express';
import { makeReadAbandonment } from './abandon-account.ts';
import { makeAfterMove } from './after-move.ts';
import { makeTrunkQueues, makeEndingQueue } from './adapters/bull-queues.ts';
import { makePrismaCallbacks } from './adapters/prisma-callbacks.ts';
import { makePrismaAbandonBook } from './adapters/prisma-abandon-book.ts';
import { makePrismaAttempts } from './adapters/prisma-attempts.ts';
import { makePrismaCampaigns, makePrismaPaceBook } from './adapters/prisma-campaigns.ts';
import { makePrismaCarrierEvents } from './adapters/prisma-carrier-events.ts';
import { makePrismaDayBook } from './adapters/prisma-day-book.ts';
import { makePrismaDirection } from './adapters/prisma-direction.ts';
import { makePrismaPacingHistory } from './adapters/prisma-pacing-history.ts';
import { makePrismaPacingMemories } from './adapters/prisma-pacing-memories.ts';
import { makePrismaPacingLog } from './adapters/prisma-pacing-log.ts';
import { makePrismaPacingMinutes } from './adapters/prisma-pacing-minutes.ts';
import { makePrismaVacant } from './adapters/prisma-vacant.ts';
import { makeRedisPacingNudges } from './adapters/redis-pacing-nudges.ts';
import {
  makeRedisBackPressure,
  makeRedisLeases,
  makeRedisReadyList,
  makeRedisWishBoard,
} from './adapters/redis-pacing.ts';
import { carries } from './choose-way.ts';
import { callbackPath, tokenMatches } from './addresses.ts';
import { callbackGraceMs } from '../domain/callback.ts';
import { orderedStatus } from '../domain/campaign-status.ts';
import { makeApplyEvent, type Moved } from './apply-event.ts';
import { makeBackground } from './background.ts';
import { makeRingCallbacks } from './callbacks/ring-callbacks.ts';
import { makeCallControl } from './call-control.ts';
import type { Dialer, DialerDeps, DialerTimings } from './dialer.ts';
import { every } from './every.ts';
import { makeFigures } from './figures.ts';
import { makeVacantWatch } from './guard-vacant.ts';
import { makeEndCall, makeHangUp } from './hang-up.ts';
import { makeCampaignsDoor } from './http/campaigns-door.ts';
import { makeCarrierDoor } from './http/carrier-door.ts';
import { makePacingDoor } from './http/pacing-door.ts';
import { makeMinuteKeeper } from './keep-minutes.ts';
import { makeByHand } from './make-by-hand.ts';
import { makeInbound } from './make-inbound.ts';
import { makeHandOn } from './hand-on.ts';
import { makeLaunchAttempt } from './launch-attempt.ts';
import { makeLearnCall } from './learn-call.ts';
import { makePaceCampaign } from './pace-campaign.ts';
import { makeReadPacingView } from './pacing-view.ts';
import { makePlaceCall } from './place-call.ts';
import { makeApplyCallback, makeReceiveCallback } from './receive-callback.ts';
import { makeReconciler } from './reconcile.ts';
import { makeReplayCampaign } from './replay/replay-campaign.ts';
import { runBeside } from './replay/run-beside.ts';
import { makePacingRunner } from './run-pacing.ts';
import { makeSetPacing } from './set-pacing.ts';
import { makeSettleAttempt } from './settle-attempt.ts';
import { makeTreatMachine } from './treat-machine.ts';

const defaultTimings: DialerTimings = {
  launchPatienceMs: 30_000,
  paceTickMs: 1_000,
  pacePauseMs: 20,
  leaseMs: 5_000,
  reconcileEveryMs: 3_000,
  placingStaleMs: 40_000,
  unconfirmedPatienceMs: 120_000,
  askAfterMs: 15_000,
  laterPauseMs: 500,
  maxCallMs: 3_600_000,
  callbackTickMs: 500,
};
/** A trunk that was added, stopped or given another rate is noticed within this time. */
const trunksEveryMs = 5_000;
const minutesEveryMs = 5_000;
const pruneEveryMs = 3_600_000;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function makeDialer(deps: DialerDeps): Dialer {
  const { prisma, redis, clock, log, carrier, callbacks, cases, followUp, calls } = deps;
  const timings = { ...defaultTimings, ...deps.timings };
  const keys = deps.queues.prefix ?? 'casedial';
  const figures = makeFigures(deps.metrics);
  const background = makeBackground(log);

  const attempts = makePrismaAttempts(prisma, deps.rulesOf);
  const pressure = makeRedisBackPressure(redis, keys);
  const campaigns = makePrismaCampaigns(prisma, deps.rulesOf, clock, pressure);
  const paceBook = makePrismaPaceBook(prisma);
  const pacingLog = makePrismaPacingLog(prisma);
  const minutes = makePrismaPacingMinutes(prisma);
  const direction = makePrismaDirection(prisma);
  const memories = makePrismaPacingMemories(prisma);
  const abandonBook = makePrismaAbandonBook(prisma);
  const abandonment = makeReadAbandonment({ book: abandonBook, clock });
  const nudges = makeRedisPacingNudges(redis, keys, deps.nodeId, log);
  const events = makePrismaCarrierEvents(prisma);
  const trunkQueues = makeTrunkQueues(deps.queues, log);
  const endings = makeEndingQueue(deps.queues, log);
  const ready = makeRedisReadyList(redis, keys);

  // The reducer and what follows from it know each other: ending a call may teach us that it has ended.
  let afterMove: (moved: Moved) => void = () => undefined;
  const apply = makeApplyEvent({ attempts, onMoved: (moved) => afterMove(moved) });
  const learn = makeLearnCall({ apply, clock });
  const endCall = makeEndCall({ carrier, learn, log });
  const hangUp = makeHangUp({ attempts, apply, endCall, clock });
  const vacant = makeVacantWatch({ book: makePrismaVacant(prisma, deps.rulesOf), followUp, clock, log });

  const inbound =
    deps.inbound === undefined
      ? null
      : makeInbound({
          inbound: deps.inbound,
          prisma,
          dialect: callbacks,
          carrier,
          attempts,
          apply,
          learn,
          hangUp,
          publicUrl: deps.publicUrl,
          clock,
          log,
        });

  const launch = makeLaunchAttempt({
    attempts,
    campaigns,
    cases,
    agents: deps.agents,
    carrier,
    pressure,
    queue: trunkQueues,
    clock,
    timings,
  });
  const wishes = makeRedisWishBoard(redis, keys);
  const promised = makeRingCallbacks({
    book: makePrismaCallbacks(prisma),
    agents: deps.agents,
    launch,
    wishes,
    raiseAlert: deps.raiseAlert,
    clock,
    log,
    graceMs: callbackGraceMs,
  });
  const runner = makePacingRunner({
    campaigns,
    leases: makeRedisLeases(redis, keys, timings.leaseMs),
    pace: makePaceCampaign({
      abandonment,
      agents: deps.agents,
      cases,
      background,
      book: paceBook,
      history: makePrismaPacingHistory(prisma),
      memories,
      ready,
      wishes,
      pressure,
      launch,
      onRefused: figures.refused,
      onDecided: (ruling, ms) => figures.paced(ruling.because, ms),
      clock,
    }),
    pause: () => new Promise((resolve) => setTimeout(resolve, timings.pacePauseMs)),
    background,
    log,
  });
  /** Whoever paces the campaign looks again, on this node or on another. */
  const wake = (): void => {
    runner.wake();
    nudges.stir();
  };
  const settle = makeSettleAttempt({ attempts, followUp, calls, vacant, onSettled: wake, clock });
  afterMove = makeAfterMove({
    endings,
    calls,
    endCall,
    treatMachine: makeTreatMachine({ attempts, campaigns, calls, hangUp }),
    background,
    figures,
    wake,
    log,
  });

  const place = makePlaceCall({
    attempts,
    cases,
    carrier,
    apply,
    handOn: makeHandOn({ attempts, campaigns, cases, carrier, pressure, queue: trunkQueues, clock, log }),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    onBackPressure: (trunkId) =>
      background.run('back-pressure of a trunk could not be noted', { trunkId }, () => pressure.raise(trunkId)),
    onPlaced: figures.placed,
    clock,
    log,
    publicUrl: deps.publicUrl,
    timings,
  });
  const applyCallback = makeApplyCallback({
    dialect: callbacks,
    events,
    apply,
    recordings: deps.recordings,
    clock,
    log,
  });
  const reconciler = makeReconciler({
    attempts,
    events,
    queue: trunkQueues,
    carrier,
    apply,
    applyCallback,
    learn,
    endCall,
    settle,
    onLive: figures.live,
    clock,
    log,
    timings,
  });

  const heard = (campaignId: string): void => {
    deps.news.changed(campaignId);
    if (deps.dials) background.run('the pacing runner could not be told', { campaignId }, runner.tick);
  };
  const changed = (campaignId: string): void => {
    nudges.tell(campaignId);
    heard(campaignId);
  };
  const setCampaign: Dialer['setCampaign'] = async (campaignId, to) => {
    const before = await campaigns.order(campaignId, to);
    if (before === null) return 'unknown-campaign';
    if (orderedStatus(before, to) === null) return 'unchanged';
    log.info({ campaignId, from: before, to }, 'campaign status changed');
    // From now on nothing is decided: whoever asks why finds the order.
    if (to !== 'running') {
      const because = to === 'paused' ? 'campaign_paused' : 'campaign_draining';
      await paceBook.record({ campaignId, at: clock(), mode: 'manual', launch: 0, because, figures: {} });
    }
    changed(campaignId);
    return 'changed';
  };
  const settleDrained = async (): Promise<void> => {
    for (const campaignId of await campaigns.settleDrained()) {
      log.info({ campaignId }, 'campaign drained');
      changed(campaignId);
    }
  };
  const minuteKeeper = makeMinuteKeeper({ minutes, log: pacingLog, clock });
  const pacingView = makeReadPacingView({
    campaigns,
    agents: deps.agents,
    book: paceBook,
    log: pacingLog,
    minutes,
    abandonment,
    clock,
  });
  const overview: Dialer['campaigns'] = async () => {
    const [all, byId] = await Promise.all([campaigns.all(), paceBook.overview()]);
    return all.map(({ campaignId, name, status, mode, preset }) => {
      const known = byId.get(campaignId);
      return {
        campaignId,
        name,
        status,
        mode,
        preset,
        live: known?.live ?? 0,
        lastDecision: known?.lastDecision ?? null,
      };
    });
  };

  const router = Router();
  router.use(
    makeCarrierDoor({
      path: callbackPath,
      receive: makeReceiveCallback({ dialect: callbacks, attempts, events, clock }),
      onStored: (event) =>
        background.run('a callback could not be applied; reconciling applies it', { attemptId: event.attemptId }, () =>
          applyCallback(event),
        ),
      onReplied: figures.callback,
    }),
  );
  router.use(
    makeCampaignsDoor({
      campaigns: overview,
      setCampaign,
      direction,
      audit: deps.audit,
      ...{ requireUser: deps.requireUser, requireSupervisor: deps.requireSupervisor },
      requireExporter: deps.requireExporter,
    }),
  );

  router.use(
    makePacingDoor({
      campaigns: overview,
      view: pacingView,
      setPacing: makeSetPacing({ campaigns, audit: deps.audit, onChanged: changed }),
      log: pacingLog,
      minutes,
      memories,
      replay: makeReplayCampaign({ campaigns, days: makePrismaDayBook(prisma, abandonBook), run: runBeside }),
      direction,
      clock,
      requireSupervisor: deps.requireSupervisor,
    }),
  );
  router.use(makeByHand(deps, { launch, ready, keys }));
  if (inbound !== null) router.use(inbound.router);

  const workTrunks = async (): Promise<void> => {
    const trunks = await campaigns.trunks();
    await trunkQueues.work(
      trunks.filter((trunk) => carries(carrier, trunk)),
      place,
    );
  };
  const logged = (failure: string, work: () => Promise<void>) => async (): Promise<void> => {
    try {
      await work();
    } catch (err) {
      log.error({ err }, failure);
    }
  };
  let loops: { stop(): Promise<void> }[] = [];
  let stopListening: () => void = () => undefined;

  return {
    router,
    calls: makeCallControl({
      apply,
      endCall,
      hangUp,
      bringIn: inbound?.bringIn ?? (() => Promise.resolve('failed')),
      ringBack: (call) => promised.ringBack(call),
      wake,
    }),
    async start() {
      await nudges.listen({ told: heard, stirred: runner.wake });
      if (!deps.dials) return;
      await workTrunks();
      endings.work(settle);
      stopListening = deps.agents.onChange(wake);
      loops = [
        every(timings.reconcileEveryMs, logged('reconciling failed; the next pass tries again', reconciler.pass)),
        every(
          timings.callbackTickMs,
          logged('promised calls were not rung; the next look does', () => promised.tick()),
        ),
        every(timings.paceTickMs, logged('a pacing tick failed; the next one tries again', runner.tick)),
        every(timings.paceTickMs, logged('drained campaigns could not be noted', settleDrained)),
        every(
          minutesEveryMs,
          logged('minutes of pacing were not written', () => minuteKeeper.write(runner.held())),
        ),
        every(
          pruneEveryMs,
          logged('old pacing decisions could not be removed', () => minuteKeeper.prune()),
        ),
        every(trunksEveryMs, logged('trunks could not be read; they are read again', workTrunks)),
        every(
          trunksEveryMs,
          logged('numbers could not be announced to the carrier', async () => inbound?.announceNumbers()),
        ),
        every(timings.askAfterMs, logged('vacant guards could not be reviewed', vacant.review)),
      ];
    },
    async stop() {
      stopListening();
      nudges.stop();
      await runner.stop();
      await Promise.all(loops.map((loop) => loop.stop()));
      await trunkQueues.close();
      await endings.close();
      await background.drained();
    },
    launchAttempt: (caseId, campaignId) => launch(caseId, campaignId, null),
    hangUp,
    applyEvent: (attemptId, event) => apply(attemptId, event),
    async verifyMediaToken(attemptId, token) {
      const attempt = uuid.test(attemptId) ? await attempts.find(attemptId) : null;
      return attempt !== null && attempt.record.state !== 'ended' && tokenMatches(token, attempt.tokenHash);
    },
    isAuthenticSocket: (request) => callbacks.isAuthenticSocket(request),
    setCampaign,
    campaigns: overview,
    pacingView,
    directs: (user, campaignId) => direction.directs(user, campaignId),
    resting: (trunkIds) => pressure.raised(trunkIds),
  };
}
