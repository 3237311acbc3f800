import type { Logger } from '../../platform/log.ts';
import type { RedisClient } from '../../platform/redis.ts';
import type { PacingNudges } from '../stores.ts';

/** Redis publish and subscribe: the holder of a lease hears at once that its campaign changed; its tick finds it anyway. */
export function makeRedisPacingNudges(redis: RedisClient, prefix: string, nodeId: string, log: Logger): PacingNudges {
  const channel = `${prefix}:campaign-changed`;
  let subscriber: RedisClient | null = null;
  return {
    tell(campaignId) {
      if (redis.status !== 'ready') return;
      redis
        .publish(channel, JSON.stringify([nodeId, campaignId]))
        .catch((err: unknown) => log.debug({ err }, 'nudge not sent'));
    },
    async listen(told) {
      subscriber = redis.duplicate();
      subscriber.on('error', (err) => log.debug({ err }, 'nudges interrupted'));
      subscriber.on('message', (_channel, message) => {
        const [from, campaignId] = wordsOf(message);
        if (from !== nodeId && typeof campaignId === 'string') told(campaignId);
      });
      await subscriber.subscribe(channel);
    },
    stop() {
      subscriber?.disconnect();
      subscriber = null;
    },
  };
}

function wordsOf(message: string): readonly unknown[] {
  try {
    const words = JSON.parse(message) as unknown;
    return Array.isArray(words) ? words : [];
  } catch {
    return [];
  }
}
