import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type RequestHandler } from 'express';
import { calendars } from '../../src/domain/calendars/calendars.ts';
import type { Preset } from '../../src/domain/preset.ts';
import { presets } from '../../src/domain/presets.ts';
import type { NumberStatus } from '../../src/domain/vocabulary.ts';
import { makeTwilioCallbacks } from '../../src/dialer/adapters/twilio-callbacks.ts';
import type { Dialer, DialerTimings } from '../../src/dialer/dialer.ts';
import { makeDialer } from '../../src/dialer/make-dialer.ts';
import type {
  AuditTrail,
  CallbackDialect,
  Carrier,
  CaseFacts,
  PacedSeat,
  PoolFigures,
  PoolRoster,
} from '../../src/dialer/ports.ts';
import type { Director } from '../../src/dialer/stores.ts';
import type { Clock } from '../../src/platform/clock.ts';
import { problemErrors } from '../../src/platform/http-problem.ts';
import { newId } from '../../src/platform/ids.ts';
import { makeLogger } from '../../src/platform/log.ts';
import { makeMetrics } from '../../src/platform/metrics.ts';
import type { PrismaClient } from '../../src/platform/prisma/client.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { waitFor } from '../support/wait-for.ts';
import type { TestDatabase } from '../support/with-database.ts';
import type { TestRedis } from '../support/with-redis.ts';
import { FakeCarrier, fakeAuthToken } from './fake-carrier.ts';

/** Loops turn quickly in real time; what they decide follows the clock that the test moves. */
const quick: Partial<DialerTimings> = {
  paceTickMs: 20,
  callbackTickMs: 20,
  pacePauseMs: 1,
  reconcileEveryMs: 20,
  laterPauseMs: 1,
};

type Pool = Omit<PoolFigures, 'working'>;
const nobody: Pool = {
  ready: 0,
  reserved: 0,
  talking: 0,
  wrappingUp: 0,
  onBreak: 0,
  lifeless: 0,
  languagesDiffer: false,
};
const openDoor: RequestHandler = (_req, _res, next) => {
  next();
};
const as =
  (user: Director): RequestHandler =>
  (_req, res, next) => {
    res.locals['user'] = user;
    next();
  };
const closedDoor: RequestHandler = (_req, res) => {
  res.status(403).end();
};

/** What the other rooms do, as far as the dialer can tell, with a memory of what they were told. */
export interface Neighbours {
  readonly cases: CaseFacts;
  preset: Preset;
  rulesVersion: number;
  /** Of every number. */
  numberStatus: NumberStatus;
  /** What the campaigns' rules say; by default they let it ring as short as a test likes. */
  rules: Preset | null;
  tenantOff: boolean;
  pool: Pool;
  readonly poolChanged: () => void;
  readonly deferred: { caseId: string; dueAt: number | null; reason: string }[];
  readonly ended: string[];
  /** How often taking an ending in fails before it works. */
  endingFailures: number;
  readonly voided: string[][];
  readonly verdicts: [string, string][];
  readonly callsEnded: string[];
  readonly recordings: string[];
  readonly audited: Parameters<AuditTrail['record']>[0][];
  readonly changedCampaigns: string[];
  readonly alerts: { kind: string; subjectId: string }[];
  /** Whose agents were asked for. */
  readonly asked: string[];
  /** Calls for which an agent was kept, and those that came to nothing. */
  readonly held: string[];
  readonly released: string[];
  /** Cases in whose language nobody free can talk. */
  readonly unspoken: Set<string>;
  /** Who the first of the ready agents are. */
  named: readonly string[];
  /** Campaigns with some of the same agents; each is told of the others. */
  shared: PoolRoster['shared'];
}

const isReady = (seat: PacedSeat, agentId: string): boolean => seat.agentId === agentId && seat.state === 'ready';

/** Somebody for every one of the pool's figures. */
function rosterOf({ pool, held, shared, named }: Neighbours): PoolRoster {
  const seats = (count: number, state: PacedSeat['state'], attempts: readonly string[] = []): PacedSeat[] =>
    Array.from({ length: count }, (_, index) => ({
      agentId: (state === 'ready' ? named[index] : undefined) ?? `${state}-${index}`,
      state,
      since: 0,
      leaving: false,
      attemptId: attempts.at(-1 - index) ?? null,
    }));
  return {
    seats: [
      ...seats(pool.ready, 'ready'),
      ...seats(pool.reserved, 'reserved', held),
      ...seats(pool.talking, 'talking'),
      ...seats(pool.wrappingUp, 'wrapping_up'),
    ],
    lifeless: pool.lifeless,
    languagesDiffer: pool.languagesDiffer,
    shared,
  };
}

