import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type RequestHandler } from 'express';
import twilio from 'twilio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCarrier } from '../../../sim/carrier/server.ts';
import { tableFile } from '../../../src/casework/adapters/table-file.ts';
import { trunkList, usualWatch, type TrunkView } from '../../../src/contract/trunk.ts';
import { makeTrunks, type Trunks } from '../../../src/dialer/make-trunks.ts';
import { newId, newKey } from '../../../src/platform/ids.ts';
import { problemErrors } from '../../../src/platform/http-problem.ts';
import { makeLogger } from '../../../src/platform/log.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { lockWaits } from '../../support/lock-waits.ts';
import { waitFor } from '../../support/wait-for.ts';
import { withDatabase, type TestDatabase } from '../../support/with-database.ts';
import { seedCampaign, seedCase } from '../bed.ts';

const ownSid = `AC${'d'.repeat(32)}`;
const ownToken = 'token-of-the-own-account';
const owned = ['+12025550170', '+12025550171', '+12025550172', '+12025550173'];
const adminId = newId();
const clock = fakeClock('2026-11-24T02:00:00.000Z');

let db: TestDatabase;
let house: Awaited<ReturnType<typeof startCarrier>>;
let own: Awaited<ReturnType<typeof startCarrier>>;
let trunks: Trunks;
let server: Server;
let url = '';
const audited: { action: string; subjectId: string | null; detail: unknown }[] = [];

const needs =
  (...roles: string[]): RequestHandler =>
  (req, res, next) => {
    const role = req.get('x-role') ?? 'admin';
    if (!roles.includes(role)) return void res.status(403).end();
    res.locals['user'] = { id: adminId, role };
    next();
  };

const reason = 'as agreed';
const trunksWith = (credentialsKey: string | undefined, credentialsKeyOld?: string): Trunks =>
  makeTrunks({
    prisma: db.prisma,
    clock,
    audit: {
      record(entry) {
        audited.push({ action: entry.action, subjectId: entry.subjectId, detail: entry.detail });
        return Promise.resolve();
      },
    },
    publicUrl: 'http://127.0.0.1:1',
    house: { accountSid: house.accountSid, authToken: house.authToken, apiBase: house.url },
    credentialsKey,
    credentialsKeyOld,
    log: makeLogger({ level: 'silent' }),
    resting: () => Promise.resolve(new Set()),
    watches: false,
    tableFile,
    requireSupervisor: needs('supervisor', 'admin'),
    requireAdmin: needs('admin'),
    requireExporter: needs('supervisor', 'admin'),
  });

beforeAll(async () => {
  db = await withDatabase();
  const numbers = owned.map((phoneNumber) => ({ phoneNumber }));
  house = await startCarrier({ port: 0, population: { numbers } });
  own = await startCarrier({ port: 0, accountSid: ownSid, authToken: ownToken, population: { numbers } });
  trunks = trunksWith(newKey());
  const app = express();
  app.use(trunks.router);
  app.use(problemErrors(makeLogger({ level: 'silent' })));
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await house.close();
  await own.close();
  await db.drop();
});

interface Said {
  readonly status: number;
  readonly body: { id?: string; code?: string; errors?: { field: string; rule: string; remedy: string }[] };
}

async function ask(method: string, path: string, body?: object, role = 'admin'): Promise<Said> {
  const answer = await fetch(url + path, {
    method,
    headers: { 'content-type': 'application/json', 'x-role': role },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json().catch(() => ({}))) as Said['body'] };
}

const plain = (name: string) => ({
  name,
  enabled: true,
  quiet: false,
  cps: 5,
  channels: 20,
  priority: 1,
  weight: 1,
  failoverId: null as string | null,
  prefixes: [] as string[],
  refusedPrefixes: [] as string[],
  cost: null,
  watch: usualWatch,
});

async function listed(): Promise<readonly TrunkView[]> {
  const answer = await fetch(`${url}/api/trunks`);
  const text = await answer.text();
  expect(text).not.toContain(ownToken);
  expect(text).not.toContain(ownSid);
  return trunkList.parse(JSON.parse(text)).trunks;
}

async function added(over: object = {}): Promise<TrunkView> {
  const { body } = await ask('POST', '/api/trunks', { ...plain(newId()), account: null, ...over });
  const found = (await listed()).find((trunk) => trunk.trunkId === body.id);
  if (found === undefined) throw new Error(`not added: ${JSON.stringify(body)}`);
  return found;
}
const account = (over: object = {}) => ({ accountSid: ownSid, authToken: ownToken, apiBase: own.url, ...over });

