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

it(
  '[INB-19] a caller of one node talks with the agent of another, and both are told of its end',
  { timeout: patienceMs },
  async () => {
    const { prisma } = world.db;
    const { passwordHash } = await prisma.user.findFirstOrThrow({ where: { username: 'owner' } });
    await prisma.user.create({
      data: { id: newId(), username: 'super', displayName: 'super', role: 'supervisor', passwordHash },
    });
    // Whoever starts last is where the carrier asks for our numbers; the agents are signed in to the first.
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const second = await world.startServer({ port, env: { PUBLIC_URL: url } });
    await waitFor('the numbers to be its own', () =>
      world.carrier.exchange.numbers.list().every(({ voiceUrl }) => voiceUrl?.startsWith(url)),
    );
    const supervisor = new Web(url);
    await supervisor.signIn('super', password);

    const call = house.rings(1, { talkMs: 3_000 });
    await house.waits(call);
    const attemptId = (await house.attemptOf(call))?.id ?? '';
    expect((await house.attemptOf(call))?.connectedAt).toBeNull();
    const given = await supervisor.ask('PUT', `/api/inbound/waiting/${attemptId}/agent`, {
      agentId: house.agentId('owner'),
    });
    expect(given.status).toBe(204);
    const attempt = await house.connected(call);
    expect(attempt.agentId).toBe(house.agentId('owner'));
    await house.settled(call);
    await house.everybodyReady();
    expect(waitingCalls.parse((await supervisor.ask('GET', '/api/inbound/waiting')).body).calls).toEqual([]);
    const recording = await waitFor(
      'the recording',
      () => prisma.recording.findFirst({ where: { attemptId, source: 'own', status: 'complete' } }),
      30_000,
    );
    expect(recording.durationMs).toBeGreaterThan(1_000);
    expect(second.isOver()).toBe(false);
  },
);
