import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveAccount } from '../../src/access/adapters/prisma-accounts.ts';
import { argon2Hasher } from '../../src/access/adapters/argon2-hasher.ts';
import { userOf } from '../../src/access/http/guards.ts';
import { makeAccess } from '../../src/access/make-access.ts';
import type { Access } from '../../src/access/access.ts';
import { problemErrors } from '../../src/platform/http-problem.ts';
import { makeLogger } from '../../src/platform/log.ts';
import { makeMetrics } from '../../src/platform/metrics.ts';
import { hashToken } from '../../src/platform/token-hash.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';

const password = 'correct horse battery';
const clock = fakeClock();
let db: TestDatabase;
let access: Access;
let server: Server;
let base: string;
let signedOut: string[];

const bodyOf = async (response: Response): Promise<Record<string, unknown>> =>
  (await response.json()) as Record<string, unknown>;

const post = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
const signIn = async (username: string): Promise<string> => cookieOf(await post({ username, password }));
const get = (path: string, cookie: string): Promise<Response> => fetch(base + path, { headers: { cookie } });

async function listen(tries: { max: number; perMs: number }): Promise<void> {
  access = makeAccess({
    prisma: db.prisma,
    clock,
    metrics: makeMetrics(),
    publicUrl: 'http://casedial.test',
    signedOut: (userId) => {
      signedOut.push(userId);
      return Promise.resolve();
    },
    tries,
  });
  const app = express();
  app.use('/api', access.refuseCrossSite);
  app.use(access.router);
  app.get('/agents-only', access.requireRole('agent'), (_req, res) => void res.json({ id: userOf(res).id }));
  app.use(problemErrors(makeLogger({ level: 'silent' })));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const stopListening = (): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

beforeAll(async () => {
  db = await withDatabase();
  const passwordHash = await argon2Hasher.hash(password);
  for (const [username, role] of [
    ['lin', 'agent'],
    ['chen', 'admin'],
    ['zhao', 'agent'],
  ] as const) {
    await saveAccount(db.prisma, { username, displayName: username, role, passwordHash });
  }
  await listen({ max: 1_000, perMs: 60_000 });
});
beforeEach(() => {
  signedOut = [];
});
afterAll(async () => {
  await stopListening();
  await db.drop();
});

describe('the session door', () => {
  it('[ACC-1] opens a session whose token is stored only as a hash, in a cookie no script can read', async () => {
    const response = await post({ username: 'Lin', password });
    expect(response.status).toBe(201);
    expect(response.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/);
    const token = cookieOf(response).split('=')[1] ?? '';
    const stored = await db.prisma.session.findMany({ select: { tokenHash: true } });
    expect(stored.map((one) => one.tokenHash)).toContain(hashToken(token));
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(await bodyOf(await get('/api/session', cookieOf(response)))).toMatchObject({
      user: { username: 'lin', role: 'agent' },
    });
  });

  it('[ACC-2] answers an unknown name and a wrong password alike', async () => {
    const [wrong, unknown] = await Promise.all([
      post({ username: 'zhao', password: 'no' }),
      post({ username: 'nobody', password: 'no' }),
    ]);
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await bodyOf(wrong)).toEqual(await bodyOf(unknown));
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  it('[ACC-3] locks an account after five wrong passwords, for longer each time, and opens again in time', async () => {
    await saveAccount(db.prisma, {
      username: 'wang',
      displayName: 'w',
      role: 'agent',
      passwordHash: await argon2Hasher.hash(password),
    });
    for (let n = 1; n < 5; n += 1) expect((await post({ username: 'wang', password: 'no' })).status).toBe(401);
    const locked = await post({ username: 'wang', password: 'no' });
    expect([locked.status, locked.headers.get('retry-after')]).toEqual([429, '30']);
    expect(await bodyOf(await post({ username: 'wang', password }))).toMatchObject({ code: 'account-locked' });
    clock.forward(30_001);
    expect((await post({ username: 'wang', password: 'no' })).headers.get('retry-after')).toBe('60');
    clock.forward(60_001);
    expect((await post({ username: 'wang', password })).status).toBe(201);
  });

  it('[ACC-4] slides the end of a session that is used, and ends one that is not', async () => {
    const cookie = await signIn('lin');
    clock.forward(11 * 3_600_000);
    expect((await get('/agents-only', cookie)).status).toBe(200);
    clock.forward(11 * 3_600_000);
    expect((await get('/agents-only', cookie)).status).toBe(200);
    clock.forward(12 * 3_600_000 + 1);
    expect((await get('/agents-only', cookie)).status).toBe(401);
  });

  it('[ACC-5] ends a session at sign-out at once, tells routing, and leaves a trail', async () => {
    const cookie = await signIn('lin');
    const response = await fetch(`${base}/api/session`, { method: 'DELETE', headers: { cookie } });
    expect(response.status).toBe(204);
    expect((await get('/agents-only', cookie)).status).toBe(401);
    expect(await access.authenticateSocket(cookie)).toBeNull();
    expect(signedOut).toHaveLength(1);
    const trail = await db.prisma.auditEntry.findMany({
      where: { actorId: signedOut[0] ?? '' },
      orderBy: { at: 'asc' },
    });
    expect(trail.map((entry) => entry.action).slice(-2)).toEqual(['session.opened', 'session.closed']);
  });

  it('[ACC-6] lets in by role', async () => {
    expect((await get('/agents-only', await signIn('chen'))).status).toBe(403);
    expect((await get('/agents-only', 'casedial=forged')).status).toBe(401);
    expect(await access.authenticateSocket(await signIn('lin'))).toMatchObject({ username: 'lin', role: 'agent' });
  });

  it('[ACC-7] a disabled account is out with all its sessions', async () => {
    const cookie = await signIn('zhao');
    await db.prisma.user.update({ where: { username: 'zhao' }, data: { disabledAt: new Date() } });
    expect((await get('/agents-only', cookie)).status).toBe(401);
    expect((await post({ username: 'zhao', password })).status).toBe(401);
  });

  it('[ACC-8] refuses what another site asks for', async () => {
    const cookie = await signIn('lin');
    const ask = (headers: Record<string, string>): Promise<number> =>
      fetch(`${base}/api/session`, { method: 'DELETE', headers: { cookie, ...headers } }).then(({ status }) => status);
    expect(await ask({ origin: 'https://evil.test' })).toBe(403);
    expect(await ask({ 'sec-fetch-site': 'same-site' })).toBe(403);
    expect((await get('/agents-only', cookie)).status).toBe(200);
    expect(await ask({ origin: 'http://casedial.test' })).toBe(204);
  });

  it('[ACC-9] tells which field is missing', async () => {
    const response = await post({ username: '' });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const { errors } = (await bodyOf(response)) as { errors: { field: string }[] };
    expect(errors.map((error) => error.field).sort()).toEqual(['password', 'username']);
  });

  it('[ACC-10] stops an address that guesses', async () => {
    await stopListening();
    await listen({ max: 3, perMs: 60_000 });
    const statuses: number[] = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await post({ username: `guess${n}`, password: 'x' })).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
  });
});
