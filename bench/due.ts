/**
 * How soon the next 500 due cases of a campaign come while calls are being written, and what a decision costs: 1,000,000
 * cases with 5,000,000 numbers. Beside them, in the same run, what the machine does with as many rows fetched by their ids
 * and with facts of the same size copied. Usage: npm run bench:due [cases]; to measure again on a server of one's own, that it
 * has filled: DATABASE_URL=... BENCH_FILLED=true node --import tsx bench/due.ts
 */
import { decideCase } from '../src/domain/dial-decision.ts';
import type { CaseDialFacts } from '../src/domain/dial-facts.ts';
import { makeOwnerVolumes } from '../src/casework/adapters/owner-volumes.ts';
import { makeCalendarShelf } from '../src/casework/adapters/calendar-shelf.ts';
import { makePrismaDueStore } from '../src/casework/adapters/prisma-due-store.ts';
import { dialFactsOf } from '../src/casework/dial-facts-of.ts';
import { systemClock } from '../src/platform/clock.ts';
import { newId, newToken } from '../src/platform/ids.ts';
import { makePrisma, type PrismaClient } from '../src/platform/prisma/client.ts';
import { applyMigrations } from '../src/platform/prisma/migrate.ts';
import { callerIdId, fillDueWorld, idAt, trunkId } from './due-world.ts';
import { spreadLine, spreadOf, timed, type Spread } from './spread.ts';

const cases = Number(process.argv[2] ?? 1_000_000);
const numbersPerCase = 5;
const campaigns = 10;
const wanted = 500;
const looks = 400;
const decidedCases = 400;
const decideRounds = 50;

const say = (line: string): void => console.log(line);

const shown = (what: string, spread: Spread): void => say(spreadLine(what, spread));

/** What a busy floor writes: an intent, its end, the case put off. Returns how to stop it, and how many it wrote. */
function writeCalls(prisma: PrismaClient): () => Promise<number> {
  let going = true;
  let written = 0;
  const lane = async (first: number): Promise<void> => {
    for (let index = first; going; index = (index + 4) % cases) {
      const id = newId();
      const number = index * numbersPerCase;
      const now = new Date();
      await prisma.attempt.create({
        data: {
          id,
          caseId: idAt('case', index),
          debtorId: idAt('debtor', index),
          numberId: idAt('number', number),
          lineId: idAt('line', number),
          campaignId: idAt('campaign', index % campaigns),
          trunkId,
          callerIdId,
          tokenHash: newToken(),
          intendedAt: now,
          dialByAt: new Date(now.getTime() + 30_000),
          presetName: 'cn',
          presetVersion: 1,
          decision: {},
        },
      });
      await prisma.attempt.update({
        where: { id },
        data: {
          state: 'ended',
          placedAt: now,
          endedAt: now,
          endFault: 'callee',
          endReason: 'busy',
          systemResult: 'BUSY',
        },
      });
      await prisma.case.update({
        where: { id: idAt('case', index) },
        data: { dueAt: new Date(now.getTime() + 1_800_000), roundStartedAt: now, lastAttemptAt: now },
      });
      written += 1;
    }
  };
  const lanes = [0, 1, 2, 3].map((first) => lane(first));
  return async () => {
    going = false;
    await Promise.all(lanes);
    return written;
  };
}

async function benchDue(prisma: PrismaClient): Promise<readonly string[]> {
  const store = makePrismaDueStore({
    prisma,
    clock: systemClock,
    volumes: makeOwnerVolumes(systemClock),
    shelf: makeCalendarShelf(),
  });
  const look = (turn: number) => store.dueCases(idAt('campaign', turn % campaigns), Date.now(), wanted);
  let found: readonly string[] = [];
  // Both start warm: their plans are made, their pages read once.
  for (let turn = 0; turn < campaigns; turn += 1) found = await look(turn);
  if (found.length !== wanted) throw new Error(`${found.length} cases are due, not ${wanted}`);
  const stop = writeCalls(prisma);
  const began = performance.now();
  const due: number[] = [];
  const byId: number[] = [];
  for (let turn = 0; turn < looks; turn += 1) {
    const { ms, value } = await timed(() => look(turn));
    due.push(ms);
    const ids = [...value];
    byId.push((await timed(() => prisma.$queryRaw`SELECT c."id" FROM "Case" c WHERE c."id" = ANY(${ids}::uuid[])`)).ms);
  }
  const written = await stop();
  const perSecond = (written / ((performance.now() - began) / 1000)).toFixed(0);
  say(`${looks} looks over ${campaigns} campaigns, ${perSecond} calls a second written meanwhile`);
  shown(`the next ${wanted} due cases of a campaign`, spreadOf(due));
  shown(`yardstick: the same ${wanted} rows by their ids`, spreadOf(byId));
  return found;
}

async function benchDecision(prisma: PrismaClient, caseIds: readonly string[]): Promise<void> {
  const store = makePrismaDueStore({
    prisma,
    clock: systemClock,
    volumes: makeOwnerVolumes(systemClock),
    shelf: makeCalendarShelf(),
  });
  const now = Date.now();
  const facts: CaseDialFacts[] = [];
  for (const caseId of caseIds.slice(0, decidedCases)) {
    const found = await store.record(caseId, now, null);
    if (found === null) continue;
    facts.push(dialFactsOf(found.record, { now, ownerOpenCases: found.ownerOpenCases }));
  }
  const numbers = facts.reduce((sum, one) => sum + one.numbers.length, 0) * decideRounds;
  const perNumber = (work: (one: CaseDialFacts) => unknown): number => {
    for (const one of facts) work(one);
    const began = performance.now();
    for (let round = 0; round < decideRounds; round += 1) for (const one of facts) work(one);
    return ((performance.now() - began) * 1000) / numbers;
  };
  const decided = perNumber((one) => decideCase(one, now));
  const { calendar: _calendar, preset: _preset, ...sized } = facts[0] ?? ({} as CaseDialFacts);
  const copied = perNumber(() => structuredClone(sized));
  say(`the decision with its trace                                ${decided.toFixed(1)} µs a number`);
  say(`yardstick: a copy of the same facts                        ${copied.toFixed(1)} µs a number`);
}

const databaseUrl = process.env['DATABASE_URL'];
if (databaseUrl === undefined) throw new Error('run it with npm run bench:due, which brings a database');
say(`${cases.toLocaleString('en')} cases with ${numbersPerCase} numbers each`);
if (process.env['BENCH_FILLED'] !== 'true') {
  await applyMigrations(databaseUrl);
  await fillDueWorld(databaseUrl, { cases, numbersPerCase, campaigns, attempts: cases }, say);
}
const prisma = makePrisma(databaseUrl);
try {
  await benchDecision(prisma, await benchDue(prisma));
} finally {
  await prisma.$disconnect();
}
