import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { waitFor } from '../support/wait-for.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';
import { openDoors, type Doors } from './doors.ts';
import { TestFloor, type CallRow } from './floor.ts';

let db: TestDatabase;
let redis: TestRedis;
let floor: TestFloor;
let doors: Doors;

beforeAll(async () => {
  [db, redis] = await Promise.all([withDatabase(), withRedis()]);
});
afterAll(async () => {
  await redis.close();
  await db.drop();
});
beforeEach(async () => {
  floor = new TestFloor(db, redis);
  await floor.furnish();
  doors = await openDoors(floor);
});
afterEach(() => doors.close());

const ask: Doors['ask'] = (...asked) => doors.ask(...asked);

async function talking(): Promise<{ agent: string; call: CallRow }> {
  const agent = await floor.hireReady();
  const call = await floor.ring();
  await floor.until(floor.answer(call));
  expect(await floor.stateOf(agent)).toBe('talking');
  return { agent, call };
}

const wrapUp = (call: CallRow, then: 'ready' | 'on_break' = 'ready') => ({
  attemptId: call.attemptId,
  code: 'NEG',
  party: 'RPC',
  nextFollowUpOn: '2026-11-25',
  then,
});

describe('the floor', () => {
  it('[S20] Ready without a wrap-up is refused naming each missing field; after saving it is granted and timed', async () => {
    const { agent, call } = await talking();
    await floor.routing.mediaStopped(call.attemptId, floor.clock());
    expect(await floor.stateOf(agent)).toBe('wrapping_up');

    const refused = await ask(agent, 'POST', '/api/agent/state', { to: 'ready' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'wrap-up-due' } });
    expect((refused.body['errors'] as { field: string }[]).map((error) => error.field)).toEqual([
      'disposition',
      'class',
      'next_date',
    ]);

    floor.clock.forward(12_000);
    const saved = await ask(agent, 'POST', '/api/agent/wrap-up', wrapUp(call));
    expect(saved).toMatchObject({ status: 200, body: { acwMs: 12_000 } });
    expect(await floor.stateOf(agent)).toBe('ready');
  });

  it('[INV-5] a refused wrap-up leaves the agent where he is, with every problem named', async () => {
    const { agent, call } = await talking();
    await floor.routing.callEnded(call.attemptId);
    floor.wrapUpReply = {
      kind: 'refused',
      problems: [{ field: 'nextFollowUpOn', rule: 'R6', remedy: 'Between 2026-11-25 and 2026-12-01.' }],
    };
    const reply = await ask(agent, 'POST', '/api/agent/wrap-up', wrapUp(call));
    expect(reply).toMatchObject({
      status: 422,
      body: { code: 'wrap-up-refused', errors: [{ field: 'nextFollowUpOn' }] },
    });
    expect(await floor.stateOf(agent)).toBe('wrapping_up');
  });

  it('[R30] a wrap-up with a code that is none is refused by name and leaves the agent where he is', async () => {
    const { agent, call } = await talking();
    await floor.routing.callEnded(call.attemptId);
    const reply = await ask(agent, 'POST', '/api/agent/wrap-up', { ...wrapUp(call), code: 'PROMISED' });
    expect(reply).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'code', rule: 'R30:unknown_code', remedy: expect.any(String) as string }] },
    });
    expect(await floor.stateOf(agent)).toBe('wrapping_up');
    expect(await ask(agent, 'POST', '/api/agent/wrap-up', wrapUp(call))).toMatchObject({ status: 200 });
  });

  it('[INV-5] the database holds Ready back too while a connected call has no wrap-up', async () => {
    const { agent, call } = await talking();
    await db.prisma.agentPresence.update({
      where: { userId: agent },
      data: { state: 'on_break', reason: 'rest', attemptId: null, version: { increment: 1 } },
    });
    const reply = await floor.routing.setState(agent, { to: 'ready' });
    expect(reply).toMatchObject({ kind: 'refused', because: 'wrap_up_due' });
    expect(await floor.presence(agent)).toMatchObject({ state: 'wrapping_up', attemptId: call.attemptId });
    await ask(agent, 'POST', '/api/agent/wrap-up', wrapUp(call));
    expect(await floor.stateOf(agent)).toBe('ready');
  });

  it("[INV-5] a wrap-up of a running call or of somebody else's is not due", async () => {
    const { agent, call } = await talking();
    const running = await ask(agent, 'POST', '/api/agent/wrap-up', wrapUp(call));
    expect(running).toMatchObject({
      status: 409,
      body: { code: 'wrap-up-not-due', errors: [{ rule: 'call_running' }] },
    });
    const other = await floor.hireReady();
    expect((await ask(other, 'POST', '/api/agent/wrap-up', wrapUp(call))).status).toBe(409);
  });

  it('[ROUTE-9] a break asked for during the talk is kept as a wish and comes after the wrap-up, with its reason', async () => {
    const { agent, call } = await talking();
    const asked = await ask(agent, 'POST', '/api/agent/state', { to: 'on_break', reason: 'meal' });
    expect(asked).toMatchObject({ status: 200, body: { state: 'talking', wish: 'on_break' } });
    await floor.routing.callEnded(call.attemptId);
    await ask(agent, 'POST', '/api/agent/wrap-up', wrapUp(call, 'on_break'));
    expect(await floor.presence(agent)).toMatchObject({ state: 'on_break', reason: 'meal' });
  });

  it('[ROUTE-10] Ready needs proof of life, and the refusal says which is missing', async () => {
    const agent = await floor.hire();
    expect(await ask(agent, 'POST', '/api/agent/state', { to: 'ready' })).toMatchObject({
      status: 409,
      body: { code: 'no-proof-of-life', errors: [{ field: 'audio_socket' }] },
    });
    floor.routing.lifeSigns(agent, ['microphone']);
    expect(await ask(agent, 'POST', '/api/agent/state', { to: 'ready' })).toMatchObject({
      body: { errors: [{ field: 'microphone' }] },
    });
  });

  it('[ROUTE-11] pacing counts who is ready and alive, and hears of every change', async () => {
    const agent = await floor.hireReady();
    const gone = await floor.hireReady();
    await floor.hire();
    let told = 0;
    floor.routing.pool.onChange(() => told++);
    floor.routing.agentLost(gone);
    await waitFor(
      'the loss to be counted',
      async () => (await floor.routing.pool.snapshot(floor.campaignId)).ready === 1,
    );
    await waitFor('pacing to be told', () => told > 0);
    const call = await floor.ring();
    await floor.until(floor.answer(call));
    expect(await floor.stateOf(agent)).toBe('talking');
    expect(await floor.routing.pool.snapshot(floor.campaignId)).toEqual({
      ready: 0,
      reserved: 0,
      talking: 1,
      wrappingUp: 0,
      onBreak: 1,
      alive: 1,
      working: 1,
      lifeless: 1,
      languagesDiffer: false,
    });
  });

  it('[ROUTE-12] hang-up, hold and keys are for the agent on the call alone', async () => {
    const { agent, call } = await talking();
    const other = await floor.hireReady();
    for (const act of ['hangup', 'hold', 'resume']) {
      expect((await ask(other, 'POST', `/api/calls/${call.attemptId}/${act}`)).status).toBe(409);
    }
    expect((await ask(agent, 'POST', `/api/calls/${call.attemptId}/hold`)).status).toBe(204);
    expect(floor.onHold.has(call.attemptId)).toBe(true);
    expect((await ask(agent, 'POST', `/api/calls/${call.attemptId}/resume`)).status).toBe(204);
    expect(floor.pushes(agent, 'held')).toEqual([
      { attemptId: call.attemptId, onHold: true },
      { attemptId: call.attemptId, onHold: false },
    ]);
    expect((await ask(agent, 'POST', `/api/calls/${call.attemptId}/dtmf`, { digits: '12#' })).status).toBe(204);
    expect((await ask(agent, 'POST', `/api/calls/${call.attemptId}/dtmf`, { digits: 'x' })).status).toBe(400);
    expect((await ask(agent, 'POST', `/api/calls/${call.attemptId}/hangup`)).status).toBe(204);
    expect(floor.said).toContain(`hangUp ${call.attemptId} agent`);
    expect(await floor.stateOf(agent)).toBe('wrapping_up');
  });

  it('[ROUTE-13] an end that is told three times is one wrap-up', async () => {
    const { agent, call } = await talking();
    await Promise.all([
      floor.routing.mediaStopped(call.attemptId, floor.clock()),
      floor.routing.callEnded(call.attemptId),
      floor.routing.callEnded(call.attemptId),
    ]);
    expect(await floor.stateOf(agent)).toBe('wrapping_up');
    expect(floor.pushes(agent, 'ended')).toHaveLength(1);
    const log = await db.prisma.agentStateLog.findMany({
      where: { userId: agent },
      orderBy: [{ from: 'asc' }, { id: 'asc' }],
    });
    expect(log.map((entry) => entry.state)).toEqual([
      'on_break',
      'on_break',
      'ready',
      'reserved',
      'talking',
      'wrapping_up',
    ]);
    expect(log.filter((entry) => entry.to === null)).toHaveLength(1);
  });

  it('[ROUTE-14] an agent lost in mid-call has the grace to come back; after it the call ends and is written up', async () => {
    const { agent, call } = await talking();
    floor.routing.agentLost(agent);
    await waitFor('the loss to be shown', () =>
      floor.pushes(agent, 'state').some((view) => (view as { alive: boolean }).alive === false),
    );
    floor.forward(19_000);
    floor.routing.lifeSigns(agent, []);
    floor.forward(30_000);
    expect(await floor.stateOf(agent)).toBe('talking');
    expect(floor.said).toEqual([]);

    floor.routing.agentLost(agent);
    await waitFor('the end', async () => {
      if ((await floor.stateOf(agent)) === 'talking') floor.forward(1_000);
      return (await floor.stateOf(agent)) === 'wrapping_up';
    });
    expect(floor.said).toContain(`agentLost ${call.attemptId}`);
  });

  it('[ROUTE-15] signing out is refused on a call and while a wrap-up is owed', async () => {
    const { agent, call } = await talking();
    expect((await ask(agent, 'POST', '/api/agent/state', { to: 'signed_out' })).body['code']).toBe('on-a-call');
    await floor.routing.callEnded(call.attemptId);
    expect((await ask(agent, 'POST', '/api/agent/state', { to: 'signed_out' })).body['code']).toBe('wrap-up-due');
    await ask(agent, 'POST', '/api/agent/wrap-up', wrapUp(call));
    expect((await ask(agent, 'POST', '/api/agent/state', { to: 'signed_out' })).body['state']).toBe('signed_out');
  });

  it('[ROUTE-16] after a reload in mid-call the console gets its call back', async () => {
    await db.prisma.tenant.upsert({
      where: { id: 1 },
      create: { name: 'x', preset: 'demo', businessZone: 'Asia/Shanghai' },
      update: {},
    });
    const { agent, call } = await talking();
    floor.onHold.add(call.attemptId);
    const reply = await ask(agent, 'GET', '/api/agent/bootstrap');
    expect(reply.body).toMatchObject({
      user: { id: agent },
      businessZone: 'Asia/Shanghai',
      state: { state: 'talking', attemptId: call.attemptId, alive: true },
      call: { attemptId: call.attemptId, onHold: true },
    });
  });
});

