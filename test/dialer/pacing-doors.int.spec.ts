import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pacingAnswer, pacingDecisionPage, pacingHistory, pacingView } from '../../src/contract/pacing.ts';
import { newId } from '../../src/platform/ids.ts';
import { waitFor } from '../support/wait-for.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';
import { makeBed, seedCase, startNode, type Bed, type Node } from './bed.ts';
import { sendCallback, statusForm } from './fake-carrier.ts';

let db: TestDatabase;
let redis: TestRedis;
let open: Node[] = [];

beforeAll(async () => {
  [db, redis] = await Promise.all([withDatabase(), withRedis()]);
});
afterEach(async () => {
  await Promise.all(open.map((node) => node.close()));
  open = [];
  await redis.empty();
});
afterAll(async () => {
  await redis.close();
  await db.drop();
});

const settings = { mode: 'progressive', target: 0.03, ratio: 1.5, smallestGroup: 3, callsPerAgent: 10 };

async function makeOpen(cases: number, over: Parameters<typeof makeBed>[2] = {}): Promise<Bed> {
  const bed = await makeBed(db, redis, over);
  open.push(bed);
  await Promise.all(Array.from({ length: cases }, () => seedCase(db.prisma, bed.place)));
  return bed;
}
const leaseOf = (bed: Bed): string => `${redis.prefix}:pacing-lease:${bed.place.campaignId}`;
const ready = (node: Node, count: number): void => {
  node.neighbours.pool = { ...node.neighbours.pool, ready: count };
  node.neighbours.poolChanged();
};
const at = (node: Node, bed: Bed, path: string): string => `${node.url}/api/campaigns/${bed.place.campaignId}${path}`;
const set = (node: Node, bed: Bed, over: object): Promise<Response> =>
  fetch(at(node, bed, '/pacing'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...settings, reason: 'as agreed', ...over }),
  });

async function seedPerson(role: 'agent' | 'supervisor', teamId: string | null = null): Promise<string> {
  const id = newId();
  await db.prisma.user.create({ data: { id, username: id, displayName: 'P', passwordHash: 'x', role, teamId } });
  return id;
}

/** Answered calls of the last days: some with an agent, some without. */
async function seedAnswers(bed: Bed, connected: number, abandoned: number, agoMs = 3_600_000): Promise<void> {
  const seeded = await seedCase(db.prisma, bed.place, { dueAt: new Date('2030-01-01') });
  const number = await db.prisma.phoneNumber.findFirstOrThrow({ where: { caseId: seeded.caseId } });
  const callerId = await db.prisma.callerId.findFirstOrThrow({ where: { trunkId: bed.place.trunkId } });
  const then = new Date(bed.clock() - agoMs);
  const agentId = await seedPerson('agent');
  await db.prisma.attempt.createMany({
    data: Array.from({ length: connected + abandoned }, (_, index) => ({
      id: newId(),
      caseId: seeded.caseId,
      debtorId: seeded.debtorId,
      numberId: number.id,
      lineId: seeded.lineId,
      campaignId: bed.place.campaignId,
      trunkId: bed.place.trunkId,
      callerIdId: callerId.id,
      state: 'ended',
      tokenHash: newId(),
      intendedAt: then,
      dialByAt: then,
      answeredAt: then,
      connectedAt: index < connected ? then : null,
      agentId: index < connected ? agentId : null,
      endedAt: then,
      settledAt: then,
      systemResult: index < connected ? null : 'ABANDONED',
      endFault: index < connected ? 'none' : 'ours',
      endReason: index < connected ? 'completed' : 'abandoned',
      presetName: 'demo',
      presetVersion: 1,
      decision: {},
    })),
  });
}

