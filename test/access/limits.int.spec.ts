import { json } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRedisRateStore } from '../../src/access/adapters/redis-rate-store.ts';
import { newId } from '../../src/platform/ids.ts';
import { makeRedis } from '../../src/platform/redis.ts';
import { waitFor } from '../support/wait-for.ts';
import { AccessHouse } from './access-house.ts';

let house: AccessHouse;
let admin: string;
let release: (() => void) | null = null;
let made = 0;

beforeAll(async () => {
  house = await AccessHouse.open({ limits: { perMinute: 60 } });
  await house.add('chen', 'admin');
  await house.listen({ max: 1_000, perMs: 60_000 }, (app) => {
    app.post('/api/things', json(), (req, res) => {
      made += 1;
      if ((req.body as { fails?: boolean }).fails === true) return void res.status(503).json({});
      res.status(201).location(`/api/things/${made}`).json({ thing: made });
    });
    app.post('/api/slow', json(), (_req, res) => {
      release = () => res.status(204).end();
    });
  });
  admin = await house.signIn('chen');
});
afterAll(() => house.close());

interface Said {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}
async function post(path: string, key: string, body: unknown, cookie = admin): Promise<Said> {
  const response = await fetch(house.url + path, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? {} : (JSON.parse(text) as Said['body']),
  };
}

describe('a request with its own key', () => {
  it('[API-3] is done once, and answered alike whenever it comes again', async () => {
    const key = newId();
    const first = await post('/api/things', key, { a: 1 });
    const again = await post('/api/things', key, { a: 1 });
    expect([first.status, first.body]).toEqual([201, { thing: made }]);
    expect([again.status, again.body]).toEqual([201, { thing: made }]);
    expect([again.headers.get('idempotency-replayed'), again.headers.get('location')]).toEqual([
      'true',
      first.headers.get('location'),
    ]);
    const kept = await house.db.prisma.keptAnswer.findMany();
    expect(JSON.stringify(kept)).not.toContain('thing');
  });

  it('[API-3] with another body or address is refused', async () => {
    const key = newId();
    await post('/api/things', key, { a: 1 });
    const other = await post('/api/things', key, { a: 2 });
    expect([other.status, other.body['code']]).toEqual([422, 'idempotency-key-reused']);
    expect((await post('/api/slow', key, { a: 1 })).status).toBe(422);
  });

  it('[API-3] of somebody else is another request', async () => {
    const key = newId();
    const before = made;
    await post('/api/things', key, {});
    await post('/api/things', key, {}, await house.signIn('chen'));
    expect(made).toBe(before + 2);
  });

  it('[API-3] that is being done is not done a second time', async () => {
    const key = newId();
    const first = post('/api/slow', key, {});
    await waitFor('the key to be kept', () => house.db.prisma.keptAnswer.findFirst({ where: { sealed: null } }));
    const second = await post('/api/slow', key, {});
    expect([second.status, second.body['code']]).toEqual([409, 'idempotency-under-way']);
    (await waitFor('the first to be at work', () => release))();
    expect((await first).status).toBe(204);
    expect((await post('/api/slow', key, {})).headers.get('idempotency-replayed')).toBe('true');
  });

  it('[API-3] that failed may be sent again', async () => {
    const key = newId();
    const before = made;
    expect((await post('/api/things', key, { fails: true })).status).toBe(503);
    expect((await post('/api/things', key, { fails: true })).status).toBe(503);
    expect(made).toBe(before + 2);
  });

  it('[API-3] that is no key is refused', async () => {
    expect((await post('/api/things', 'short', {})).body['code']).toBe('idempotency-key-malformed');
  });
});

it('[API-4] requests are counted by session, over all nodes, and the answer says what is left', async () => {
  const cookie = await house.signIn('chen');
  const statuses: number[] = [];
  let last = new Headers();
  for (let n = 0; n < 61; n += 1) {
    // Another node, which has counted nothing itself.
    if (n === 30) await house.listen({ max: 1_000, perMs: 60_000 });
    const response = await fetch(`${house.url}/api/teams`, { headers: { cookie } });
    statuses.push(response.status);
    last = response.headers;
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(60);
  expect(statuses.at(-1)).toBe(429);
  expect(last.get('ratelimit')).toMatch(/"api"; ?r=0/);
  expect(Number(last.get('retry-after'))).toBeGreaterThan(0);
  expect((await fetch(`${house.url}/api/teams`, { headers: { cookie: await house.signIn('chen') } })).status).toBe(200);
});

it('[API-4] with the counter away requests pass', async () => {
  const away = makeRedis('redis://127.0.0.1:1');
  const store = makeRedisRateStore(away, 'nowhere:');
  void store.init({ windowMs: 60_000 } as never).catch(() => undefined);
  expect(await store.increment('somebody')).toEqual({ totalHits: 1, resetTime: undefined });
  away.disconnect();
});