function makeNeighbours(prisma: PrismaClient): { neighbours: Neighbours; listeners: Set<() => void> } {
  const listeners = new Set<() => void>();
  const neighbours: Neighbours = {
    preset: presets.demo,
    rulesVersion: 0,
    numberStatus: 'active',
    rules: { ...presets.demo, ringMinMs: 0 },
    tenantOff: false,
    pool: nobody,
    unspoken: new Set(),
    poolChanged: () => listeners.forEach((listener) => listener()),
    deferred: [],
    ended: [],
    endingFailures: 0,
    voided: [],
    verdicts: [],
    callsEnded: [],
    recordings: [],
    audited: [],
    changedCampaigns: [],
    alerts: [],
    asked: [],
    held: [],
    released: [],
    shared: [],
    named: [],
    cases: {
      async dueCases(campaignId, now, limit) {
        const rows = await prisma.case.findMany({
          where: { campaignId, status: 'open', dueAt: { lte: new Date(now) } },
          orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
          take: limit,
        });
        return rows.map((row) => row.id);
      },
      async factsFor(caseId) {
        const row = await prisma.case.findUnique({
          where: { id: caseId },
          include: { numbers: { include: { line: true }, orderBy: { position: 'asc' } } },
        });
        if (row === null) return null;
        const live = await prisma.attempt.findFirst({ where: { debtorId: row.debtorId, endedAt: null } });
        const lineIds = row.numbers.map((number) => number.lineId);
        const busyLines = await prisma.attempt.findMany({ where: { lineId: { in: lineIds }, endedAt: null } });
        return {
          caseId,
          debtorId: row.debtorId,
          rulesVersion: neighbours.rulesVersion,
          localLaw: [],
          lines: row.numbers.map(({ id, lineId, line }) => ({
            numberId: id,
            lineId,
            e164: line.e164,
            lineType: line.lineType,
          })),
          facts: {
            preset: neighbours.preset,
            calendar: calendars[neighbours.preset.calendar],
            tenantOff: neighbours.tenantOff,
            mode: 'progressive',
            businessZone: 'Asia/Shanghai',
            ringTimeoutMs: 30_000,
            case: {
              id: caseId,
              status: 'open',
              owned: true,
              caseClass: 'NEW',
              effective: false,
              nextFollowUpOn: null,
              callbackAt: null,
              recallOn: null,
              addressZones: [],
              stops: [],
              promise: null,
              roundNumber: 1,
              lastRoundOn: null,
              ownerOpenCases: 1,
            },
            numbers: row.numbers.map((number) => ({
              id: number.id,
              lineId: number.lineId,
              class: 'self_mobile' as const,
              status: neighbours.numberStatus,
              position: number.position,
              zones: number.line.zones,
              holdUntil: null,
              lastAttemptAt: null,
              lastResult: null,
              liveAttemptId: busyLines.find((attempt) => attempt.lineId === number.lineId)?.id ?? null,
            })),
            history: [],
            liveAttemptId: live?.id ?? null,
          },
        };
      },
      async deferCase(caseId, dueAt, reason) {
        neighbours.deferred.push({ caseId, dueAt, reason });
        await prisma.case.update({
          where: { id: caseId },
          data: { dueAt: dueAt === null ? null : new Date(dueAt), dueReason: reason },
        });
      },
    },
  };
  return { neighbours, listeners };
}

export interface Node {
  readonly dialer: Dialer;
  readonly neighbours: Neighbours;
  readonly url: string;
  readonly server: Server;
  readonly metrics: () => Promise<string>;
  close(): Promise<void>;
}

export interface NodeOptions {
  readonly carrier: Carrier;
  readonly callbacks?: (url: string) => CallbackDialect;
  readonly clock: Clock;
  readonly timings?: Partial<DialerTimings>;
  readonly supervisor?: boolean;
  /** Who stands at the doors; absent: an administrator. */
  readonly user?: Director;
  /** Who dials by hand; absent: nobody may. */
  readonly agentId?: string;
  /** What the dialer is told of its cases; absent: the neighbour's own words. */
  readonly cases?: CaseFacts;
}

const fakeDialect = (url: string): CallbackDialect =>
  makeTwilioCallbacks({ authToken: fakeAuthToken, authTokenSecondary: 'the-other-token' }, url);

