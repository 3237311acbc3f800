import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { api } from '../../src/api.ts';
import { newId } from '../../src/platform/ids.ts';
import { openCallingHouse, type CallingHouse } from '../e2e/calling-house.ts';
import { signInEach } from './signed-in-each.ts';

/** Signing in is tried anew each time it is asked for: what it answers is a session. */
const never = new Set(['/api/session']);

describe('every door that creates something', () => {
  let house: CallingHouse;
  let cookies: Readonly<Record<'admin' | 'agent', string>>;
  beforeAll(async () => {
    house = await openCallingHouse({ cases: 1, talkMs: 1_000 });
    cookies = await signInEach(house);
  });
  afterAll(() => house.close());

  const post = async (path: string, who: string, key: string, body: string): Promise<[number, string | null]> => {
    const response = await fetch(house.url + path, {
      method: 'POST',
      headers: {
        cookie: who === 'agent' ? cookies.agent : cookies.admin,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body,
    });
    await response.text();
    return [response.status, response.headers.get('idempotency-replayed')];
  };

  it('[API-3] takes a key and answers alike when it comes again', async () => {
    const doors = api.filter(({ method, path }) => method === 'post' && !never.has(path));
    expect(doors.length).toBeGreaterThan(80);
    // What ends the session, or the other's, comes last.
    const last = (path: string): number => (path.includes('sessions') ? 1 : 0);
    const wrong: unknown[] = [];
    for (const { path, who } of [...doors].sort((a, b) => last(a.path) - last(b.path))) {
      const address = path.replaceAll(/:(\w+)/g, () => newId());
      const key = newId();
      const first = await post(address, who, key, '{}');
      const again = await post(address, who, key, '{}');
      if (first[0] >= 500 || first[0] === 401 || first[0] === 403 || first[1] !== null) wrong.push([path, first]);
      else if (again[0] !== first[0] || again[1] !== 'true') wrong.push([path, first, again]);
    }
    expect(wrong).toEqual([]);
  });

  it('[API-3] takes a key with as large a body as the door itself takes', async () => {
    const text = JSON.stringify({ format: 'casedial-configuration', version: 1, zones: [], note: 'x'.repeat(300_000) });
    const body = JSON.stringify({ text, dryRun: true });
    const key = newId();
    const [status] = await post('/api/configuration/import', 'admin', key, body);
    expect(status).toBe(400);
    expect(await post('/api/configuration/import', 'admin', key, body)).toEqual([400, 'true']);
  });
});
