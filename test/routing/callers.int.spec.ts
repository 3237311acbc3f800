import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makePrismaCallFacts } from '../../src/routing/adapters/prisma-call-facts.ts';
import { makePrismaCandidates } from '../../src/routing/adapters/prisma-candidates.ts';
import { makePrismaPresence } from '../../src/routing/adapters/prisma-presence.ts';
import { makePrismaQueueFacts } from '../../src/routing/adapters/prisma-queue-facts.ts';
import { makeReserveAgent } from '../../src/routing/reserve-agent.ts';
import { newId } from '../../src/platform/ids.ts';
import { makeLogger } from '../../src/platform/log.ts';
import { waitFor } from '../support/wait-for.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';
import { TestFloor, type CallRow } from './floor.ts';

let db: TestDatabase;
let redis: TestRedis;
let floor: TestFloor;

beforeAll(async () => {
  [db, redis] = await Promise.all([withDatabase(), withRedis()]);
});
afterAll(async () => {
  await redis.close();
  await db.drop();
});
beforeEach(async () => {
  floor = new TestFloor(db, redis, { callerOwnerWaitMs: 15_000, streamWithinMs: 5_000 });
  await floor.furnish();
});
afterEach(() => floor.routing.stop());

/** The debtor of a case rings us. */
async function rings(ownerId: string | null = null): Promise<CallRow> {
  const call = await floor.ring(ownerId);
  await db.prisma.attempt.update({ where: { id: call.attemptId }, data: { direction: 'inbound' } });
  return call;
}

/** What the carrier is told when it asks about a caller. */
const asks = ({ attemptId }: CallRow, arrivedAt = floor.clock()) =>
  floor.routing.callerStanding({ attemptId, arrivedAt });
const agentOf = async ({ attemptId }: CallRow): Promise<string | null> =>
  (await db.prisma.agentPresence.findFirst({ where: { attemptId } }))?.userId ?? null;

/** An agent who writes up a call. */
async function writingUp(): Promise<string> {
  const agentId = await floor.hireReady();
  const call = await floor.ring();
  await floor.until(floor.answer(call));
  await floor.routing.mediaStopped(call.attemptId, floor.clock());
  expect(await floor.stateOf(agentId)).toBe('wrapping_up');
  return agentId;
}

const inTeam = (teamId: string, agentId: string) => db.prisma.user.update({ where: { id: agentId }, data: { teamId } });

describe('who a caller is given to', () => {
  it('[INB-6] the owner who is ready, though somebody else is ready longer', async () => {
    await floor.hireReady();
    floor.clock.forward(1_000);
    const owner = await floor.hireReady();
    const caller = await rings(owner);
    expect(await asks(caller)).toMatchObject({ kind: 'agent' });
    expect(await agentOf(caller)).toBe(owner);
  });

  it('[INB-6] an owner who writes up is waited for, fifteen seconds and not longer', async () => {
    const owner = await writingUp();
    const other = await floor.hireReady();
    const caller = await rings(owner);
    const arrivedAt = floor.clock();
    expect(await asks(caller, arrivedAt)).toMatchObject({ kind: 'waiting', position: 1 });
    floor.clock.forward(14_999);
    await floor.revive(owner);
    await floor.revive(other);
    await db.prisma.agentPresence.updateMany({ data: { aliveAt: new Date(floor.clock()) } });
    expect(await asks(caller, arrivedAt)).toMatchObject({ kind: 'waiting' });
    floor.clock.forward(1);
    expect(await asks(caller, arrivedAt)).toMatchObject({ kind: 'agent' });
    expect(await agentOf(caller)).toBe(other);
  });

  it('[INB-6] then his team, then whoever of the campaign is ready longest', async () => {
    const team = await db.prisma.team.create({ data: { id: newId(), name: newId() } });
    const owner = await floor.hire();
    const longest = await floor.hireReady();
    floor.clock.forward(1_000);
    const colleague = await floor.hireReady();
    for (const agentId of [owner, colleague]) await inTeam(team.id, agentId);
    const [first, second] = [await rings(owner), await rings(owner)];
    expect([(await asks(first)).kind, (await asks(second)).kind]).toEqual(['agent', 'agent']);
    expect([await agentOf(first), await agentOf(second)]).toEqual([colleague, longest]);
  });
});