describe('trunks of an administrator', () => {
  it('[TRK-1] supervisors see them, administrators change them, and each change is audited', async () => {
    expect((await ask('GET', '/api/trunks', undefined, 'agent')).status).toBe(403);
    expect((await ask('GET', '/api/trunks', undefined, 'supervisor')).status).toBe(200);
    expect((await ask('POST', '/api/trunks', { ...plain('x'), account: null }, 'supervisor')).status).toBe(403);
    const trunk = await added();
    const { trunkId, version } = trunk;
    const change = { ...plain(trunk.name), channels: 7, version, reason };
    expect((await ask('PUT', `/api/trunks/${trunkId}`, change)).status).toBe(200);
    expect(audited.at(-1)).toEqual({
      ...{ action: 'trunk.changed', subjectId: trunkId },
      detail: { channels: '20 → 7', reason },
    });
  });

  it('[TRK-1] who changes what somebody else has changed meanwhile is told, and nothing is lost', async () => {
    const { trunkId, version, name } = await added();
    expect((await ask('PUT', `/api/trunks/${trunkId}`, { ...plain(name), cps: 9, version, reason })).status).toBe(200);
    const late = await ask('PUT', `/api/trunks/${trunkId}`, { ...plain(name), cps: 1, version, reason });
    expect(late).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
    expect((await listed()).find((trunk) => trunk.trunkId === trunkId)?.cps).toBe(9);
  });

  it('[TRK-1] of several who change the same version at once one is saved', async () => {
    const { trunkId, version, name } = await added();
    const changes = [11, 12, 13].map((cps) => ({ ...plain(name), cps, version, reason }));
    // All of them have read the version before the first one writes.
    const saving = await db.prisma.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT 1 FROM "Trunk" WHERE "id" = ${trunkId}::uuid FOR UPDATE`;
        const asked = Promise.all(changes.map((change) => ask('PUT', `/api/trunks/${trunkId}`, change)));
        await waitFor('all of them to wait for the row', async () => (await lockWaits(db.prisma)) === changes.length);
        return { asked };
      },
      { timeout: 20_000 },
    );
    const answers = await saving.asked;
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const saved = changes[answers.findIndex(({ status }) => status === 200)];
    const row = await db.prisma.trunk.findUniqueOrThrow({ where: { id: trunkId } });
    expect([row.cps, row.version]).toEqual([saved?.cps, version + 1]);
  });

  it.each([
    ['[TRK-1] no channels', { channels: 0 }, 'channels'],
    ['[TRK-1] a rate of nothing', { cps: 0 }, 'cps'],
    ['[TRK-1] a prefix that is none', { prefixes: ['86'] }, 'prefixes.0'],
    ['[TRK-1] a cost without its currency', { cost: { perMinute: 0.01 } }, 'cost.currency'],
    ['[TRK-5] a failover that is nowhere', { failoverId: newId() }, 'failoverId'],
  ])('%s is refused by its field', async (_, over, field) => {
    const { status, body } = await ask('POST', '/api/trunks', { ...plain(newId()), account: null, ...over });
    expect(status).toBe(400);
    expect(body.errors?.[0]?.field).toBe(field);
  });

  it('[TRK-1] a name is taken once', async () => {
    const { name } = await added();
    const { body } = await ask('POST', '/api/trunks', { ...plain(name), account: null });
    expect(body.errors?.[0]).toMatchObject({ field: 'name', rule: 'TRK-1' });
  });

  it('[TRK-5] a circle of failovers is refused with its way', async () => {
    const last = await added();
    const first = await added({ failoverId: last.trunkId });
    const { status, body } = await ask('PUT', `/api/trunks/${last.trunkId}`, {
      ...plain(last.name),
      failoverId: first.trunkId,
      version: last.version,
      reason,
    });
    expect(status).toBe(400);
    expect(body.errors?.[0]).toMatchObject({ field: 'failoverId', rule: 'TRK-5' });
    expect(body.errors?.[0]?.remedy).toContain(`${last.name} → ${first.name}`);
  });
});

describe('accounts', () => {
  it('[TRK-2] an account is kept sealed, shown by its end alone, and can be replaced', async () => {
    const trunk = await added({ account: account() });
    expect(trunk.account).toMatchObject({ whose: 'own', tail: 'dddd', readable: true });
    const row = await db.prisma.trunk.findUniqueOrThrow({ where: { id: trunk.trunkId } });
    expect(JSON.stringify(row)).not.toContain(ownToken);
    const { trunkId, version } = trunk;
    const replaced = await ask('PUT', `/api/trunks/${trunkId}/account`, { version, account: account() });
    expect(replaced.status).toBe(200);
    const again = await db.prisma.trunk.findUniqueOrThrow({ where: { id: trunkId } });
    expect(again.credentials).not.toBe(row.credentials);
    expect(JSON.stringify(audited)).not.toContain(ownToken);
  });

  it('[TRK-21] accounts of the key before are read, counted and sealed anew, and then need it no more', async () => {
    const [before, now] = [newKey(), newKey()];
    const added = await trunksWith(before).desk.add({ ...plain(newId()), account: account() });
    if (added.kind !== 'done') throw new Error('not added');
    const readable = async (desk: Trunks['desk']) =>
      (await desk.list()).trunks.find(({ trunkId }) => trunkId === added.id)?.account.readable;
    expect(await readable(trunksWith(now).desk)).toBe(false);
    const both = trunksWith(now, before).desk;
    expect(await readable(both)).toBe(true);
    expect((await both.list()).oldSeals).toBeGreaterThan(0);
    expect(await both.sealAnew()).toEqual([{ of: 'trunk', id: added.id }]);
    expect(await readable(trunksWith(now).desk)).toBe(true);
    expect(await both.sealAnew()).toEqual([]);
  });

  it('[TRK-2] without a key no account is taken', async () => {
    const reply = await trunksWith(undefined).desk.add({ ...plain(newId()), account: account() });
    expect(reply).toMatchObject({ kind: 'refused', problems: [{ field: 'account', rule: 'TRK-2' }] });
  });

  it.each([
    ['[TRK-3] a wrong token', () => account({ authToken: 'another' }), 'account.authToken'],
    ['[TRK-3] an address where nobody answers', () => account({ apiBase: 'http://127.0.0.1:9' }), 'account.apiBase'],
    ['[TRK-3] a real provider that cannot reach us', () => account({ apiBase: null }), 'account'],
  ])('%s is refused before anything is stored', async (_, given, field) => {
    const name = newId();
    const { status, body } = await ask('POST', '/api/trunks', { ...plain(name), account: given() });
    expect(status).toBe(400);
    expect(body.errors?.[0]).toMatchObject({ field, rule: 'TRK-3' });
    expect(await db.prisma.trunk.count({ where: { name } })).toBe(0);
  });

  it('[TRK-8] a call goes over the account of its trunk, and its callbacks are held to that token', async () => {
    const { trunkId } = await added({ account: account() });
    await ask('POST', `/api/trunks/${trunkId}/caller-ids`, { numbers: [owned[2]], label: '', dailyLimit: null });
    const place = await seedCampaign(db.prisma);
    const { caseId, debtorId, lineId } = await seedCase(db.prisma, place);
    const attemptId = newId();
    const number = await db.prisma.phoneNumber.findFirstOrThrow({ where: { caseId } });
    const callerId = await db.prisma.callerId.findFirstOrThrow({ where: { trunkId } });
    await db.prisma.attempt.create({
      data: {
        id: attemptId,
        caseId,
        debtorId,
        numberId: number.id,
        lineId,
        trunkId,
        callerIdId: callerId.id,
        tokenHash: newId(),
        dialByAt: new Date(),
        presetName: 'demo',
        presetVersion: 1,
        decision: {},
      },
    });
    const address = (kind: string) => `http://127.0.0.1:1/${kind}`;
    const placed = await trunks.carrier.place({
      attemptId,
      to: '+8613800138000',
      from: callerId.e164,
      ringTimeoutMs: 5_000,
      maxCallMs: 60_000,
      detectMachine: false,
      farewell: null,
      addresses: {
        status: address('status'),
        amd: address('amd'),
        recording: address('recording'),
        media: 'ws://127.0.0.1:1/media',
      },
    });
    expect(placed.kind).toBe('accepted');
    if (placed.kind !== 'accepted') return;
    expect((await trunks.carrier.fetchCall(placed.sid))?.sid).toBe(placed.sid);
    expect(await trunks.carrier.end(placed.sid)).toBe('ended');
    expect((await (await fetch(`${house.url}/sim/calls`)).text()).includes(placed.sid)).toBe(false);

    const form = { AccountSid: ownSid, CallSid: placed.sid, CallStatus: 'ringing' };
    const signed = (token: string, said = form) => ({
      path: '/status',
      form: said,
      signature: twilio.getExpectedTwilioSignature(token, address('status'), said),
    });
    expect(await trunks.callbacks.isAuthentic(signed(ownToken))).toBe(true);
    expect(await trunks.callbacks.isAuthentic(signed('another'))).toBe(false);
    const foreign = { ...form, AccountSid: `AC${'e'.repeat(32)}` };
    expect(await trunks.callbacks.isAuthentic(signed(ownToken, foreign))).toBe(false);
    const socket = { path: '/media', signature: '' };
    socket.signature = twilio.getExpectedTwilioSignature(ownToken, 'ws://127.0.0.1:1/media', {});
    expect(await trunks.callbacks.isAuthenticSocket(socket)).toBe(true);
  });

  it('[TRK-2] an account sealed with another key is said to be unreadable', async () => {
    const { trunkId } = await added({ account: account() });
    const others = trunksWith(newKey());
    const { trunks: views } = await others.desk.list();
    expect(views.find((view) => view.trunkId === trunkId)?.account.readable).toBe(false);
  });
});

