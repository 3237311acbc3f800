import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casedial, signIn, SignInRefused } from '../../clients/typescript/src/index.ts';
import { clientTypes } from '../../scripts/client.mjs';
import { openCallingHouse, password, type CallingHouse } from '../e2e/calling-house.ts';

let house: CallingHouse;
beforeAll(async () => {
  house = await openCallingHouse({ cases: 1, talkMs: 1_000 });
});
afterAll(() => house.close());

describe('the client for TypeScript', () => {
  it('[API-6] is written from the document as it is now', async () => {
    const stored = readFileSync(new URL('../../clients/typescript/src/schema.ts', import.meta.url), 'utf8');
    expect(stored === (await clientTypes()), 'run `npm run client`').toBe(true);
  });

  it('[API-6] signs in and reads a case', async () => {
    const cookie = await signIn(house.url, { username: 'sam', password });
    const client = casedial({ baseUrl: house.url, cookie });
    const id = house.caseIds[0] ?? '';
    const { data } = await client.GET('/api/cases/{id}', { params: { path: { id } } });
    expect(data?.caseId).toBe(id);
    const { error } = await client.GET('/api/cases/{id}', {
      params: { path: { id: '00000000-0000-7000-8000-000000000000' } },
    });
    expect(error?.status).toBe(404);
    const refused = await signIn(house.url, { username: 'sam', password: 'no' }).catch((reason: unknown) => reason);
    expect(refused).toBeInstanceOf(SignInRefused);
    expect((refused as SignInRefused).problem.code).toBe('wrong-credentials');
  });
});
