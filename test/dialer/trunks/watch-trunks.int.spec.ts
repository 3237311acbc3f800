import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makePrismaTrunkHealth } from '../../../src/dialer/adapters/prisma-trunk-health.ts';
import { makeTrunkWatch, type TrunkWatch } from '../../../src/dialer/trunks/watch-trunks.ts';
import { newId } from '../../../src/platform/ids.ts';
import { makeLogger } from '../../../src/platform/log.ts';
import { endedCall } from '../../support/ended-call.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { withDatabase, type TestDatabase } from '../../support/with-database.ts';
import { seedCampaign, type Placement } from '../bed.ts';

let db: TestDatabase;
let place: Placement;
const clock = fakeClock('2026-11-24T02:00:00.000Z');
let probes: ('well' | 'badly')[] = [];
let tried = 0;

beforeAll(async () => {
  db = await withDatabase();
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.prisma.trunk.updateMany({ data: { enabled: false, outSince: null } });
  place = await seedCampaign(db.prisma);
  probes = [];
  tried = 0;
});

/** Another node is another watch: it knows what the first one knows. */
const node = (): TrunkWatch =>
  makeTrunkWatch({
    book: makePrismaTrunkHealth(db.prisma),
    probe: () => {
      tried += 1;
      return Promise.resolve({ went: probes.shift() ?? 'badly', because: 'account_silent' });
    },
    resting: () => Promise.resolve(new Set([place.trunkId])),
    audit: {
      async record({ actorId, action, subjectType, subjectId, detail }) {
        const data = { id: newId(), at: new Date(clock()), actorId, action, subjectType, subjectId };
        await db.prisma.auditEntry.create({ data: { ...data, detail: { ...detail } } });
      },
    },
    clock,
    log: makeLogger({ level: 'silent' }),
  });

async function review(watch = node()): Promise<void> {
  await watch.judge();
  await watch.tryAgain();
}

const congestion = { endFault: 'carrier', endReason: 'congestion', systemResult: 'CONGESTION' };
async function calls(count: number, over: object = {}): Promise<void> {
  for (let made = 0; made < count; made += 1) await endedCall(db.prisma, place, clock(), { ...over });
}
const stored = () => db.prisma.trunk.findUniqueOrThrow({ where: { id: place.trunkId } });
const shown = async (watch = node()) => {
  const view = (await watch.health()).find(({ trunkId }) => trunkId === place.trunkId);
  if (view === undefined) throw new Error('the trunk is not shown');
  return view;
};
const alerts = () => db.prisma.alert.findMany({ where: { subjectId: place.trunkId, kind: 'trunk_out' } });

describe('health of a trunk', () => {
  it('[TRK-10] every node reads the same figures over sliding windows, and what it refused counts', async () => {
    const answer = { endFault: 'none', endReason: 'callee-hung-up', systemResult: null };
    const at = clock();
    await calls(2, congestion);
    const answered = new Date(at - 30_000);
    await calls(1, {
      ...answer,
      placedAt: new Date(at - 40_000),
      ringingAt: new Date(at - 37_000),
      answeredAt: answered,
    });
    const attemptId = await endedCall(db.prisma, place, at - 10 * 60_000);
    const refusal = { code: 20003, fault: 'ours', reason: 'account', at: new Date(at) };
    await db.prisma.trunkRefusal.create({ data: { id: newId(), trunkId: place.trunkId, attemptId, ...refusal } });
    const view = await shown();
    expect(view.windows.map(({ minutes, calls: ended, failed }) => [minutes, ended, failed])).toEqual([
      [5, 4, 3],
      [15, 5, 3],
      [60, 5, 3],
    ]);
    expect(view.windows[0]).toMatchObject({ answerShare: 0.25, averageCallMs: 30_000, postDialMs: 3_000 });
    expect(view.resting).toBe(true);
    clock.forward(5 * 60_000);
    expect((await shown()).windows.map(({ calls: ended }) => ended)).toEqual([0, 4, 5]);
  });
});

describe('a trunk that goes bad', () => {
  it('[TRK-11] is taken out once, by whichever node, with alert, figures and reason on record', async () => {
    await calls(10, congestion);
    await calls(9);
    await review();
    expect((await stored()).outSince).toBeNull();
    await calls(1);
    await Promise.all([review(), review(), review()]);
    expect(await stored()).toMatchObject({ outBecause: 'failures', outBy: null });
    expect(await alerts()).toMatchObject([{ resolvedAt: null, detail: { calls: 20, failed: 10 } }]);
    expect((await shown()).passages).toMatchObject([{ what: 'out', by: null, because: 'failures' }]);
  });

  it('[TRK-12] comes back after two good probes, and old failures do not take it out again', async () => {
    // Longer than all that follows: what failed before lies within it still.
    await db.prisma.trunk.update({ where: { id: place.trunkId }, data: { watch: { windowMinutes: 15 } } });
    await calls(20, congestion);
    await review();
    probes = ['well', 'badly', 'well', 'well'];
    await review();
    expect(tried).toBe(0);
    clock.forward(60_000);
    await Promise.all([review(), review()]);
    expect(tried).toBe(1);
    clock.forward(60_000);
    await review();
    expect((await shown()).out).toMatchObject({ probesGood: 0, probesFailed: 1 });
    clock.forward(120_000);
    await review();
    clock.forward(59_999);
    await review();
    expect(tried).toBe(3);
    clock.forward(1);
    await review();
    expect((await stored()).outSince).toBeNull();
    expect((await alerts())[0]?.resolvedAt).not.toBeNull();
    await review();
    expect((await stored()).outSince).toBeNull();
    expect((await shown()).passages.map(({ what }) => what)).toEqual(['back', 'probe_failed', 'out']);
  });

  it('[TRK-13] taken out by hand it stays out, without probes, until somebody puts it back', async () => {
    const by = newId();
    const watch = node();
    expect(await watch.takeOut(place.trunkId, by, 'invoice dispute')).toMatchObject({ kind: 'done' });
    expect(await watch.takeOut(place.trunkId, by, 'again')).toEqual({ kind: 'stale' });
    clock.forward(86_400_000);
    await review(watch);
    expect(tried).toBe(0);
    expect((await shown()).out).toMatchObject({ because: 'invoice dispute', by, probeAt: null });
    expect(await watch.putBack(place.trunkId, 'settled')).toMatchObject({ kind: 'done' });
    expect((await shown()).out).toBeNull();
    expect(await watch.putBack(newId(), 'unknown')).toEqual({ kind: 'unknown' });
  });
});
