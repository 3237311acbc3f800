import { RedisStore, type RedisReply } from 'rate-limit-redis';
import type { RedisClient } from '../../platform/redis.ts';

/** Counting is worth no more of a request's time than this. */
const patienceMs = 300;

type Counted = Awaited<ReturnType<RedisStore['increment']>>;
const uncounted: Counted = { totalHits: 1, resetTime: undefined };

/** Redis that is away, or slow, is not waited for: what is not counted is let through. */
class PatientStore extends RedisStore {
  readonly #redis: RedisClient;

  constructor(redis: RedisClient, prefix: string) {
    super({ prefix, sendCommand: (command, ...args) => redis.call(command, ...args) as Promise<RedisReply> });
    this.#redis = redis;
  }

  override async increment(key: string): Promise<Counted> {
    if (this.#redis.status !== 'ready') return uncounted;
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<Counted>((resolve) => {
      timer = setTimeout(() => resolve(uncounted), patienceMs);
    });
    const counted = super.increment(key).catch(() => uncounted);
    return Promise.race([counted, deadline]).finally(() => clearTimeout(timer));
  }
}

export const makeRedisRateStore = (redis: RedisClient, prefix: string): RedisStore => new PatientStore(redis, prefix);