/** A node that paces, and another at whose door things happen; neither ticks. */
async function pacedAndDoor(): Promise<{ readonly bed: Bed; readonly door: Node }> {
  const bed = await makeOpen(8, { timings: { paceTickMs: 600_000 } });
  const door = await startNode(db, redis, {
    carrier: bed.carrier,
    clock: bed.clock,
    timings: { paceTickMs: 600_000 },
  });
  open.push(door);
  await bed.dialer.start();
  await waitFor('the lease', async () => (await redis.redis.exists(leaseOf(bed))) === 1);
  await door.dialer.start();
  return { bed, door };
}

describe('how a campaign is dialed', () => {
  it('[DIAL-38] a change of mode reaches the node that paces without waiting for its tick, and no call is lost', async () => {
    const { bed, door } = await pacedAndDoor();
    ready(bed, 3);
    await waitFor('three calls', () => bed.carrier.asked.length === 3);
    const reply = await set(door, bed, { mode: 'ratio', ratio: 2 });
    expect([reply.status, await reply.json()]).toMatchObject([200, { settings: { mode: 'ratio', ratio: 2 } }]);
    await waitFor('twice as many calls', () => bed.carrier.asked.length === 6);
    expect(await db.prisma.attempt.count({ where: { campaignId: bed.place.campaignId, endedAt: null } })).toBe(6);
    expect(door.neighbours.audited).toMatchObject([
      { action: 'pacing.changed', detail: { mode: 'ratio', modeBefore: 'progressive', ratio: 2, ratioBefore: 1.5 } },
    ]);
    await waitFor('the news on both nodes', () =>
      [bed, door].every((node) => node.neighbours.changedCampaigns.includes(bed.place.campaignId)),
    );
  });

  it('[DIAL-56] a call that ends at another node’s door is made up for without waiting for the tick', async () => {
    const { bed, door } = await pacedAndDoor();
    ready(bed, 1);
    await waitFor('a call', () => bed.carrier.asked.length === 1);
    const { sid, request } = bed.carrier.latest();
    bed.clock.forward(1_000);
    const elsewhere = { ...request.addresses, status: request.addresses.status.replace(bed.url, door.url) };
    await sendCallback({
      request: { ...request, addresses: elsewhere },
      kind: 'status',
      form: statusForm(sid, 'busy', 2, { SipResponseCode: '486' }),
    });
    await waitFor('the next call', () => bed.carrier.asked.length === 2);
  });

  it('[DIAL-39] a target above the rules, and a mode that abandons where nobody may be, are refused by name', async () => {
    const bed = await makeOpen(0);
    bed.neighbours.rules = { ...bed.neighbours.preset, abandon: { ...bed.neighbours.preset.abandon, maxRate: 0 } };
    const reply = await set(bed, bed, { mode: 'predictive', target: 0.02 });
    expect([reply.status, await reply.json()]).toMatchObject([
      400,
      {
        errors: [
          { field: 'target', rule: 'abandon.max_rate' },
          { field: 'mode', rule: 'abandon.no_budget' },
        ],
      },
    ]);
    expect((await set(bed, bed, { target: 0.5 })).status).toBe(400);
    expect(bed.neighbours.audited).toEqual([]);
  });

  it('[DIAL-40] draining rings nobody more, lets calls end, and is drained then', async () => {
    const bed = await makeOpen(4);
    await bed.dialer.start();
    ready(bed, 1);
    await waitFor('a call', () => bed.carrier.asked.length === 1);
    const { sid, request } = bed.carrier.latest();
    const drained = await fetch(at(bed, bed, '/drain'), { method: 'POST' });
    expect([drained.status, await drained.json()]).toMatchObject([200, { status: 'draining', live: 1 }]);
    ready(bed, 3);
    const status = async (): Promise<string> =>
      (await db.prisma.campaign.findUniqueOrThrow({ where: { id: bed.place.campaignId } })).status;
    expect(await status()).toBe('draining');
    bed.clock.forward(1_000);
    await sendCallback({ request, kind: 'status', form: statusForm(sid, 'busy', 2, { SipResponseCode: '486' }) });
    await waitFor('the end', async () => (await status()) === 'drained');
    expect(bed.carrier.asked).toHaveLength(1);
    expect(bed.neighbours.audited).toMatchObject([{ action: 'campaign.ordered', detail: { to: 'draining' } }]);
  });

  it('[DIAL-41] with the abandon budget spent there is one call for each ready agent, and it says so', async () => {
    const bed = await makeOpen(12, { campaign: { settings: {} } });
    // 6 of 200 is the target itself; its upper bound is above it.
    await seedAnswers(bed, 194, 6);
    await set(bed, bed, { mode: 'ratio', ratio: 3 });
    await bed.dialer.start();
    ready(bed, 3);
    await waitFor('three calls', () => bed.carrier.asked.length === 3);
    const decision = await waitFor('the decision', () =>
      db.prisma.pacingDecision.findFirst({ where: { campaignId: bed.place.campaignId, launch: 3 } }),
    );
    expect(decision).toMatchObject({
      because: 'abandon_budget_spent',
      mode: 'progressive',
      figures: { asSet: 'ratio', live: 200, abandoned: 6 },
    });
    const view = pacingView.parse(await (await fetch(at(bed, bed, '/pacing'))).json());
    expect(view.inForce).toEqual({ mode: 'progressive', because: 'abandon_budget_spent' });
    expect(view.abandoned.window).toMatchObject({ live: 200, abandoned: 6, share: 0.03 });
    expect(view.abandoned.window.bound).toBeGreaterThan(0.03);
  });

  it('[DIAL-41] a group that is too small, or not alive, is dialed progressively, and it says so', async () => {
    const bed = await makeOpen(6);
    await set(bed, bed, { mode: 'ratio', ratio: 3, smallestGroup: 3 });
    await bed.dialer.start();
    ready(bed, 2);
    await waitFor('two calls', () => bed.carrier.asked.length === 2);
    const because = async (): Promise<string[]> =>
      (await db.prisma.pacingDecision.findMany({ where: { campaignId: bed.place.campaignId } })).map(
        (row) => row.because,
      );
    await waitFor('the reason', async () => (await because()).includes('group_too_small'));
    bed.neighbours.pool = { ...bed.neighbours.pool, lifeless: 4 };
    bed.neighbours.poolChanged();
    await waitFor('the other reason', async () => (await because()).includes('no_proof_of_life'));
    expect(bed.carrier.asked).toHaveLength(2);
  });
});

