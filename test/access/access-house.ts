import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { argon2Hasher } from '../../src/access/adapters/argon2-hasher.ts';
import { saveAccount } from '../../src/access/adapters/prisma-accounts.ts';
import { makeAccess, type AccessDeps } from '../../src/access/make-access.ts';
import type { Access } from '../../src/access/access.ts';
import type { UserRole } from '../../src/contract/session.ts';
import { newKey } from '../../src/platform/ids.ts';
import { notFound, problemErrors } from '../../src/platform/http-problem.ts';
import { makeLogger } from '../../src/platform/log.ts';
import { makeMetrics } from '../../src/platform/metrics.ts';
import { fakeClock, type FakeClock } from '../support/fake-clock.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';

export const password = 'correct horse battery';

export interface Said {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown> & {
    readonly code?: string;
    readonly errors?: readonly { readonly field: string; readonly rule: string }[];
  };
}

/** The room of access over real PostgreSQL and Redis, listening. */
export class AccessHouse {
  readonly clock: FakeClock = fakeClock();
  readonly #options: Partial<AccessDeps>;
  readonly signedOut: string[] = [];
  readonly closedSockets: string[] = [];
  readonly db: TestDatabase;
  readonly redis: TestRedis;
  access!: Access;
  url = '';
  #server: Server | null = null;

  private constructor(db: TestDatabase, redis: TestRedis, options: Partial<AccessDeps>) {
    this.#options = options;
    this.db = db;
    this.redis = redis;
  }

  static async open(options: Partial<AccessDeps> = {}): Promise<AccessHouse> {
    const house = new AccessHouse(await withDatabase(), await withRedis(), options);
    await house.listen({ max: 1_000, perMs: 60_000 });
    return house;
  }

  readonly #make = (tries: { max: number; perMs: number }): Access =>
    makeAccess({
      prisma: this.db.prisma,
      redis: this.redis.redis,
      nodeId: 'here',
      clock: this.clock,
      log: makeLogger({ level: 'silent' }),
      metrics: makeMetrics(),
      publicUrl: 'http://casedial.test',
      credentialsKey: newKey(),
      signedOut: (userId) => {
        this.signedOut.push(userId);
        return Promise.resolve();
      },
      closeSockets: (sessionIds) => void this.closedSockets.push(...sessionIds),
      tries,
      redisPrefix: this.redis.prefix,
      ...this.#options,
    });

  async listen(tries: { max: number; perMs: number }, extend?: (app: Express, access: Access) => void): Promise<void> {
    await this.stopListening();
    this.access = this.#make(tries);
    const app = express();
    app.use('/api', this.access.beforeDoors);
    app.use(this.access.router);
    app.get('/agents-only', this.access.requireRole('agent'), (_req, res) => void res.json({ ok: true }));
    app.get('/exporters-only', this.access.requirePermission('export'), (_req, res) => void res.json({ ok: true }));
    extend?.(app, this.access);
    app.use(notFound);
    app.use(problemErrors(makeLogger({ level: 'silent' })));
    const server = createServer(app);
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(0, resolve));
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async stopListening(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  async add(username: string, role: UserRole): Promise<string> {
    const passwordHash = await argon2Hasher.hash(password);
    return saveAccount(this.db.prisma, { username, displayName: username, role, passwordHash });
  }

  async ask(method: string, path: string, cookie: string, body?: unknown): Promise<Said> {
    const response = await fetch(this.url + path, {
      method,
      headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? {} : (JSON.parse(text) as Said['body']),
    };
  }

  async trySignIn(
    username: string,
    given: { password?: string; code?: string } = {},
  ): Promise<Said & { cookie: string }> {
    const said = await this.ask('POST', '/api/session', '', { username, password, ...given });
    return { ...said, cookie: said.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
  }

  async signIn(username: string, given: { password?: string; code?: string } = {}): Promise<string> {
    const said = await this.trySignIn(username, given);
    if (said.status !== 201) throw new Error(`not signed in: ${JSON.stringify(said.body)}`);
    return said.cookie;
  }

  async actions(subjectId: string): Promise<string[]> {
    const entries = await this.db.prisma.auditEntry.findMany({ where: { subjectId }, orderBy: { id: 'asc' } });
    return entries.map((entry) => entry.action);
  }

  async close(): Promise<void> {
    await this.stopListening();
    await this.redis.close();
    await this.db.drop();
  }
}
