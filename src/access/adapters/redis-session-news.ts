import type { Logger } from '../../platform/log.ts';
import type { RedisClient } from '../../platform/redis.ts';
import type { SessionNews } from '../ports.ts';

const channel = 'casedial:sessions-ended';

/** Redis publish and subscribe: other nodes close the sockets they have. Each request and each new socket asks the database. */
export function makeRedisSessionNews(redis: RedisClient, nodeId: string, log: Logger): SessionNews {
  let subscriber: RedisClient | null = null;
  return {
    tell(sessionIds) {
      if (redis.status !== 'ready') return;
      const message = JSON.stringify({ nodeId, sessionIds });
      redis.publish(channel, message).catch((err: unknown) => log.warn({ err }, 'end of sessions not told'));
    },
    async start(onTold) {
      subscriber = redis.duplicate();
      subscriber.on('error', (err) => log.debug({ err }, 'news of sessions interrupted'));
      subscriber.on('message', (_channel, text) => {
        const told = JSON.parse(text) as { readonly nodeId: string; readonly sessionIds: readonly string[] };
        if (told.nodeId !== nodeId) onTold(told.sessionIds);
      });
      await subscriber.subscribe(channel);
    },
    stop() {
      subscriber?.disconnect();
      subscriber = null;
    },
  };
}
