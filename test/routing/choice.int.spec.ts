import { randomInt } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chooseAgent, type AgentCandidate } from '../../src/domain/routing/choose-agent.ts';
import { usualRouting, type RoutingRules } from '../../src/domain/routing/routing-rules.ts';
import { newId } from '../../src/platform/ids.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';
import { openDoors, type Doors } from './doors.ts';
import { TestFloor, type CallRow } from './floor.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

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
  doors = await openDoors(floor);
});
afterEach(() => doors.close());

interface Able {
  readonly skills?: string[];
  readonly languages?: string[];
  readonly teamId?: string | null;
  readonly level?: number;
  /** Ready since so long. */
  readonly waitedMs?: number;
}

async function hire({ level = 5, waitedMs = 0, ...user }: Able = {}): Promise<string> {
  const agentId = await floor.hireReady();
  await db.prisma.user.update({ where: { id: agentId }, data: user });
  await db.prisma.campaignAgent.updateMany({ where: { userId: agentId }, data: { level } });
  const readySince = new Date(floor.clock() - waitedMs);
  await db.prisma.agentPresence.update({ where: { userId: agentId }, data: { readySince } });
  return agentId;
}

async function team(): Promise<string> {
  const id = newId();
  await db.prisma.team.create({ data: { id, name: id } });
  return id;
}

/** Everybody's page lives on, whatever the clock was moved to. */
const allAlive = () => db.prisma.agentPresence.updateMany({ data: { aliveAt: new Date(floor.clock()) } });
const agentOf = async (call: CallRow): Promise<string | null> => {
  await allAlive();
  await floor.until(floor.answer(call));
  return (await floor.attempt(call)).agentId;
};
const speaking = (caseId: string, language: string) =>
  db.prisma.case.update({ where: { id: caseId }, data: { language } });
const toThirdParty = (call: CallRow) =>
  db.prisma.phoneNumber.update({ where: { id: call.numberId }, data: { class: 'relative' } });
const asCaller = async (call: CallRow): Promise<CallRow> => {
  await db.prisma.attempt.update({ where: { id: call.attemptId }, data: { direction: 'inbound' } });
  return call;
};
/** Who is kept for a caller who asks how he stands. */
async function keptFor(caller: CallRow): Promise<string | null> {
  await allAlive();
  await floor.routing.callerStanding({ attemptId: caller.attemptId, arrivedAt: floor.clock() });
  return (await db.prisma.agentPresence.findFirst({ where: { attemptId: caller.attemptId } }))?.userId ?? null;
}

