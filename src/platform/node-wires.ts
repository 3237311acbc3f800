import type { Logger } from './log.ts';
import type { RedisClient } from './redis.ts';

/** What nodes say to each other this moment: nothing rests on it, and what is said while nobody listens is lost. */
export interface NodeWires {
  publish(channel: string, bytes: Buffer): void;
  /** Resolves when the channel is heard; returns how to leave it. */
  subscribe(channel: string, listener: (bytes: Buffer) => void): Promise<() => Promise<void>>;
  close(): void;
}

/** Redis publish and subscribe over one connection of its own. */
export function makeNodeWires(redis: RedisClient, prefix: string, log: Logger): NodeWires {
  const listeners = new Map<string, Set<(bytes: Buffer) => void>>();
  let subscriber: RedisClient | null = null;

  function connection(): RedisClient {
    if (subscriber !== null) return subscriber;
    subscriber = redis.duplicate();
    subscriber.on('error', (err) => log.debug({ err }, 'talk between nodes interrupted'));
    subscriber.on('messageBuffer', (channel: Buffer, bytes: Buffer) => {
      for (const listener of listeners.get(channel.toString('utf8')) ?? []) listener(bytes);
    });
    return subscriber;
  }

  return {
    publish(name, bytes) {
      if (redis.status !== 'ready') return;
      redis.publish(`${prefix}:${name}`, bytes).catch((err: unknown) => log.debug({ err }, 'word to a node not sent'));
    },
    async subscribe(name, listener) {
      const channel = `${prefix}:${name}`;
      const there = listeners.get(channel) ?? new Set();
      listeners.set(channel, there.add(listener));
      if (there.size === 1) await connection().subscribe(channel);
      return async () => {
        there.delete(listener);
        if (there.size > 0) return;
        listeners.delete(channel);
        await subscriber?.unsubscribe(channel);
      };
    },
    close() {
      subscriber?.disconnect();
      subscriber = null;
    },
  };
}