describe('nobody stays stuck', () => {
  const restart = async (): Promise<void> => {
    const before = floor;
    await before.routing.stop();
    floor = new TestFloor(db, redis, {}, before.clock() + 1_000);
    floor.campaignId = before.campaignId;
    await floor.routing.start();
  };

  it('[INV-7] killed between reservation and talk: at start the agent is ready again, in his place', async () => {
    const agent = await floor.hireReady();
    const call = await floor.ring();
    const before = await floor.presence(agent);
    await db.prisma.agentPresence.update({
      where: { userId: agent },
      data: { state: 'reserved', attemptId: call.attemptId, version: { increment: 1 } },
    });
    // Somebody answered: he was reserved for that, not kept while it rang (ROUTE-18).
    await db.prisma.attempt.update({
      where: { id: call.attemptId },
      data: { state: 'answered', answeredAt: new Date(floor.clock()) },
    });
    await restart();
    expect(await floor.presence(agent)).toMatchObject({ state: 'ready', readySince: before?.readySince });
  });

  it('[INV-7] killed in mid-call: when the attempt has ended meanwhile, at start the agent wraps up', async () => {
    const { agent, call } = await talking();
    await db.prisma.attempt.update({
      where: { id: call.attemptId },
      data: { state: 'ended', endedAt: new Date(floor.clock()), endFault: 'none', endReason: 'callee-hung-up' },
    });
    await restart();
    expect(await floor.stateOf(agent)).toBe('wrapping_up');
    expect(floor.pushes(agent, 'ended')).toMatchObject([{ endReason: 'callee-hung-up' }]);
  });

  it('[INV-7] a talk whose stream is gone is ended after ten seconds, not in the moment it is being settled', async () => {
    const { agent, call } = await talking();
    floor.forward(60_000);
    await floor.routing.start();
    floor.streamless.add(call.attemptId);
    const goneAt = floor.clock();
    await waitFor('the agent to wrap up', async () => {
      floor.forward(500);
      return (await floor.stateOf(agent)) === 'wrapping_up';
    });
    expect(floor.said).toContain(`hangUp ${call.attemptId} system`);
    expect(floor.clock() - goneAt).toBeGreaterThanOrEqual(10_000);
  });

  it('[INV-7] killed between saving a wrap-up and moving on: at start the agent is moved on', async () => {
    const { agent, call } = await talking();
    await floor.routing.callEnded(call.attemptId);
    await floor.saveWrapUpRow(agent, call.attemptId);
    await restart();
    expect(await floor.stateOf(agent)).toBe('on_break');
  });

  it('[INV-7] ready without proof of life for a minute becomes a break; the connection is named', async () => {
    const agent = await floor.hireReady();
    floor.forward(300_000);
    await floor.routing.start();
    floor.routing.agentLost(agent);
    const lostAt = floor.clock();
    await waitFor('the break', async () => {
      floor.forward(2_000);
      return (await floor.stateOf(agent)) === 'on_break';
    });
    expect(floor.clock() - lostAt).toBeGreaterThan(60_000);
    expect((await floor.presence(agent))?.reason).toBe('connection_lost');
  });

  it('[INV-7] after a restart whoever was ready has the minute to come back, however long the server was down', async () => {
    const agent = await floor.hireReady();
    floor.forward(3_600_000);
    // Starting sweeps the floor once.
    await restart();
    expect(await floor.stateOf(agent)).toBe('ready');
  });
});
