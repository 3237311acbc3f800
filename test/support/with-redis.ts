import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { makeRedis, type RedisClient } from '../../src/platform/redis.ts';

export interface TestRedis extends AsyncDisposable {
  readonly url: string;
  /** Of this test file alone: give it to queues, locks and lists as their key prefix. No colon at its end. */
  readonly prefix: string;
  readonly redis: RedisClient;
  /** Deletes every key under the prefix, as if Redis had been emptied. */
  readonly empty: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function withRedis(): Promise<TestRedis> {
  const url = inject('redisUrl');
  const prefix = `test-${randomBytes(6).toString('hex')}`;
  const redis = makeRedis(url);
  await redis.ping();
  const empty = async (): Promise<void> => {
    const keys = await redis.keys(`${prefix}*`);
    if (keys.length > 0) await redis.del(...keys);
  };
  const close = async (): Promise<void> => {
    await empty();
    await redis.quit();
  };
  return { url, prefix, redis, empty, close, [Symbol.asyncDispose]: close };
}
