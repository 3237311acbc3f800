import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, newKey } from '../../../src/platform/ids.ts';
import { makeSecretBox } from '../../../src/platform/secret-box.ts';
import { openCallingHouse, type CallingHouse } from '../../e2e/calling-house.ts';
import { signInEach } from '../../api/signed-in-each.ts';

const [before, now] = [newKey(), newKey()];

describe('a key that takes the place of another', () => {
  let house: CallingHouse;
  let cookie = '';
  beforeAll(async () => {
    house = await openCallingHouse({
      ...{ cases: 1, talkMs: 1_000 },
      env: { CREDENTIALS_KEY: now, CREDENTIALS_KEY_OLD: before },
    });
    cookie = (await signInEach(house)).admin;
  });
  afterAll(() => house.close());

  const ask = async (path: string, method = 'GET'): Promise<unknown> =>
    (await fetch(house.url + path, { method, headers: { cookie } })).json();

  it('[TRK-21] seals second factors and secrets of webhooks anew as well, and is needed alone from then on', async () => {
    const { prisma } = house.app.platform;
    const [old, present] = [makeSecretBox(before), makeSecretBox(now)];
    const { id: userId } = await prisma.user.findUniqueOrThrow({ where: { username: 'sam' } });
    const place = { factor: `second-factor:${userId}`, hook: (id: string) => `webhook:${id}` };
    await prisma.user.update({
      where: { id: userId },
      data: { totpSealed: old.seal('factor', place.factor), totpSince: new Date() },
    });
    const [endpointId, lostId] = [newId(), newId()];
    const endpoint = { url: 'https://example.com/', description: '', events: ['call.ended'], createdById: userId };
    await prisma.webhookEndpoint.create({
      data: {
        ...{ id: endpointId, ...endpoint, formerUntil: new Date(), createdAt: new Date() },
        ...{
          sealed: old.seal('new', place.hook(endpointId)),
          formerSealed: old.seal('former', place.hook(endpointId)),
        },
      },
    });
    const lost = makeSecretBox(newKey()).seal('lost', place.hook(lostId));
    await prisma.webhookEndpoint.create({
      data: { id: lostId, ...endpoint, sealed: lost, createdAt: new Date() },
    });
    expect(await ask('/api/trunks')).toMatchObject({ oldSeals: 4 });
    expect(await ask('/api/trunks/seal-anew', 'POST')).toEqual({ sealed: 2 });
    const user = await prisma.user.findUniqueOrThrow({ where: { id: userId } });
    const hook = await prisma.webhookEndpoint.findUniqueOrThrow({ where: { id: endpointId } });
    expect([
      present.open(user.totpSealed ?? '', place.factor),
      present.open(hook.sealed, place.hook(endpointId)),
      present.open(hook.formerSealed ?? '', place.hook(endpointId)),
    ]).toEqual(['factor', 'new', 'former']);
    // What neither key opens stays as it is, and is told of.
    expect((await prisma.webhookEndpoint.findUniqueOrThrow({ where: { id: lostId } })).sealed).toBe(lost);
    expect(await ask('/api/trunks')).toMatchObject({ oldSeals: 1 });
    const trail = await prisma.auditEntry.findMany({ where: { action: { endsWith: 'sealed_anew' } } });
    expect(trail.map(({ action, subjectId }) => [action, subjectId]).sort()).toEqual([
      ['user.sealed_anew', userId],
      ['webhook.sealed_anew', endpointId],
    ]);
  });
});
