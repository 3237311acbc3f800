import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePlacementFiles } from '../../src/casework/adapters/placement-files.ts';
import { makePhoneJudge } from '../../src/casework/adapters/placement-phone-judge.ts';
import { makePlacementStore } from '../../src/casework/adapters/placement-store.ts';
import { makePlacementWriter } from '../../src/casework/adapters/placement-writer.ts';
import {
  makeClientBook,
  makePlacementBook,
  makeTenantRules,
} from '../../src/casework/adapters/prisma-placement-book.ts';
import { makeInspect } from '../../src/casework/import-inspect.ts';
import type { PlacementRecord, PlacementWriter, PlacementWriting, Reading } from '../../src/casework/import-ports.ts';
import { makeRunImport, type RunEnding } from '../../src/casework/import-run.ts';
import { makeCancel, makeStart } from '../../src/casework/import-start.ts';
import { newId } from '../../src/platform/ids.ts';
import { makeLogger } from '../../src/platform/log.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';

/** The import without its queue: a test decides when a run begins and how it breaks off. */
export async function importBed(preset: 'demo' | 'cn' = 'demo') {
  const db = await withDatabase();
  await db.prisma.tenant.create({ data: { id: 1, name: 'Test', preset, businessZone: 'Asia/Shanghai' } });
  return importInto(db);
}

/** The import into a house that stands already. */
export function importInto(db: TestDatabase) {
  const folder = mkdtempSync(join(tmpdir(), 'casedial-import-'));
  const book = makePlacementBook(db.prisma);
  const clients = makeClientBook(db.prisma);
  const files = makePlacementFiles();
  const store = makePlacementStore(folder);
  const writer = makePlacementWriter(db.url);
  const inspect = makeInspect({ files, store, book, clients, newId, mostBytes: 50 * 1024 * 1024 });
  const begin = makeStart({ book, clients, queue: { ask: async () => undefined } });
  const cancel = makeCancel({ book });

  const run = (
    id: string,
    how: { writer?: PlacementWriter; signal?: AbortSignal; isLastTry?: boolean } = {},
  ): Promise<RunEnding> =>
    makeRunImport({
      book,
      files,
      store,
      tenant: makeTenantRules(db.prisma),
      writer: how.writer ?? writer,
      makeJudge: makePhoneJudge,
      clock: () => Date.now(),
      log: makeLogger({ level: 'silent' }),
    })(id, how.signal ?? new AbortController().signal, how.isLastTry);

  const upload = async (bytes: Buffer | string, reading: Partial<Reading> = {}) =>
    inspect({
      client: { name: 'Example Bank' },
      fileName: 'placement.csv',
      bytes: (async function* () {
        yield Buffer.from(bytes);
      })(),
      reading,
      userId: null,
    });
  const queued = async (bytes: Buffer | string, reading: Partial<Reading> = {}): Promise<string> => {
    const reply = await upload(bytes, reading);
    if (reply.kind !== 'inspected') throw new Error(`not inspected: ${JSON.stringify(reply)}`);
    const started = await begin(reply.id, {});
    if (started.kind !== 'queued') throw new Error(`not queued: ${JSON.stringify(started)}`);

    return reply.id;
  };
  const record = async (id: string): Promise<PlacementRecord> => {
    const found = await book.find(id);
    if (found === null) throw new Error('no such placement');

    return found;
  };

  return {
    ...{
      db,
      prisma: db.prisma,
      book,
      clients,
      files,
      store,
      inspect,
      begin,
      cancel,
      run,
      upload,
      queued,
      record,
    },
    writer,
    filesLeft: () => readdirSync(folder),
    async imported(bytes: Buffer | string, reading: Partial<Reading> = {}): Promise<PlacementRecord> {
      const id = await queued(bytes, reading);
      await run(id);

      return record(id);
    },
    async drop() {
      await db.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A writer whose `write` goes through the given hook; the rest is the real one. */
export const writerWith = (
  real: PlacementWriter,
  hook: (write: PlacementWriting['write'], count: number) => PlacementWriting['write'],
): PlacementWriter => ({
  async open(placementId) {
    const writing = await real.open(placementId);
    if (writing === null) return null;
    let count = 0;

    return {
      ...writing,
      write: (...told) => hook((...again) => writing.write(...again), (count += 1))(...told),
    };
  },
});
