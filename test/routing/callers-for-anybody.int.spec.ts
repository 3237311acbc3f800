import { describe, expect, it } from 'vitest';
import { waitFor } from '../support/wait-for.ts';
import type { CallRow } from './floor.ts';
import { twoNodes } from './two-nodes.ts';

const nodes = twoNodes();
const { rings, standing, hireThere, pass, passUntil, keptAt } = nodes;

const readyThere = (agentId: string) => nodes.other.routing.setState(agentId, { to: 'ready' });
/** Callers who wait at the node, its own and guests. */
const saidAt = async (nodeId: string): Promise<string> => {
  const { redis, prefix } = nodes.redis;
  return (await redis.hget(`${prefix}:callers-waiting`, nodeId)) ?? '';
};
const saidThere = () => saidAt('node-2');
const standsThere = ({ attemptId }: CallRow) =>
  passUntil('him to stand in the other line', async () => (await saidThere()).includes(attemptId));
const broughtThere = ({ attemptId }: CallRow) => `bringIn ${attemptId} to https://node-2.example.test`;

/** A caller of the first node for whom nobody in particular is meant, and nobody is free there. */
async function waitsForAnybody(ownerId: string | null = null): Promise<CallRow> {
  const call = await rings(ownerId);
  expect(await standing(call)).toMatchObject({ kind: 'waiting' });
  return call;
}

describe('a caller who is for nobody in particular', () => {
  it('[INB-21] reaches whoever is free at another node when nobody is at his own', async () => {
    const agent = await hireThere();
    expect(await readyThere(agent)).toMatchObject({ kind: 'moved' });
    const caller = await waitsForAnybody();
    await passUntil('the agent to be kept for him', async () => (await keptAt(agent)) === caller.attemptId);
    await waitFor('the carrier to be told', () => nodes.holds.said.includes(broughtThere(caller)));
    await nodes.other.answer(caller);
    expect(await nodes.other.attempt(caller)).toMatchObject({ state: 'connected', agentId: agent });
    for (const nodeId of ['node-1', 'node-2']) {
      await passUntil(
        `him to wait at ${nodeId} no more`,
        async () => !(await saidAt(nodeId)).includes(caller.attemptId),
      );
    }
  });

  it('[INB-21] stands in one order with the callers of the other node, the longest wait first', async () => {
    const agent = await hireThere();
    const first = await waitsForAnybody();
    await standsThere(first);
    const second = await rings(null, nodes.other);
    // Who came earlier counts, wherever he came.
    expect(await standing(second, nodes.other)).toMatchObject({ kind: 'waiting', position: 2 });
    const third = await rings();
    await passUntil('the third to know of both', async () => {
      const { kind, ...told } = await standing(third);
      return kind === 'waiting' && 'position' in told && told.position === 3;
    });
    await readyThere(agent);
    await passUntil('the first to be his', async () => (await keptAt(agent)) === first.attemptId);
    await nodes.other.answer(first);
    await nodes.other.finish(first);
    await passUntil('the second to be next', async () => (await keptAt(agent)) === second.attemptId);
  });

  it('[INB-21] two agents of two nodes become free in one moment: one of them is kept for him', async () => {
    const there = await hireThere();
    const here = await nodes.holds.hire();
    await nodes.holds.revive(here);
    const caller = await waitsForAnybody();
    await standsThere(caller);
    await Promise.all([nodes.holds.routing.setState(here, { to: 'ready' }), readyThere(there)]);
    const keptFor = async (): Promise<number> =>
      [(await nodes.holds.presence(here))?.attemptId, await keptAt(there)].filter((id) => id === caller.attemptId)
        .length;
    await passUntil('one of them to be kept', async () => (await keptFor()) > 0);
    for (let look = 0; look < 10; look++) {
      expect(await keptFor()).toBe(1);
      await pass(100);
    }
  });

  it('[INB-21] who is served where he waits, or leaves, is nobody’s guest any more', async () => {
    const there = await hireThere();
    const [served, leaves] = [await waitsForAnybody(), await waitsForAnybody()];
    for (const each of [served, leaves]) await standsThere(each);
    const here = await nodes.holds.hireReady();
    await passUntil(
      'the first to be served',
      async () => (await nodes.holds.presence(here))?.attemptId === served.attemptId,
    );
    await nodes.holds.routing.callEnded(leaves.attemptId);
    await passUntil('neither to stand there', async () => {
      const said = await saidThere();
      return ![served, leaves].some(({ attemptId }) => said.includes(attemptId));
    });
    await readyThere(there);
    await pass(2_000);
    expect(await keptAt(there)).toBeNull();
  });

  it('[INB-21] the node that has him dies: he is forgotten within seconds, and the agent is free for others', async () => {
    const agent = await hireThere();
    const caller = await waitsForAnybody();
    await standsThere(caller);
    await nodes.holds.routing.stop();
    await waitFor('him to be forgotten', async () => {
      nodes.other.forward(500);
      await nodes.other.revive(agent);
      return !(await saidThere()).includes(caller.attemptId);
    });
    await readyThere(agent);
    nodes.other.forward(1_000);
    expect(await keptAt(agent)).toBeNull();
  });

  it('[INB-21] his owner, who writes up another call at his own node, has him before whoever is free elsewhere', async () => {
    const owner = await nodes.holds.hire();
    await nodes.holds.revive(owner);
    await nodes.db.prisma.agentPresence.update({
      where: { userId: owner },
      data: { state: 'wrapping_up', wish: 'ready' },
    });
    const free = await hireThere();
    await readyThere(free);
    const caller = await waitsForAnybody(owner);
    for (let passed = 0; passed < 14; passed++) await pass(1_000);
    expect(await keptAt(free)).toBeNull();
    await pass(1_000);
    await passUntil('whoever is free to get him', async () => (await keptAt(free)) === caller.attemptId);
  });

  it('[INB-21] whose audio is brought here, and whose agent was lost, waits here for the next', async () => {
    const lost = await nodes.holds.hireReady();
    const there = await hireThere();
    const caller = await rings();
    expect(await standing(caller)).toMatchObject({ kind: 'agent' });
    nodes.holds.routing.agentLost(lost);
    await passUntil(
      'the agent to be kept no longer',
      async () => (await nodes.holds.presence(lost))?.attemptId === null,
    );
    await readyThere(there);
    for (let look = 0; look < 20; look++) await pass(100);
    expect(await saidThere()).not.toContain(caller.attemptId);
    expect(await keptAt(there)).toBeNull();
    const next = await nodes.holds.hireReady();
    await passUntil(
      'the next to be kept',
      async () => (await nodes.holds.presence(next))?.attemptId === caller.attemptId,
    );
    await nodes.holds.answer(caller);
    expect(await nodes.holds.attempt(caller)).toMatchObject({ state: 'connected', agentId: next });
  });

  it('[INB-21] a node that stops waits for no answer of the one that has him', async () => {
    const agent = await hireThere();
    const caller = await waitsForAnybody();
    await standsThere(caller);
    nodes.holds.bringInReply = 'nothing';
    await readyThere(agent);
    await waitFor('the other to be asked', () => nodes.holds.said.includes(broughtThere(caller)));
    // No time passes in which the answer could be given up.
    await nodes.other.routing.stop();
    expect(await nodes.other.stateOf(agent)).toBe('ready');
  });

  it('[INB-21] stands at no node where nobody is signed in', async () => {
    const caller = await waitsForAnybody();
    await pass(2_000);
    expect(await saidThere()).not.toContain(caller.attemptId);
    await hireThere();
    await standsThere(caller);
  });
});
