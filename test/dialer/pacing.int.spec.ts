import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { presets } from '../../src/domain/presets.ts';
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

async function makeOpen(cases: number, over: Parameters<typeof makeBed>[2] = {}): Promise<Bed> {
  const bed = await makeBed(db, redis, over);
  open.push(bed);
  await Promise.all(Array.from({ length: cases }, () => seedCase(db.prisma, bed.place)));
  return bed;
}

const ready = (node: Node, count: number): void => {
  node.neighbours.pool = { ...node.neighbours.pool, ready: count };
  node.neighbours.poolChanged();
};
const decisions = (bed: Bed) =>
  db.prisma.pacingDecision.findMany({ where: { campaignId: bed.place.campaignId }, orderBy: { at: 'asc' } });

describe('progressive pacing', () => {
  it('[DIAL-18] launches one call for each ready agent, and says why not more', async () => {
    const bed = await makeOpen(5);
    await bed.dialer.start();
    ready(bed, 2);
    await waitFor('two calls', () => bed.carrier.asked.length === 2);
    await waitFor('the reason to be stored', async () =>
      (await decisions(bed)).some((decision) => decision.because === 'calls_cover_agents'),
    );
    expect(bed.carrier.asked).toHaveLength(2);
    expect((await decisions(bed)).find((decision) => decision.launch > 0)).toMatchObject({
      launch: 2,
      because: 'agents_ready',
      figures: { ready: 2, working: 2, pending: 0 },
    });
  });

  it('[DIAL-36] pacing keeps to the stricter abandoned share; rules that cannot be read ring nobody', async () => {
    const bed = await makeOpen(1);
    bed.neighbours.rules = { ...presets.demo, abandon: { ...presets.demo.abandon, maxRate: 0.004 } };
    await bed.dialer.start();
    ready(bed, 1);
    await waitFor('a decision', async () => (await decisions(bed)).length > 0);
    expect((await decisions(bed))[0]?.figures).toMatchObject({ abandonTarget: 0.004 });
    bed.neighbours.rules = null;
    const views = await bed.dialer.campaigns();
    expect(views.map(({ campaignId }) => campaignId)).toContain(bed.place.campaignId);
  });

  it('[DIAL-18] an ending wakes it: the next person is rung for the agent who is still free', async () => {
    const bed = await makeOpen(3, { timings: { paceTickMs: 600_000 } });
    await bed.dialer.start();
    await waitFor('the campaign to be held', () =>
      redis.redis.exists(`${redis.prefix}:pacing-lease:${bed.place.campaignId}`).then((found) => found === 1),
    );
    ready(bed, 1);
    await waitFor('one call', () => bed.carrier.asked.length === 1);
    bed.clock.forward(1_000);
    const { sid, request } = bed.carrier.latest();
    await sendCallback({ request, kind: 'status', form: statusForm(sid, 'busy', 2, { SipResponseCode: '486' }) });
    await waitFor('the next call', () => bed.carrier.asked.length === 2);
    expect(new Set(bed.carrier.asked.map((asked) => asked.to)).size).toBe(2);
  });

  it('[DIAL-19] nobody ready, or nobody due: no call, and the reason is stored once', async () => {
    const bed = await makeOpen(0);
    await bed.dialer.start();
    await waitFor('the first reason', async () => (await decisions(bed)).length === 1);
    ready(bed, 3);
    await waitFor('the second reason', async () => (await decisions(bed)).length === 2);
    expect((await decisions(bed)).map((decision) => decision.because)).toEqual(['no_agent', 'no_case_due']);
    expect(bed.carrier.asked).toHaveLength(0);
  });

  it('[DIAL-20] a trunk at rest gets no calls', async () => {
    const bed = await makeOpen(2);
    await redis.redis.set(`${redis.prefix}:trunk-rest:${bed.place.trunkId}`, '1');
    await bed.dialer.start();
    ready(bed, 1);
    await waitFor('the reason', async () => (await decisions(bed)).some(({ because }) => because === 'no_channel'));
    expect(bed.carrier.asked).toHaveLength(0);
  });

  it('[DIAL-21] pausing ends pacing, starting begins it again', async () => {
    const bed = await makeOpen(2, { campaign: { status: 'paused' } });
    await bed.dialer.start();
    ready(bed, 1);
    const campaignUrl = `${bed.url}/api/campaigns/${bed.place.campaignId}`;
    const started = await fetch(`${campaignUrl}/start`, { method: 'POST' });
    expect([started.status, await started.json()]).toMatchObject([200, { status: 'running', mode: 'progressive' }]);
    await waitFor('a call', () => bed.carrier.asked.length === 1);
    const paused = await fetch(`${campaignUrl}/pause`, { method: 'POST' });
    expect([paused.status, await paused.json()]).toMatchObject([200, { status: 'paused', live: 1 }]);
    expect(await bed.dialer.setCampaign(bed.place.campaignId, 'paused')).toBe('unchanged');
    await waitFor('the lease to be given up', async () => {
      const held = await redis.redis.exists(`${redis.prefix}:pacing-lease:${bed.place.campaignId}`);
      return held === 0;
    });
    expect((await fetch(`${bed.url}/api/campaigns/${crypto.randomUUID()}/start`, { method: 'POST' })).status).toBe(404);
  });

  it('[DIAL-21] only a supervisor starts and pauses; whoever is signed in may look', async () => {
    const bed = await makeOpen(0);
    const node = await startNode(db, redis, { carrier: bed.carrier, clock: bed.clock, supervisor: false });
    open.push(node);
    const start = await fetch(`${node.url}/api/campaigns/${bed.place.campaignId}/pause`, { method: 'POST' });
    expect(start.status).toBe(403);
    const list = (await (await fetch(`${node.url}/api/campaigns`)).json()) as { campaigns: { campaignId: string }[] };
    expect(list.campaigns.map((campaign) => campaign.campaignId)).toContain(bed.place.campaignId);
  });
});

