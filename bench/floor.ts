/**
 * The whole product at work: server, simulated carrier, simulated agents with their audio, and the pacer in between. What
 * the floor reached is printed beside what the simulator foresees for the same calls and agents under the same settings,
 * and, as a yardstick, beside one call for each ready agent.
 * Usage: npm run bench:floor -- [--agents 50] [--minutes 10] [--mode predictive] [--target 0.03] [--port 3190]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { readDayLog } from '../src/dialer/adapters/prisma-day-log.ts';
import { measureDay, type DayLog } from '../src/domain/pacing-replay/day-log.ts';
import type { FloorFigures } from '../src/domain/pacing-replay/floor-figures.ts';
import { predictive } from '../src/domain/pacing-replay/server-pacer.ts';
import { replayDay } from '../src/domain/pacing-replay/replay-day.ts';
import { progressive } from '../src/domain/pacing-replay/progressive.ts';
import { newId } from '../src/platform/ids.ts';
import { makePrisma } from '../src/platform/prisma/client.ts';

const { values } = parseArgs({
  options: {
    agents: { type: 'string', default: '50' },
    minutes: { type: 'string', default: '10' },
    mode: { type: 'string', default: 'predictive' },
    target: { type: 'string', default: '0.03' },
    port: { type: 'string', default: '3190' },
  },
});
const agents = Number(values.agents);
const target = Number(values.target);
const minuteMs = 60_000;
const password = newId();
const url = `http://127.0.0.1:${values.port}`;
const dataDir = mkdtempSync(join(tmpdir(), 'casedial-floor-'));
const prisma = makePrisma(process.env['DATABASE_URL'] ?? '');

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const say = (text: string): void => void process.stderr.write(`${text}\n`);

function child(script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, [...script.split(' '), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** The demo without its own agents; ready when it says how to sign in. */
async function startHouse(): Promise<ChildProcess> {
  const house = child('scripts/start.mjs', [], {
    DEMO: 'on',
    DEMO_PASSWORD: password,
    FLOOR_AGENTS: '0',
    DATA_DIR: dataDir,
    PORT: values.port,
  });
  await new Promise<void>((resolve, reject) => {
    house.stdout?.on('data', (chunk) => {
      if (String(chunk).includes('is ready after')) resolve();
    });
    house.once('exit', () => reject(new Error('the house could not be started')));
  });
  return house;
}

/** Seats for all of them, and lines enough for every mode. */
async function furnish(): Promise<string> {
  const { id: campaignId, trunkId } = await prisma.campaign.findUniqueOrThrow({ where: { name: 'Demo floor' } });
  const { passwordHash, teamId } = await prisma.user.findUniqueOrThrow({ where: { username: 'floor01' } });
  for (let seat = 1; seat <= agents; seat++) {
    const username = `floor${String(seat).padStart(2, '0')}`;
    const { id: userId } = await prisma.user.upsert({
      where: { username },
      create: { id: newId(), username, displayName: username, role: 'agent', passwordHash, teamId, simulated: true },
      update: {},
    });
    await prisma.campaignAgent.createMany({ data: [{ campaignId, userId }], skipDuplicates: true });
  }
  await prisma.trunk.update({ where: { id: trunkId }, data: { channels: 6 * agents, cps: 20 } });
  return campaignId;
}

async function direct(campaignId: string): Promise<void> {
  const headers = { 'content-type': 'application/json', origin: url };
  const session = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ username: 'supervisor', password }),
  });
  const cookie = session.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const settings = {
    ...{ mode: values.mode, target, ratio: 1.5, smallestGroup: 3, callsPerAgent: 10 },
    reason: 'the floor is measured',
  };
  const reply = await fetch(`${url}/api/campaigns/${campaignId}/pacing`, {
    method: 'POST',
    headers: { ...headers, cookie },
    body: JSON.stringify(settings),
  });
  if (!reply.ok) throw new Error(`the mode was refused: ${reply.status} ${await reply.text()}`);
}