describe('what can be asked afterwards', () => {
  it('[DIAL-42] the decision in force at an instant is found, with its reason, figures and how long it stood', async () => {
    const bed = await makeOpen(0);
    const { campaignId } = bed.place;
    const from = bed.clock();
    const rows = [0, 5_000, 9_000].map((later, index) => ({
      id: newId(),
      campaignId,
      at: new Date(from + later),
      launch: index,
      because: 'agents_ready',
      figures: { ready: index },
    }));
    await db.prisma.pacingDecision.createMany({ data: rows });
    const ask = async (then: number) =>
      pacingAnswer.parse(await (await fetch(at(bed, bed, `/pacing/decision?at=${then}`))).json());
    expect(await ask(from - 1)).toMatchObject({ decision: null, until: from });
    expect(await ask(from + 7_000)).toMatchObject({
      decision: { at: from + 5_000, launch: 1, figures: { ready: 1 } },
      until: from + 9_000,
      silent: false,
    });
    bed.clock.forward(600_000);
    expect(await ask(from + 300_000)).toMatchObject({ decision: { launch: 2 }, until: null, silent: true });
  });

  it('[DIAL-42] the log is paged from the newest, without a gap and without a repetition', async () => {
    const bed = await makeOpen(0);
    const { campaignId } = bed.place;
    const now = bed.clock();
    await db.prisma.pacingDecision.createMany({
      data: Array.from({ length: 7 }, (_, index) => ({
        id: newId(),
        campaignId,
        at: new Date(now + Math.floor(index / 2)),
        launch: index,
        because: 'agents_ready',
        figures: {},
      })),
    });
    const seen: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const url: string = at(bed, bed, `/pacing/decisions?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`);
      const page = pacingDecisionPage.parse(await (await fetch(url)).json());
      seen.push(...page.decisions.map((decision) => decision.launch));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0]);
    expect((await fetch(at(bed, bed, '/pacing/decisions?cursor=nonsense'))).status).toBe(400);
  });

  it('[DIAL-43] a minute keeps agents by state and what became of its calls, also when it is counted late', async () => {
    const bed = await makeOpen(0);
    const { campaignId } = bed.place;
    await seedAnswers(bed, 3, 1, 150_000);
    const agent = await seedPerson('agent');
    await db.prisma.campaignAgent.create({ data: { campaignId, userId: agent } });
    const minute = Math.floor((bed.clock() - 150_000) / 60_000) * 60_000;
    await db.prisma.agentStateLog.createMany({
      data: [
        { id: newId(), userId: agent, state: 'ready', from: new Date(minute - 60_000), to: new Date(minute + 20_000) },
        { id: newId(), userId: agent, state: 'talking', from: new Date(minute + 20_000), to: null },
      ],
    });
    await db.prisma.pacingMinute.create({
      data: {
        campaignId,
        at: new Date(minute - 60_000),
        readySec: 1,
        reservedSec: 0,
        talkingSec: 0,
        wrappingUpSec: 0,
        onBreakSec: 0,
        pendingSec: 0,
        launches: 0,
        answers: 0,
        abandoned: 0,
      },
    });
    await bed.dialer.start();
    const minutes = await waitFor('the minutes', async () => {
      const found = pacingHistory.parse(await (await fetch(at(bed, bed, '/pacing/history?hours=1'))).json()).minutes;
      return found.some((one) => one.at === minute) ? found : undefined;
    });
    expect(minutes.find((one) => one.at === minute)).toMatchObject({
      readySec: 20,
      talkingSec: 40,
      launches: 4,
      answers: 4,
      abandoned: 1,
    });
    expect(minutes.find((one) => one.at === minute - 60_000)?.readySec).toBe(1);
  });
});

