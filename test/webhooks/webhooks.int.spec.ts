import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deliveryList, webhookBody, webhookList } from '../../src/contract/webhook.ts';
import { newId, newKey } from '../../src/platform/ids.ts';
import { notFound, problemErrors } from '../../src/platform/http-problem.ts';
import { makeLogger } from '../../src/platform/log.ts';
import { isPublicAddress, makeGuardedSender } from '../../src/webhooks/adapters/guarded-sender.ts';
import { makeWebhooks, type Webhooks } from '../../src/webhooks/make-webhooks.ts';
import { seedCampaign, seedCase } from '../dialer/bed.ts';
import { waitFor } from '../support/wait-for.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';

interface Received {
  readonly headers: Record<string, string>;
  readonly body: string;
}

let db: TestDatabase;
let redis: TestRedis;
let webhooks: Webhooks;
let house: Server;
let receiver: Server;
let url = '';
let target = '';
const received: Received[] = [];
let answers: number[] = [];
const log = makeLogger({ level: 'silent' });

const listening = async (server: Server): Promise<string> => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

beforeAll(async () => {
  db = await withDatabase();
  redis = await withRedis();
  webhooks = makeWebhooks({
    prisma: db.prisma,
    queues: { redisUrl: redis.url, prefix: redis.prefix },
    clock: () => Date.now(),
    log,
    audit: { record: () => Promise.resolve() },
    credentialsKey: newKey(),
    privateTargets: true,
    requireKeeper: (_req, res, next) => {
      res.locals['user'] = { id: newId() };
      next();
    },
    works: true,
    firstPauseMs: 1,
  });
  const app = express();
  app.use(webhooks.router, notFound, problemErrors(log));
  house = createServer(app);
  url = await listening(house);
  receiver = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      received.push({ headers: req.headers as Record<string, string>, body: Buffer.concat(chunks).toString('utf8') });
      res.statusCode = answers.shift() ?? 204;
      res.end();
    });
  });
  target = await listening(receiver);
  webhooks.start();
});
beforeEach(async () => {
  await db.prisma.webhookEndpoint.deleteMany();
  await db.prisma.webhookEvent.deleteMany();
  received.length = 0;
  answers = [];
});
afterAll(async () => {
  await webhooks.stop();
  house.close();
  receiver.close();
  await redis.close();
  await db.drop();
});

interface Said {
  readonly status: number;
  readonly body: Record<string, unknown>;
}
async function ask(method: string, path: string, body?: unknown): Promise<Said> {
  const response = await fetch(url + path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Said['body']) };
}

async function added(events: readonly string[]): Promise<{ endpointId: string; secret: string }> {
  const { status, body } = await ask('POST', '/api/webhooks', { url: `${target}/hook`, description: '', events });
  expect(status).toBe(201);
  return body as { endpointId: string; secret: string };
}

async function promised(): Promise<string> {
  const campaign = await seedCampaign(db.prisma);
  const { caseId } = await seedCase(db.prisma, campaign);
  const id = newId();
  await db.prisma.promise.create({
    data: { id, caseId, amountMinor: 12_300n, currency: 'CNY', dueOn: new Date('2026-12-01') },
  });
  return id;
}
const first = (): Promise<Received> => waitFor('a delivery', () => Promise.resolve(received[0] ?? null));
const deliveriesOf = async (endpointId: string) =>
  deliveryList.parse((await ask('GET', `/api/webhooks/${endpointId}/deliveries`)).body).deliveries;
const settled = (endpointId: string, state: string) =>
  waitFor(
    `a ${state} delivery`,
    async () => {
      const [delivery] = await deliveriesOf(endpointId);
      return delivery?.state === state ? delivery : null;
    },
    30_000,
  );

