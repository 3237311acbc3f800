import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePlacementImport, type PlacementImport } from '../../src/casework/make-placement-import.ts';
import { makeLogger } from '../../src/platform/log.ts';
import { makeWorker, type JobWorker } from '../../src/platform/queues.ts';
import { americanHeader, americanRow, csvText } from '../fixtures/placements/rows.ts';
import { waitFor } from '../support/wait-for.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';

const folder = mkdtempSync(join(tmpdir(), 'casedial-take-up-'));
let db: TestDatabase;
let redis: TestRedis;
/** One node answers the doors, the other runs the imports. */
let door: PlacementImport;
let works: PlacementImport;

const node = (runsImports: boolean): PlacementImport =>
  makePlacementImport({
    prisma: db.prisma,
    databaseUrl: db.url,
    queues: { redisUrl: redis.url, prefix: redis.prefix },
    clock: () => Date.now(),
    log: makeLogger({ level: 'silent' }),
    audit: { record: async () => undefined },
    requireSupervisor: (_req, _res, next) => next(),
    requireExporter: (_req, _res, next) => next(),
    placementsDir: folder,
    works: runsImports,
    takeUpEveryMs: 50,
  });

beforeAll(async () => {
  [db, redis] = await Promise.all([withDatabase(), withRedis()]);
  await db.prisma.tenant.create({ data: { id: 1, name: 'Test', preset: 'demo', businessZone: 'America/Chicago' } });
  [door, works] = [node(false), node(true)];
});
afterAll(async () => {
  await door.stop();
  await works.stop();
  await redis.close();
  await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function uploaded(caseId: string): Promise<string> {
  const reply = await door.inspect({
    client: { name: 'Example Bank' },
    fileName: 'placement.csv',
    bytes: (async function* () {
      yield Buffer.from(csvText([americanHeader, americanRow(caseId)]));
    })(),
    reading: {},
    userId: null,
  });
  if (reply.kind !== 'inspected') throw new Error(reply.kind);

  return reply.id;
}
const done = (id: string): Promise<unknown> =>
  waitFor('the import to end', async () => (await door.book.find(id))?.status === 'done');

describe('taking up imports', () => {
  it('[IMP-35] one that was cancelled and started again runs, although the old job is still held', async () => {
    const id = await uploaded('K-1');
    let held = 0;
    const dead: JobWorker = makeWorker<{ 'run-import': { placementId: string } }>(
      'placements',
      {
        'run-import': () => {
          held += 1;

          return new Promise(() => undefined);
        },
      },
      { redisUrl: redis.url, prefix: redis.prefix },
    );
    await door.begin(id, {});
    await waitFor('the job to be held', () => held === 1);
    await door.cancel(id);
    expect(await door.begin(id, {})).toEqual({ kind: 'queued' });
    await works.start();
    await done(id);
    await dead.close({ force: true });
  });

  it('[IMP-35] one whose job is gone is asked for again', async () => {
    const id = await uploaded('K-2');
    await door.begin(id, {});
    await redis.empty();
    await done(id);
    const lost = await uploaded('K-3');
    await door.book.move(lost, ['inspected'], 'queued');
    await done(lost);
    expect(await door.book.find(lost)).toMatchObject({ tally: { rowsRead: 1, accepted: 1, unchanged: 0 } });
  });
});
