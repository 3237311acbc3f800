import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type RequestHandler } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alertPage } from '../../src/contract/alert.ts';
import { jobList, jobQueues } from '../../src/contract/jobs.ts';
import { makePrismaTrunkBook } from '../../src/dialer/adapters/prisma-trunk-book.ts';
import { makeTrunksOfQueues, trunkQueueOf } from '../../src/dialer/trunks/trunk-queue.ts';
import { problemErrors } from '../../src/platform/http-problem.ts';
import { newId } from '../../src/platform/ids.ts';
import { makeLogger } from '../../src/platform/log.ts';
import { makeQueue, makeWorker } from '../../src/platform/queues.ts';
import { makeUpkeep, type Upkeep } from '../../src/upkeep/make-upkeep.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { waitFor } from '../support/wait-for.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';

interface Jobs {
  greet: { personId: string };
}

const clock = fakeClock();
const log = makeLogger({ level: 'silent' });
const audited: { action: string; subjectId: string | null; detail?: unknown }[] = [];
let db: TestDatabase;
let redis: TestRedis;
let server: Server;
let upkeep: Upkeep;
let news = 0;
const user = newId();

const as =
  (...roles: string[]): RequestHandler =>
  (req, res, next) => {
    if (!roles.includes(req.get('x-role') ?? '')) return void res.status(403).end();
    res.locals['user'] = { id: user };
    next();
  };

beforeAll(async () => {
  [db, redis] = await Promise.all([withDatabase(), withRedis()]);
  await db.prisma.user.create({
    data: { id: user, username: 'ann', displayName: 'Ann', passwordHash: '', role: 'admin' },
  });
  upkeep = makeUpkeep({
    prisma: db.prisma,
    queues: { redisUrl: redis.url, prefix: redis.prefix },
    clock,
    log,
    audit: {
      record: ({ action, subjectId, detail }) => {
        audited.push({ action, subjectId, detail });
        return Promise.resolve();
      },
    },
    news: { changed: () => void (news += 1) },
    trunksOf: makeTrunksOfQueues((trunkIds) => makePrismaTrunkBook(db.prisma).namesOf(trunkIds)),
    requireSupervisor: as('supervisor', 'admin'),
    requireExporter: as('supervisor', 'admin'),
    requireAdmin: as('admin'),
  });
  await upkeep.start();
  const app = express();
  app.use(upkeep.router, problemErrors(log));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await upkeep.stop();
  await new Promise((resolve) => server.close(resolve));
  await redis.close();
  await db.drop();
});

