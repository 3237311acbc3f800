import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
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
  floor = new TestFloor(db, redis);
  await floor.furnish();
});
afterEach(() => floor.routing.stop());

const keptFor = ({ attemptId, caseId }: Pick<CallRow, 'attemptId' | 'caseId'>) =>
  floor.routing.pool.hold({ attemptId, caseId, campaignId: floor.campaignId });
const seats = async () => (await floor.routing.pool.roster(floor.campaignId)).seats;

describe('an agent kept for a call', () => {
  it('[ROUTE-17] the owner, else the longest ready, is kept for a call and gets it, and nobody else does', async () => {
    const longest = await floor.hireReady();
    floor.clock.forward(1_000);
    const owner = await floor.hireReady();
    await floor.revive(longest);
    const [owned, other] = [await floor.ring(owner), await floor.ring()];
    expect([await keptFor(owned), await keptFor(other)]).toEqual([owner, longest]);
    expect(await keptFor(await floor.ring())).toBeNull();
    expect((await seats()).map(({ state, attemptId }) => [state, attemptId])).toEqual(
      expect.arrayContaining([
        ['reserved', owned.attemptId],
        ['reserved', other.attemptId],
      ]),
    );
    await floor.until(floor.answer(other));
    expect((await floor.attempt(other)).agentId).toBe(longest);
    expect((await floor.presence(owner))?.attemptId).toBe(owned.attemptId);
  });

  it('[HAND-3] who dials himself is kept and nobody else: not the owner, not one who is ready while he is not', async () => {
    const [owner, dials] = [await floor.hireReady(), await floor.hireReady()];
    const keptBy = ({ attemptId, caseId }: CallRow) =>
      floor.routing.pool.hold({ attemptId, caseId, campaignId: floor.campaignId, agentId: dials });
    expect(await keptBy(await floor.ring(owner))).toBe(dials);
    expect(await keptBy(await floor.ring(owner))).toBeNull();
    expect(await floor.stateOf(owner)).toBe('ready');
  });

  it('[ROUTE-17] a call that nobody answers, or that is not placed after all, gives the agent back his place', async () => {
    const agent = await floor.hireReady();
    const since = (await floor.presence(agent))?.readySince;
    const call = await floor.ring();
    floor.clock.forward(3_000);
    await floor.revive(agent);
    await keptFor(call);
    await floor.routing.callEnded(call.attemptId);
    expect(await floor.presence(agent)).toMatchObject({ state: 'ready', readySince: since });
    await keptFor(await floor.ring());
    await floor.routing.pool.release((await floor.presence(agent))?.attemptId ?? '');
    expect(await floor.presence(agent)).toMatchObject({ state: 'ready', readySince: since });
    await floor.routing.pool.release(newId());
  });

  it('[ROUTE-17] one who is gone when the call is answered does not take it with him', async () => {
    const gone = await floor.hireReady();
    const call = await floor.ring();
    expect(await keptFor(call)).toBe(gone);
    const there = await floor.hireReady();
    floor.routing.agentLost(gone);
    await waitFor('the loss', async () => (await floor.presence(gone))?.aliveAt === null);
    await floor.until(floor.answer(call));
    expect((await floor.attempt(call)).agentId).toBe(there);
  });

  it.each<[string, (agentId: string) => void]>([
    ['his socket breaks', (agentId) => floor.routing.agentLost(agentId)],
    ['his page answers no more', (agentId) => floor.routing.lifeSigns(agentId, ['probe'])],
  ])('[ROUTE-25] %s while it rings: another one is kept for it at once, and he keeps his place', async (_, breaks) => {
    const gone = await floor.hireReady();
    const readySince = (await floor.presence(gone))?.readySince;
    floor.clock.forward(1_000);
    const [next, last] = [await floor.hireReady(), await floor.hireReady()];
    await floor.revive(gone);
    const call = await floor.ring();
    expect(await keptFor(call)).toBe(gone);
    breaks(gone);
    await waitFor('another to be kept', async () => (await floor.presence(next))?.attemptId === call.attemptId);
    expect(await floor.presence(gone)).toMatchObject({ state: 'ready', attemptId: null, readySince });
    await floor.until(floor.answer(call));
    expect((await floor.attempt(call)).agentId).toBe(next);
    // Without proof of life he gets nothing, with it he is the first again.
    const other = await floor.ring();
    await floor.until(floor.answer(other));
    expect((await floor.attempt(other)).agentId).toBe(last);
    floor.routing.lifeSigns(gone, []);
    await waitFor('life', async () => (await floor.presence(gone))?.aliveAt !== null);
    expect(await keptFor(await floor.ring())).toBe(gone);
    expect(floor.said).toEqual([]);
  });

  it('[ROUTE-25] lost with nobody else free, the call goes to whoever is ready when it is answered', async () => {
    const gone = await floor.hireReady();
    const call = await floor.ring();
    expect(await keptFor(call)).toBe(gone);
    floor.routing.agentLost(gone);
    await waitFor('the reservation to end', async () => (await floor.presence(gone))?.attemptId === null);
    const next = await floor.hireReady();
    await floor.until(floor.answer(call));
    expect((await floor.attempt(call)).agentId).toBe(next);
  });

  it('[ROUTE-18] the sweep leaves him to a call that rings, and frees him when none does', async () => {
    const [waits, forgotten] = [await floor.hireReady(), await floor.hireReady()];
    const call = await floor.ring();
    const neverWritten = { attemptId: newId(), caseId: call.caseId };
    expect([await keptFor(call), await keptFor(neverWritten)]).toEqual([waits, forgotten]);
    await floor.routing.start();
    await waitFor('the forgotten one to be freed', async () => {
      floor.forward(1_000);
      await floor.revive(waits);
      return (await floor.stateOf(forgotten)) === 'ready';
    });
    expect(await floor.stateOf(waits)).toBe('reserved');
    await db.prisma.attempt.update({
      where: { id: call.attemptId },
      data: { state: 'ended', endedAt: new Date(floor.clock()), endFault: 'callee', endReason: 'busy' },
    });
    await waitFor('the other one too', async () => {
      floor.forward(1_000);
      return (await floor.stateOf(waits)) === 'ready';
    });
  });
});

