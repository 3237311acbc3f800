import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { AccessHouse } from './access-house.ts';

interface Person {
  readonly email: string;
  readonly verified: boolean;
}

let house: AccessHouse;
let server: Server;
let people: Record<string, Person>;

/** A real provider; whoever comes is the one who is named beforehand, and agrees to everything. */
function openProvider(issuer: string, redirectUri: string): Provider {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'casedial',
        client_secret: 'between the two of us',
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['a key for cookies'] },
    pkce: { required: () => true },
    findAccount: (_ctx: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, email: people[id]?.email, email_verified: people[id]?.verified }),
    }),
    interactions: { url: (_ctx: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
  });
  return provider;
}

let who = '';

beforeAll(async () => {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  house = await AccessHouse.open({
    openId: { issuer, clientId: 'casedial', clientSecret: 'between the two of us', label: 'Bank SSO' },
  });
  const provider = openProvider(issuer, 'http://casedial.test/api/session/provider/return');
  const answer = provider.callback();
  server = createServer((req, res) => {
    if (!(req.url ?? '').startsWith('/interaction/')) return void answer(req, res);
    void (async () => {
      const { prompt, params, session } = await provider.interactionDetails(req, res);
      if (prompt.name === 'login') {
        await provider.interactionFinished(req, res, { login: { accountId: who } });
        return;
      }
      const grant = new provider.Grant({ accountId: session?.accountId, clientId: String(params['client_id']) });
      grant.addOIDCScope('openid email');
      await provider.interactionFinished(req, res, { consent: { grantId: await grant.save() } });
    })();
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  expect((server.address() as AddressInfo).port).toBe(port);
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await house.close();
});

/** Follows the provider as a browser would, up to where it sends back; the public address is this server's. */
async function visitProvider(url: string): Promise<string> {
  const jar = new Map<string, string>();
  let at = url;
  for (let hop = 0; hop < 12 && !at.startsWith('http://casedial.test'); hop += 1) {
    const response = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    at = new URL(response.headers.get('location') ?? '', at).href;
  }
  return at;
}

interface Arrival {
  readonly location: string;
  readonly session: string | null;
}
async function arriveAs(subject: string, spoil: (url: URL) => void = () => undefined, cookie = true): Promise<Arrival> {
  who = subject;
  const out = await fetch(`${house.url}/api/session/provider?to=/admin/people`, { redirect: 'manual' });
  const challenge = out.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const returned = new URL(await visitProvider(out.headers.get('location') ?? ''));
  spoil(returned);
  const back = await fetch(house.url + returned.pathname + returned.search, {
    redirect: 'manual',
    headers: cookie ? { cookie: challenge } : {},
  });
  const session = back.headers.getSetCookie().find((line) => /^casedial=/.test(line));
  return { location: back.headers.get('location') ?? '', session: session?.split(';')[0] ?? null };
}

describe('an identity provider', () => {
  it('[OIDC-1] signs in whom it vouches for: first by verified address, from then on by subject', async () => {
    const id = await house.add('lin', 'supervisor');
    await house.db.prisma.user.update({ where: { id }, data: { email: 'lin@example.com' } });
    people = { s1: { email: 'Lin@Example.com', verified: true } };
    const first = await arriveAs('s1');
    expect(first.location).toBe('/admin/people');
    expect((await house.ask('GET', '/exporters-only', first.session ?? '')).status).toBe(200);
    await house.db.prisma.user.update({ where: { id }, data: { email: null } });
    expect((await arriveAs('s1')).session).not.toBeNull();
    expect(await house.actions(id)).toEqual(['user.provider_linked']);
    const view = (await house.ask('GET', '/api/session', '')).body;
    expect(view['provider']).toBe('Bank SSO');
  });

  it('[OIDC-2] makes nobody an account, and links none by an address it has not verified or that is taken', async () => {
    const id = await house.add('wei', 'agent');
    await house.db.prisma.user.update({ where: { id }, data: { email: 'wei@example.com' } });
    people = {
      s2: { email: 'wei@example.com', verified: false },
      s3: { email: 'nobody@example.com', verified: true },
      s4: { email: 'wei@example.com', verified: true },
      s5: { email: 'wei@example.com', verified: true },
    };
    const users = await house.db.prisma.user.count();
    expect((await arriveAs('s2')).location).toBe('/admin/people?sign-in=no-account');
    expect((await arriveAs('s3')).session).toBeNull();
    expect((await arriveAs('s4')).session).not.toBeNull();
    expect((await arriveAs('s5')).session).toBeNull();
    expect(await house.db.prisma.user.count()).toBe(users);
    await house.db.prisma.user.update({ where: { id }, data: { disabledAt: new Date() } });
    expect((await arriveAs('s4')).session).toBeNull();
  });

  it('[OIDC-3] is believed only for the challenge this browser began with', async () => {
    people = { s1: { email: 'lin@example.com', verified: true } };
    const wrongState = await arriveAs('s1', (url) => url.searchParams.set('state', 'another'));
    expect(wrongState.location).toBe('/admin/people?sign-in=not-vouched-for');
    const wrongCode = await arriveAs('s1', (url) => url.searchParams.set('code', 'another'));
    expect(wrongCode.session).toBeNull();
    const stolen = await arriveAs('s1', () => undefined, false);
    expect(stolen).toEqual({ location: '/agent/?sign-in=no-challenge', session: null });
    const elsewhere = await fetch(`${house.url}/api/session/provider?to=https://evil.test/`, { redirect: 'manual' });
    expect(elsewhere.status).toBe(400);
  });
});