describe('who gets an answered call', () => {
  it('[ROUTE-3] the one whom the rules choose, whoever was taken before, until nobody is left', async () => {
    const rules: RoutingRules = {
      ...usualRouting,
      affinityMs: 0,
      requiredSkills: ['legal'],
      languageRule: 'preferred',
    };
    await floor.furnish('message', { requiredSkills: ['legal'] });
    const teams = [await team(), await team(), null];
    const pick = <T>(list: readonly T[]): T => list[randomInt(list.length)] as T;
    const candidates: AgentCandidate[] = [];
    for (let at = 0; at < 9; at++) {
      const able = {
        skills: pick([['legal'], ['legal', 'hardship'], ['hardship']]),
        languages: pick([['zh'], ['zh', 'en'], []]),
        teamId: pick(teams),
        level: pick([1, 5]),
        waitedMs: pick([0, 1_000, 2_000]),
      };
      const agentId = await hire(able);
      const readySince = (await floor.presence(agentId))?.readySince?.getTime() ?? null;
      candidates.push({
        ...{
          agentId,
          readySince,
          ...able,
          state: 'ready',
          alive: true,
          belongs: true,
          leaving: false,
          occupancy: null,
        },
      });
    }
    const free = new Map(candidates.map((candidate) => [candidate.agentId, candidate]));
    const chosen: (string | null)[] = [];
    for (let at = 0; at < candidates.length; at++) {
      const owner = pick([...candidates, null]);
      const call = await floor.ring(owner?.agentId ?? null);
      const language = pick(['zh', 'en']);
      await speaking(call.caseId, language);
      const wanted = {
        ...{ ownerId: owner?.agentId ?? null, ownerTeamId: owner?.teamId ?? null, language, knownTo: null },
        ...{ among: 'all' as const, only: null, waitedMs: 0 },
      };
      const expected = chooseAgent(wanted, [...free.values()], rules).agentId;
      expect(await agentOf(call)).toBe(expected);
      chosen.push(expected);
      free.delete(expected ?? '');
    }
    expect(chosen.filter((agentId) => agentId !== null).length).toBe(
      candidates.filter(({ skills }) => skills.includes('legal')).length,
    );
  });

  it('[ROUTE-20] whoever lacks a skill that the campaign asks for gets none of its calls, and pacing does not count on him', async () => {
    await floor.furnish('message', { requiredSkills: ['hardship', 'legal'] });
    const half = await hire({ skills: ['legal'], waitedMs: minuteMs });
    const able = await hire({ skills: ['legal', 'hardship'] });
    await allAlive();
    expect(await floor.routing.pool.snapshot(floor.campaignId)).toMatchObject({ ready: 1, working: 1 });
    expect((await floor.routing.pool.roster(floor.campaignId)).seats.map(({ agentId }) => agentId)).toEqual([able]);
    expect(await agentOf(await floor.ring())).toBe(able);
    const next = await floor.ring(half);
    expect(await agentOf(next)).toBeNull();
    expect(floor.said).toContain(`abandoned ${next.attemptId} message`);
    expect(await floor.routing.pool.hold({ ...(await floor.ring(half)), campaignId: floor.campaignId })).toBeNull();
  });

  it.each([
    ['preferred', true],
    ['required', false],
  ] as const)(
    '[ROUTE-20] the language of the case, %s: whoever speaks it comes first, another one gets it: %s',
    async (languageRule, another) => {
      await floor.furnish('message', { languageRule });
      const longest = await hire({ languages: ['zh-CN'], waitedMs: minuteMs });
      const speaks = await hire({ languages: ['en', 'es-MX'] });
      const calls = await floor.ringMany(3);
      for (const call of calls.slice(0, 2)) await speaking(call.caseId, 'es');
      const [first, second, anybody] = calls as [CallRow, CallRow, CallRow];
      expect(await agentOf(first)).toBe(speaks);
      expect(await agentOf(second)).toBe(another ? longest : null);
      if (!another) expect(await agentOf(anybody)).toBe(longest);
    },
  );

  it('[ROUTE-20] the team of the owner, then the level on the campaign, before the longest ready', async () => {
    await floor.furnish();
    const reds = await team();
    const owner = await floor.hire();
    await db.prisma.user.update({ where: { id: owner }, data: { teamId: reds } });
    const longest = await hire({ waitedMs: 3 * minuteMs });
    const first = await hire({ level: 1, waitedMs: minuteMs });
    const colleague = await hire({ teamId: reds, level: 9 });
    const order = [];
    for (let at = 0; at < 3; at++) order.push(await agentOf(await floor.ring(owner)));
    expect(order).toEqual([colleague, first, longest]);
  });

  it('[ROUTE-21] who was busy less in the last hour, in tenths, where the campaign asks for it', async () => {
    for (const balanceOccupancy of [true, false]) {
      await floor.furnish('message', { balanceOccupancy });
      const busy = await hire({ waitedMs: minuteMs });
      const idle = await hire();
      for (const [userId, busyMs] of [
        [busy, 50 * minuteMs],
        [idle, 20 * minuteMs],
      ] as const) {
        const [hourAgo, until] = [floor.clock() - 60 * minuteMs, floor.clock() - 60 * minuteMs + busyMs];
        await db.prisma.agentStateLog.deleteMany({ where: { userId } });
        await db.prisma.agentStateLog.createMany({
          data: [
            // It reaches into the hour: only what lies in it counts, the wrap-up like the talk.
            {
              id: newId(),
              userId,
              state: 'talking',
              from: new Date(hourAgo - 90 * minuteMs),
              to: new Date(until - minuteMs),
            },
            { id: newId(), userId, state: 'wrapping_up', from: new Date(until - minuteMs), to: new Date(until) },
            { id: newId(), userId, state: 'ready', from: new Date(until), to: null },
          ],
        });
      }
      expect(await agentOf(await floor.ring())).toBe(balanceOccupancy ? idle : busy);
      await db.prisma.agentPresence.updateMany({ data: { state: 'on_break', attemptId: null } });
    }
  });
});