const ask = (path: string, body?: object, role = 'admin'): Promise<Response> =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
    headers: { 'x-role': role, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
const alerts = async (query = '') =>
  alertPage.parse(await (await ask(`/api/alerts${query}`, undefined, 'supervisor')).json());

describe('alerts', () => {
  const raise = async (kind: string, subjectId: string | null = null): Promise<string> => {
    const id = newId();
    await db.prisma.alert.create({ data: { id, kind, subjectId, raisedAt: new Date(clock.forward(1_000)) } });
    return id;
  };

  it('[ALERT-1] all that is open is shown, the latest first, by kind and page by page', async () => {
    const ids = [
      await raise('recording_missing', newId()),
      await raise('calendar_missing', 'cn-2028'),
      await raise('trunk_out'),
    ];
    const first = await alerts('?limit=2');
    expect(first.rows.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    const second = await alerts(`?limit=2&cursor=${first.nextCursor ?? ''}`);
    expect(second.rows.map(({ id }) => id)).toEqual([ids[0]]);
    expect(second.nextCursor).toBeNull();
    expect(first).toMatchObject({ unseen: 3, kinds: [{ count: 1 }, { count: 1 }, { count: 1 }] });
    const [calendar] = (await alerts('?kind=calendar_missing')).rows;
    expect(calendar?.about).toEqual({ what: 'calendar', id: 'cn-2028', name: 'cn-2028' });
    expect((await ask('/api/alerts', undefined, 'agent')).status).toBe(403);
  });

  it('[ALERT-2] one takes care of it, one resolves it and says what was done; whoever comes second is told', async () => {
    const id = await raise('wrap_up_overdue', newId());
    expect((await ask(`/api/alerts/${id}/acknowledge`, {}, 'supervisor')).status).toBe(204);
    expect((await ask(`/api/alerts/${id}/acknowledge`, {}, 'supervisor')).status).toBe(409);
    expect((await alerts('?state=acknowledged')).rows).toMatchObject([{ id, acknowledgedByName: 'Ann' }]);
    expect((await ask(`/api/alerts/${id}/resolve`, { note: ' ' })).status).toBe(400);
    expect((await ask(`/api/alerts/${id}/resolve`, { note: 'Called the agent' })).status).toBe(204);
    expect((await ask(`/api/alerts/${id}/resolve`, { note: 'Too late' })).status).toBe(409);
    expect((await alerts('?state=resolved')).rows).toMatchObject([
      { id, resolvedByName: 'Ann', note: 'Called the agent' },
    ]);
    expect(audited.filter(({ subjectId }) => subjectId === id).map(({ action }) => action)).toEqual([
      'alert.acknowledged',
      'alert.resolved',
    ]);
  });

  it('[ALERT-3] the windows are told whoever raised or settled it', async () => {
    const before = news;
    await raise('recording_short', newId());
    await waitFor('the news', () => news > before, 10_000);
  });
});

describe('job queues', () => {
  it('[JOB-1] every queue shows its counts; a failed job says what it is about in ids, and is tried again or thrown away', async () => {
    const where = { redisUrl: redis.url, prefix: redis.prefix };
    const queue = makeQueue<Jobs>('letters', where);
    let fails = true;
    const worker = makeWorker<Jobs>(
      'letters',
      {
        greet: () => (fails ? Promise.reject(new TypeError('for Avery, +12025550101')) : Promise.resolve()),
      },
      where,
    );
    await queue.add('greet', { personId: 'p1' }, { jobId: 'greet-p1' });
    await queue.add('greet', { personId: 'p2' }, { jobId: 'greet-p2' });
    const counts = async () => {
      const { queues } = jobQueues.parse(await (await ask('/api/jobs')).json());
      return queues.find(({ name }) => name === 'letters')?.counts;
    };
    await waitFor('both to fail', async () => (await counts())?.failed === 2);
    const { jobs } = jobList.parse(await (await ask('/api/jobs/letters/list')).json());
    expect(jobs).toHaveLength(2);
    expect(jobs.find(({ id }) => id === 'greet-p1')).toMatchObject({
      name: 'greet',
      about: { personId: 'p1' },
      tries: 1,
    });
    expect(JSON.stringify(jobs)).not.toMatch(/Avery|555/);

    fails = false;
    expect((await ask('/api/jobs/letters/retry', { jobId: 'greet-p1' })).status).toBe(204);
    await waitFor('it to be done', async () => (await counts())?.completed === 1);
    expect((await ask('/api/jobs/letters/discard', { jobId: 'greet-p2' })).status).toBe(204);
    expect(await counts()).toMatchObject({ failed: 0, completed: 1 });
    expect((await ask('/api/jobs/letters/retry', { jobId: 'greet-p2' })).status).toBe(409);
    expect((await ask('/api/jobs/nothing/retry', { jobId: 'x' })).status).toBe(404);
    expect((await ask('/api/jobs/nothing/list')).status).toBe(404);
    expect(audited.slice(-2)).toEqual([
      { action: 'job.retried', subjectId: 'greet-p1', detail: { queue: 'letters', job: 'greet' } },
      { action: 'job.discarded', subjectId: 'greet-p2', detail: { queue: 'letters', job: 'greet' } },
    ]);
    await worker.close();
    await queue.close();
  });

  it('[JOB-3] a queue that places the calls of a trunk says of which, also of one that is gone', async () => {
    const where = { redisUrl: redis.url, prefix: redis.prefix };
    const [trunkId, goneId] = [newId(), newId()];
    await db.prisma.trunk.create({ data: { id: trunkId, name: 'North', kind: 'sim' } });
    const names = [trunkQueueOf(trunkId), trunkQueueOf(goneId), 'trunk-north'];
    for (const name of names) {
      const queue = makeQueue<Jobs>(name, where);
      await queue.add('greet', { personId: 'p1' }, { jobId: 'greet-p1' });
      await queue.close();
    }
    const { queues } = jobQueues.parse(await (await ask('/api/jobs')).json());
    expect(names.map((name) => queues.find((queue) => queue.name === name)?.trunk)).toEqual([
      { trunkId, name: 'North' },
      { trunkId: goneId, name: null },
      null,
    ]);
  });

  describe('lists of jobs', () => {
    const where = () => ({ redisUrl: redis.url, prefix: redis.prefix });
    async function pagesOf(path: string, meanwhile: () => Promise<unknown>): Promise<string[]> {
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const reply = await ask(`${path}&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
        const page = jobList.parse(await reply.json());
        expect(page.jobs.length).toBeLessThanOrEqual(2);
        seen.push(...page.jobs.map(({ id }) => id));
        if (seen.length === 2) await meanwhile();
        cursor = page.nextCursor;
      }
      return seen;
    }
    const ids = (from: number, to: number): string[] =>
      Array.from({ length: to - from + 1 }, (_, nth) => `greet-p${from + nth}`);

    it('[JOB-2] those that failed come the latest first, each once, whatever fails while one reads', async () => {
      const queue = makeQueue<Jobs>('failing', where());
      const worker = makeWorker<Jobs>('failing', { greet: () => Promise.reject(new TypeError('for Avery')) }, where());
      const fail = async (from: number, to: number): Promise<void> => {
        const before = (await queue.counts()).failed;
        for (const id of ids(from, to)) await queue.add('greet', { personId: id.slice(6) }, { jobId: id });
        await waitFor('them to fail', async () => (await queue.counts()).failed === before + to - from + 1);
      };
      await fail(10, 16);
      const seen = await pagesOf('/api/jobs/failing/list?state=failed', () => fail(20, 22));
      expect(seen).toHaveLength(7);
      expect(seen.toSorted()).toEqual(ids(10, 16));
      const [first] = jobList.parse(await (await ask('/api/jobs/failing/list')).json()).jobs;
      expect(ids(20, 22)).toContain(first?.id);
      const found = jobList.parse(await (await ask('/api/jobs/failing/list?q=P12')).json()).jobs;
      expect(found).toMatchObject([{ id: 'greet-p12', name: 'greet', about: { personId: 'p12' }, tries: 1 }]);
      expect(found[0]?.reason).not.toMatch(/Avery/);
      await worker.close();
      await queue.close();
    });

    it('[JOB-2] those that wait come the next first, each once, whatever is added or taken away meanwhile', async () => {
      const queue = makeQueue<Jobs>('waiting', where());
      const add = async (from: number, to: number, more: object = {}): Promise<void> => {
        for (const id of ids(from, to)) await queue.add('greet', { personId: id }, { jobId: id, ...more });
      };
      await add(10, 14);
      await add(30, 32, { priority: 3 });
      await add(40, 44, { delayMs: 3_600_000 });
      const waiting = await pagesOf('/api/jobs/waiting/list?state=waiting', async () => {
        await add(20, 20);
        for (const id of ids(10, 11)) await queue.remove(id);
      });
      expect(waiting).toEqual([...ids(10, 14), ...ids(20, 20), ...ids(30, 32)]);
      const later = await pagesOf('/api/jobs/waiting/list?state=delayed', () => queue.remove('greet-p41'));
      expect(later).toEqual(ids(40, 44));
      expect((await ask('/api/jobs/waiting/list?state=waiting&cursor=x')).status).toBe(400);
      expect(jobList.parse(await (await ask('/api/jobs/waiting/list?state=waiting')).json()).jobs[0]).toMatchObject({
        ...{ id: 'greet-p12', tries: 0, reason: null },
      });
      await queue.close();
    });

    it('[JOB-2] they leave as a file, and who took it is on record', async () => {
      const queue = makeQueue<Jobs>('leaving', where());
      for (const id of ['a-1', 'a-2', 'b-1']) await queue.add('greet', { personId: id }, { jobId: id });
      const reply = await ask('/api/jobs/leaving/export.csv?state=waiting&q=A-');
      const [head, ...lines] = (await reply.text()).trim().split('\r\n');
      expect(head).toBe('id,job,about,tries,at,reason');
      expect(lines.map((line) => line.split(',').slice(0, 4))).toEqual([
        ['a-1', 'greet', 'personId a-1', '0'],
        ['a-2', 'greet', 'personId a-2', '0'],
      ]);
      expect(audited.at(-1)).toMatchObject({
        action: 'jobs.exported',
        detail: { queue: 'leaving', state: 'waiting' },
      });
      expect((await ask('/api/jobs/nothing/export.csv')).status).toBe(404);
      await queue.close();
    });
  });

  it('[JOB-1] they are for administrators', async () => {
    for (const path of ['/api/jobs', '/api/jobs/letters/list', '/api/jobs/letters/export.csv'])
      expect((await ask(path, undefined, 'supervisor')).status).toBe(403);
    expect((await ask('/api/jobs/letters/retry', { jobId: 'x' }, 'supervisor')).status).toBe(403);
  });
});
