import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { Fault } from '../fault.ts';
import { newToken } from '../ids.ts';
import { adoptService, isAlive, spawnService, until } from './child.ts';
import { freePort } from './free-port.ts';
import { recall, remember } from './remembered.ts';

export interface OwnRedis {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const startDeadlineMs = 30_000;

async function answers(url: string): Promise<boolean> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 1_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}

/** The password goes through a file: a command line is visible to every account of the machine. */
function configuration(settings: { directory: string; port: number; password: string; throwaway: boolean }): string {
  return [
    `port ${settings.port}`,
    'bind 127.0.0.1',
    `requirepass ${settings.password}`,
    `dir "${settings.directory}"`,
    `pidfile "${join(settings.directory, 'redis.pid')}"`,
    `appendonly ${settings.throwaway ? 'no' : 'yes'}`,
    'appendfsync everysec',
    'save ""',
    // The job queue needs it: an evicted key would be a lost job.
    'maxmemory-policy noeviction',
    ...(settings.throwaway ? ['databases 64'] : []),
    '',
  ].join('\n');
}

const runningPid = (directory: string): number | undefined => {
  const file = join(directory, 'redis.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8'));
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) ? pid : undefined;
};

/** Starts the system's redis-server on its own files, or takes over the one still running on them. */
export async function startRedis(settings: { dataDir: string; throwaway?: boolean }): Promise<OwnRedis> {
  const directory = join(settings.dataDir, 'redis');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const factsFile = join(directory, 'remembered.json');
  const facts = recall(factsFile);
  const password = typeof facts['password'] === 'string' ? facts['password'] : newToken(18);
  const rememberedPort = typeof facts['port'] === 'number' ? facts['port'] : undefined;
  const urlAt = (port: number): string => `redis://:${password}@127.0.0.1:${port}/0`;

  const survivor = runningPid(directory);
  if (survivor !== undefined && rememberedPort !== undefined && (await answers(urlAt(rememberedPort)))) {
    return { url: urlAt(rememberedPort), stop: adoptService(survivor, 'SIGTERM').stop };
  }
  if (spawnSync('redis-server', ['--version']).status !== 0) throw new Fault('EMBEDDED_REDIS_FAILED');
  const port = await freePort(rememberedPort);
  const throwaway = settings.throwaway ?? false;
  remember(factsFile, { password, port });
  const configFile = join(directory, 'redis.conf');
  writeFileSync(configFile, configuration({ directory, port, password, throwaway }), { mode: 0o600 });
  const logFile = join(directory, 'server.log');
  const child = spawnService('redis-server', [configFile], {
    runAs: undefined,
    logFile,
    stopSignal: 'SIGTERM',
  });
  const ready = await until(() => answers(urlAt(port)), startDeadlineMs, child.isOver);
  if (!ready) {
    await child.stop();
    throw new Fault('EMBEDDED_REDIS_FAILED', { detail: { logFile } });
  }
  return { url: urlAt(port), stop: child.stop };
}
