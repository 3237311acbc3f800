import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { waitFor } from '../support/wait-for.ts';
import { openDoors, type Doors } from './doors.ts';
import type { CallRow, TestFloor } from './floor.ts';
import { twoNodes } from './two-nodes.ts';

/** Callers and agents are at the first, the supervisor asks the second. */
const nodes = twoNodes();
const { rings, standing, hireThere, pass, passUntil, keptAt } = nodes;
let doors: Doors;
beforeEach(async () => {
  doors = await openDoors(nodes.other);
});
afterEach(() => doors.close());

const give = ({ attemptId }: Pick<CallRow, 'attemptId'>, agentId: string | null) =>
  doors.ask(newId(), 'PUT', `/api/inbound/waiting/${attemptId}/agent`, { agentId });
/** How many callers wait at the second node for this agent alone. */
const namedAt = async (agentId: string): Promise<number> => {
  const { redis, prefix } = nodes.redis;
  const said = await redis.hget(`${prefix}:callers-waiting`, 'node-2');
  return (said ?? '').split(`"givenTo":"${agentId}"`).length - 1;
};

it('[INB-18] a caller is given away at whichever node the supervisor is, and only by the node that has him', async () => {
  const busy = await nodes.holds.hire();
  const caller = await rings(busy);
  expect(await standing(caller)).toMatchObject({ kind: 'waiting' });
  expect((await give(caller, busy)).status).toBe(204);
  expect(nodes.other.audited.map(({ action }) => action)).toEqual(['caller.given']);
  // Somebody else who is free does not get him now.
  const free = await nodes.holds.hireReady();
  expect(await standing(caller)).toMatchObject({ kind: 'waiting' });
  expect((await give(caller, free)).status).toBe(204);
  expect(await standing(caller)).toMatchObject({ kind: expect.stringMatching(/agent|coming/) as string });
  expect((await nodes.holds.presence(free))?.attemptId).toBe(caller.attemptId);
  expect((await give({ attemptId: newId() }, free)).status).toBe(404);
});

describe('a caller whose owner is signed in to another node', () => {
  it('[INB-20] reaches him before whoever is free where he waits', async () => {
    const owner = await hireThere();
    expect(await nodes.other.routing.setState(owner, { to: 'ready' })).toMatchObject({ kind: 'moved' });
    const here = await nodes.holds.hireReady();
    const caller = await rings(owner);
    expect(await standing(caller)).toMatchObject({ kind: 'waiting' });
    await passUntil('the owner to be kept for him', async () => (await keptAt(owner)) === caller.attemptId);
    await waitFor('the carrier to be told', () =>
      nodes.holds.said.includes(`bringIn ${caller.attemptId} to https://node-2.example.test`),
    );
    await nodes.other.answer(caller);
    expect(await nodes.other.attempt(caller)).toMatchObject({ state: 'connected', agentId: owner });
    expect(await nodes.holds.presence(here)).toMatchObject({ state: 'ready' });
  });

  it('[INB-20] waits for him no longer than for one of the same node, and not at all while he talks or rests', async () => {
    const owner = await hireThere();
    const here = await nodes.holds.hireReady();
    // On a break: whoever is free gets him at once.
    const first = await rings(owner);
    expect(await standing(first)).toMatchObject({ kind: expect.stringMatching(/agent|coming/) as string });
    expect((await nodes.holds.presence(here))?.attemptId).toBe(first.attemptId);
    await nodes.holds.routing.callEnded(first.attemptId);
    await waitFor('the agent to be free again', async () => (await nodes.holds.presence(here))?.state === 'ready');

    await nodes.db.prisma.agentPresence.update({
      where: { userId: owner },
      data: { state: 'wrapping_up', wish: 'ready' },
    });
    const second = await rings(owner);
    expect(await standing(second)).toMatchObject({ kind: 'waiting' });
    for (let passed = 0; passed < 14; passed++) await pass(1_000);
    expect(await standing(second)).toMatchObject({ kind: 'waiting' });
    expect(await nodes.holds.presence(here)).toMatchObject({ state: 'ready' });
    await pass(2_000);
    await passUntil(
      'whoever is free to get him',
      async () => (await nodes.holds.presence(here))?.attemptId === second.attemptId,
    );
  });
});