describe('whoever became ready after the callers before him were asked', () => {
  const reserving = () => {
    const { clock } = floor;
    const nodeId = 'node-1';
    const facts = makePrismaCallFacts(db.prisma, clock);
    return {
      queue: makePrismaQueueFacts(db.prisma, { needs: (call) => facts.needs(call), nodeId, clock }),
      agents: makeReserveAgent({
        store: makePrismaPresence(db.prisma, nodeId),
        candidates: makePrismaCandidates(db.prisma, nodeId),
        life: { isAlive: () => true },
        clock,
        log: makeLogger({ level: 'silent' }),
        aliveForMs: 10_000,
      }),
    };
  };

  it('[INB-7] [INB-6] is passed over this time, or waited for as one who writes up', async () => {
    const { queue, agents } = reserving();
    const before = await queue.readyHere();
    const late = await floor.hireReady();
    expect((await queue.readyHere()).has(late)).toBe(true);
    expect(before.has(late)).toBe(false);
    const reserve = async (call: CallRow, readyThen: ReadonlySet<string> | null) => {
      const caller = await queue.caller(call.attemptId);
      if (caller === null) throw new Error('there is no such caller');
      const { attemptId, needs } = caller;
      return agents.forCaller(caller, 15_000, { attemptId, needs, waitedMs: 1_000, readyThen });
    };
    expect(await reserve(await rings(), before)).toEqual({ agent: null, waitMs: 0 });
    const his = await rings(late);
    expect(await reserve(his, before)).toEqual({ agent: null, waitMs: 14_000 });
    expect(await floor.stateOf(late)).toBe('ready');
    expect((await reserve(his, await queue.readyHere())).agent?.userId).toBe(late);
  });
});

describe('what fails on the way to an agent', () => {
  it('[INB-8] one whose page is gone is passed over at once, and has his place again', async () => {
    const gone = await floor.hireReady();
    const readySince = (await floor.presence(gone))?.readySince;
    floor.clock.forward(1_000);
    const there = await floor.hireReady();
    const caller = await rings();
    expect(await asks(caller)).toMatchObject({ kind: 'agent' });
    expect(await agentOf(caller)).toBe(gone);
    floor.routing.agentLost(gone);
    // Before the carrier has brought anything.
    await waitFor('the other to be kept for him', async () => {
      floor.forward(100);
      return (await agentOf(caller)) === there;
    });
    await floor.until(floor.answer(caller));
    expect((await floor.attempt(caller)).agentId).toBe(there);
    expect(await floor.presence(gone)).toMatchObject({ attemptId: null, readySince });
    expect(floor.onHold.has(caller.attemptId)).toBe(false);
  });

  it('[ROUTE-25] one whose page answers no more, though its socket stands, is passed over just so', async () => {
    const stuck = await floor.hireReady();
    floor.clock.forward(1_000);
    const there = await floor.hireReady();
    const caller = await rings();
    expect(await asks(caller)).toMatchObject({ kind: 'agent' });
    expect(await agentOf(caller)).toBe(stuck);
    floor.routing.lifeSigns(stuck, ['probe']);
    await waitFor('the other to be kept for him', async () => (await agentOf(caller)) === there);
    await floor.until(floor.answer(caller));
    expect((await floor.attempt(caller)).agentId).toBe(there);
  });

  it('[INB-8] where the carrier brings no audio, agent and caller keep their places, and are tried again', async () => {
    const agent = await floor.hireReady();
    const readySince = (await floor.presence(agent))?.readySince;
    floor.bringInReply = 'failed';
    const caller = await rings();
    const later = await rings();
    const arrivedAt = floor.clock();
    // The first look is the agent's own: nobody of the carrier asks, so the carrier is told.
    await db.prisma.agentPresence.updateMany({ data: { state: 'on_break' } });
    expect(await asks(caller, arrivedAt)).toMatchObject({ kind: 'waiting', position: 1 });
    expect(await asks(later, arrivedAt + 1)).toMatchObject({ kind: 'waiting', position: 2 });
    await db.prisma.agentPresence.updateMany({ data: { state: 'ready' } });
    const told = (): string[] => floor.said.filter((word) => word.startsWith('bringIn'));
    await waitFor('the carrier to be told of the first, then of the second', () => {
      floor.forward(100);
      return told().length >= 2;
    });
    expect(told().slice(0, 2)).toEqual([`bringIn ${caller.attemptId}`, `bringIn ${later.attemptId}`]);
    floor.bringInReply = 'asked';
    await waitFor('the first to be tried again', async () => {
      floor.forward(100);
      return (await agentOf(caller)) === agent;
    });
    expect((await floor.presence(agent))?.readySince).toEqual(readySince);
  });
});

