import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePrismaPresence } from '../../src/routing/adapters/prisma-presence.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';
import { TestFloor } from './floor.ts';

let db: TestDatabase;
let redis: TestRedis;

beforeAll(async () => {
  [db, redis] = await Promise.all([withDatabase(), withRedis()]);
});
afterAll(async () => {
  await redis.close();
  await db.drop();
});

describe('proof of life of many at once', () => {
  it('[ROUTE-30] is written by several at the same time, in any order, and none is lost in a deadlock', async () => {
    const floor = new TestFloor(db, redis);
    await floor.furnish();
    const store = makePrismaPresence(db.prisma, 'node-of-many');
    const agents: string[] = [];
    for (let i = 0; i < 60; i += 1) {
      const agentId = await floor.hire();
      await store.read(agentId);
      agents.push(agentId);
    }
    const backwards = agents.toReversed();
    const line = { rttMs: 20, jitterMs: 3, lossShare: 0 };
    const writes = Array.from({ length: 60 }, (_, i) => [
      store.alive(i % 2 === 0 ? agents : backwards, 1_000 + i),
      store.lines(new Map((i % 2 === 0 ? backwards : agents).map((agentId) => [agentId, line]))),
    ]).flat();
    const refused = (await Promise.allSettled(writes)).filter(({ status }) => status === 'rejected');
    expect(refused).toEqual([]);
  });
});
