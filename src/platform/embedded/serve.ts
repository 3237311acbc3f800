import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { describeError } from '../describe-error.ts';
import { startPostgres } from './postgres.ts';
import { startRedis } from './redis.ts';

/**
 * A process that keeps the own PostgreSQL and Redis: it reports their addresses over the channel to whoever started it
 * and stops both when told to, or when that channel breaks because its starter was killed.
 */
const { values } = parseArgs({
  options: {
    'data-dir': { type: 'string' },
    postgres: { type: 'boolean', default: false },
    redis: { type: 'boolean', default: false },
    throwaway: { type: 'boolean', default: false },
  },
});

const dataDir = resolve(values['data-dir'] ?? '.data');
const stops: (() => Promise<void>)[] = [];
let stopping: Promise<void> | undefined;

async function stopAll(exitCode: number): Promise<void> {
  await Promise.allSettled(stops.map((stop) => stop()));
  process.exit(exitCode);
}
const stopOnce = (exitCode: number): void => {
  stopping ??= stopAll(exitCode);
};

process.on('SIGTERM', () => stopOnce(0));
process.on('SIGINT', () => stopOnce(0));
process.on('disconnect', () => stopOnce(0));

const started = { throwaway: values.throwaway, dataDir };
const [postgres, redis] = await Promise.allSettled([
  values.postgres ? startPostgres(started) : undefined,
  values.redis ? startRedis(started) : undefined,
]);
for (const service of [postgres, redis]) {
  if (service.status === 'fulfilled' && service.value !== undefined) stops.push(service.value.stop);
}
const failed = [postgres, redis].find((service) => service.status === 'rejected');
if (failed !== undefined) {
  process.send?.({ kind: 'failed', error: describeError(failed.reason) });
  stopOnce(1);
} else {
  process.send?.({
    kind: 'ready',
    databaseUrl: postgres.status === 'fulfilled' ? postgres.value?.url : undefined,
    redisUrl: redis.status === 'fulfilled' ? redis.value?.url : undefined,
    postgresDirectory: postgres.status === 'fulfilled' ? postgres.value?.directory : undefined,
  });
}
// Keeps the process alive until it is told otherwise.
setInterval(() => undefined, 60_000);
