import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgentStateView } from '../../src/contract/agent.ts';
import type { WallAgent } from '../../src/contract/agent-wall.ts';
import type { PacingView } from '../../src/contract/pacing.ts';
import type { LineFigures } from '../../src/domain/line-quality.ts';
import { makeLogger } from '../../src/platform/log.ts';
import { makeMetrics } from '../../src/platform/metrics.ts';
import type { NodeWires } from '../../src/platform/node-wires.ts';
import type { RedisClient } from '../../src/platform/redis.ts';
import { makeRealtime } from '../../src/realtime/make-realtime.ts';
import type { Realtime, RealtimeSettings } from '../../src/realtime/realtime.ts';

export interface BookRow {
  path: string;
  status: 'writing' | 'complete' | 'missing';
  durationMs?: number;
  sha256?: string;
  byteSize?: number;
}

const state: AgentStateView = {
  state: 'on_break',
  reason: 'rest',
  since: 0,
  attemptId: null,
  wish: null,
  alive: true,
  aliveMissing: [],
};

/** The realtime room on a port of its own, its ports answered from memory and everything said to them kept. */
export class House {
  readonly answered: string[] = [];
  readonly stopped: string[] = [];
  readonly lost: string[] = [];
  readonly signs = new Map<string, readonly string[]>();
  readonly book = new Map<string, BookRow>();
  readonly alerts: string[] = [];
  /** Campaigns read for a window, one entry a reading. */
  readonly viewed: string[] = [];
  readonly directs = new Map<string, string>();
  readonly lines = new Map<string, LineFigures>();
  /** Who listened in, from and until when. */
  readonly listeners: string[] = [];
  /** A supervisor sees those whose team is called as he is. */
  wall: readonly WallAgent[] = [];
  wallReadings = 0;
  readonly folder: string;
  readonly realtime: Realtime;
  readonly #server = createServer();

  private constructor(folder: string, settings: Partial<RealtimeSettings>, wires: NodeWires | null) {
    this.folder = folder;
    this.realtime = makeRealtime({
      // Only several nodes talk over Redis.
      redis: null as unknown as RedisClient,
      clock: () => Date.now(),
      log: makeLogger({ level: 'silent' }),
      metrics: makeMetrics(),
      publicUrl: 'http://casedial.test',
      recordingsDir: folder,
      sessions: {
        authenticateSocket: (cookie) => {
          const [role, id] = (cookie?.split('=')[1] ?? '').split('.');
          if (id === undefined || (role !== 'agent' && role !== 'supervisor')) return Promise.resolve(null);
          return Promise.resolve({ id, role, displayName: id, mayListen: true, sessionId: `session of ${id}` });
        },
      },
      authority: {
        verify: (_attemptId, token) => Promise.resolve(token === 'right'),
        isAuthentic: ({ signature }) => Promise.resolve(signature === 'good'),
      },
      desk: {
        answered: (attemptId) => {
          this.answered.push(attemptId);
          return Promise.resolve();
        },
        mediaStopped: (attemptId) => {
          this.stopped.push(attemptId);
          return Promise.resolve();
        },
      },
      floor: {
        lifeSigns: (agentId, missing) => void this.signs.set(agentId, missing),
        agentLost: (agentId) => void this.lost.push(agentId),
        lineFigures: (agentId, figures) => void this.lines.set(agentId, figures),
        stateOf: () => Promise.resolve(state),
      },
      pacing: {
        view: (campaignId) => {
          this.viewed.push(campaignId);
          return Promise.resolve({ campaignId, at: this.viewed.length } as PacingView);
        },
        mayWatch: ({ id }, campaignId) => Promise.resolve(this.directs.get(id) === campaignId),
      },
      wall: {
        read: () => {
          this.wallReadings += 1;
          const { wall } = this;
          return Promise.resolve({
            at: this.wallReadings,
            for: ({ id }) => Promise.resolve(wall.filter(({ teamId }) => teamId === id)),
          });
        },
      },
      listening: {
        begin: ({ id }) => {
          this.listeners.push(`begin ${id}`);
          return Promise.resolve(id === 'stranger' ? 'not-allowed' : 'admitted');
        },
        ended: ({ id }) => {
          this.listeners.push(`ended ${id}`);
          return Promise.resolve();
        },
      },
      book: {
        open: ({ attemptId, path }) => {
          if (!this.book.has(attemptId)) this.book.set(attemptId, { path, status: 'writing' });
          return Promise.resolve({ recordingId: attemptId });
        },
        complete: ({ attemptId, durationMs, sha256, byteSize }) => {
          const row = this.book.get(attemptId);
          if (row !== undefined) this.book.set(attemptId, { ...row, status: 'complete', durationMs, sha256, byteSize });
          return Promise.resolve();
        },
        missing: (attemptId) => {
          const row = this.book.get(attemptId);
          if (row !== undefined) this.book.set(attemptId, { ...row, status: 'missing' });
          return Promise.resolve();
        },
        unfinished: () =>
          Promise.resolve(
            [...this.book]
              .filter(([, row]) => row.status === 'writing')
              .map(([attemptId, row]) => ({ attemptId, path: row.path, startedAt: Date.now() })),
          ),
      },
      alerts: {
        raise: (kind, subjectId) => {
          this.alerts.push(`${kind} ${subjectId}`);
          return Promise.resolve();
        },
      },
      settings: { drainMs: 0, ...settings },
      ...(wires === null ? {} : { wires }),
    });
  }

  static async open(
    settings: Partial<RealtimeSettings> = {},
    folder?: string,
    /** To the other houses. */
    wires: NodeWires | null = null,
  ): Promise<House> {
    const house = new House(folder ?? (await mkdtemp(join(tmpdir(), 'casedial-realtime-'))), settings, wires);
    house.realtime.attach(house.#server);
    await new Promise<void>((resolve) => house.#server.listen(0, '127.0.0.1', resolve));
    await house.realtime.start();
    return house;
  }

  url(path: string, scheme: 'ws' | 'http' = 'ws'): string {
    return `${scheme}://127.0.0.1:${(this.#server.address() as AddressInfo).port}${path}`;
  }

  async close(opts: { keepFiles?: boolean } = {}): Promise<void> {
    await this.realtime.stop();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    if (opts.keepFiles !== true) await rm(this.folder, { recursive: true, force: true });
  }
}
