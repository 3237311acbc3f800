import type { Logger } from '../../platform/log.ts';
import type { RedisClient } from '../../platform/redis.ts';
import type { PacingNudges } from '../stores.ts';

/** As often as a campaign is looked at, and no oftener. */
const stirApartMs = 20;

/**
 * Redis publish and subscribe: the holder of a lease hears at once that its campaign changed, or that calls and agents moved
 * on another node, where a webhook came in or an agent sits; its tick finds both anyway.
 */
export function makeRedisPacingNudges(redis: RedisClient, prefix: string, nodeId: string, log: Logger): PacingNudges {
  const changes = `${prefix}:campaign-changed`;
  const moves = `${prefix}:calls-moved`;
  let subscriber: RedisClient | null = null;
  let stirring: NodeJS.Timeout | null = null;

  function publish(channel: string, words: readonly string[]): void {
    if (redis.status !== 'ready') return;
    redis.publish(channel, JSON.stringify(words)).catch((err: unknown) => log.debug({ err }, 'nudge not sent'));
  }

  return {
    tell: (campaignId) => publish(changes, [nodeId, campaignId]),
    stir() {
      stirring ??= setTimeout(() => {
        stirring = null;
        publish(moves, [nodeId]);
      }, stirApartMs).unref();
    },
    async listen({ told, stirred }) {
      subscriber = redis.duplicate();
      subscriber.on('error', (err) => log.debug({ err }, 'nudges interrupted'));
      subscriber.on('message', (channel, message) => {
        const [from, campaignId] = wordsOf(message);
        if (from === nodeId) return;
        if (channel === moves) stirred();
        else if (typeof campaignId === 'string') told(campaignId);
      });
      await subscriber.subscribe(changes, moves);
    },
    stop() {
      if (stirring !== null) clearTimeout(stirring);
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
