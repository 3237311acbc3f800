import type { Server } from 'node:http';
import type { RequestHandler, Router } from 'express';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { systemClock, type Clock } from './platform/clock.ts';
import { makeHealth } from './platform/health.ts';
import { newId } from './platform/ids.ts';
import { makeLogger, type Logger } from './platform/log.ts';
import { makeMetrics, type Metrics } from './platform/metrics.ts';
import { makePrisma, type PrismaClient } from './platform/prisma/client.ts';
import { migrationState } from './platform/prisma/migrate.ts';
import type { QueueConnection } from './platform/queues.ts';
import { makeRedis, reachRedis, type RedisClient } from './platform/redis.ts';

/** What every room is built upon. */
export interface Platform {
  readonly config: Config & { readonly databaseUrl: string; readonly redisUrl: string };
  readonly prisma: PrismaClient;
  readonly redis: RedisClient;
  readonly queues: QueueConnection;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Of this process, new at every start. */
  readonly nodeId: string;
}

export interface DemoSignIn {
  readonly username: string;
  readonly role: 'agent' | 'supervisor' | 'admin';
}

/** The rooms, wired. Made by wire.ts. */
export interface House {
  readonly routers: readonly Router[];
  readonly beforeDoors: RequestHandler;
  attach(server: Server): void;
  /** Rejects when the carrier does not answer. */
  pingCarrier(): Promise<void>;
  /** Demo accounts, cases and campaign; safe to repeat. */
  seedDemo(password: string): Promise<readonly DemoSignIn[]>;
  /** Where nobody has an account yet: makes the first administrator. False: somebody has one. */
  openEmpty(password: string): Promise<boolean>;
  start(): Promise<void>;
  /** Drains: pacing stops first, then calls, queues, sockets. */
  stop(): Promise<void>;
}

export type Wire = (platform: Platform) => House;

export interface RunningApp extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  readonly platform: Platform;
  readonly house: House;
  readonly signIns: readonly DemoSignIn[];
  /** Nobody had an account: the first administrator was made, with the password that was given for him. */
  readonly openedEmpty: boolean;
  readonly stop: () => Promise<void>;
}

export interface StartOptions {
  readonly wire: Wire;
  /** Keeps keys on a shared Redis apart. */
  readonly redisPrefix?: string;
  readonly clock?: Clock;
  readonly log?: Logger;
  readonly consolesDir?: string;
  readonly processMetrics?: boolean;
  /** Of the first administrator, where nobody has an account yet; absent: none is made. */
  readonly firstPassword?: string;
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** The database is migrated already; the rooms are wired, the demo is there if wanted, the server listens. */
export async function startApp(config: Platform['config'], options: StartOptions): Promise<RunningApp> {
  const nodeId = newId();
  const log = options.log ?? makeLogger({ level: config.logLevel, fields: { node: nodeId } });
  const metrics = makeMetrics({ processMetrics: options.processMetrics ?? false });
  const onError = (error: Error): void => log.warn({ err: error }, 'redis connection trouble');
  const platform: Platform = {
    config,
    prisma: makePrisma(config.databaseUrl, { poolSize: config.databaseConnections }),
    redis: makeRedis(config.redisUrl, { onError }),
    queues: {
      redisUrl: config.redisUrl,
      onError,
      ...(options.redisPrefix === undefined ? {} : { prefix: options.redisPrefix }),
    },
    clock: options.clock ?? systemClock,
    log,
    metrics,
    nodeId,
  };
  const house = options.wire(platform);
  const health = makeHealth(
    {
      database: async () => void (await platform.prisma.$queryRaw`select 1`),
      redis: async () => void (await platform.redis.ping()),
      carrier: () => house.pingCarrier(),
      migrations: onceTrue(async () => {
        const state = await migrationState(config.databaseUrl);
        return state.pending.length === 0 && state.failed.length === 0;
      }),
    },
    metrics,
  );
  const server = buildApp({
    publicUrl: config.publicUrl,
    log,
    metrics,
    health,
    beforeDoors: house.beforeDoors,
    routers: house.routers,
    attach: (made) => house.attach(made),
    ...(options.consolesDir === undefined ? {} : { consolesDir: options.consolesDir }),
  });
  const release = async (): Promise<void> => {
    await platform.prisma.$disconnect();
    platform.redis.disconnect();
  };

  try {
    await reachRedis(platform.redis);
    const signIns = config.demo && config.demoPassword !== undefined ? await house.seedDemo(config.demoPassword) : [];
    // Before anything runs: what works through the cases asks by which agency's clock.
    const openedEmpty = options.firstPassword !== undefined && (await house.openEmpty(options.firstPassword));
    const port = await listen(server, config.port);
    await house.start();
    log.info({ port, roles: config.roles }, 'started');
    let stopping: Promise<void> | undefined;
    const stopInOrder = async (): Promise<void> => {
      health.drain();
      await house.stop();
      await close(server);
      await release();
      log.info('stopped');
    };
    const stop = (): Promise<void> => (stopping ??= stopInOrder());
    const url = `http://127.0.0.1:${port}`;
    return { url, port, platform, house, signIns, openedEmpty, stop, [Symbol.asyncDispose]: stop };
  } catch (error) {
    server.close();
    await release();
    throw error;
  }
}

/** Migrations do not come undone while the process runs: asked until the first yes. */
function onceTrue(ask: () => Promise<boolean>): () => Promise<void> {
  let yes = false;
  return async () => {
    yes ||= await ask();
    if (!yes) throw new Error('not yet');
  };
}
