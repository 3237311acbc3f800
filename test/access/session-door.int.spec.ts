import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashToken } from '../../src/platform/token-hash.ts';
import { AccessHouse, password } from './access-house.ts';

let house: AccessHouse;
let signedOut: string[];
let base: string;

const bodyOf = async (response: Response): Promise<Record<string, unknown>> =>
  (await response.json()) as Record<string, unknown>;

const post = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
const signIn = (username: string): Promise<string> => house.signIn(username);
const get = (path: string, cookie: string): Promise<Response> => fetch(base + path, { headers: { cookie } });

beforeAll(async () => {
  house = await AccessHouse.open();
  await house.add('lin', 'agent');
  await house.add('chen', 'admin');
  await house.add('zhao', 'agent');
  ({ signedOut, url: base } = house);
});
beforeEach(() => {
  signedOut.length = 0;
});
afterAll(async () => {
  await house.close();
});

describe('the session door', () => {
  it('[ACC-1] opens a session whose token is stored only as a hash, in a cookie no script can read', async () => {
    const response = await post({ username: 'Lin', password });
    expect(response.status).toBe(201);
    expect(response.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/);
    const token = cookieOf(response).split('=')[1] ?? '';
    const stored = await house.db.prisma.session.findMany({ select: { tokenHash: true } });
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
    await house.add('wang', 'agent');
    for (let n = 1; n < 5; n += 1) expect((await post({ username: 'wang', password: 'no' })).status).toBe(401);
    const locked = await post({ username: 'wang', password: 'no' });
    expect([locked.status, locked.headers.get('retry-after')]).toEqual([429, '30']);
    expect(await bodyOf(await post({ username: 'wang', password }))).toMatchObject({ code: 'account-locked' });
    house.clock.forward(30_001);
    expect((await post({ username: 'wang', password: 'no' })).headers.get('retry-after')).toBe('60');
    house.clock.forward(60_001);
    expect((await post({ username: 'wang', password })).status).toBe(201);
  });

  it('[ACC-4] slides the end of a session that is used, and ends one that is not', async () => {
    const cookie = await signIn('lin');
    house.clock.forward(11 * 3_600_000);
    expect((await get('/agents-only', cookie)).status).toBe(200);
    house.clock.forward(11 * 3_600_000);
    expect((await get('/agents-only', cookie)).status).toBe(200);
    house.clock.forward(12 * 3_600_000 + 1);
    expect((await get('/agents-only', cookie)).status).toBe(401);
  });

  it('[ACC-5] ends a session at sign-out at once, tells routing, and leaves a trail', async () => {
    const cookie = await signIn('lin');
    const response = await fetch(`${base}/api/session`, { method: 'DELETE', headers: { cookie } });
    expect(response.status).toBe(204);
    expect((await get('/agents-only', cookie)).status).toBe(401);
    expect(await house.access.authenticateSocket(cookie)).toBeNull();
    expect(signedOut).toHaveLength(1);
    const trail = await house.db.prisma.auditEntry.findMany({
      where: { actorId: signedOut[0] ?? '' },
      orderBy: { at: 'asc' },
    });
    expect(trail.map((entry) => entry.action).slice(-2)).toEqual(['session.opened', 'session.closed']);
  });

  it('[ACC-6] lets in by role', async () => {
    expect((await get('/agents-only', await signIn('chen'))).status).toBe(403);
    expect((await get('/agents-only', 'casedial=forged')).status).toBe(401);
    expect(await house.access.authenticateSocket(await signIn('lin'))).toMatchObject({
      username: 'lin',
      role: 'agent',
    });
  });

  it('[ACC-7] a disabled account is out with all its sessions', async () => {
    const cookie = await signIn('zhao');
    await house.db.prisma.user.update({ where: { username: 'zhao' }, data: { disabledAt: new Date() } });
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
    await house.listen({ max: 3, perMs: 60_000 });
    base = house.url;
    const statuses: number[] = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await post({ username: `guess${n}`, password: 'x' })).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
  });
});
