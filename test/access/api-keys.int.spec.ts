import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scopeNeeded, scopes } from '../../src/domain/access/scopes.ts';
import { hashToken } from '../../src/platform/token-hash.ts';
import { AccessHouse } from './access-house.ts';

let house: AccessHouse;
let admin: string;

beforeAll(async () => {
  house = await AccessHouse.open();
  await house.add('chen', 'admin');
  admin = await house.signIn('chen');
});
afterAll(() => house.close());

async function made(over: object = {}): Promise<{ keyId: string; key: string }> {
  const wanted = { name: 'nightly', scopes: ['people:read'], days: null, ...over };
  const said = await house.ask('POST', '/api/api-keys', admin, wanted);
  expect(said.status).toBe(201);
  return said.body as unknown as { keyId: string; key: string };
}
const withKey = async (key: string, path: string, method = 'GET'): Promise<{ status: number; code: unknown }> => {
  const response = await fetch(house.url + path, { method, headers: { authorization: `Bearer ${key}` } });
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  return { status: response.status, code: body['code'] };
};

describe('API keys', () => {
  it('[KEY-1] are shown once and stored as a hash', async () => {
    const { keyId, key } = await made();
    const row = await house.db.prisma.apiKey.findUniqueOrThrow({ where: { id: keyId } });
    expect([row.hash, row.tail]).toEqual([hashToken(key), key.slice(-4)]);
    const list = await house.ask('GET', '/api/api-keys', admin);
    expect(JSON.stringify(list.body)).not.toContain(key);
    await house.add('sam', 'supervisor');
    expect((await house.ask('GET', '/api/api-keys', await house.signIn('sam'))).status).toBe(403);
  });

  it('[KEY-2] reach as far as their scopes, and never what people alone do', async () => {
    const { key } = await made({ scopes: ['people:read', 'audit:write'] });
    expect((await withKey(key, '/api/people')).status).toBe(200);
    expect(await withKey(key, '/api/people/x/unlock', 'POST')).toEqual({ status: 403, code: 'scope-missing' });
    expect(await withKey(key, '/api/audit')).toEqual({ status: 403, code: 'scope-missing' });
    for (const path of ['/api/account', '/api/api-keys']) {
      expect(await withKey(key, path)).toEqual({ status: 403, code: 'scope-missing' });
    }
    expect(await withKey('casedial_made-up', '/api/people')).toEqual({ status: 401, code: 'api-key-refused' });
    expect((await house.ask('POST', '/api/api-keys', admin, { name: 'x', scopes: ['all'], days: 1 })).status).toBe(400);
  });

  it('[KEY-2] never reach farther than whoever made them', async () => {
    const { key } = await made();
    await house.db.prisma.user.update({ where: { username: 'chen' }, data: { withheld: ['people.manage'] } });
    expect(await withKey(key, '/api/people')).toEqual({ status: 403, code: 'not-allowed' });
    await house.db.prisma.user.update({ where: { username: 'chen' }, data: { withheld: [] } });
    expect((await withKey(key, '/api/people')).status).toBe(200);
  });

  it('[KEY-3] run out, are revoked, and tell when they were last used', async () => {
    const { keyId, key } = await made({ days: 1 });
    await withKey(key, '/api/people');
    const used = await house.db.prisma.apiKey.findUniqueOrThrow({ where: { id: keyId } });
    expect(used.lastUsedAt?.getTime()).toBe(house.clock());
    house.clock.forward(86_400_000);
    expect((await withKey(key, '/api/people')).status).toBe(401);
    admin = await house.signIn('chen');
    const { keyId: other, key: revoked } = await made();
    expect((await house.ask('DELETE', `/api/api-keys/${other}`, admin)).status).toBe(204);
    expect((await withKey(revoked, '/api/people')).status).toBe(401);
    expect((await house.ask('DELETE', `/api/api-keys/${other}`, admin)).status).toBe(404);
    expect(await house.actions(other)).toEqual(['api_key.made', 'api_key.revoked']);
  });

  it('[KEY-2] a scope is one of the list, by method and address', () => {
    expect(scopeNeeded('GET', '/api/cases/1/timeline?kind=call')).toBe('cases:read');
    expect(scopeNeeded('POST', '/api/cases/search')).toBe('cases:read');
    expect(scopeNeeded('POST', '/api/cases/1/notes')).toBe('cases:write');
    expect(scopeNeeded('GET', '/api/nothing')).toBeNull();
    expect(scopes).toContain('trunks:write');
  });
});