describe('a caller given to an agent who is signed in to another node', () => {
  it('[INB-19] gets him before earlier callers as soon as he is ready, and his audio is brought to the agent’s node', async () => {
    const agent = await hireThere();
    const earlier = await rings();
    const caller = await rings();
    for (const each of [earlier, caller]) expect(await standing(each)).toMatchObject({ kind: 'waiting' });
    expect((await give(caller, agent)).status).toBe(204);
    // Whoever is free where he waits does not get him.
    const here = await nodes.holds.hireReady();
    await passUntil(
      'the earlier one to be served',
      async () => (await nodes.holds.presence(here))?.attemptId === earlier.attemptId,
    );
    expect(await standing(caller)).toMatchObject({ kind: 'waiting' });

    expect(await nodes.other.routing.setState(agent, { to: 'ready' })).toMatchObject({ kind: 'moved' });
    await passUntil('the agent to be kept for him', async () => (await keptAt(agent)) === caller.attemptId);
    await waitFor('the carrier to be told', () =>
      nodes.holds.said.includes(`bringIn ${caller.attemptId} to https://node-2.example.test`),
    );
    await nodes.other.answer(caller);
    expect(await nodes.other.attempt(caller)).toMatchObject({ state: 'connected', agentId: agent });
    // Where he waited he is missed by nobody: he counts there no more, and is not served a second time.
    await passUntil('him to be gone there', async () => (await give(caller, here)).status === 404);
  });

  it('[INB-19] who is signed in there only after a while gets him too, within the two minutes and not after them', async () => {
    const late = await nodes.holds.hire();
    const [first, second] = [await rings(), await rings()];
    const givenAt = nodes.holds.clock();
    for (const each of [first, second]) {
      expect(await standing(each)).toMatchObject({ kind: 'waiting' });
      expect((await give(each, late)).status).toBe(204);
    }
    await pass(60_000);
    await nodes.other.revive(late);
    await nodes.other.routing.setState(late, { to: 'ready' });
    await passUntil('him to be kept', async () => (await keptAt(late)) === first.attemptId);
    await nodes.other.answer(first);
    expect((await nodes.other.attempt(first)).agentId).toBe(late);
    const free = await nodes.holds.hireReady();
    while (nodes.holds.clock() < givenAt + 119_000) await pass(500);
    expect((await nodes.holds.presence(free))?.attemptId).toBeNull();
    await passUntil(
      'the second to fall to whoever is free',
      async () => (await nodes.holds.presence(free))?.attemptId === second.attemptId,
    );
  });

  it('[INB-19] taken back, or gone, he waits at no other node any more', async () => {
    const agent = await hireThere();
    const [back, leaves] = [await rings(), await rings()];
    for (const each of [back, leaves]) {
      await standing(each);
      expect((await give(each, agent)).status).toBe(204);
    }
    const here = await nodes.holds.hireReady();
    await waitFor('both to wait for him', async () => (await namedAt(agent)) === 2);
    expect((await give(back, null)).status).toBe(204);
    // Whoever is free where he waits has him now.
    await passUntil('him to be served', async () => (await nodes.holds.presence(here))?.attemptId === back.attemptId);
    await nodes.holds.routing.callEnded(leaves.attemptId);
    await passUntil('neither to wait for him', async () => (await namedAt(agent)) === 0);
    await nodes.other.routing.setState(agent, { to: 'ready' });
    await pass(2_000);
    expect(await keptAt(agent)).toBeNull();
  });

  it('[INB-19] the node that has him dies: within seconds the agent is free for others', async () => {
    const agent = await hireThere();
    const caller = await rings();
    await standing(caller);
    expect((await give(caller, agent)).status).toBe(204);
    await waitFor('him to wait for the agent', async () => (await namedAt(agent)) === 1);
    // It says nothing any more, and answers nothing.
    await nodes.holds.routing.stop();
    await nodes.other.routing.setState(agent, { to: 'ready' });
    await waitFor('the agent to be nobody’s', async () => {
      nodes.other.forward(500);
      await nodes.other.revive(agent);
      return (
        (await nodes.other.stateOf(agent)) === 'ready' &&
        (await nodes.other.routing.pool.snapshot(nodes.holds.campaignId)).ready === 1
      );
    });
  });
});