describe('callers and whoever we ring', () => {
  it('[INB-9] an agent who becomes free goes to the caller who waits, not to the call that was answered before', async () => {
    const agentId = await floor.hire();
    await floor.revive(agentId);
    const answered = await floor.ring();
    const offered = floor.answer(answered);
    const caller = await rings();
    expect(await asks(caller)).toMatchObject({ kind: 'waiting' });
    expect(await floor.routing.setState(agentId, { to: 'ready' })).toMatchObject({ kind: 'moved' });
    await waitFor('the caller to have him', async () => (await agentOf(caller)) === agentId);
    await floor.until(offered);
    expect((await floor.attempt(answered)).agentId).toBeNull();
  });

  it('[INB-9] pacing counts no agent whom a caller waits for', async () => {
    const agents = [await floor.hireReady(), await floor.hireReady()];
    const ready = async () => [
      (await floor.routing.pool.snapshot(floor.campaignId)).ready,
      (await floor.routing.pool.roster(floor.campaignId)).seats.filter(({ state }) => state === 'ready').length,
    ];
    expect(await ready()).toEqual([2, 2]);
    // Free for nobody at this instant: the caller waits, and the next one who is ready is his.
    await db.prisma.agentPresence.updateMany({ where: { userId: { in: agents } }, data: { state: 'on_break' } });
    expect(await asks(await rings())).toMatchObject({ kind: 'waiting' });
    floor.clock.forward(201);
    const aliveAt = new Date(floor.clock());
    await db.prisma.agentPresence.updateMany({ where: { userId: { in: agents } }, data: { state: 'ready', aliveAt } });
    expect(await ready()).toEqual([1, 1]);
  });

  it('[INB-9] a caller counts against the agents of the queue he falls to, whatever campaign his case is in', async () => {
    const team = await db.prisma.team.create({ data: { id: newId(), name: newId() } });
    const [ofTeam, outside] = [await floor.hireReady(), await floor.hireReady()];
    await inTeam(team.id, ofTeam);
    // The number he rings is the team's, his case another campaign's, which none of these agents works for.
    const caller = await rings();
    const callerId = await db.prisma.callerId.findFirstOrThrow({
      where: { attempts: { some: { id: caller.attemptId } } },
    });
    await db.prisma.callerId.update({ where: { id: callerId.id }, data: { inbound: { teamId: team.id } } });
    await db.prisma.inboundCall.create({
      data: {
        ...{ id: newId(), carrierCallSid: newId(), callerIdId: callerId.id, attemptId: caller.attemptId },
        arrivedAt: new Date(floor.clock()),
      },
    });
    await db.prisma.agentPresence.updateMany({ where: { userId: ofTeam }, data: { state: 'on_break' } });
    expect(await asks(caller)).toMatchObject({ kind: 'waiting' });
    const seats = async () =>
      (await floor.routing.pool.roster(floor.campaignId)).seats
        .map(({ agentId, state, leaving }) => [agentId, state, leaving])
        .toSorted();
    expect(await seats()).toEqual([[outside, 'ready', false]]);
    floor.clock.forward(201);
    await floor.revive(ofTeam);
    await floor.revive(outside);
    await db.prisma.agentPresence.updateMany({ data: { aliveAt: new Date(floor.clock()) } });
    await db.prisma.agentPresence.updateMany({ where: { userId: ofTeam }, data: { state: 'ready' } });
    expect(await seats()).toEqual(
      [
        [ofTeam, 'reserved', false],
        [outside, 'ready', false],
      ].toSorted(),
    );
    expect((await floor.routing.pool.snapshot(floor.campaignId)).ready).toBe(1);
    // Busy, he is the caller's next and no answer's of this campaign.
    floor.clock.forward(201);
    await db.prisma.agentPresence.updateMany({ data: { aliveAt: new Date(floor.clock()) } });
    await db.prisma.agentPresence.updateMany({
      where: { userId: ofTeam },
      data: { state: 'wrapping_up', attemptId: caller.attemptId },
    });
    expect(await seats()).toEqual(
      [
        [ofTeam, 'wrapping_up', true],
        [outside, 'ready', false],
      ].toSorted(),
    );
  });
});