describe('a third party who talked to somebody', () => {
  /** One who talked to a relative, and another who is ready longer by now. */
  async function acquainted(party: 'TPC' | 'none' = 'TPC', stickyDays = 14) {
    await floor.furnish('message', { stickyDays });
    const known = await hire();
    const call = await floor.ring();
    await toThirdParty(call);
    expect(await agentOf(call)).toBe(known);
    await floor.finish(call, party);
    const longest = await hire({ waitedMs: minuteMs });
    return { known, longest, call };
  }

  it('[ROUTE-22] reaches him again, called or ringing back, before whoever is ready longer and before the owner', async () => {
    const { known, longest, call } = await acquainted();
    await db.prisma.case.update({ where: { id: call.caseId }, data: { ownerId: longest } });
    const again = await floor.ringAgain(call);
    expect(await agentOf(again)).toBe(known);
    await floor.finish(again);
    expect(await keptFor(await asCaller(await floor.ringAgain(call)))).toBe(known);
  });

  it('[ROUTE-22] has him kept for a call that is placed with an agent', async () => {
    const { known, longest, call } = await acquainted();
    const { caseId, lineId } = call;
    await allAlive();
    const kept = { attemptId: newId(), caseId, campaignId: floor.campaignId };
    expect(await floor.routing.pool.hold({ ...kept, lineId })).toBe(known);
    // Which line is rung is not said: nobody knows who answers.
    expect(await floor.routing.pool.hold({ ...kept, attemptId: newId() })).toBe(longest);
  });

  it('[ROUTE-22] for as many days as the campaign says', async () => {
    const { known, longest, call } = await acquainted('TPC', 2);
    const intended = (await floor.attempt(call)).intendedAt.getTime();
    floor.clock.set(intended + 2 * dayMs);
    expect(await agentOf(await floor.ringAgain(call))).toBe(longest);
    await db.prisma.attempt.deleteMany({ where: { agentId: longest } });
    await db.prisma.agentPresence.updateMany({ where: { userId: longest }, data: { state: 'ready', attemptId: null } });
    floor.clock.set(intended + 2 * dayMs - 1);
    expect(await agentOf(await floor.ringAgain(call))).toBe(known);
  });

  it('[ROUTE-22] has no claim where nobody was talked to, nor on a line of the debtor himself', async () => {
    const nobody = await acquainted('none');
    expect(await agentOf(await floor.ringAgain(nobody.call))).toBe(nobody.longest);
    const { longest, call } = await acquainted();
    await db.prisma.phoneNumber.update({ where: { id: call.numberId }, data: { class: 'self_mobile' } });
    expect(await agentOf(await floor.ringAgain(call))).toBe(longest);
  });
});

describe('who gets a caller', () => {
  it('[ROUTE-23] skill and language of the campaign hold for callers too, but not for whom a supervisor names', async () => {
    await floor.furnish('message', { requiredSkills: ['legal'], languageRule: 'required' });
    const longest = await hire({ waitedMs: minuteMs });
    const legal = await hire({ skills: ['legal'], languages: ['en'], waitedMs: minuteMs });
    const both = await hire({ skills: ['legal'], languages: ['es'] });
    const caller = await asCaller(await floor.ring(longest));
    await speaking(caller.caseId, 'es');
    expect(await keptFor(caller)).toBe(both);
    const next = await asCaller(await floor.ring());
    await speaking(next.caseId, 'es');
    expect(await keptFor(next)).toBeNull();
    const path = `/api/inbound/waiting/${next.attemptId}/agent`;
    expect(await doors.ask('a supervisor', 'PUT', path, { agentId: longest })).toMatchObject({ status: 204 });
    expect(await keptFor(next)).toBe(longest);
    expect(await floor.stateOf(legal)).toBe('ready');
  });
});
