import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { waitFor } from '../support/wait-for.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';
import { TestFloor } from './floor.ts';

let db: TestDatabase;
let redis: TestRedis;
let floor: TestFloor;

beforeAll(async () => {
  [db, redis] = await Promise.all([withDatabase({ poolSize: 20 }), withRedis()]);
});
afterAll(async () => {
  await redis.close();
  await db.drop();
});
beforeEach(async () => {
  floor = new TestFloor(db, redis);
  await floor.furnish();
});
afterEach(() => floor.routing.stop());

describe('offering an answered call', () => {
  it('[ROUTE-1] a hundred answers at once never share an agent, and no agent has two calls', async () => {
    const agents = await Promise.all(Array.from({ length: 40 }, () => floor.hireReady()));
    const calls = await floor.ringMany(100);
    await floor.until(Promise.all(calls.map((call) => floor.answer(call))));

    const attempts = await Promise.all(calls.map((call) => floor.attempt(call)));
    const connected = attempts.filter((attempt) => attempt.connectedAt !== null);
    expect(connected).toHaveLength(40);
    expect(new Set(connected.map((attempt) => attempt.agentId)).size).toBe(40);
    for (const agentId of agents) {
      const presence = await floor.presence(agentId);
      expect(presence?.state).toBe('talking');
      expect(connected.find((attempt) => attempt.id === presence?.attemptId)?.agentId).toBe(agentId);
      expect(floor.pushes(agentId, 'connected')).toHaveLength(1);
    }
    expect(floor.said.filter((word) => word.startsWith('abandoned'))).toHaveLength(60);
  });

  it('[ROUTE-2] the owner comes first, however long others have been ready', async () => {
    await floor.hireReady();
    floor.clock.forward(60_000);
    const owner = await floor.hireReady();
    await floor.revive(owner);
    const call = await floor.ring(owner);
    await floor.until(floor.answer(call));
    expect((await floor.attempt(call)).agentId).toBe(owner);
  });

  it('[ROUTE-2] an owner who is on a break is not waited for; the longest ready takes the call', async () => {
    const owner = await floor.hire();
    await floor.revive(owner);
    const first = await floor.hireReady();
    floor.clock.forward(1_000);
    await floor.hireReady();
    const call = await floor.ring(owner);
    await floor.until(floor.answer(call));
    expect((await floor.attempt(call)).agentId).toBe(first);
  });

  it('[ROUTE-2] an owner who is writing up is given his moment, then the next takes the call', async () => {
    await floor.furnish('message', { affinityMs: 200 });
    const owner = await floor.hireReady();
    const earlier = await floor.ring(owner);
    await floor.until(floor.answer(earlier));
    await floor.routing.callEnded(earlier.attemptId);
    const other = await floor.hireReady();

    const late = await floor.ring(owner);
    const answeredAt = floor.clock();
    await floor.until(floor.answer(late), 10);
    const given = await floor.attempt(late);
    expect(given.agentId).toBe(other);
    expect((given.connectedAt?.getTime() ?? 0) - answeredAt).toBeGreaterThanOrEqual(200);
  });

  it.each([['message'], ['hangup']] as const)(
    '[ROUTE-4] nobody within two seconds of the answer: abandoned and counted, treatment %s',
    async (treatment) => {
      await floor.furnish(treatment);
      const call = await floor.ring();
      const answeredAt = floor.clock();
      const offered = floor.answer(call);
      const abandoned = `abandoned ${call.attemptId} ${treatment}`;
      await waitFor('the abandonment', () => {
        if (!floor.said.includes(abandoned)) floor.forward(10);
        return floor.said.includes(abandoned);
      });
      await offered;
      expect(floor.clock() - answeredAt).toBeGreaterThanOrEqual(2_000);
      expect(floor.clock() - answeredAt).toBeLessThan(2_200);
      expect(floor.said).toContain(`left ${call.attemptId}`);
    },
  );

  it('[ROUTE-4] whoever becomes free within the two seconds takes the waiting call', async () => {
    const agent = await floor.hire();
    await floor.revive(agent);
    const call = await floor.ring();
    const offered = floor.answer(call);
    floor.forward(1_000);
    await floor.routing.setState(agent, { to: 'ready' });
    await offered;
    expect((await floor.attempt(call)).agentId).toBe(agent);
    expect(floor.said).toEqual([]);
  });

  it('[ROUTE-5] a callee who leaves while an agent is sought costs nobody anything', async () => {
    const call = await floor.ring();
    const offered = floor.answer(call);
    await waitFor('the call to be answered', async () => (await floor.attempt(call)).answeredAt !== null);
    await floor.routing.mediaStopped(call.attemptId, floor.clock());
    await offered;
    expect(floor.said).toEqual([`mediaStopped ${call.attemptId}`]);
  });

  it('[ROUTE-5] a callee who was faster than the connection leaves the agent ready, in his place of the queue', async () => {
    const agent = await floor.hireReady();
    const readySince = (await floor.presence(agent))?.readySince;
    const call = await floor.ring();
    const { routing } = floor;
    const offered = routing.answered(call.attemptId, floor.clock(), 'CA');
    floor.ended.add(call.attemptId);
    await floor.until(offered);
    expect(await floor.presence(agent)).toMatchObject({ state: 'ready', attemptId: null, readySince });
  });

  it('[ROUTE-6] the same answer told twice is one offer', async () => {
    const agent = await floor.hireReady();
    const call = await floor.ring();
    await floor.until(Promise.all([floor.answer(call), floor.answer(call)]));
    await floor.until(floor.answer(call));
    expect(floor.pushes(agent, 'connected')).toHaveLength(1);
  });

  it('[ROUTE-7] agents without proof of life, of another node or of another campaign get no call', async () => {
    const faded = await floor.hireReady();
    await db.prisma.agentPresence.update({
      where: { userId: faded },
      data: { aliveAt: new Date(floor.clock() - 60_000) },
    });
    const elsewhere = await floor.hireReady();
    await db.prisma.agentPresence.update({ where: { userId: elsewhere }, data: { nodeId: 'node-2' } });
    const stranger = await floor.hireReady();
    await db.prisma.campaignAgent.deleteMany({ where: { userId: stranger } });
    const call = await floor.ring();
    await floor.until(floor.answer(call));
    expect((await floor.attempt(call)).agentId).toBeNull();
    expect(floor.said).toContain(`abandoned ${call.attemptId} message`);
  });

  it('[ROUTE-8] an agent whose socket broke while reserved passes the call on within the two seconds', async () => {
    const gone = await floor.hireReady();
    floor.clock.forward(1_000);
    const next = await floor.hireReady();
    await db.prisma.agentPresence.updateMany({
      where: { userId: { in: [gone, next] } },
      data: { aliveAt: new Date(floor.clock()) },
    });
    floor.routing.agentLost(gone);
    // The loss is not stored yet: the statement may still pick him.
    await db.prisma.agentPresence.update({ where: { userId: gone }, data: { aliveAt: new Date(floor.clock()) } });
    const call = await floor.ring();
    await floor.until(floor.answer(call));
    expect((await floor.attempt(call)).agentId).toBe(next);
    expect(await floor.stateOf(gone)).toBe('ready');
  });
});