describe('several nodes', () => {
  it('[DIAL-22] one paces a campaign: two nodes that see the same ready agent ring one person', async () => {
    const bed = await makeOpen(6);
    const other = await startNode(db, redis, { carrier: bed.carrier, clock: bed.clock });
    open.push(other);
    await Promise.all([bed.dialer.start(), other.dialer.start()]);
    ready(bed, 1);
    ready(other, 1);
    await waitFor('a call', () => bed.carrier.asked.length > 0);
    await waitFor('the reason to be stored', async () =>
      (await decisions(bed)).some((decision) => decision.because === 'calls_cover_agents'),
    );
    expect(bed.carrier.asked).toHaveLength(1);
  });

  it('[DIAL-22] a node that lost its lease cannot launch: the fence is checked with the intent', async () => {
    const bed = await makeOpen(2, { timings: { paceTickMs: 600_000 } });
    await bed.dialer.start();
    const lease = `${redis.prefix}:pacing-lease:${bed.place.campaignId}`;
    const campaign = { id: bed.place.campaignId };
    await waitFor(
      'the campaign to be held',
      async () => (await db.prisma.campaign.findUnique({ where: campaign }))?.pacingFence === 1,
    );
    await waitFor('the first look', async () => (await decisions(bed)).length === 1);
    // Redis was emptied and another node took the lease; this one has not noticed yet.
    await redis.redis.set(lease, 'somebody else');
    await db.prisma.campaign.update({ where: campaign, data: { pacingFence: 2 } });
    ready(bed, 1);
    await waitFor('the refusal', async () => (await bed.metrics()).includes('because="lease_lost"} 1'));
    expect(bed.carrier.asked).toHaveLength(0);
    expect(await db.prisma.attempt.count({ where: { campaignId: bed.place.campaignId } })).toBe(0);
    expect(await redis.redis.get(lease)).toBe('somebody else');
  });
});
