import { createAdapter } from '@socket.io/redis-streams-adapter';
import type { RedisClient } from '../../platform/redis.ts';

const keptEvents = 5_000;

/** Events of an agent's windows reach them on whichever node they are. */
export function makeRedisStreamsAdapter(redis: RedisClient): ReturnType<typeof createAdapter> {
  return createAdapter(redis, { streamName: 'casedial-sockets', maxLen: keptEvents, onlyPlaintext: true });
}
