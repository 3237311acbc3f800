import type { Logger } from '../../platform/log.ts';
import type { RedisClient } from '../../platform/redis.ts';
import type { Nudges } from '../ports.ts';

const channel = 'casedial:agents-changed';

/** Redis publish and subscribe. Nothing rests on it: with Redis away the pacing tick looks by itself. */
export function makeRedisNudges(redis: RedisClient, nodeId: string, log: Logger): Nudges {
  const listeners: (() => void)[] = [];
  let subscriber: RedisClient | null = null;
  return {
    tell() {
      if (redis.status !== 'ready') return;
      redis.publish(channel, nodeId).catch((err: unknown) => log.debug({ err }, 'nudge not sent'));
    },
    onTold(listener) {
      listeners.push(listener);
    },
    async start() {
      subscriber = redis.duplicate();
      subscriber.on('error', (err) => log.debug({ err }, 'nudges interrupted'));
      subscriber.on('message', (_channel, from) => {
        if (from !== nodeId) for (const listener of listeners) listener();
      });
      await subscriber.subscribe(channel);
    },
    async stop() {
      subscriber?.disconnect();
      subscriber = null;
      await Promise.resolve();
    },
  };
}