describe('who directs a campaign', () => {
  it('[DIAL-44] a supervisor sees and changes the campaigns of his team, and no others', async () => {
    const bed = await makeOpen(0);
    const [own, other] = [newId(), newId()];
    await db.prisma.team.createMany({ data: [own, other].map((id) => ({ id, name: id })) });
    const agent = await seedPerson('agent', own);
    await db.prisma.campaignAgent.create({ data: { campaignId: bed.place.campaignId, userId: agent } });
    const nodeOf = async (teamId: string): Promise<Node> => {
      const user = { id: await seedPerson('supervisor', teamId), role: 'supervisor' as const };
      const node = await startNode(db, redis, { carrier: bed.carrier, clock: bed.clock, user });
      open.push(node);
      return node;
    };
    const [inside, outside] = [await nodeOf(own), await nodeOf(other)];
    const listed = async (node: Node): Promise<boolean> =>
      (await (await fetch(`${node.url}/api/pacing/campaigns`)).text()).includes(bed.place.campaignId);
    expect([await listed(inside), await listed(outside)]).toEqual([true, false]);
    expect((await fetch(at(inside, bed, '/pacing'))).status).toBe(200);
    for (const path of ['/pacing', '/pacing/decisions', '/pacing/history']) {
      expect((await fetch(at(outside, bed, path))).status).toBe(404);
    }
    expect((await set(outside, bed, { mode: 'manual' })).status).toBe(404);
    expect((await fetch(at(outside, bed, '/pause'), { method: 'POST' })).status).toBe(404);
    expect((await fetch(at(inside, bed, '/pause'), { method: 'POST' })).status).toBe(200);
  });
});
