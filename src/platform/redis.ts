import { Redis } from 'ioredis';
import { Fault } from './fault.ts';

export type RedisClient = Redis;

/**
 * `maxRetriesPerRequest: null` is what the job queue's blocking reads need. Everyone else waits through a short outage
 * too and bounds the wait where it matters.
 */
export function makeRedis(url: string, opts: { onError?: (error: Error) => void; keyPrefix?: string } = {}): Redis {
  const client = new Redis(url, {
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(50 * 2 ** Math.min(times, 6), 2_000),
    ...(opts.keyPrefix === undefined ? {} : { keyPrefix: opts.keyPrefix }),
  });
  client.on('error', opts.onError ?? (() => undefined));
  return client;
}

const reachDeadlineMs = 10_000;

/** Fails within seconds where a command alone would wait for ever. */
export async function reachRedis(client: Redis): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Fault('REDIS_UNREACHABLE')), reachDeadlineMs);
  });
  try {
    await Promise.race([client.ping(), deadline]);
  } finally {
    clearTimeout(timer);
  }
}