async function listening(): Promise<{ server: Server; app: express.Express; url: string }> {
  const app = express();
  const server = createServer(app);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, app, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** One process of the program, as far as this room goes. */
export async function startNode(db: TestDatabase, redis: TestRedis, options: NodeOptions): Promise<Node> {
  const { neighbours, listeners } = makeNeighbours(db.prisma);
  const { server, app, url } = await listening();
  const metrics = makeMetrics();
  const dialer = makeDialer({
    prisma: db.prisma,
    redis: redis.redis,
    queues: { redisUrl: redis.url, prefix: redis.prefix },
    clock: options.clock,
    log: makeLogger({ level: 'silent' }),
    metrics,
    publicUrl: url,
    nodeId: newId(),
    dials: true,
    carrier: options.carrier,
    callbacks: (options.callbacks ?? fakeDialect)(url),
    cases: options.cases ?? neighbours.cases,
    rulesOf: () => neighbours.rules,
    raiseAlert(kind, subjectId) {
      neighbours.alerts.push({ kind, subjectId });
      return Promise.resolve();
    },
    followUp: {
      attemptEnded(attemptId) {
        if (neighbours.endingFailures > 0) {
          neighbours.endingFailures -= 1;
          return Promise.reject(new Error('the desk is closed'));
        }
        neighbours.ended.push(attemptId);
        return Promise.resolve();
      },
      resultsVoided(attemptIds) {
        neighbours.voided.push([...attemptIds]);
        return Promise.resolve();
      },
    },
    agents: {
      snapshot: () => {
        const { pool } = neighbours;
        return Promise.resolve({ ...pool, working: pool.ready + pool.reserved + pool.talking + pool.wrappingUp });
      },
      roster: (campaignId) => {
        const roster = rosterOf(neighbours);
        return Promise.resolve({
          ...roster,
          shared: roster.shared.filter((other) => other.campaignId !== campaignId),
        });
      },
      hold({ attemptId, caseId, agentId, among = 'all' }) {
        neighbours.asked.push(among);
        if (neighbours.pool.ready === 0 || neighbours.unspoken.has(caseId)) return Promise.resolve(null);
        if (agentId !== undefined && !rosterOf(neighbours).seats.some((seat) => isReady(seat, agentId)))
          return Promise.resolve(null);
        neighbours.pool = {
          ...neighbours.pool,
          ready: neighbours.pool.ready - 1,
          reserved: neighbours.pool.reserved + 1,
        };
        neighbours.held.push(attemptId);
        return Promise.resolve(agentId ?? `agent-of-${attemptId}`);
      },
      release(attemptId) {
        neighbours.released.push(attemptId);
        return Promise.resolve();
      },
      onChange(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    calls: {
      amdVerdict(attemptId, answeredBy) {
        neighbours.verdicts.push([attemptId, answeredBy]);
        return Promise.resolve();
      },
      callEnded(attemptId) {
        neighbours.callsEnded.push(attemptId);
        return Promise.resolve();
      },
    },
    recordings: {
      carrierRecordingReady({ recordingSid }) {
        neighbours.recordings.push(recordingSid);
        return Promise.resolve();
      },
    },
    requireUser: openDoor,
    requireAgent: options.agentId === undefined ? closedDoor : as({ id: options.agentId, role: 'agent' }),
    requireSupervisor: options.supervisor === false ? closedDoor : as(options.user ?? { id: newId(), role: 'admin' }),
    requireExporter: (_req, _res, next) => next(),
    audit: {
      record(entry) {
        neighbours.audited.push(entry);
        return Promise.resolve();
      },
    },
    news: { changed: (campaignId) => void neighbours.changedCampaigns.push(campaignId) },
    timings: { ...quick, ...options.timings },
  });
  app.use(dialer.router);
  app.use(problemErrors(makeLogger({ level: 'silent' })));
  return {
    dialer,
    neighbours,
    url,
    server,
    metrics: () => metrics.text(),
    async close() {
      await dialer.stop();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export interface Placement {
  readonly trunkId: string;
  readonly campaignId: string;
  readonly clientId: string;
}

let lineNumber = 10_000;

/** A running campaign on a trunk with one caller id. */
export async function seedCampaign(
  prisma: PrismaClient,
  over: {
    trunk?: { kind?: string; cps?: number; channels?: number };
    campaign?: {
      settings?: object;
      abandonMessage?: string | null;
      amd?: boolean;
      status?: 'running' | 'paused';
      mode?: string;
    };
  } = {},
): Promise<Placement> {
  const [trunkId, campaignId, clientId] = [newId(), newId(), newId()];
  await prisma.trunk.create({
    data: { id: trunkId, name: trunkId, kind: 'sim', cps: 100, channels: 50, ...over.trunk },
  });
  await prisma.callerId.create({ data: { id: newId(), trunkId, e164: `+150055${(lineNumber += 1)}`, verified: true } });
  await prisma.client.create({ data: { id: clientId, name: clientId } });
  const { settings, ...campaign } = over.campaign ?? {};
  await prisma.campaign.create({
    data: {
      id: campaignId,
      name: campaignId,
      status: 'running',
      preset: 'demo',
      trunkId,
      ...campaign,
      ...(settings === undefined ? {} : { settings: { ...settings } }),
    },
  });
  return { trunkId, campaignId, clientId };
}

export interface SeededCase {
  readonly caseId: string;
  readonly debtorId: string;
  readonly lineId: string;
  readonly e164: string;
}

/** An open case that is due, with one number; on a known debtor or line if asked for. */
export async function seedCase(
  prisma: PrismaClient,
  place: Placement,
  over: { debtorId?: string; lineId?: string; e164?: string; zones?: string[]; dueAt?: Date } = {},
): Promise<SeededCase> {
  const debtorId = over.debtorId ?? newId();
  if (over.debtorId === undefined) await prisma.debtor.create({ data: { id: debtorId, linkKey: `case:${debtorId}` } });
  const lineId = over.lineId ?? newId();
  const e164 = over.e164 ?? `+861380${(lineNumber += 1)}00`.slice(0, 14);
  if (over.lineId === undefined) {
    await prisma.line.create({ data: { id: lineId, e164, zones: over.zones ?? ['Asia/Shanghai'] } });
  }
  const caseId = newId();
  await prisma.case.create({
    data: {
      id: caseId,
      clientId: place.clientId,
      externalRef: caseId,
      refKey: caseId,
      debtorId,
      campaignId: place.campaignId,
      amountMinor: 100_00n,
      currency: 'CNY',
      placementDate: new Date('2026-11-01'),
      dueAt: over.dueAt ?? new Date('2026-11-01T00:00:00Z'),
      numbers: { create: { id: newId(), debtorId, lineId, class: 'self_mobile', position: 1 } },
    },
  });
  return { caseId, debtorId, lineId, e164 };
}

export interface Bed extends Node {
  readonly carrier: FakeCarrier;
  readonly clock: ReturnType<typeof fakeClock>;
  readonly place: Placement;
  /** Polls the row until it fits. */
  readonly attempt: (fits: (row: AttemptSeen) => boolean, what: string) => Promise<AttemptSeen>;
}

export type AttemptSeen = NonNullable<Awaited<ReturnType<PrismaClient['attempt']['findFirst']>>>;

/** One node, one fake carrier, one campaign. Nothing runs before `dialer.start()`. */
export async function makeBed(
  db: TestDatabase,
  redis: TestRedis,
  over: Parameters<typeof seedCampaign>[1] & {
    timings?: Partial<DialerTimings>;
    carrierKind?: Carrier['kind'];
    agentId?: string;
  } = {},
): Promise<Bed> {
  const clock = fakeClock();
  const carrier = new FakeCarrier(clock, over.carrierKind);
  // A node paces whatever runs: the campaigns of earlier tests in this database would ring over this bed's carrier.
  await db.prisma.campaign.updateMany({ where: { status: 'running' }, data: { status: 'paused' } });
  const place = await seedCampaign(db.prisma, over);
  const node = await startNode(db, redis, {
    carrier,
    clock,
    ...(over.timings === undefined ? {} : { timings: over.timings }),
    ...(over.agentId === undefined ? {} : { agentId: over.agentId }),
  });
  return {
    ...node,
    carrier,
    clock,
    place,
    attempt: (fits, what) =>
      waitFor(what, async () => {
        const rows = await db.prisma.attempt.findMany({ where: { campaignId: place.campaignId } });
        return rows.find(fits);
      }),
  };
}

/** Launches the case and fails loudly when that is refused. */
export async function launched(bed: Pick<Bed, 'dialer' | 'place'>, caseId: string): Promise<string> {
  const reply = await bed.dialer.launchAttempt(caseId, bed.place.campaignId);
  if (reply.kind === 'refused') throw new Error(`refused: ${reply.because} ${reply.reason ?? ''}`);
  return reply.attemptId;
}
