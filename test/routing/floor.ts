import { randomInt } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { CallCard, TodayFigures } from '../../src/contract/agent.ts';
import type { RoutingRules } from '../../src/domain/routing/routing-rules.ts';
import { newId, newToken } from '../../src/platform/ids.ts';
import { makeLogger } from '../../src/platform/log.ts';
import { makeMetrics } from '../../src/platform/metrics.ts';
import { makeRouting } from '../../src/routing/make-routing.ts';
import type { CallControl, CallLegs, WrapUpReply } from '../../src/routing/ports.ts';
import type { Routing, RoutingSettings } from '../../src/routing/routing.ts';
import { fakeClock, type FakeClock } from '../support/fake-clock.ts';
import { waitFor } from '../support/wait-for.ts';
import type { TestDatabase } from '../support/with-database.ts';
import type { TestRedis } from '../support/with-redis.ts';

const today: TodayFigures = {
  accounts: 0,
  goal: 50,
  calls: 0,
  rightParty: 0,
  promises: 0,
  promisedMinor: 0,
  currency: null,
  talkMs: 0,
  wrapUpMs: 0,
  readyMs: 0,
  breakMs: 0,
};

export interface CallRow {
  readonly attemptId: string;
  readonly caseId: string;
  readonly debtorId: string;
  readonly numberId: string;
  readonly lineId: string;
}

/** The routing room over a real database, its neighbours answered from memory, time moved by hand. */
export class TestFloor {
  readonly clock: FakeClock;
  readonly routing: Routing;
  readonly said: string[] = [];
  readonly audited: { readonly action: string; readonly detail: unknown }[] = [];
  readonly pushed: { readonly to: string; readonly event: string; readonly body: unknown }[] = [];
  /** Attempts whose callee is gone, as the dialer knows. */
  readonly ended = new Set<string>();
  /** Agents whose socket breaks between reservation and talk. */
  readonly socketless = new Set<string>();
  readonly onHold = new Set<string>();
  /** Attempts whose stream this node lost without a word. */
  readonly streamless = new Set<string>();
  /** What the carrier says when it is to bring a caller's audio. */
  bringInReply: 'asked' | 'ended' | 'failed' | 'nothing' = 'asked';
  ringBackReply: 'launched' | 'refused' = 'launched';
  wrapUpReply: WrapUpReply | null = null;
  campaignId = '';
  readonly #db: TestDatabase;
  readonly #timers = new Set<{ at: number; run: () => void }>();
  #ids: { clientId: string; trunkId: string; callerIdId: string } = { clientId: '', trunkId: '', callerIdId: '' };

  constructor(
    db: TestDatabase,
    redis: TestRedis,
    settings: Partial<RoutingSettings> = {},
    startAt?: number,
    nodeId = 'node-1',
  ) {
    this.#db = db;
    this.clock = fakeClock(startAt);
    const as =
      (role: 'agent' | 'supervisor'): RequestHandler =>
      (req, res, next) => {
        res.locals['user'] = { id: req.header('x-agent') ?? '', role, displayName: '' };
        next();
      };
    this.routing = makeRouting({
      prisma: db.prisma,
      redis: redis.redis,
      prefix: redis.prefix,
      clock: this.clock,
      after: (ms, run) => {
        const timer = { at: this.clock() + ms, run };
        this.#timers.add(timer);
        return () => this.#timers.delete(timer);
      },
      log: makeLogger({ level: 'silent' }),
      metrics: makeMetrics(),
      nodeId,
      publicUrl: `https://${nodeId}.example.test`,
      calls: this.#calls(),
      cards: {
        cardFor: (attemptId) => Promise.resolve({ attemptId, caseId: 'c' } as CallCard),
        casePage: () => Promise.resolve(null),
      },
      wrapUps: {
        form: () => Promise.resolve(null),
        save: async (agentId, input, startedAt) => {
          if (this.wrapUpReply !== null) return this.wrapUpReply;
          await this.saveWrapUpRow(agentId, input.attemptId);
          const acwMs = this.clock() - startedAt;
          return {
            kind: 'saved',
            saved: {
              attemptId: input.attemptId,
              classAfter: 'NEGOTIATING',
              nextFollowUpOn: null,
              callbackAt: null,
              acwMs,
            },
          };
        },
      },
      today: { figures: () => Promise.resolve(today), floor: () => Promise.resolve(new Map()) },
      audit: {
        record: ({ action, detail }) => {
          this.audited.push({ action, detail });
          return Promise.resolve();
        },
      },
      inbound: {
        bringIn: (attemptId, publicUrl) => {
          this.said.push(`bringIn ${attemptId}${publicUrl === undefined ? '' : ` to ${publicUrl}`}`);
          const reply = this.bringInReply;
          return reply === 'nothing' ? new Promise(() => undefined) : Promise.resolve(reply);
        },
        ringBack: ({ callbackId, attemptId }) => {
          this.said.push(`ringBack ${callbackId} ${attemptId}`);
          return Promise.resolve(this.ringBackReply);
        },
      },
      legs: this.#legs(),
      screens: {
        state: (to, body) => void this.pushed.push({ to, event: 'state', body }),
        callConnected: (to, body) => void this.pushed.push({ to, event: 'connected', body }),
        callHeld: (to, body) => void this.pushed.push({ to, event: 'held', body }),
        callEnded: (to, body) => void this.pushed.push({ to, event: 'ended', body }),
        todayChanged: (to, body) => void this.pushed.push({ to, event: 'today', body }),
        callersWaiting: (body) => void this.pushed.push({ to: 'all', event: 'callers', body }),
      },
      requireAgent: as('agent'),
      requireSupervisor: as('supervisor'),
      settings,
    });
  }

