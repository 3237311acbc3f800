import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { inject } from 'vitest';
import express, { type RequestHandler } from 'express';
import { makePrismaAudit } from '../../src/access/adapters/prisma-audit.ts';
import type { Casework } from '../../src/casework/casework.ts';
import { makePayments, type Payments } from '../../src/casework/make-payments.ts';
import { makeSuppressions } from '../../src/casework/make-suppressions.ts';
import { makeCasework } from '../../src/casework/make-casework.ts';
import type {
  AuditTrail,
  BoundRecording,
  CarrierRecordingFile,
  CaseNews,
  RingingCalls,
} from '../../src/casework/ports.ts';
import type { NumberClass, SystemResult } from '../../src/domain/vocabulary.ts';
import { newId, newToken } from '../../src/platform/ids.ts';
import { makeLogger } from '../../src/platform/log.ts';
import { makeMetrics } from '../../src/platform/metrics.ts';
import { problemErrors } from '../../src/platform/http-problem.ts';
import type { PrismaClient } from '../../src/platform/prisma/client.ts';
import { fakeClock, type FakeClock } from '../support/fake-clock.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';

export interface Given {
  readonly caseId: string;
  readonly debtorId: string;
  /** By class, in the order given. */
  readonly numbers: readonly { readonly id: string; readonly lineId: string; readonly class: NumberClass }[];
}

/** 10:00 on a Tuesday in Shanghai. */
export const tuesdayMorning = '2026-11-24T02:00:00.000Z';

let nextNumber = 0;
const fictional = (): string => {
  nextNumber += 1;
  return `+1${String(212 + Math.floor(nextNumber / 100))}55501${String(nextNumber % 100).padStart(2, '0')}`;
};

/** The room on a database of its own, with a bank, a team, a trunk and a running campaign. */
export class House implements AsyncDisposable {
  readonly audited: { action: string; actorId: string | null; subjectId: string | null }[] = [];
  /** Called when an entry is written: throws where the process is to die just after. */
  audits: (action: string) => void = () => undefined;
  readonly #auditedOnce = new Set<string>();
  readonly news: BoundRecording[] = [];
  readonly atCarrier = new Map<string, { files: CarrierRecordingFile[]; wav: Buffer }>();
  readonly hungUp: string[] = [];
  readonly leaveNews: string[] = [];
  readonly told: { agentId: string; caseId: string }[] = [];
  url = '';
  campaignId = '';
  agentId = '';
  readonly db: TestDatabase;
  readonly prisma: PrismaClient;
  readonly clock: FakeClock;
  readonly casework: Casework;
  readonly payments: Payments;
  readonly #suppressions: ReturnType<typeof makeSuppressions>;
  readonly recordingsDir: string;
  #server: Server | null = null;
  clientId = '';
  #trunkId = '';
  #callerIdId = '';

