import { z } from 'zod';
import type { RedisClient } from '../../platform/redis.ts';
import type { Logger } from '../../platform/log.ts';
import type { QueueBoard } from '../ports.ts';

const said = z.object({
  at: z.number(),
  callers: z.array(
    z.object({
      caller: z.string(),
      since: z.number(),
      ready: z.array(z.string()),
      busy: z.array(z.string()),
      givenTo: z.string().nullable(),
    }),
  ),
});
/** The whole board goes with the last node that says anything. */
const boardMs = 60_000;

/** One field for each node. With Redis away a node knows of its own callers alone. */
export function makeRedisQueueBoard(redis: RedisClient, prefix: string, nodeId: string, log: Logger): QueueBoard {
  const key = `${prefix}:callers-waiting`;
  const parsed = (text: string): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  };
  return {
    async others(since) {
      if (redis.status !== 'ready') return [];
      try {
        // What another version of the program says is not understood, and counts for nothing.
        return Object.entries(await redis.hgetall(key)).flatMap(([node, text]) => {
          const { data } = said.safeParse(parsed(text));
          return node === nodeId || data === undefined || data.at < since ? [] : [data.callers];
        });
      } catch (err) {
        log.debug({ err }, 'callers of other nodes were not read');
        return [];
      }
    },
    async say(callers, at) {
      if (redis.status !== 'ready') return;
      await (callers.length === 0
        ? redis.hdel(key, nodeId)
        : redis.multi().hset(key, nodeId, JSON.stringify({ at, callers })).pexpire(key, boardMs).exec());
    },
  };
}