describe('outgoing webhooks', () => {
  it('[HOOK-1] tell what happened, signed, by ids alone, and as the database says it then', async () => {
    const { endpointId, secret } = await added(['promise.made']);
    const promiseId = await promised();
    const { headers, body } = await first();
    const told = webhookBody.parse(new Webhook(secret).verify(body, headers));
    expect(told).toMatchObject({ type: 'promise.made', data: { promiseId, amountMinor: 12_300, dueOn: '2026-12-01' } });
    expect(() => new Webhook(secret).verify(body.replace('12300', '1'), headers)).toThrow();
    expect(await settled(endpointId, 'delivered')).toMatchObject({ tries: 1, lastStatus: 204 });
    const row = await db.prisma.webhookEndpoint.findUniqueOrThrow({ where: { id: endpointId } });
    expect(row.sealed).not.toContain(secret.slice(6));
  });

  it('[HOOK-1] a corrected disposition is told with what it was and what that correction made of it', async () => {
    await added(['disposition.corrected']);
    const campaign = await seedCampaign(db.prisma);
    const { caseId, lineId, debtorId } = await seedCase(db.prisma, campaign);
    const number = await db.prisma.phoneNumber.findFirstOrThrow({ where: { caseId } });
    const callerId = await db.prisma.callerId.findFirstOrThrow({ where: { trunkId: campaign.trunkId } });
    const [agentId, callId, dispositionId, correctionId] = [newId(), newId(), newId(), newId()];
    await db.prisma.user.create({
      data: { id: agentId, username: agentId, displayName: 'A', passwordHash: '', role: 'agent' },
    });
    const at = (second: number) => new Date(Date.UTC(2026, 10, 30, 8, 0, second));
    await db.prisma.attempt.create({
      data: {
        ...{ id: callId, caseId, debtorId, lineId, agentId, numberId: number.id, callerIdId: callerId.id },
        ...{ campaignId: campaign.campaignId, trunkId: campaign.trunkId, state: 'ended', endedAt: at(0) },
        ...{ endFault: 'none', endReason: 'callee-hung-up', presetName: 'demo', presetVersion: 1, decision: {} },
        ...{ tokenHash: newId(), intendedAt: at(0), dialByAt: at(30), connectedAt: at(0) },
      },
    });
    await db.prisma.wrapUp.create({
      data: {
        ...{ id: dispositionId, attemptId: callId, caseId, agentId, code: 'NSP', party: 'wrong' },
        ...{ classAfter: 'NEW', acwMs: 1, startedAt: at(0), savedAt: at(1) },
      },
    });
    const replaced = (id: string, second: number, code: string) =>
      db.prisma.wrapUpRevision.create({
        data: {
          ...{ id, wrapUpId: dispositionId, replacedAt: at(second), replacedById: agentId },
          ...{ code, party: 'debtor', classAfter: 'NEW', note: 'never told' },
        },
      });
    // It said HANGUP, became NEG, and then what it says now.
    await replaced(correctionId, 2, 'HANGUP');
    await replaced(newId(), 3, 'NEG');
    const told = await waitFor('both corrections', () => {
      const bodies = received.map(({ body }) => webhookBody.parse(JSON.parse(body)));
      return Promise.resolve(bodies.length === 2 ? bodies : null);
    });
    const byCodes = told.map(({ data }) => `${String(data['codeBefore'])} ${String(data['code'])}`).toSorted();
    expect(byCodes).toEqual(['HANGUP NEG', 'NEG NSP']);
    expect(told.find(({ data }) => data['correctionId'] === correctionId)).toMatchObject({
      type: 'disposition.corrected',
      data: { dispositionId, callId, caseId, agentId, correctedById: agentId, correctedAt: at(2).toISOString() },
    });
    expect(JSON.stringify(told)).not.toContain('never told');
  });

  it('[HOOK-1] what nobody asks for is not even noted', async () => {
    await added(['call.ended']);
    await promised();
    expect(await db.prisma.webhookEvent.count()).toBe(0);
  });

  it('[HOOK-2] try again with growing pauses, give up after the last one, and go out again when asked', async () => {
    answers = [500, 503];
    const { endpointId } = await added(['promise.made']);
    await promised();
    expect(await settled(endpointId, 'delivered')).toMatchObject({ tries: 3 });

    received.length = 0;
    answers = Array.from({ length: 12 }, () => 500);
    await promised();
    const dead = await settled(endpointId, 'dead');
    expect([dead.tries, dead.lastStatus, received.length]).toEqual([12, 500, 12]);
    expect((await ask('POST', `/api/webhooks/deliveries/${dead.deliveryId}/replay`)).status).toBe(204);
    const again = await settled(endpointId, 'delivered');
    expect([again.deliveryId, again.tries]).toEqual([dead.deliveryId, 1]);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it('[HOOK-2] a receiver that is gone for good is not asked again', async () => {
    answers = [410];
    const { endpointId } = await added(['promise.made']);
    await promised();
    expect(await settled(endpointId, 'dead')).toMatchObject({ tries: 1, lastStatus: 410 });
  });

  it('[HOOK-3] a new secret signs beside the former one for a day', async () => {
    const { endpointId, secret } = await added(['promise.made']);
    const rotated = await ask('POST', `/api/webhooks/${endpointId}/rotate`);
    const next = String(rotated.body['secret']);
    await promised();
    const { headers, body } = await first();
    for (const one of [secret, next]) expect(() => new Webhook(one).verify(body, headers)).not.toThrow();
    await settled(endpointId, 'delivered');
    await db.prisma.webhookEndpoint.update({ where: { id: endpointId }, data: { formerUntil: new Date(0) } });
    received.length = 0;
    await promised();
    const later = await first();
    expect(() => new Webhook(secret).verify(later.body, later.headers)).toThrow();
    expect(() => new Webhook(next).verify(later.body, later.headers)).not.toThrow();
  });

  it('[HOOK-3] are changed by one at a time; one that is off gets nothing', async () => {
    const { endpointId } = await added(['promise.made']);
    const [view] = webhookList.parse((await ask('GET', '/api/webhooks')).body).webhooks;
    const change = { url: `${target}/other`, description: 'x', events: ['promise.made'], enabled: false };
    const save = (version: number) => ask('PUT', `/api/webhooks/${endpointId}`, { ...change, version });
    expect((await save(view?.version ?? 0)).status).toBe(200);
    expect((await save(view?.version ?? 0)).status).toBe(409);
    await promised();
    expect(await db.prisma.webhookEvent.count()).toBe(0);
    expect((await ask('DELETE', `/api/webhooks/${endpointId}`)).status).toBe(204);
  });

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '::1',
    '::ffff:192.168.0.1',
    'fe80::1',
    '0.0.0.0',
    '100.64.0.1',
  ])('[HOOK-4] %s is no place to send to', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it('[HOOK-4] neither an address inside the house nor a name that leads there is asked', async () => {
    const sender = makeGuardedSender({ privateTargets: false });
    expect(await sender.send(target, {}, '{}')).toEqual({ fault: 'private_address' });
    for (const host of ['localhost', '[::1]', '[::ffff:127.0.0.1]']) {
      const address = target.replace('127.0.0.1', host);
      expect(await sender.send(address, {}, '{}'), host).toEqual({ fault: 'private_address' });
    }
    expect(received).toEqual([]);
    expect(isPublicAddress('93.184.216.34')).toBe(true);
  });
});
