import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';
import { openDoors, type Doors } from './doors.ts';
import { TestFloor } from './floor.ts';

let db: TestDatabase;
let redis: TestRedis;
/** Callers and agents are at the first, the supervisor asks the second. */
let holds: TestFloor;
let other: TestFloor;
let doors: Doors;

beforeAll(async () => {
  [db, redis] = await Promise.all([withDatabase(), withRedis()]);
});
afterAll(async () => {
  await redis.close();
  await db.drop();
});
beforeEach(async () => {
  holds = new TestFloor(db, redis, { callerOwnerWaitMs: 15_000, streamWithinMs: 5_000 });
  other = new TestFloor(db, redis, {}, undefined, 'node-2');
  await holds.furnish();
  await Promise.all([holds.routing.start(), other.routing.start()]);
  doors = await openDoors(other);
});
afterEach(async () => {
  await doors.close();
  await holds.routing.stop();
});

it('[INB-18] a caller is given away at whichever node the supervisor is, and only by the node that has him', async () => {
  const busy = await holds.hire();
  const { attemptId } = await holds.ring(busy);
  await db.prisma.attempt.update({ where: { id: attemptId }, data: { direction: 'inbound' } });
  const standing = () => holds.routing.callerStanding({ attemptId, arrivedAt: holds.clock() });
  expect(await standing()).toMatchObject({ kind: 'waiting' });

  const supervisor = newId();
  const give = (id: string, agentId: string) =>
    doors.ask(supervisor, 'PUT', `/api/inbound/waiting/${id}/agent`, { agentId });
  expect((await give(attemptId, busy)).status).toBe(204);
  expect(other.audited.map(({ action }) => action)).toEqual(['caller.given']);
  // Somebody else who is free does not get him now.
  const free = await holds.hireReady();
  expect(await standing()).toMatchObject({ kind: 'waiting' });
  expect((await give(attemptId, free)).status).toBe(204);
  expect(await standing()).toMatchObject({ kind: expect.stringMatching(/agent|coming/) as string });
  expect((await holds.presence(free))?.attemptId).toBe(attemptId);
  expect((await give(newId(), free)).status).toBe(404);
});