describe('the roster', () => {
  it('[ROUTE-19] lists who is at work with proof of life, whether they go after the call, and who shares them', async () => {
    const [ready, busy, faded] = [await floor.hireReady(), await floor.hireReady(), await floor.hireReady()];
    await db.prisma.agentPresence.update({ where: { userId: busy }, data: { readySince: new Date(0) } });
    const call = await floor.ring();
    await floor.until(floor.answer(call));
    await floor.routing.setState(busy, { to: 'on_break', reason: 'meal' });
    floor.routing.agentLost(faded);
    await waitFor('the loss', async () => (await floor.presence(faded))?.aliveAt === null);

    const other = newId();
    const { trunkId } = await db.prisma.campaign.findUniqueOrThrow({ where: { id: floor.campaignId } });
    const agents = { create: [{ userId: ready }, { userId: await floor.hire() }] };
    await db.prisma.campaign.create({
      data: { id: other, name: other, preset: 'demo', trunkId, status: 'running', agents },
    });
    const roster = await floor.routing.pool.roster(floor.campaignId);
    expect(roster.seats).toMatchObject([
      { agentId: ready, state: 'ready', leaving: false, attemptId: null },
      { agentId: busy, state: 'talking', leaving: true, attemptId: call.attemptId },
    ]);
    expect(roster.lifeless).toBe(1);
    expect(roster.shared).toEqual([{ campaignId: other, share: 1, agentIds: [ready], keptFor: [] }]);
    const kept = await floor.ring();
    expect(await keptFor(kept)).toBe(ready);
    expect((await floor.routing.pool.roster(floor.campaignId)).shared).toMatchObject([{ keptFor: [kept.attemptId] }]);
  });

  it('[ROUTE-20] [AGT-16] whoever speaks no language that the campaign’s calls require does not count for it', async () => {
    const spoken: [string, string[]][] = [
      [await floor.hireReady(), ['zh']],
      [await floor.hireReady(), ['en']],
      [await floor.hireReady(), []],
    ];
    for (const [id, languages] of spoken) await db.prisma.user.update({ where: { id }, data: { languages } });
    const { caseId } = await floor.ring();
    const asks = async (languageRule: string, language: string | null, status: 'open' | 'closed' = 'open') => {
      await db.prisma.campaign.update({ where: { id: floor.campaignId }, data: { languageRule } });
      await db.prisma.case.update({ where: { id: caseId }, data: { language, status } });
      floor.clock.forward(5_001);
      await db.prisma.agentPresence.updateMany({ data: { aliveAt: new Date(floor.clock()) } });
      const { ready } = await floor.routing.pool.snapshot(floor.campaignId);
      expect(await seats()).toHaveLength(ready);
      return ready;
    };
    expect(await asks('preferred', 'zh-TW')).toBe(3);
    expect(await asks('required', 'zh-TW')).toBe(1);
    expect((await seats()).map(({ agentId }) => agentId)).toEqual([spoken[0]?.[0]]);
    expect(await asks('required', 'es')).toBe(0);
    expect(await asks('required', null)).toBe(3);
    expect(await asks('required', 'es', 'closed')).toBe(3);
  });

  it('[AGT-17] while somebody at work speaks some of the required languages alone the pacer is told', async () => {
    const chinese = await floor.hireReady();
    const both = await floor.hireReady();
    const english = await floor.hireReady();
    const speak = (id: string, languages: string[]) => db.prisma.user.update({ where: { id }, data: { languages } });
    await speak(both, ['zh', 'es']);
    await speak(chinese, ['zh']);
    await speak(english, ['en']);
    for (const language of ['zh', 'es']) {
      const { caseId } = await floor.ring();
      await db.prisma.case.update({ where: { id: caseId }, data: { language } });
    }
    const differ = async (languageRule: string): Promise<boolean[]> => {
      await db.prisma.campaign.update({ where: { id: floor.campaignId }, data: { languageRule } });
      floor.clock.forward(5_001);
      await db.prisma.agentPresence.updateMany({ data: { aliveAt: new Date(floor.clock()) } });
      const { pool } = floor.routing;
      const [roster, figures] = await Promise.all([pool.roster(floor.campaignId), pool.snapshot(floor.campaignId)]);
      return [roster.languagesDiffer, figures.languagesDiffer];
    };
    expect(await differ('preferred')).toEqual([false, false]);
    expect(await differ('required')).toEqual([true, true]);
    await speak(chinese, ['zh', 'es']);
    // Whoever speaks none of them is no agent of the campaign, and hinders nobody.
    expect(await differ('required')).toEqual([false, false]);
  });
});