describe('pacing sees the callers of all nodes', () => {
  const ready = async (floor: TestFloor): Promise<readonly number[]> => [
    (await floor.routing.pool.snapshot(nodes.holds.campaignId)).ready,
    (await floor.routing.pool.roster(nodes.holds.campaignId)).seats.filter(({ state }) => state === 'ready').length,
  ];
  /** Whom the nodes' tables call ready, and whom nobody can be given to just now. */
  async function readyAt(nodeId: string): Promise<string> {
    const userId = await nodes.holds.hire();
    const at = new Date(nodes.holds.clock());
    await nodes.db.prisma.agentPresence.update({
      where: { userId },
      data: { state: 'ready', reason: null, readySince: at, nodeId, aliveAt: at },
    });
    return userId;
  }

  it('[ROUTE-31] whom a caller of another node will have is not ready here, whoever paces', async () => {
    for (const nodeId of ['node-1', 'node-1', 'node-2']) await readyAt(nodeId);
    expect(await ready(nodes.other)).toEqual([3, 3]);
    const [first, second, third] = [await rings(), await rings(), await rings()];
    expect(await standing(first)).toMatchObject({ kind: 'waiting' });
    await passUntil('one of them to be his', async () => (await ready(nodes.other)).every((count) => count === 2));
    await passUntil('that to hold here too', async () => (await ready(nodes.holds)).every((count) => count === 2));
    // Three callers can have the two of their own node, and never the third.
    for (const each of [second, third]) await standing(each);
    await passUntil('two to be theirs', async () => (await ready(nodes.other)).every((count) => count === 1));
    await pass(1_000);
    expect(await ready(nodes.other)).toEqual([1, 1]);
  });

  it('[ROUTE-31] a busy agent is nobody’s next at a node that the agent is not signed in to: audio never crosses nodes', async () => {
    const userId = await readyAt('node-2');
    const talk = await rings();
    const talking = { state: 'talking', attemptId: talk.attemptId, readySince: null };
    await nodes.db.prisma.agentPresence.update({ where: { userId }, data: talking });
    const seats = async () => (await nodes.other.routing.pool.roster(nodes.holds.campaignId)).seats;
    await standing(await rings());
    await pass(1_000);
    expect(await seats()).toMatchObject([{ agentId: userId, state: 'talking', leaving: false }]);
    await nodes.db.prisma.agentPresence.update({ where: { userId }, data: { nodeId: 'node-1' } });
    await passUntil('him to be the caller’s next', async () => (await seats())[0]?.leaving === true);
  });

  it('[ROUTE-31] the callers of a node that died count for three seconds at most', async () => {
    await readyAt('node-1');
    await standing(await rings());
    await passUntil('him to count', async () => (await ready(nodes.other))[0] === 0);
    await nodes.holds.routing.stop();
    const passThere = (ms: number) => {
      nodes.other.clock.forward(ms);
      return nodes.db.prisma.agentPresence.updateMany({ data: { aliveAt: new Date(nodes.other.clock()) } });
    };
    await passThere(1_900);
    expect(await ready(nodes.other)).toEqual([0, 0]);
    await passThere(1_101);
    expect(await ready(nodes.other)).toEqual([1, 1]);
  });

  it('[ROUTE-31] whose end was told to another node counts no longer than a second', async () => {
    await readyAt('node-1');
    const caller = await rings();
    await standing(caller);
    await passUntil('him to count', async () => (await ready(nodes.other))[0] === 0);
    await nodes.db.prisma.attempt.update({
      where: { id: caller.attemptId },
      data: { state: 'ended', endedAt: new Date(nodes.holds.clock()), endFault: 'callee', endReason: 'caller-left' },
    });
    await passUntil('him to be forgotten', async () => (await ready(nodes.other))[0] === 1);
    expect(nodes.holds.said).toEqual([]);
  });
});
