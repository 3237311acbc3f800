/**
 * How long screens and loops wait for the database of a busy house: 100,000 cases, 500,000 attempts and what was agreed in
 * them. Beside them, in the same run, 50 cases fetched by their ids. Usage: npm run bench:screens [cases] [part of a name]
 * To measure again on a server of one's own, that it has filled: DATABASE_URL=... BENCH_FILLED=true node --import tsx bench/screens.ts
 */
import { makePrisma } from '../src/platform/prisma/client.ts';
import { applyMigrations } from '../src/platform/prisma/migrate.ts';
import { idAt } from './due-world.ts';
import { fillDeskWorld, type DeskWorld } from './desk-world.ts';
import { caseworkLooks } from './screens/casework-looks.ts';
import { dialerLooks } from './screens/dialer-looks.ts';
import type { Scene } from './screens/look.ts';
import { spreadLine, spreadOf, timed } from './spread.ts';

const cases = Number(process.argv[2] ?? 100_000);
const named = process.argv[3] ?? '';
const world: DeskWorld = { cases, attempts: cases * 5, agents: 200, campaigns: 10, days: 20 };
const turns = 60;
const warmUps = 2;
/** Nobody measures sixty times what takes a minute. */
const patienceMs = 15_000;

const say = (line: string): void => console.log(line);

const databaseUrl = process.env['DATABASE_URL'];
if (databaseUrl === undefined) throw new Error('run it with npm run bench:screens, which brings a database');
if (process.env['BENCH_FILLED'] !== 'true') {
  await applyMigrations(databaseUrl);
  say(`${cases.toLocaleString('en')} cases`);
  await fillDeskWorld(databaseUrl, world, say);
}
const prisma = makePrisma(databaseUrl);
const scene: Scene = {
  prisma,
  agentOf: (turn) => idAt('user', (turn * 7) % world.agents),
  caseOf: (turn) => idAt('case', (turn * 1_237) % cases),
  campaignOf: (turn) => idAt('campaign', turn % world.campaigns),
  attemptOf: (turn) => idAt('attempt', (turn * 7_919) % world.attempts),
};

async function measure(what: string, run: (turn: number) => Promise<unknown>): Promise<void> {
  for (let turn = 0; turn < warmUps; turn += 1) await run(turn);
  const samples: number[] = [];
  const began = performance.now();
  for (let turn = warmUps; turn < turns && performance.now() - began < patienceMs; turn += 1) {
    samples.push((await timed(() => run(turn))).ms);
  }
  say(spreadLine(what, spreadOf(samples)));
}

const fiftyById = (turn: number) => {
  const ids = Array.from({ length: 50 }, (_, index) => scene.caseOf(turn * 50 + index));
  return prisma.$queryRaw`SELECT * FROM "Case" c WHERE c."id" = ANY(${ids}::uuid[])`;
};

try {
  await measure('yardstick: 50 cases by their ids', fiftyById);
  const looks = [...(await caseworkLooks(scene)), ...dialerLooks(scene)];
  for (const { what, run } of looks.filter((each) => each.what.includes(named))) await measure(what, run);
  await measure('yardstick: 50 cases by their ids', fiftyById);
} finally {
  await prisma.$disconnect();
}
