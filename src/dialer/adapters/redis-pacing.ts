import { z } from 'zod';
import { newToken } from '../../platform/ids.ts';
import type { RedisClient } from '../../platform/redis.ts';
import type { OfferedCases } from '../by-hand/dial-by-hand.ts';
import type { WishBoard } from '../pacing-stores.ts';
import type { BackPressure, PacingLeases, ReadyList } from '../stores.ts';

/** KEYS: lease. ARGV: holder, ms. 1 = still held and prolonged, 0 = lost. */
const keepScript = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end return 0`;
/** KEYS: lease. ARGV: holder. 1 = given up, 0 = was not held. */
const giveUpScript = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`;

/** Who paces a campaign. Losing Redis loses the lease; the fence in Postgres is what stops a former holder. */
export function makeRedisLeases(redis: RedisClient, prefix: string, leaseMs: number): PacingLeases {
  const key = (campaignId: string): string => `${prefix}:pacing-lease:${campaignId}`;
  return {
    async take(campaignId) {
      const holder = newToken(16);
      return (await redis.set(key(campaignId), holder, 'PX', leaseMs, 'NX')) === 'OK' ? holder : null;
    },
    async keep(campaignId, holder) {
      return (await redis.eval(keepScript, 1, key(campaignId), holder, leaseMs)) === 1;
    },
    async giveUp(campaignId, holder) {
      await redis.eval(giveUpScript, 1, key(campaignId), holder);
    },
  };
}

/** Hints older than this are worth nothing. */
const readyMs = 30_000;

/** Cases thought to be due, best first. Only a hint: emptied, it is filled again from Postgres. */
export function makeRedisReadyList(redis: RedisClient, prefix: string): ReadyList {
  const key = (campaignId: string): string => `${prefix}:ready:${campaignId}`;
  return {
    peek: (campaignId, most) => redis.zrange(key(campaignId), '0', String(most - 1)),
    async take(campaignId, caseIds) {
      if (caseIds.length === 0) return [];
      const removals = redis.multi();
      for (const caseId of caseIds) removals.zrem(key(campaignId), caseId);
      const removed = (await removals.exec()) ?? [];
      return caseIds.filter((_, index) => removed[index]?.[1] === 1);
    },
    async fill(campaignId, caseIds) {
      if (caseIds.length === 0) return;
      const scored = caseIds.flatMap((caseId, index) => [index, caseId]);
      await redis
        .multi()
        .del(key(campaignId))
        .zadd(key(campaignId), ...scored)
        .pexpire(key(campaignId), readyMs)
        .exec();
    },
    size: (campaignId) => redis.zcard(key(campaignId)),
  };
}

/** How long a trunk rests after its carrier said "too many". */
const restMs = 5_000;

export function makeRedisBackPressure(redis: RedisClient, prefix: string): BackPressure {
  const key = (trunkId: string): string => `${prefix}:trunk-rest:${trunkId}`;
  return {
    async raise(trunkId) {
      await redis.set(key(trunkId), '1', 'PX', restMs);
    },
    async raised(trunkIds) {
      if (trunkIds.length === 0) return new Set();
      const found = await redis.mget(trunkIds.map(key));
      return new Set(trunkIds.filter((_, index) => found[index] !== null));
    },
  };
}

/** Which case an agent looks at before it is dialed. Lost with Redis: he is offered another one. */
export function makeRedisOfferedCases(redis: RedisClient, prefix: string): OfferedCases {
  const key = (agentId: string): string => `${prefix}:preview:${agentId}`;
  return {
    async keep(agentId, caseId, forMs) {
      await redis.set(key(agentId), caseId, 'PX', forMs);
    },
    isKept: async (agentId, caseId) => (await redis.get(key(agentId))) === caseId,
    async drop(agentId) {
      await redis.del(key(agentId));
    },
  };
}

const wish = z.object({
  campaignId: z.string(),
  name: z.string(),
  priority: z.number(),
  trunkIds: z.array(z.string()),
  at: z.number(),
  tookAt: z.number(),
  calls: z.number(),
  wants: z.number(),
  talking: z.number(),
  agents: z.number(),
  due: z.number(),
  mayHold: z.boolean(),
});
/** Each campaign says its wish anew at every look, once a second at least. */
const wishesMs = 60_000;

/** One wish for each campaign that is paced, on whichever node. */
export function makeRedisWishBoard(redis: RedisClient, prefix: string): WishBoard {
  const key = `${prefix}:pacing-wishes`;
  const parsed = (text: string): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  };
  return {
    async read() {
      // What another version of the program says is not understood, and counts for nothing.
      return Object.values(await redis.hgetall(key)).flatMap((text) => wish.safeParse(parsed(text)).data ?? []);
    },
    async say(said) {
      await redis.multi().hset(key, said.campaignId, JSON.stringify(said)).pexpire(key, wishesMs).exec();
    },
    async forget(campaignId) {
      await redis.hdel(key, campaignId);
    },
  };
}
