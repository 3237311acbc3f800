import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { routingPreview } from '../../src/contract/routing-preview.ts';
import { newId } from '../../src/platform/ids.ts';
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
  doors = await openDoors(floor);
});
afterEach(() => doors.close());

const ask = (caseId: string, query = '') => doors.ask('a supervisor', 'GET', `/api/cases/${caseId}/routing?${query}`);
async function preview(call: CallRow, query = '') {
  await db.prisma.agentPresence.updateMany({
    where: { aliveAt: { not: null } },
    data: { aliveAt: new Date(floor.clock()) },
  });
  return routingPreview.parse((await ask(call.caseId, query)).body);
}
const wordOf = ({ agents }: Awaited<ReturnType<typeof preview>>) =>
  Object.fromEntries(agents.map(({ agentId, rank, because }) => [agentId, `${rank ?? '-'} ${because}`]));

describe('who would get a call of this case', () => {
  it('[ROUTE-24] everybody of the campaign in his order with the reason, and the call that is answered then goes to the first', async () => {
    await floor.furnish('message', { requiredSkills: ['legal'] });
    const able = async (): Promise<string> => {
      const agentId = await floor.hireReady();
      await db.prisma.user.update({ where: { id: agentId }, data: { skills: ['legal'] } });
      floor.clock.forward(1_000);
      return agentId;
    };
    const [longest, owner, later, gone] = [await able(), await able(), await able(), await able()];
    const unskilled = await floor.hireReady();
    const resting = await floor.hire();
    await db.prisma.user.update({ where: { id: resting }, data: { skills: ['legal'] } });
    await db.prisma.agentPresence.update({ where: { userId: gone }, data: { aliveAt: null } });
    const call = await floor.ring(owner);
    const said = await preview(call);
    expect(wordOf(said)).toEqual({
      [owner]: '1 owner',
      [longest]: '2 owner',
      [later]: '3 longest_ready',
      [gone]: '- no_proof_of_life',
      [unskilled]: '- skill_missing',
      [resting]: '- not_ready',
    });
    expect(said).toMatchObject({ agentId: owner, because: 'owner', waitMs: 0, ownerId: owner, knownTo: null });
    expect(said.agents.find(({ agentId }) => agentId === unskilled)?.missingSkills).toEqual(['legal']);
    expect(said.campaign).toEqual({ campaignId: floor.campaignId, name: floor.campaignId });
    // Nothing was reserved by asking.
    expect(await floor.stateOf(owner)).toBe('ready');
    await floor.until(floor.answer(call));
    expect((await floor.attempt(call)).agentId).toBe(owner);
  });

  it('[ROUTE-24] with the number that is rung the third party is known; as a caller he waits longer for the owner', async () => {
    await floor.furnish('message', { affinityMs: 300 });
    const known = await floor.hireReady();
    const first = await floor.ring();
    await db.prisma.phoneNumber.update({ where: { id: first.numberId }, data: { class: 'relative' } });
    await floor.until(floor.answer(first));
    await floor.finish(first);
    const owner = await floor.hireReady();
    await db.prisma.case.update({ where: { id: first.caseId }, data: { ownerId: owner } });
    await db.prisma.agentPresence.update({
      where: { userId: owner },
      data: { state: 'wrapping_up', attemptId: newId() },
    });
    const unsaid = await preview(first);
    expect(unsaid).toMatchObject({ agentId: null, because: 'owner_is_coming', waitMs: 300, knownTo: null });
    expect(await preview(first, 'as=calling')).toMatchObject({ because: 'owner_is_coming', waitMs: 15_000 });
    const said = await preview(first, `numberId=${first.numberId}`);
    expect(said).toMatchObject({ agentId: known, knownTo: known, waitMs: 0 });
  });

  it('[ROUTE-24] as if the case were of another campaign; what there is not is refused', async () => {
    await floor.furnish();
    const [here, call] = [await floor.hireReady(), await floor.ring()];
    const mine = floor.campaignId;
    await floor.furnish('message', { requiredSkills: ['legal'] });
    const other = floor.campaignId;
    await db.prisma.campaignAgent.create({ data: { campaignId: other, userId: here } });
    expect(wordOf(await preview(call))).toEqual({ [here]: '1 only_one' });
    const there = await preview(call, `campaignId=${other}`);
    expect(wordOf(there)).toEqual({ [here]: '- skill_missing' });
    expect(there.campaign?.campaignId).toBe(other);
    expect((await preview(call, `campaignId=${mine}`)).agentId).toBe(here);
    await db.prisma.case.update({ where: { id: call.caseId }, data: { campaignId: null } });
    expect(await preview(call)).toMatchObject({ campaign: null, agents: [], because: 'nobody' });
    for (const [caseId, query] of [
      [newId(), ''],
      [call.caseId, `numberId=${newId()}`],
      [call.caseId, `campaignId=${newId()}`],
    ] as const) {
      expect(await ask(caseId, query)).toMatchObject({ status: 404, body: { code: 'case-unknown' } });
    }
    expect((await ask(call.caseId, 'as=nobody')).status).toBe(400);
  });
});
