import { afterEach, describe, expect, it } from 'vitest';
import { Web } from '../../sim/floor/web.ts';
import { argon2Hasher } from '../../src/access/adapters/argon2-hasher.ts';
import { saveAccount } from '../../src/access/adapters/prisma-accounts.ts';
import { makeQueue, makeWorker } from '../../src/platform/queues.ts';
import { americanHeader, americanRow, csvText } from '../fixtures/placements/rows.ts';
import { waitFor } from '../support/wait-for.ts';
import { withRedis } from '../support/with-redis.ts';
import { lostCases, owedWrapUps, rungTwice } from './laws.ts';
import { everythingIn, tracesIn, traitsOf } from './personal-traces.ts';
import { callerNumbers, numberAt, password } from './seed-world.ts';
import { openWorld, patienceMs, pauseDialing, talker, type World } from './world.ts';

const agents = ['floor01', 'floor02', 'floor03'];
const noteText = 'Zebulon will call from his cousin at the lighthouse';
const importedName = 'Quillon Featherstonehaugh';
const importedNumber = '+16605550177';
const quick = { dialMs: [50, 150], ringMs: [200, 600] } satisfies typeof talker;

const worlds: World[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

/** Everybody ends otherwise; some create requests are refused with an error that quotes the number. */
const population = {
  profiles: { talker: { ...talker, talkMs: [1_500, 3_500] as [number, number] } },
  callees: Object.fromEntries(
    (['busy', 'machine', 'vacant', 'rejected', 'failed', 'vacant_announcement'] as const).map((outcome, index) => [
      numberAt(index * 3 + 1),
      { ...quick, outcomes: { [outcome]: 1 }, announcementMs: 1_500, greetingMs: 1_500 },
    ]),
  ),
};
const refusedCallees = Object.fromEntries(
  [21_211, 21_214, 13_224].map((refuseCode, index) => [
    numberAt(index * 3 + 2),
    { ...quick, outcomes: { answer: 1 }, refuseCode },
  ]),
);

/** What people and strangers do at the doors, rightly and wrongly, with personal data in every place. */
async function useTheDoors({ db, url, caseIds, names, numbers }: World): Promise<void> {
  const passwordHash = await argon2Hasher.hash(password);
  await saveAccount(db.prisma, { username: 'sam', displayName: 'Sam', role: 'supervisor', passwordHash });
  const web = new Web(url);
  expect((await web.signIn('sam', password)).status).toBeLessThan(300);
  const [caseId, name, e164] = [caseIds[0] ?? '', names[0] ?? '', numbers[0] ?? ''];
  expect((await web.ask('POST', `/api/cases/${caseId}/notes`, { text: noteText })).status).toBe(201);
  expect((await web.ask('GET', `/api/cases/${caseId}`)).status).toBe(200);
  expect((await web.ask('POST', '/api/cases/search', { name })).status).toBe(200);
  const wrong = [
    await web.ask('GET', `/api/cases?q=${encodeURIComponent(e164)}&limit=${encodeURIComponent(name)}`),
    await web.ask('GET', `/api/cases/${encodeURIComponent(e164)}`),
    await web.ask('POST', '/api/cases/search', { name: { first: name }, ref: e164 }),
    await web.ask('POST', `/api/cases/${caseId}/notes`, { text: [noteText], phone: e164 }),
    await web.ask('POST', '/api/agent/wrap-up', { attemptId: e164, note: noteText }),
    await web.ask('POST', '/api/session', { username: name, password: e164 }),
  ];
  expect(wrong.map(({ status }) => status >= 400)).toEqual(wrong.map(() => true));
  const strangers = [
    fetch(`${url}/${encodeURIComponent(name)}/${e164}`),
    fetch(`${url}/carrier/v1/attempts/${caseId}/${e164}/status`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ To: e164, CallerName: name, CallStatus: 'completed' }),
    }),
    fetch(`${url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: `{"${name}` }),
  ];
  for (const reply of await Promise.all(strangers)) expect(reply.status).toBeGreaterThanOrEqual(400);
  const rows = [
    americanRow('1', {
      'First Name': importedName.split(' ')[0] ?? '',
      'Last Name': importedName.split(' ')[1] ?? '',
      'Primary Phone': importedNumber,
    }),
    americanRow('2', { 'First Name': importedName, Balance: `call ${importedNumber}`, 'Primary Phone': noteText }),
  ];
  const form = new FormData();
  form.append('client', 'Example Bank');
  form.append('start', 'true');
  form.append('file', new Blob([csvText([americanHeader, ...rows])]), `${importedName} ${importedNumber}.csv`);
  const uploaded = await fetch(`${url}/api/placements`, {
    method: 'POST',
    headers: { cookie: web.cookie },
    body: form,
  });
  expect(uploaded.status).toBe(201);
  await waitFor(
    'the import',
    async () => (await db.prisma.placement.count({ where: { status: 'done' } })) === 1,
    30_000,
  );
}

