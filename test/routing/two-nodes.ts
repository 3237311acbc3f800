import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { waitFor } from '../support/wait-for.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';
import { TestFloor, type CallRow } from './floor.ts';

export interface TwoNodes {
  readonly db: TestDatabase;
  readonly redis: TestRedis;
  /** Callers, and agents who are hired here, are at the first. */
  readonly holds: TestFloor;
  readonly other: TestFloor;
  /** Somebody rings the first node, or the one that is named. */
  readonly rings: (ownerId?: string | null, at?: TestFloor) => Promise<CallRow>;
  readonly standing: (call: CallRow, at?: TestFloor) => ReturnType<TestFloor['routing']['callerStanding']>;
  /** An agent of the campaign whose page lives at the second node. */
  readonly hireThere: () => Promise<string>;
  /** Both clocks go on alike; whoever is named is alive all the while. */
  readonly pass: (ms: number) => Promise<void>;
  readonly passUntil: (what: string, holdsThen: () => Promise<boolean> | boolean) => Promise<boolean>;
  /** The call that the agent is kept for. */
  readonly keptAt: (agentId: string) => Promise<string | null>;
}

/** Two nodes of one house, new for each test of the file. */
export function twoNodes(): TwoNodes {
  let db: TestDatabase;
  let redis: TestRedis;
  let holds: TestFloor;
  let other: TestFloor;
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
    other.shareCampaignOf(holds);
    await Promise.all([holds.routing.start(), other.routing.start()]);
  });
  afterEach(() => Promise.all([holds.routing.stop(), other.routing.stop()]));

  const nodes: TwoNodes = {
    get db() {
      return db;
    },
    get redis() {
      return redis;
    },
    get holds() {
      return holds;
    },
    get other() {
      return other;
    },
    async rings(ownerId = null, at = holds) {
      const call = await at.ring(ownerId);
      await db.prisma.attempt.update({ where: { id: call.attemptId }, data: { direction: 'inbound' } });
      return call;
    },
    standing: ({ attemptId }, at = holds) => at.routing.callerStanding({ attemptId, arrivedAt: at.clock() }),
    async hireThere() {
      const id = await other.hire();
      await other.revive(id);
      return id;
    },
    async pass(ms) {
      for (const floor of [holds, other]) floor.forward(ms);
      await db.prisma.agentPresence.updateMany({
        where: { aliveAt: { not: null } },
        data: { aliveAt: new Date(other.clock()) },
      });
    },
    passUntil: (what, holdsThen) =>
      waitFor(what, async () => {
        await nodes.pass(100);
        return holdsThen();
      }),
    keptAt: async (agentId) => (await other.presence(agentId))?.attemptId ?? null,
  };
  return nodes;
}
