/**
 * Rows a second and peak memory of importing 200,000 cases, beside a bare COPY of the same rows into one table.
 * Own throw-away PostgreSQL unless DATABASE_URL names an empty database. Usage: npx tsx bench/import.ts [cases]
 */
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { makePhoneJudge } from '../src/casework/adapters/placement-phone-judge.ts';
import { makePlacementFiles } from '../src/casework/adapters/placement-files.ts';
import { makePlacementStore } from '../src/casework/adapters/placement-store.ts';
import { makePlacementWriter } from '../src/casework/adapters/placement-writer.ts';
import { makeClientBook, makePlacementBook } from '../src/casework/adapters/prisma-placement-book.ts';
import { makeInspect } from '../src/casework/import-inspect.ts';
import { makeRunImport } from '../src/casework/import-run.ts';
import { systemClock } from '../src/platform/clock.ts';
import { startOwnServices } from '../src/platform/embedded/own-services.ts';
import { newId } from '../src/platform/ids.ts';
import { makeLogger } from '../src/platform/log.ts';
import { makePrisma } from '../src/platform/prisma/client.ts';
import { applyMigrations } from '../src/platform/prisma/migrate.ts';
import { placementHeader, placementLine } from './placement-rows.ts';

const cases = Number(process.argv[2] ?? 200_000);
const folder = mkdtempSync(join(tmpdir(), 'casedial-bench-'));
const csv = join(folder, 'placement.csv');

async function writeFile(): Promise<void> {
  const out = createWriteStream(csv);
  out.write(`${placementHeader.join(',')}\n`);
  for (let at = 0; at < cases; at += 1) {
    if (!out.write(placementLine(at))) await new Promise<void>((resolve) => out.once('drain', resolve));
  }
  out.end();
  await finished(out);
}

interface Measured {
  readonly seconds: number;
  readonly peakMb: number;
}

async function measure(work: () => Promise<unknown>): Promise<Measured> {
  let peak = 0;
  const sampler = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const began = performance.now();
  await work();
  clearInterval(sampler);

  return { seconds: (performance.now() - began) / 1000, peakMb: peak / 1024 ** 2 };
}

const said = (what: string, { seconds, peakMb }: Measured): void =>
  console.log(
    `${what.padEnd(28)} ${seconds.toFixed(1).padStart(7)} s  ${Math.round(cases / seconds)
      .toLocaleString('en')
      .padStart(9)} rows/s  peak memory ${peakMb.toFixed(0).padStart(4)} MB`,
  );

async function bareCopy(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`CREATE TABLE bare (${placementHeader.map((name) => `"${name}" text`).join(', ')})`);
  await pipeline(createReadStream(csv), client.query(copyFrom('COPY bare FROM STDIN WITH (FORMAT csv, HEADER)')));
  await client.end();
}

async function bench(databaseUrl: string): Promise<void> {
  await applyMigrations(databaseUrl);
  const prisma = makePrisma(databaseUrl);
  const log = makeLogger({ level: 'warn' });
  const book = makePlacementBook(prisma);
  const clients = makeClientBook(prisma);
  const files = makePlacementFiles();
  const store = makePlacementStore(join(folder, 'placements'));
  const inspect = makeInspect({ files, store, book, clients, newId, mostBytes: Infinity });
  const run = makeRunImport({
    book,
    files,
    store,
    writer: makePlacementWriter(databaseUrl),
    tenant: { acceptsFiction: async () => true },
    makeJudge: makePhoneJudge,
    clock: systemClock,
    log,
  });
  const importOnce = async (): Promise<void> => {
    const bytes = createReadStream(csv) as AsyncIterable<Buffer>;
    const reply = await inspect({
      client: { name: 'Bench Bank' },
      fileName: 'placement.csv',
      bytes,
      reading: {},
      userId: null,
    });
    if (reply.kind !== 'inspected') throw new Error(`the bench file was refused: ${reply.kind}`);
    await book.move(reply.id, ['inspected'], 'queued');
    const ending = await run(reply.id, new AbortController().signal);
    const { tally } = (await book.find(reply.id)) ?? {};
    console.log(
      `  ${ending}: ${tally?.accepted} accepted (${tally?.unchanged} unchanged), ${tally?.rejected} rejected, ${tally?.numbers} numbers`,
    );
  };
  said('bare COPY into one table', await measure(() => bareCopy(databaseUrl)));
  said('import', await measure(importOnce));
  said('the same file again', await measure(importOnce));
  await prisma.$disconnect();
}

console.log(
  `${cases.toLocaleString('en')} cases; memory before: ${Math.round(process.memoryUsage().rss / 1024 ** 2)} MB`,
);
await writeFile();
console.log(`file: ${(statSync(csv).size / 1024 ** 2).toFixed(1)} MB`);
const given = process.env['DATABASE_URL'];
const own = await startOwnServices({ dataDir: folder, postgres: given === undefined, redis: false, throwaway: true });
try {
  await bench(given ?? own.databaseUrl ?? '');
} finally {
  await own.stop();
  rmSync(folder, { recursive: true, force: true });
}
