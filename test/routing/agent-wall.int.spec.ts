import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WallAgent } from '../../src/contract/agent-wall.ts';
import { newId } from '../../src/platform/ids.ts';
import { waitFor } from '../support/wait-for.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';
import { openDoors, type Doors } from './doors.ts';
import { TestFloor } from './floor.ts';

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

const supervisor = async (teamId: string | null = null): Promise<string> => {
  const id = newId();
  await db.prisma.user.create({
    data: { id, username: id, displayName: id, passwordHash: '', role: 'supervisor', teamId },
  });
  return id;
};
const team = async (...userIds: string[]): Promise<string> => {
  const id = newId();
  await db.prisma.team.create({ data: { id, name: id } });
  await db.prisma.user.updateMany({ where: { id: { in: userIds } }, data: { teamId: id } });
  return id;
};
const seen = async (viewerId: string, agentId: string): Promise<WallAgent | undefined> => {
  const reading = await floor.routing.wall.read();
  return (await reading.for({ id: viewerId, role: 'supervisor' })).find((agent) => agent.agentId === agentId);
};
const talking = async (): Promise<{ agentId: string; attemptId: string; caseId: string }> => {
  const agentId = await floor.hireReady();
  const call = await floor.ring();
  await floor.until(floor.answer(call));
  return { agentId, ...call };
};

describe('the wall', () => {
  it('[WALL-5] shows an agent with his call, masked, and says what his line was measured at', async () => {
    const { agentId, attemptId, caseId } = await talking();
    const { debtorId, lineId } = await db.prisma.attempt.findUniqueOrThrow({ where: { id: attemptId } });
    await db.prisma.debtor.update({ where: { id: debtorId }, data: { name: 'Avery Sampleton' } });
    await db.prisma.line.update({ where: { id: lineId }, data: { e164: '+8613800138000' } });
    floor.routing.lineFigures(agentId, { rttMs: 300, lossShare: 0, jitterMs: 2 });
    await floor.routing.start();
    const shown = await waitFor('the figures of the line', async () => {
      floor.forward(2_000);
      const agent = await seen(await supervisor(), agentId);
      return agent?.line == null ? null : agent;
    });
    expect(shown).toMatchObject({
      state: 'talking',
      since: (await floor.presence(agentId))?.since.getTime(),
      alive: true,
      line: { grade: 'fair', rttMs: 300 },
      call: { attemptId, caseId, debtor: 'A***', number: '+86 138****8000', direction: 'outbound' },
    });
    expect(JSON.stringify(shown)).not.toMatch(/Sampleton|13800138000/);
  });

  it('[WALL-4] a supervisor is shown his team and who has none, and of other teams nobody', async () => {
    const [own, loose, foreign] = [await floor.hire(), await floor.hire(), await floor.hire()];
    const mine = await team(own);
    await team(foreign);
    const viewer = await supervisor(mine);
    expect(await seen(viewer, own)).toMatchObject({ teamId: mine, state: 'on_break' });
    expect(await seen(viewer, loose)).toBeDefined();
    expect(await seen(viewer, foreign)).toBeUndefined();
  });
});

describe('listening in', () => {
  it('[WALL-6] to one’s own team’s live call; each listening, its end and each refusal are in the audit trail', async () => {
    const { agentId, attemptId, caseId } = await talking();
    const own = await team(agentId);
    const { listening } = floor.routing;
    const as = async (teamId: string | null) => ({
      id: await supervisor(teamId),
      role: 'supervisor' as const,
      mayListen: true,
    });
    const mine = await as(own);
    expect(await listening.begin(mine, attemptId)).toBe('admitted');
    await listening.ended(mine, attemptId, 5_000);
    expect(await listening.begin(await as(await team()), attemptId)).toBe('not-allowed');
    expect(await listening.begin({ ...(await as(own)), mayListen: false }, attemptId)).toBe('not-allowed');
    await db.prisma.attempt.update({
      where: { id: attemptId },
      data: {
        state: 'ended',
        endedAt: new Date(floor.clock()),
        endFault: 'none',
        endReason: 'done',
        systemResult: 'BUSY',
      },
    });
    expect(await listening.begin(mine, attemptId)).toBe('not-live');
    expect(floor.audited).toEqual([
      { action: 'call.listened', detail: { caseId, agentId } },
      { action: 'call.listening_ended', detail: { listenedMs: 5_000 } },
      { action: 'call.listening_refused', detail: { caseId, agentId } },
      { action: 'call.listening_refused', detail: { caseId, agentId } },
    ]);
  });
});

describe('freeing a stuck agent', () => {
  const free = async (agentId: string, body: Record<string, unknown>, by?: string) =>
    doors.ask(by ?? (await supervisor()), 'POST', `/api/floor/agents/${agentId}/state`, body);

  it('[WALL-7] takes him out of his state for a reason, which is kept', async () => {
    const agentId = await floor.hireReady();
    expect(await free(agentId, { to: 'on_break', reason: ' ' })).toMatchObject({ status: 400 });
    expect(await free(agentId, { to: 'on_break', reason: 'frozen page' })).toMatchObject({
      status: 200,
      body: { state: 'on_break' },
    });
    expect(await floor.presence(agentId)).toMatchObject({ state: 'on_break', reason: 'supervisor' });
    expect(floor.audited).toMatchObject([
      { action: 'agent.forced', detail: { before: 'ready', after: 'on_break', reason: 'frozen page' } },
    ]);
  });

  it('[WALL-7] ends his call and leaves the wrap-up owed, which nobody forces away', async () => {
    const { agentId, attemptId } = await talking();
    expect(await free(agentId, { to: 'signed_out', reason: 'does not answer' })).toMatchObject({
      body: { state: 'wrapping_up' },
    });
    expect(floor.said).toContain(`hangUp ${attemptId} system`);
    expect(await floor.presence(agentId)).toMatchObject({ state: 'wrapping_up', wish: 'on_break:supervisor' });
    const again = await free(agentId, { to: 'on_break', reason: 'still there' });
    expect(again).toMatchObject({ status: 409, body: { code: 'wrap-up-due', errors: [{ rule: 'wrap_up_due' }] } });
  });

  it('[WALL-7] an agent of another team does not exist', async () => {
    const agentId = await floor.hireReady();
    await team(agentId);
    const stranger = await supervisor(await team());
    expect(await free(agentId, { to: 'on_break', reason: 'x' }, stranger)).toMatchObject({ status: 404 });
    expect(await floor.stateOf(agentId)).toBe('ready');
  });
});