  readonly #requireSupervisor: RequestHandler = (req, res, next) => {
    if (req.get('x-role') !== 'supervisor') return void res.status(403).end();
    res.locals['user'] = { id: req.get('x-user'), role: 'supervisor', displayName: 'Somebody' };
    next();
  };
  readonly #requireAdmin: RequestHandler = (req, res, next) => {
    if (req.get('x-role') !== 'admin') return void res.status(403).end();
    res.locals['user'] = { id: req.get('x-user'), role: 'admin', displayName: 'Somebody' };
    next();
  };
  readonly #ringing: RingingCalls = {
    hangUpRinging: (attemptId) => {
      this.hungUp.push(attemptId);
      return Promise.resolve();
    },
  };
  readonly #caseNews: CaseNews = { changed: (event) => void this.told.push(event) };
  readonly #audit: AuditTrail = {
    record: async ({ action, actorId, subjectId, onceAs }) => {
      if (onceAs !== undefined && this.#auditedOnce.has(onceAs)) return;
      if (onceAs !== undefined) this.#auditedOnce.add(onceAs);
      this.audited.push({ action, actorId, subjectId });
      await Promise.resolve();
      this.audits(action);
    },
  };

  readonly #requireUser: RequestHandler = (req, res, next) => {
    res.locals['user'] = { id: req.get('x-user'), role: req.get('x-role') ?? 'agent', displayName: 'Somebody' };
    next();
  };

  private constructor(db: TestDatabase) {
    const { prisma } = db;
    this.db = db;
    this.prisma = prisma;
    this.clock = fakeClock(tuesdayMorning);
    this.recordingsDir = mkdtempSync(join(tmpdir(), 'casework-recordings-'));
    this.casework = makeCasework({
      prisma,
      clock: this.clock,
      log: makeLogger({ level: 'silent' }),
      metrics: makeMetrics(),
      recordingsDir: this.recordingsDir,
      visitsDir: join(this.recordingsDir, 'visits'),
      fraudDir: join(this.recordingsDir, 'fraud'),
      requireUser: this.#requireUser,
      requireListener: this.#requireUser,
      requireSupervisor: this.#requireSupervisor,
      requireAdmin: this.#requireAdmin,
      requireLifter: this.#requireSupervisor,
      requireHandover: this.#requireSupervisor,
      queues: { redisUrl: inject('redisUrl'), prefix: `test-${newToken(6)}` },
      requireExporter: this.#requireSupervisor,
      audit: this.#audit,
      auditWithin: (db) => ({
        record: async (entry) => {
          await makePrismaAudit(db).record(entry);
          await this.#audit.record(entry);
        },
      }),
      carrierRecordings: {
        recordings: (sid) => Promise.resolve(this.atCarrier.get(sid)?.files ?? []),
        downloadRecording: (sid) => Promise.resolve(Readable.from([this.atCarrier.get(sid)?.wav ?? Buffer.alloc(0)])),
      },
      recordingNews: { ready: (bound) => void this.news.push(bound) },
      ringing: this.#ringing,
      caseNews: this.#caseNews,
      leaveNews: {
        waitingChanged: () => void this.leaveNews.push('waiting'),
        decided: ({ agentId }) => void this.leaveNews.push(`decided for ${agentId}`),
      },
      sweeps: false,
    });
    this.#suppressions = makeSuppressions({
      prisma,
      clock: this.clock,
      audit: this.#audit,
      requireExporter: this.#requireAdmin,
      requireSupervisor: this.#requireSupervisor,
      requireAdmin: this.#requireAdmin,
      ringing: this.#ringing,
      uploadsDir: join(this.recordingsDir, 'suppressions'),
    });
    this.payments = makePayments({
      prisma,
      clock: this.clock,
      audit: this.#audit,
      requireSupervisor: this.#requireSupervisor,
      requireExporter: this.#requireSupervisor,
      uploadsDir: join(this.recordingsDir, 'payments'),
      ringing: this.#ringing,
      caseNews: this.#caseNews,
    });
  }

  static async open(preset: 'cn' | 'demo' | 'uk' = 'cn'): Promise<House> {
    const house = new House(await withDatabase());
    await house.#furnish(preset);
    return house;
  }

  async #furnish(preset: string): Promise<void> {
    const { prisma } = this;
    await prisma.tenant.create({ data: { id: 1, name: 'House', preset, businessZone: 'Asia/Shanghai' } });
    this.clientId = newId();
    await prisma.client.create({ data: { id: this.clientId, name: 'Bank of Samples' } });
    this.#trunkId = newId();
    this.#callerIdId = newId();
    await prisma.trunk.create({
      data: {
        id: this.#trunkId,
        name: 'Trunk',
        kind: 'sim',
        callerIds: { create: { id: this.#callerIdId, e164: '+12025550100' } },
      },
    });
    this.campaignId = newId();
    await prisma.campaign.create({
      data: { id: this.campaignId, name: 'Campaign', preset, status: 'running', trunkId: this.#trunkId },
    });
    this.agentId = await this.user('agent');
    const app = express();
    app.use(this.casework.router);
    app.use(this.payments.router);
    app.use(this.#suppressions.router);
    app.use(problemErrors(makeLogger({ level: 'silent' })));
    await new Promise<void>((resolve) => {
      this.#server = app.listen(0, '127.0.0.1', () => resolve());
    });
    this.url = `http://127.0.0.1:${(this.#server?.address() as AddressInfo).port}`;
  }

  async user(role: 'agent' | 'supervisor' | 'admin', teamId: string | null = null): Promise<string> {
    const id = newId();
    await this.prisma.user.create({
      data: { id, username: `user-${id}`, displayName: 'Somebody', passwordHash: '-', role, teamId },
    });
    return id;
  }

  async post(path: string, as: { id: string; role?: string }, body: object = {}): Promise<Response> {
    return this.#request('POST', path, as, body);
  }

  async get(path: string, as: { id: string; role?: string }, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.url + path, { headers: { 'x-user': as.id, 'x-role': as.role ?? 'agent', ...headers } });
  }

  async #request(method: 'POST' | 'PUT', path: string, as: { id: string; role?: string }, body: unknown = {}) {
    const isForm = body instanceof FormData;
    return fetch(this.url + path, {
      method,
      headers: {
        'x-user': as.id,
        'x-role': as.role ?? 'agent',
        ...(isForm ? {} : { 'content-type': 'application/json' }),
      },
      body: isForm ? body : JSON.stringify(body),
    });
  }

  async send(
    method: 'POST' | 'PUT',
    path: string,
    as: { id: string; role?: string },
    body: unknown = {},
  ): Promise<{ status: number; rules: string[]; text: string }> {
    const response = await this.#request(method, path, as, body);
    const text = await response.text();
    const rules = /"errors"/.test(text) ? (JSON.parse(text) as { errors: { rule: string }[] }).errors : [];
    return { status: response.status, rules: rules.map(({ rule }) => rule), text };
  }

  /** A case with one number per class named; `lines` reuses numbers of others. */
  async givenCase(
    classes: readonly NumberClass[],
    more: { debtorId?: string; lines?: readonly string[]; ownerId?: string; campaign?: boolean } = {},
  ): Promise<Given> {
    const { prisma } = this;
    const caseId = newId();
    const debtorId = more.debtorId ?? newId();
    await prisma.debtor.upsert({
      where: { id: debtorId },
      create: { id: debtorId, linkKey: `id:${debtorId}`, name: '张示范' },
      update: {},
    });
    await prisma.case.create({
      data: {
        id: caseId,
        clientId: this.clientId,
        externalRef: `Ref-${caseId}`,
        refKey: `ref-${caseId}`,
        debtorId,
        campaignId: more.campaign === false ? null : this.campaignId,
        ownerId: more.ownerId ?? null,
        amountMinor: 100_000n,
        currency: 'CNY',
        placementDate: new Date('2026-11-20'),
        dueAt: new Date(this.clock()),
        dueReason: 'due',
      },
    });
    const numbers = [];
    for (const [index, numberClass] of classes.entries()) {
      const lineId = more.lines?.[index] ?? newId();
      await prisma.line.upsert({
        where: { id: lineId },
        create: { id: lineId, e164: fictional(), zones: ['Asia/Shanghai'] },
        update: {},
      });
      await prisma.debtorLine.upsert({
        where: { debtorId_lineId: { debtorId, lineId } },
        create: { debtorId, lineId },
        update: {},
      });
      const id = newId();
      await prisma.phoneNumber.create({
        data: { id, caseId, debtorId, lineId, class: numberClass, position: index + 1 },
      });
      numbers.push({ id, lineId, class: numberClass });
    }
    return { caseId, debtorId, numbers };
  }

  /** A call as the dialer leaves it: placed now, ended after `lastsMs`; the clock moves along. */
  async call(
    of: Given,
    at: number,
    ending: { result?: SystemResult; agentId?: string; answered?: boolean; live?: boolean; lastsMs?: number },
  ): Promise<string> {
    const number = of.numbers[at];
    if (number === undefined) throw new RangeError('no such number');
    const row = await this.prisma.case.findUniqueOrThrow({ where: { id: of.caseId } });
    const placedAt = this.clock();
    const endedAt = this.clock.forward(ending.lastsMs ?? 20_000);
    const answered = ending.answered ?? ending.agentId !== undefined;
    const id = newId();
    await this.prisma.attempt.create({
      data: {
        id,
        caseId: of.caseId,
        debtorId: of.debtorId,
        numberId: number.id,
        lineId: number.lineId,
        campaignId: this.campaignId,
        trunkId: this.#trunkId,
        callerIdId: this.#callerIdId,
        carrierCallSid: `CA${id.replaceAll('-', '')}`,
        tokenHash: createHash('sha256').update(newToken()).digest('hex'),
        roundNumber: row.roundNumber,
        intendedAt: new Date(placedAt),
        dialByAt: new Date(placedAt + 60_000),
        placedAt: new Date(placedAt),
        answeredAt: answered ? new Date(placedAt + 5_000) : null,
        connectedAt: ending.agentId === undefined ? null : new Date(placedAt + 5_500),
        agentId: ending.agentId ?? null,
        presetName: 'cn',
        presetVersion: 1,
        decision: {},
        ...(ending.live === true
          ? { state: 'ringing' }
          : {
              state: 'ended',
              endedAt: new Date(endedAt),
              endFault: 'callee',
              endReason: 'test',
              systemResult: ending.result ?? null,
            }),
      },
    });
    return id;
  }

  /** The call and its follow-up. */
  async called(of: Given, at: number, ending: Parameters<House['call']>[2]): Promise<string> {
    const id = await this.call(of, at, ending);
    await this.casework.followUp.attemptEnded(id);
    return id;
  }

  async statusOf(
    of: Given,
    at: number,
  ): Promise<{ status: string; vacant: number; nsp: number; reason: string | null }> {
    const number = of.numbers[at];
    const line = await this.prisma.debtorLine.findUniqueOrThrow({
      where: { debtorId_lineId: { debtorId: of.debtorId, lineId: number?.lineId ?? '' } },
      include: { line: true },
    });
    return {
      status: line.status,
      vacant: line.line.vacantCount,
      nsp: line.noSuchPersonCount,
      reason: line.statusReason,
    };
  }

  /** The agent of the call does what R35 asks before its wrap-up. */
  async looksAtLinked(attemptId: string): Promise<number> {
    return (await this.post(`/api/agent/calls/${attemptId}/linked`, { id: this.agentId })).status;
  }

  caseRow = (of: Given) => this.prisma.case.findUniqueOrThrow({ where: { id: of.caseId } });

  async notesOf(of: Given): Promise<string[]> {
    const notes = await this.prisma.note.findMany({ where: { caseId: of.caseId }, orderBy: { at: 'asc' } });
    return notes.map((note) => note.text);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.casework.stop();
    await new Promise<void>((resolve) => {
      if (this.#server === null) resolve();
      else this.#server.close(() => resolve());
    });
    await this.db.drop();
    rmSync(this.recordingsDir, { recursive: true, force: true });
  }
}

export const wrapUp = (attemptId: string, more: object) => ({
  attemptId,
  code: 'NEG' as const,
  party: 'RPC' as const,
  nextFollowUpOn: null,
  promise: null,
  fundDate: null,
  callbackAt: null,
  newNumber: null,
  note: '',
  suspect: null,
  clues: null,
  then: 'ready' as const,
  ...more,
});
