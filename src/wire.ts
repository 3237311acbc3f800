import { join } from 'node:path';
import { accessConfigKinds } from './access/adapters/config-kinds.ts';
import { makeAccess } from './access/make-access.ts';
import { makeCalendarShelf } from './casework/adapters/calendar-shelf.ts';
import { caseworkConfigKinds } from './casework/adapters/config-kinds.ts';
import { api, apiVersion } from './api.ts';
import { tableFile } from './casework/adapters/table-file.ts';
import { makeCasework } from './casework/make-casework.ts';
import { makePayments } from './casework/make-payments.ts';
import { makePlacementImport } from './casework/make-placement-import.ts';
import { makeRules } from './casework/make-rules.ts';
import { makeSuppressions } from './casework/make-suppressions.ts';
import type { CaseNews, RingingCalls } from './casework/ports.ts';
import { zoneOfHouse } from './contract/zone.ts';
import { makeConfiguration } from './configuration/make-configuration.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { dialerConfigKinds } from './dialer/adapters/config-kinds.ts';
import { makeCampaigns } from './dialer/make-campaigns.ts';
import { makeDialer } from './dialer/make-dialer.ts';
import { makeTrunks } from './dialer/make-trunks.ts';
import { carrierKindOf } from './dialer/trunks/trunk-accounts.ts';
import type { Dialer } from './dialer/dialer.ts';
import type { Clock } from './platform/clock.ts';
import type { ConfigKind } from './platform/config-kind.ts';
import { makeApiDocs } from './platform/api-docs.ts';
import { Fault } from './platform/fault.ts';
import { makeNodeWires } from './platform/node-wires.ts';
import type { PrismaClient } from './platform/prisma/client.ts';
import { comfortWav } from './realtime/comfort-wav.ts';
import { makeRealtime } from './realtime/make-realtime.ts';
import type { Realtime } from './realtime/realtime.ts';
import { makeRouting } from './routing/make-routing.ts';
import type { Routing } from './routing/routing.ts';
import { makeUpkeep } from './upkeep/make-upkeep.ts';
import { makeWebhooks } from './webhooks/make-webhooks.ts';
import type { House, Platform } from './start-app.ts';

/** Everything that is configured, each kind after those it names. */
export function configKindsOf(prisma: PrismaClient, clock: Clock, houseKind: 'sim' | 'twilio'): readonly ConfigKind[] {
  const casework = caseworkConfigKinds({ prisma, shelf: makeCalendarShelf(), clock });
  return [...accessConfigKinds, ...casework.first, ...dialerConfigKinds(houseKind, clock), ...casework.last];
}
import { demoDepsOf } from './wire-demo.ts';