  #calls(): CallControl {
    const { prisma } = this.#db;
    const say = (word: string): Promise<void> => {
      this.said.push(word);
      return Promise.resolve();
    };
    return {
      mediaStarted: async (attemptId, at) => {
        if (this.ended.has(attemptId)) return 'ended';
        await prisma.attempt.update({
          where: { id: attemptId },
          data: { state: 'answered', answeredAt: new Date(at) },
        });
        return 'live';
      },
      mediaStopped: (attemptId) => say(`mediaStopped ${attemptId}`),
      connected: async (attemptId, agentId, at) => {
        if (this.ended.has(attemptId)) return 'ended';
        await prisma.attempt.update({
          where: { id: attemptId },
          data: { state: 'connected', connectedAt: new Date(at), agentId },
        });
        return 'connected';
      },
      abandoned: (attemptId, _at, treatment) => say(`abandoned ${attemptId} ${treatment}`),
      agentLost: (attemptId) => say(`agentLost ${attemptId}`),
      hangUp: (attemptId, by) => say(`hangUp ${attemptId} ${by}`),
    };
  }

  #legs(): CallLegs {
    return {
      connect: (_attemptId, agentId) => (this.socketless.has(agentId) ? 'no-agent' : 'connected'),
      has: (attemptId) => !this.streamless.has(attemptId),
      hold: (attemptId, onHold) => {
        if (onHold) this.onHold.add(attemptId);
        else this.onHold.delete(attemptId);
        return true;
      },
      isHeld: (attemptId) => this.onHold.has(attemptId),
      dtmf: () => true,
      releaseAgent: () => undefined,
      leaveToCarrier: (attemptId) => void this.said.push(`left ${attemptId}`),
    };
  }

  /** Campaign, trunk and client; once per floor. */
  async furnish(
    treatment: 'message' | 'hangup' = 'message',
    rules: Partial<Omit<RoutingRules, 'requiredSkills'> & { requiredSkills: string[] }> = {},
  ): Promise<void> {
    const { prisma } = this.#db;
    const [clientId, trunkId, callerIdId] = [newId(), newId(), newId()];
    this.campaignId = newId();
    await prisma.client.create({ data: { id: clientId, name: clientId } });
    await prisma.trunk.create({ data: { id: trunkId, name: trunkId, kind: 'sim' } });
    await prisma.callerId.create({ data: { id: callerIdId, trunkId, e164: someNumber() } });
    await prisma.campaign.create({
      data: {
        ...{ id: this.campaignId, name: this.campaignId, preset: 'demo', trunkId, abandonTreatment: treatment },
        affinityMs: 0,
        ...rules,
      },
    });
    this.#ids = { clientId, trunkId, callerIdId };
  }

  /** Another node of the same house. */
  shareCampaignOf(node: TestFloor): void {
    this.campaignId = node.campaignId;
    this.#ids = node.#ids;
  }

  /** An agent of the campaign, on a break and without a socket. */
  async hire(): Promise<string> {
    const id = newId();
    await this.#db.prisma.user.create({
      data: {
        id,
        username: id,
        displayName: id,
        passwordHash: '',
        role: 'agent',
        campaigns: { create: { campaignId: this.campaignId } },
      },
    });
    await this.routing.setState(id, { to: 'on_break', reason: 'rest' });
    return id;
  }

  /** One whose page lives, and who asked for calls. */
  async hireReady(): Promise<string> {
    const id = await this.hire();
    await this.revive(id);
    const reply = await this.routing.setState(id, { to: 'ready' });
    if (reply.kind !== 'moved') throw new Error(reply.because);
    return id;
  }

  async revive(agentId: string): Promise<void> {
    this.routing.lifeSigns(agentId, []);
    await waitFor('proof of life', async () => (await this.presence(agentId))?.aliveAt !== null);
  }

  async ring(ownerId: string | null = null): Promise<CallRow> {
    const [call] = await this.ringMany(1, ownerId);
    if (call === undefined) throw new Error('nothing rang');
    return call;
  }

  /** Calls that ring, each of a person of its own. */
  async ringMany(count: number, ownerId: string | null = null): Promise<CallRow[]> {
    const { prisma } = this.#db;
    const { clientId } = this.#ids;
    const rows = Array.from({ length: count }, () => ({
      attemptId: newId(),
      caseId: newId(),
      debtorId: newId(),
      numberId: newId(),
      lineId: newId(),
    }));
    await prisma.debtor.createMany({ data: rows.map(({ debtorId }) => ({ id: debtorId, linkKey: debtorId })) });
    await prisma.line.createMany({ data: rows.map(({ lineId }) => ({ id: lineId, e164: someNumber() })) });
    await prisma.case.createMany({
      data: rows.map(({ caseId, debtorId }) => ({
        id: caseId,
        clientId,
        debtorId,
        ownerId,
        externalRef: caseId,
        refKey: caseId,
        amountMinor: 100,
        currency: 'CNY',
        placementDate: new Date('2026-11-01'),
        campaignId: this.campaignId,
      })),
    });
    await prisma.phoneNumber.createMany({
      data: rows.map(({ numberId, caseId, debtorId, lineId }) => ({
        id: numberId,
        caseId,
        debtorId,
        lineId,
        class: 'self_mobile',
        position: 1,
      })),
    });
    await prisma.attempt.createMany({ data: rows.map((row) => this.#attemptOf(row)) });
    return rows;
  }

  #attemptOf({ attemptId, ...row }: CallRow) {
    const { trunkId, callerIdId } = this.#ids;
    return {
      ...row,
      id: attemptId,
      campaignId: this.campaignId,
      trunkId,
      callerIdId,
      state: 'ringing',
      tokenHash: newToken(),
      intendedAt: new Date(this.clock()),
      dialByAt: new Date(this.clock() + 60_000),
      presetName: 'demo',
      presetVersion: 1,
      decision: {},
    };
  }

  /** The same line is rung once more. */
  async ringAgain(call: CallRow): Promise<CallRow> {
    const again = { ...call, attemptId: newId() };
    await this.#db.prisma.attempt.create({ data: this.#attemptOf(again) });
    return again;
  }

  /** A talk of this call comes to its end and is written up; the agent is ready again. */
  async finish(call: CallRow, party: 'RPC' | 'TPC' | 'none' = 'TPC'): Promise<void> {
    const { prisma } = this.#db;
    const { agentId } = await this.attempt(call);
    if (agentId === null) throw new Error('nobody has talked');
    const ended = { state: 'ended', endedAt: new Date(this.clock()), endFault: 'none', endReason: 'callee-hung-up' };
    await prisma.attempt.update({ where: { id: call.attemptId }, data: ended });
    await this.routing.callEnded(call.attemptId);
    await this.saveWrapUpRow(agentId, call.attemptId, party);
    await prisma.agentPresence.update({
      where: { userId: agentId },
      data: { state: 'ready', attemptId: null, readySince: new Date(this.clock()) },
    });
  }

  answer(call: CallRow, at = this.clock()): Promise<void> {
    return this.routing.answered(call.attemptId, at, 'CA');
  }

  presence(agentId: string) {
    return this.#db.prisma.agentPresence.findUnique({ where: { userId: agentId } });
  }

  async stateOf(agentId: string): Promise<string | undefined> {
    return (await this.presence(agentId))?.state;
  }

  attempt(call: CallRow) {
    return this.#db.prisma.attempt.findUniqueOrThrow({ where: { id: call.attemptId } });
  }

  async saveWrapUpRow(agentId: string, attemptId: string, party = 'RPC'): Promise<void> {
    const { caseId } = await this.#db.prisma.attempt.findUniqueOrThrow({ where: { id: attemptId } });
    await this.#db.prisma.wrapUp.create({
      data: {
        id: newId(),
        attemptId,
        caseId,
        agentId,
        code: 'NEG',
        party,
        classAfter: 'NEGOTIATING',
        startedAt: new Date(this.clock()),
        acwMs: 0,
      },
    });
  }

  pushes(agentId: string, event: string): unknown[] {
    return this.pushed.filter((one) => one.to === agentId && one.event === event).map((one) => one.body);
  }

  /** Moves the clock on and runs what falls due, in its order. */
  forward(ms: number): void {
    const until = this.clock() + ms;
    for (;;) {
      const next = [...this.#timers].filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#timers.delete(next);
      if (next.at > this.clock()) this.clock.set(next.at);
      next.run();
    }
    this.clock.set(until);
  }

  /** Keeps moving the clock in steps until the promise is settled: what waits for the database gets its turn. */
  async until<T>(work: Promise<T>, stepMs = 50): Promise<T> {
    let settled = false;
    const done = work.finally(() => (settled = true));
    done.catch(() => undefined);
    await waitFor('the work to be done', () => {
      if (!settled) this.forward(stepMs);
      return settled;
    });
    return done;
  }
}

const someNumber = (): string => `+8613${String(randomInt(1e9)).padStart(9, '0')}`;