/** The calls in another order, each with its own times; all of them in the first half hour, whose calls a replay draws from. */
function shuffled(log: DayLog, seed: number): DayLog {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const drawn = log.calls.map((call) => ({ call, place: next() })).sort((a, b) => a.place - b.place);
  const moved = (at: number | null, by: number): number | null => (at === null ? null : at + by);
  const calls = drawn.map(({ call }, index) => {
    const launchedAt = log.from + index;
    const by = launchedAt - call.launchedAt;
    return {
      ...call,
      launchedAt,
      ringingAt: moved(call.ringingAt, by),
      answeredAt: moved(call.answeredAt, by),
      connectedAt: moved(call.connectedAt, by),
      endedAt: call.endedAt + by,
    };
  });
  return { ...log, calls };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const answersBefore = async (campaignId: string, from: number): Promise<{ live: number; abandoned: number }> => {
  const before = { campaignId, direction: 'outbound', answeredAt: { lt: new Date(from) } };
  const [connected, abandoned] = await Promise.all([
    prisma.attempt.count({ where: { ...before, connectedAt: { not: null } } }),
    prisma.attempt.count({ where: { ...before, connectedAt: null, systemResult: 'ABANDONED' } }),
  ]);
  return { live: connected + abandoned, abandoned };
};

const ordersTried = 16;
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

async function report(campaignId: string, from: number, to: number): Promise<void> {
  const log = await readDayLog(prisma, campaignId, { from, to });
  const before = await answersBefore(campaignId, from);
  const { channels, cps } = await prisma.trunk.findFirstOrThrow({ where: { campaigns: { some: { id: campaignId } } } });
  const settings = { abandonTarget: target, callsPerSecond: cps, channels, answerWithinMs: 2_000 };
  const pacer = () =>
    predictive({
      mode: values.mode as 'predictive',
      smallestGroup: 3,
      callsPerAgent: 10,
      keeps: 'bound',
      before,
    });
  const measured = measureDay(log);
  // One order of the calls is one throw of the dice: the floor is compared with many.
  const orders = Array.from({ length: ordersTried }, (_, order) => shuffled(log, order + 1));
  const tried = orders.map((order) => replayDay(order, settings, pacer()).foreseen);
  const each = orders.map((order) => replayDay(order, settings, progressive()).foreseen);
  const meanFigures = (figures: readonly FloorFigures[]) => ({
    utilisation: meanOf(figures.map((one) => one.utilisation)),
    abandonedShare: meanOf(figures.map((one) => one.abandonedShare)),
    persons: Math.round(meanOf(figures.map((one) => one.persons))),
    launched: Math.round(meanOf(figures.map((one) => one.launched))),
  });
  const foreseen = meanFigures(tried);
  const spread = Math.sqrt(meanOf(tried.map((one) => (one.utilisation - foreseen.utilisation) ** 2)));
  const row = (name: string, one: ReturnType<typeof meanFigures>) =>
    say(
      `${name.padEnd(34)} utilisation ${percent(one.utilisation)}, abandoned ${percent(one.abandonedShare)} of ${one.persons}, ${one.launched} calls`,
    );
  say(`${agents} agents, ${values.minutes} minutes, ${values.mode}, target ${percent(target)}`);
  row('the floor', measured);
  row('foreseen by the simulator', foreseen);
  row('yardstick: one call for each', meanFigures(each));
  const kept = log.calls.filter((call) => call.keepsAgent === true).length;
  say(`calls that need an agent kept: ${kept} of ${log.calls.length}`);
  say(
    `apart by ${(100 * Math.abs(measured.utilisation - foreseen.utilisation)).toFixed(1)} points; ${ordersTried} orders of the calls spread by ${(100 * spread).toFixed(1)}`,
  );
  const reasons = await prisma.pacingDecision.groupBy({
    by: ['mode', 'because'],
    where: { campaignId, at: { gte: new Date(from), lt: new Date(to) } },
    _count: { _all: true },
  });
  for (const { mode, because, _count } of reasons) say(`  ${mode} ${because}: ${_count._all}`);
}

async function stop(process_: ChildProcess): Promise<void> {
  if (process_.exitCode !== null) return;
  process_.kill('SIGINT');
  await once(process_, 'exit');
}

const house = await startHouse();
let floor: ChildProcess | null = null;
try {
  const campaignId = await furnish();
  floor = child('--import tsx sim/floor/main.ts', ['--url', url, '--agents', String(agents), '--password', password]);
  floor.stdout?.resume();
  await direct(campaignId);
  const from = Date.now();
  await pause(Number(values.minutes) * minuteMs);
  const to = Date.now();
  // What is under way then ends and is written up.
  await pause(minuteMs);
  await report(campaignId, from, to);
} finally {
  if (floor !== null) await stop(floor);
  await stop(house);
  await prisma.$disconnect();
  rmSync(dataDir, { recursive: true, force: true });
}