describe('caller ids', () => {
  const give = (trunkId: string, numbers: string[]) =>
    ask('POST', `/api/trunks/${trunkId}/caller-ids`, { numbers, label: 'front desk', dailyLimit: 5 });

  it('[TRK-4] a number of the account is verified at once, one of somebody else is refused', async () => {
    const { trunkId } = await added();
    const foreign = await give(trunkId, ['+12025559999']);
    expect(foreign.body.errors?.[0]).toMatchObject({ field: 'numbers', rule: 'TRK-4' });
    expect((await give(trunkId, [owned[0] ?? ''])).status).toBe(201);
    const view = (await listed()).find((trunk) => trunk.trunkId === trunkId)?.callerIds[0];
    expect(view).toMatchObject({ e164: owned[0], label: 'front desk', verified: true, dailyLimit: 5, today: 0 });
    const other = await added();
    expect((await give(other.trunkId, [owned[0] ?? ''])).body.errors?.[0]?.rule).toBe('TRK-4');
  });

  it('[TRK-4] one that the provider cannot vouch for now stays unverified until it is asked again', async () => {
    const { trunkId } = await added();
    const fault = { kind: 'error-before-acceptance', next: 1, match: { resource: 'numbers' } } as const;
    house.addFaults([fault]);
    expect((await give(trunkId, [owned[1] ?? ''])).status).toBe(201);
    house.clearFaults();
    const before = (await listed()).find((trunk) => trunk.trunkId === trunkId)?.callerIds[0];
    expect(before).toMatchObject({ verified: false, checkedAt: null });
    expect((await ask('POST', `/api/caller-ids/${before?.callerIdId}/check`)).status).toBe(200);
    const after = (await listed()).find((trunk) => trunk.trunkId === trunkId)?.callerIds[0];
    expect(after).toMatchObject({ verified: true });
  });

  it('[INB-14] calls to it are taken as set, and the provider asks us about them', async () => {
    const { trunkId } = await added();
    await give(trunkId, [owned[3] ?? '']);
    const see = async () => (await listed()).find((trunk) => trunk.trunkId === trunkId)?.callerIds[0];
    const before = await see();
    expect(before?.inbound).toBeNull();
    const team = await db.prisma.team.create({ data: { id: newId(), name: newId() } });
    const path = `/api/caller-ids/${before?.callerIdId}/inbound`;
    const set = (inbound: object | null, version: number | undefined, role?: string) =>
      ask('PUT', path, { inbound, version, reason }, role);
    const settings = { language: 'en-US', opens: '09:00', closes: '24:00', teamId: team.id };
    expect((await set(settings, before?.version, 'supervisor')).status).toBe(403);
    expect((await set({ ...settings, opens: '24:00' }, before?.version)).body.errors?.[0]?.field).toBe('inbound.opens');
    const nobodys = await set({ ...settings, teamId: newId() }, before?.version);
    expect(nobodys.body.errors?.[0]).toMatchObject({ field: 'inbound.teamId', rule: 'INB-14' });
    expect((await set(settings, before?.version)).status).toBe(200);
    expect(audited.at(-1)).toMatchObject({ action: 'caller_id.inbound_set', detail: { opens: 'null → 09:00' } });
    expect((await see())?.inbound).toMatchObject(settings);
    const asked = () => house.exchange.numbers.byPhoneNumber(owned[3] ?? '')?.voiceUrl;
    expect(asked()).toBe(`http://127.0.0.1:1/carrier/v1/inbound/numbers/${before?.callerIdId}`);
    expect(await set(null, before?.version)).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
    expect((await set(null, (await see())?.version)).status).toBe(200);
    expect([(await see())?.inbound, asked()]).toEqual([null, null]);
  });

  it('[INB-14] a number that the account only shows takes no calls', async () => {
    const { trunkId } = await added();
    const row = { id: newId(), trunkId, e164: '+12025559998', verified: true };
    await db.prisma.callerId.create({ data: row });
    const { body } = await ask('PUT', `/api/caller-ids/${row.id}/inbound`, { inbound: {}, version: 1, reason });
    expect(body.errors?.[0]).toMatchObject({ field: 'inbound', rule: 'INB-14' });
    expect(await db.prisma.callerId.findUnique({ where: { id: row.id } })).toMatchObject({ inbound: null, version: 1 });
  });
});
