import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FaultInput } from '../../sim/carrier/faults/schema.ts';
import type { PopulationInput } from '../../sim/carrier/population/schema.ts';
import { startCarrier, type Carrier } from '../../sim/carrier/server.ts';
import { startFloor, type Floor, type FloorTempo } from '../../sim/floor/floor.ts';
import { startRedis } from '../../src/platform/embedded/redis.ts';
import { makeRedis, type RedisClient } from '../../src/platform/redis.ts';
import { freePort } from '../support/free-port.ts';
import { assertCleanLog } from '../support/server-log.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';
import { launchProgram, startProgram, type ChildProgram } from './child-program.ts';
import { callerNumbers, password, seedWorld, type SeededWorld, type WorldSeed } from './seed-world.ts';

/** Of a whole test: half a minute on a machine of its own, several times that beside other suites. */
export const patienceMs = 240_000;

export type Habits = NonNullable<PopulationInput['profiles']>[string];

/** Answers soon and talks for a few seconds. */
export const talker: Habits = {
  outcomes: { answer: 1 },
  who: { debtor: 1 },
  dialMs: [50, 200],
  ringMs: [200, 900],
  talkMs: [3_000, 6_000],
};

export interface World extends SeededWorld {
  readonly db: TestDatabase;
  readonly redis: RedisClient;
  readonly redisUrl: string;
  readonly carrier: Carrier;
  readonly dataDir: string;
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
  /** A server process; the first is the one that browsers and carrier reach, and comes back at the same address. */
  startServer(over?: { port?: number; env?: Readonly<Record<string, string>> }): Promise<ChildProgram>;
  /** Seats that work like people at browsers. */
  startFloor(
    names: readonly string[],
    tempo?: Partial<FloorTempo>,
    onTrouble?: (seat: string, what: string) => void,
  ): Promise<Floor>;
  /** The first so many seats in a process of their own. */
  launchSeats(count: number): ChildProgram;
  /** Redis goes away and comes back at the same address, empty; `meanwhile` runs without it. */
  loseRedis(meanwhile: () => Promise<void>): Promise<void>;
  /** Lines of errors with such words are meant to be in the logs. */
  provokes(words: RegExp): void;
  /** Fails when a server logged an error that nobody provoked. */
  close(): Promise<void>;
}

const accountSid = `AC${'0123456789abcdef'.repeat(2)}`;
const authToken = 'chaos-carrier-token';

/** Database, Redis and carrier of its own; nothing runs before a server is started. */
export async function openWorld(
  given: WorldSeed & { readonly population?: PopulationInput; readonly faults?: readonly FaultInput[] },
): Promise<World> {
  const dataDir = mkdtempSync(join(tmpdir(), 'casedial-chaos-'));
  const db = await withDatabase();
  let ownRedis = await startRedis({ dataDir, throwaway: true });
  const redis = makeRedis(ownRedis.url);
  const carrier = await startCarrier({
    port: 0,
    accountSid,
    authToken,
    cps: 20,
    population: {
      profiles: { talker },
      default: 'talker',
      numbers: callerNumbers.map((phoneNumber) => ({ phoneNumber })),
      ...given.population,
    },
  });
  if (given.faults !== undefined) carrier.addFaults([...given.faults]);
  const seeded = await seedWorld(db.prisma, given);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    PUBLIC_URL: url,
    DATABASE_URL: db.url,
    REDIS_URL: ownRedis.url,
    DATA_DIR: dataDir,
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_API_BASE: carrier.url,
    DEMO: 'off',
  };
  const programs: ChildProgram[] = [];
  const provoked: RegExp[] = [];
  const floors: Floor[] = [];
  return {
    ...seeded,
    db,
    redis,
    redisUrl: ownRedis.url,
    carrier,
    dataDir,
    url,
    env,
    async startServer(over = {}) {
      const server = await startProgram({
        entry: 'src/main.ts',
        env: { ...env, PORT: String(over.port ?? port), ...over.env },
        logFile: join(dataDir, `program-${programs.length}.log`),
      });
      programs.push(server);
      return server;
    },
    launchSeats(count) {
      const seats = launchProgram({
        entry: 'sim/floor/main.ts',
        env: { FLOOR_URL: url, FLOOR_AGENTS: String(count), DEMO_PASSWORD: password },
        logFile: join(dataDir, `program-${programs.length}.log`),
      });
      programs.push(seats);
      return seats;
    },
    async startFloor(names, tempo = {}, onTrouble = () => undefined) {
      const floor = await startFloor({
        url,
        password,
        agents: names,
        onTrouble,
        tempo: { wrapUpMs: [150, 500], breakShare: 0, lookEveryMs: 1_500, ...tempo },
      });
      floors.push(floor);
      return floor;
    },
    async loseRedis(meanwhile) {
      await ownRedis.stop();
      await meanwhile();
      ownRedis = await startRedis({ dataDir, throwaway: true });
    },
    provokes: (words) => void provoked.push(words),
    async close() {
      await Promise.all(programs.map((program) => program.kill()));
      const logs = programs.map((program) => program.output());
      await Promise.all(floors.map((floor) => floor.stop()));
      await carrier.close();
      redis.disconnect();
      await ownRedis.stop();
      await db.drop();
      if (process.env['KEEP_WORLD'] === undefined) rmSync(dataDir, { recursive: true, force: true });
      for (const log of logs) assertCleanLog(log, provoked);
    },
  };
}

export async function resumeDialing({ db, campaignId }: World): Promise<void> {
  await db.prisma.campaign.update({ where: { id: campaignId }, data: { status: 'running' } });
}

/** No new call is launched; what rings or talks goes on. */
export async function pauseDialing({ db, campaignId }: World): Promise<void> {
  await db.prisma.campaign.update({ where: { id: campaignId }, data: { status: 'paused' } });
}
