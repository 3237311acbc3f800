import { afterAll, beforeAll, expect, it } from 'vitest';
import { Web } from '../../sim/floor/web.ts';
import { waitingCalls } from '../../src/contract/inbound.ts';
import { newId } from '../../src/platform/ids.ts';
import { password } from '../chaos/seed-world.ts';
import { patienceMs, type World } from '../chaos/world.ts';
import { freePort } from '../support/free-port.ts';
import { waitFor } from '../support/wait-for.ts';
import { openHouseOfCallers, type HouseOfCallers } from './callers.ts';

let house: HouseOfCallers;
let world: World;
beforeAll(async () => {
  house = await openHouseOfCallers(['owner']);
  ({ world } = house);
}, patienceMs);
afterAll(() => world.close());

/** Whoever starts last is where the carrier asks for our numbers; the agents are signed in to the first. */
async function startSecond() {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const program = await world.startServer({ port, env: { PUBLIC_URL: url } });
  await waitFor('the numbers to be its own', () =>
    world.carrier.exchange.numbers.list().every(({ voiceUrl }) => voiceUrl?.startsWith(url)),
  );
  return { url, program };
}

async function superviseAt(url: string): Promise<Web> {
  const { prisma } = world.db;
  const { passwordHash } = await prisma.user.findFirstOrThrow({ where: { username: 'owner' } });
  await prisma.user.create({
    data: { id: newId(), username: 'super', displayName: 'super', role: 'supervisor', passwordHash },
  });
  const supervisor = new Web(url);
  await supervisor.signIn('super', password);
  return supervisor;
}

it(
  '[INB-19] [INB-21] callers of one node talk with the agent of another, and both nodes are told of their end',
  { timeout: patienceMs },
  async () => {
    const { url, program } = await startSecond();
    const supervisor = await superviseAt(url);

    // [INB-21] Nobody is signed in where he rings: he reaches whoever is free at the other node.
    const first = house.rings(0, { talkMs: 60_000 });
    expect((await house.connected(first)).agentId).toBe(house.agentId('owner'));

    // [INB-19] Whom a supervisor gives to the agent comes before who has waited longer.
    const earlier = house.rings(2);
    await house.waits(earlier);
    const given = house.rings(1, { talkMs: 10_000 });
    await house.waits(given);
    const attemptId = (await house.attemptOf(given))?.id ?? '';
    const path = `/api/inbound/waiting/${attemptId}/agent`;
    expect((await supervisor.ask('PUT', path, { agentId: house.agentId('owner') })).status).toBe(204);
    house.hangUp(first);
    expect((await house.connected(given)).agentId).toBe(house.agentId('owner'));
    expect((await house.attemptOf(earlier))?.connectedAt).toBeNull();
    await house.settled(given);
    expect((await house.connected(earlier)).agentId).toBe(house.agentId('owner'));
    house.hangUp(earlier);
    await house.settled(earlier);
    await house.everybodyReady();
    expect(waitingCalls.parse((await supervisor.ask('GET', '/api/inbound/waiting')).body).calls).toEqual([]);
    const recording = await waitFor(
      'the recording',
      () => world.db.prisma.recording.findFirst({ where: { attemptId, source: 'own', status: 'complete' } }),
      30_000,
    );
    expect(recording.durationMs).toBeGreaterThan(1_000);
    expect(program.isOver()).toBe(false);
  },
);