describe('personal data stays where it belongs', () => {
  it('[INV-9] nothing of anybody in logs, metrics or jobs, whatever goes wrong', { timeout: patienceMs }, async () => {
    const world = await openWorld({
      agents,
      cases: 45,
      amd: true,
      ringTimeoutMs: 4_000,
      population: { ...population, callees: { ...population.callees, ...refusedCallees } },
      faults: [
        { kind: 'error-after-acceptance', probability: 0.1, match: { operation: 'create' } },
        { kind: 'error-before-acceptance', next: 2, skip: 3, match: { operation: 'create' } },
        { kind: 'too-many-requests', next: 2, match: { operation: 'create' } },
        { kind: 'media-socket-dropped', next: 1, delayMs: 800 },
      ],
    });
    worlds.push(world);
    const { prisma } = world.db;
    const server = await world.startServer({ env: { LOG_LEVEL: 'trace' } });
    await world.startFloor(agents);
    await useTheDoors(world);
    await waitFor(
      'calls',
      async () => (await prisma.attempt.count({ where: { endedAt: { not: null } } })) >= 15,
      60_000,
    );
    // The database hangs up on everybody in the middle of their questions.
    world.provokes(/terminating connection|Connection terminated|is not queryable/);
    for (let round = 0; round < 3; round += 1) {
      const ended = await prisma.attempt.count({ where: { endedAt: { not: null } } });
      await prisma.$queryRaw`SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`;
      await waitFor(
        'more calls',
        async () => (await prisma.attempt.count({ where: { endedAt: { not: null } } })) >= ended + 3,
        60_000,
      );
    }
    const metrics = await (await fetch(`${world.url}/metrics`)).text();
    await pauseDialing(world);
    // A request that was lost is looked for during two minutes; the others end now.
    await waitFor(
      'every call to end',
      async () => (await prisma.attempt.count({ where: { endedAt: null, state: { not: 'unconfirmed' } } })) === 0,
      60_000,
    );
    await waitFor('every call to be written up', async () => (await owedWrapUps(world)).length === 0, 30_000);
    expect(server.isOver()).toBe(false);

    const traits = traitsOf({
      numbers: [...world.numbers, ...callerNumbers, importedNumber],
      words: [...world.names, noteText, 'lighthouse', importedName, ...importedName.split(' '), password],
    });
    const log = server.output();
    const jobs = await everythingIn(world.redis);
    // There is something to look through, at every level, errors included, and it is about these calls.
    const [attempt] = await prisma.attempt.findMany({ where: { connectedAt: { not: null } }, take: 1 });
    expect(log).toContain(attempt?.id ?? 'no attempt');
    expect(log).toContain('"level":"debug"');
    expect(log).toContain('"err":{');
    expect(jobs).toContain(attempt?.id ?? 'no attempt');
    expect(metrics).toContain('casedial_');
    expect(tracesIn(log, traits)).toEqual([]);
    expect(tracesIn(metrics, traits)).toEqual([]);
    expect(tracesIn(jobs, traits)).toEqual([]);
    // Addresses carry the keys to a call; they are nobody's business either.
    expect(log).not.toMatch(/\/carrier\/v1\/(?:attempts|media)\/[0-9a-f-]{36}\/[\w-]{20,}/);
    expect(metrics).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/);
    expect(await rungTwice(world)).toEqual([]);
    expect(await lostCases(world)).toEqual([]);
  });

  it('[INV-9] a job that fails leaves nobody in Redis, whatever its error quotes', async () => {
    await using redis = await withRedis();
    const where = { redisUrl: redis.url, prefix: redis.prefix };
    const queue = makeQueue<{ fail: { caseId: string } }>('quoting', where);
    const seen: string[] = [];
    const worker = makeWorker<{ fail: { caseId: string } }>(
      'quoting',
      {
        fail: () => {
          const quoting = new TypeError(`Failing row contains (Avery Sampleton, ${numberAt(0)}).`);
          return Promise.reject(Object.assign(quoting, { code: 'E_QUOTING' }));
        },
      },
      where,
      { onFailed: ({ error }) => seen.push(error.message) },
    );
    await queue.add('fail', { caseId: 'c1' }, { jobId: 'fail-c1' });
    await waitFor('the failure', () => seen.length === 1);
    expect(seen[0]).toContain('Failing row');
    const left: string[] = [];
    for (const key of await redis.redis.keys(`${redis.prefix}*:fail-c1`)) {
      left.push(JSON.stringify(await redis.redis.hgetall(key)));
    }
    for (const key of await redis.redis.keys(`${redis.prefix}*:events`)) {
      left.push(JSON.stringify(await redis.redis.xrange(key, '-', '+')));
    }
    await worker.close();
    await queue.close();
    expect(left.join()).toContain('TypeError E_QUOTING');
    expect(tracesIn(left.join(), traitsOf({ numbers: [numberAt(0)], words: ['Sampleton'] }))).toEqual([]);
  });
});