/** The only place where rooms meet. Rooms that need each other are bound late: no port is called before `start`. */
export function wire(platform: Platform): House {
  const { prisma, redis, queues, clock, log, metrics, config, nodeId } = platform;
  const account = config.carrier;
  if (account === undefined) throw new Fault('CARRIER_NOT_CONFIGURED');
  const does = (role: (typeof config.roles)[number]): boolean => config.roles.includes(role);

  const access = makeAccess({
    prisma,
    redis,
    nodeId,
    clock,
    log,
    metrics,
    publicUrl: config.publicUrl,
    credentialsKey: config.credentialsKey,
    ...(config.openId === undefined ? {} : { openId: config.openId }),
    ...(queues.prefix === undefined ? {} : { redisPrefix: queues.prefix }),
    credentialsKeyOld: config.credentialsKeyOld,
    policyChanged: (entry) => configuration.desk.audited(entry),
    signedOut: (userId) => routing.signedOut(userId),
    closeSockets: (sessionIds) => realtime.sessionsEnded(sessionIds),
  });
  const requireSupervisor = access.requireRole('supervisor', 'admin');
  const requireExporter = access.requirePermission('export');

  const twilio = {
    accountSid: account.accountSid,
    authToken: account.authToken,
    ...(account.authTokenSecondary === undefined ? {} : { authTokenSecondary: account.authTokenSecondary }),
    ...(account.apiBase === undefined ? {} : { apiBase: account.apiBase }),
  };
  const configuration = makeConfiguration({
    ...{ prisma, clock, log, requireSupervisor },
    kinds: configKindsOf(prisma, clock, carrierKindOf(account.apiBase)),
    audit: access.audit,
    requireAdmin: access.requireRole('admin'),
    holds: access.holds,
  });
  const { audit } = configuration;

  const trunks = makeTrunks({
    prisma,
    clock,
    audit,
    publicUrl: config.publicUrl,
    house: twilio,
    credentialsKey: config.credentialsKey,
    credentialsKeyOld: config.credentialsKeyOld,
    otherSeals: () => [access.oldSeals, webhooks.oldSeals],
    log,
    requireExporter,
    requireSupervisor,
    requireAdmin: access.requireRole('admin'),
    resting: (trunkIds) => dialer.resting(trunkIds),
    watches: does('dialer'),
    tableFile,
  });
  const { carrier } = trunks;

  const ringing: RingingCalls = { hangUpRinging: async (id) => void (await dialer.hangUp(id, 'stop')) };
  const caseNews: CaseNews = {
    changed: ({ agentId, caseId }) => realtime.screens.caseChanged(agentId, { caseId }),
  };
  const casework = makeCasework({
    prisma,
    clock,
    log,
    metrics,
    recordingsDir: join(config.dataDir, 'recordings'),
    visitsDir: join(config.dataDir, 'visits'),
    fraudDir: join(config.dataDir, 'fraud'),
    requireUser: access.requireUser,
    requireSupervisor,
    requireAdmin: access.requireRole('admin'),
    requireListener: access.requirePermission('recordings.listen'),
    requireLifter: access.requirePermission('stops.lift'),
    requireHandover: access.requirePermission('cases.hand_over'),
    queues,
    requireExporter,
    audit,
    auditWithin: access.auditWithin,
    carrierRecordings: carrier,
    recordingNews: {
      ready({ agentId, attemptId, caseId, recordingId }) {
        if (agentId !== null) realtime.screens.recordingReady(agentId, { attemptId, caseId, recordingId });
      },
    },
    ringing,
    caseNews,
    leaveNews: {
      waitingChanged: () => realtime.leavesChanged(),
      decided: ({ agentId, attemptId }) => realtime.screens.leaveDecided(agentId, { attemptId }),
    },
    sweeps: does('worker'),
  });
  const placements = makePlacementImport({
    prisma,
    databaseUrl: config.databaseUrl,
    queues,
    clock,
    log,
    audit,
    requireExporter,
    requireSupervisor,
    placementsDir: join(config.dataDir, 'placements'),
    works: does('worker'),
  });

  const rules = makeRules({
    prisma,
    queues,
    clock,
    log,
    audit,
    requireSupervisor,
    requireAdmin: access.requireRole('admin'),
    works: does('worker'),
  });

  const payments = makePayments({
    prisma,
    clock,
    audit,
    requireSupervisor,
    requireExporter,
    uploadsDir: join(config.dataDir, 'payments'),
    ringing,
    caseNews,
  });

  const suppressions = makeSuppressions({
    prisma,
    clock,
    audit: access.audit,
    requireExporter,
    requireSupervisor,
    requireAdmin: access.requireRole('admin'),
    ringing,
    uploadsDir: join(config.dataDir, 'suppressions'),
  });

  const upkeep = makeUpkeep({
    prisma,
    queues,
    clock,
    log,
    audit: access.audit,
    news: { changed: () => realtime.alertsChanged() },
    trunksOf: trunks.ofQueues,
    requireExporter,
    requireSupervisor,
    requireAdmin: access.requireRole('admin'),
  });

  const campaigns = makeCampaigns({
    prisma,
    clock,
    log,
    audit,
    carrier,
    rulesOf: (stored) => rules.inForce(stored),
    cases: casework.campaignCases,
    requireSupervisor,
    works: does('worker'),
  });

  const dialer: Dialer = makeDialer({
    prisma,
    redis,
    queues,
    clock,
    log,
    metrics,
    publicUrl: config.publicUrl,
    nodeId,
    dials: does('dialer'),
    carrier,
    callbacks: trunks.callbacks,
    cases: casework.caseFacts,
    rulesOf: (stored) => rules.inForce(stored),
    followUp: casework.followUp,
    agents: {
      snapshot: (campaignId) => routing.pool.snapshot(campaignId),
      roster: (campaignId) => routing.pool.roster(campaignId),
      hold: (call) => routing.pool.hold(call),
      release: (attemptId) => routing.pool.release(attemptId),
      onChange: (listener) => routing.pool.onChange(listener),
    },
    calls: {
      amdVerdict: (attemptId, answeredBy) => routing.amdVerdict(attemptId, answeredBy),
      callEnded: (attemptId) => routing.callEnded(attemptId),
    },
    recordings: casework.carrierRecordingDesk,
    requireUser: access.requireUser,
    requireSupervisor,
    requireExporter,
    requireAgent: access.requireRole('agent'),
    audit,
    news: { changed: (campaignId) => realtime.campaignChanged(campaignId) },
    raiseAlert: (kind, subjectId) => casework.alerts.raise(kind, subjectId),
    inbound: {
      carrier: trunks.inbound,
      callers: casework.callers,
      queue: {
        standing: (call) => routing.callerStanding(call),
        leave: (attemptId) => routing.callerLeaves(attemptId),
      },
      comfort: comfortWav(),
    },
  });

  const wires = makeNodeWires(redis, 'casedial', log);
  const realtime: Realtime = makeRealtime({
    redis,
    clock,
    log,
    metrics,
    publicUrl: config.publicUrl,
    recordingsDir: join(config.dataDir, 'recordings'),
    sessions: {
      async authenticateSocket(cookieHeader) {
        const user = await access.authenticateSocket(cookieHeader);
        return user === null ? null : { ...user, mayListen: user.permissions.includes('recordings.listen') };
      },
    },
    authority: {
      verify: (attemptId, token) => dialer.verifyMediaToken(attemptId, token),
      isAuthentic: (request) => dialer.isAuthenticSocket(request),
    },
    desk: {
      answered: (attemptId, at, callSid) => routing.answered(attemptId, at, callSid),
      mediaStopped: (attemptId, at) => routing.mediaStopped(attemptId, at),
    },
    floor: {
      lifeSigns: (agentId, missing) => routing.lifeSigns(agentId, missing),
      agentLost: (agentId) => routing.agentLost(agentId),
      lineFigures: (agentId, figures) => routing.lineFigures(agentId, figures),
      stateOf: (agentId) => routing.stateOf(agentId),
    },
    pacing: {
      view: (campaignId) => dialer.pacingView(campaignId),
      mayWatch: (user, campaignId) => dialer.directs(user, campaignId),
    },
    wall: { read: () => routing.wall.read() },
    listening: {
      begin: (user, attemptId) => routing.listening.begin(user, attemptId),
      ended: (user, attemptId, listenedMs) => routing.listening.ended(user, attemptId, listenedMs),
    },
    book: casework.recordingBook,
    alerts: casework.alerts,
    doors: [trunks.socketDoor],
    wires,
  });

  const routing: Routing = makeRouting({
    prisma,
    redis,
    clock,
    log,
    metrics,
    nodeId,
    publicUrl: config.publicUrl,
    calls: dialer.calls,
    inbound: dialer.calls,
    cards: casework.cards,
    wrapUps: casework.wrapUps,
    today: casework.today,
    legs: realtime.legs,
    screens: realtime.screens,
    requireAgent: access.requireRole('agent'),
    requireSupervisor,
    audit,
  });

  const webhooks = makeWebhooks({
    ...{ prisma, queues, clock, log, audit },
    credentialsKey: config.credentialsKey,
    credentialsKeyOld: config.credentialsKeyOld,
    privateTargets: config.webhookPrivateTargets,
    requireKeeper: access.requirePermission('webhooks.manage'),
    works: does('worker'),
  });

  return {
    routers: [
      makeApiDocs(api, apiVersion),
      access.router,
      configuration.router,
      webhooks.router,
      campaigns.router,
      dialer.router,
      trunks.router,
      routing.router,
      casework.router,
      placements.router,
      rules.router,
      payments.router,
      suppressions.router,
      upkeep.router,
    ],
    beforeDoors: access.beforeDoors,
    attach: (server) => realtime.attach(server),
    async pingCarrier() {
      if (!(await carrier.ping())) throw new Fault('CARRIER_UNREACHABLE');
    },
    async seedDemo(password) {
      const demo = demoDepsOf(platform, { casework, placements, payments });
      return (await seedDemo(demo, password))?.signIns ?? [];
    },
    openEmpty(password) {
      // The rules of a real agency, unless calls end in the simulated carrier.
      const preset = carrierKindOf(account.apiBase) === 'sim' ? 'demo' : 'cn';
      const ofMachine = new Intl.DateTimeFormat().resolvedOptions().timeZone;
      return access.openEmpty(password, { preset, businessZone: zoneOfHouse(ofMachine) });
    },
    async start() {
      await access.start();
      await configuration.start();
      await casework.start();
      await placements.start();
      await rules.start();
      await routing.start();
      await realtime.start();
      campaigns.start();
      await upkeep.start();
      webhooks.start();
      await dialer.start();
      trunks.start();
    },
    /** Nothing new is launched first; then calls end, then what keeps their traces. */
    async stop() {
      await trunks.stop();
      await campaigns.stop();
      await webhooks.stop();
      await dialer.stop();
      await upkeep.stop();
      await realtime.stop();
      wires.close();
      await routing.stop();
      await rules.stop();
      await placements.stop();
      await casework.stop();
      access.stop();
    },
  };
}
