import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeCalendarShelf } from '../../src/casework/adapters/calendar-shelf.ts';
import { makeOwnerVolumes } from '../../src/casework/adapters/owner-volumes.ts';
import { makePrismaDueStore } from '../../src/casework/adapters/prisma-due-store.ts';
import { makeCaseFacts } from '../../src/casework/due-cases.ts';
import type { CaseFacts } from '../../src/dialer/ports.ts';
import { newId, newToken } from '../../src/platform/ids.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { waitFor } from '../support/wait-for.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';
import { seedCampaign, seedCase, startNode, type Node, type Placement, type SeededCase } from './bed.ts';
import { FakeCarrier } from './fake-carrier.ts';

/** 10:00 in New York. */
const morning = '2026-11-24T15:00:00.000Z';

/** Two nodes, the real facts, one call left under a cap. */
describe('one slot left', () => {
  let db: TestDatabase;
  let redis: TestRedis;
  let place: Placement;
  let nodes: readonly Node[];
  /** While set, the second node's decisions wait for it after they have read their facts. */
  let late: Promise<void> | null = null;
  let read: () => void = () => undefined;
  const clock = fakeClock(morning);
  const carrier = new FakeCarrier(clock);
  beforeAll(async () => {
    db = await withDatabase();
    redis = await withRedis();
    await db.prisma.tenant.create({
      data: { id: 1, name: 'House', preset: 'cn', businessZone: 'America/New_York' },
    });
    const cases = makeCaseFacts(
      makePrismaDueStore({ prisma: db.prisma, clock, volumes: makeOwnerVolumes(clock), shelf: makeCalendarShelf() }),
    );
    const slow: CaseFacts = {
      ...cases,
      async factsFor(caseId, now) {
        const waits = late;
        const facts = await cases.factsFor(caseId, now);
        if (waits !== null) {
          read();
          await waits;
        }
        return facts;
      },
    };
    nodes = [
      await startNode(db, redis, { carrier, clock, cases }),
      await startNode(db, redis, { carrier, clock, cases: slow }),
    ];
    for (const node of nodes) await node.dialer.start();
  });
  afterAll(async () => {
    await Promise.all(nodes.map((node) => node.close()));
    await redis.close();
    await db.drop();
  });
  beforeEach(async () => {
    clock.set(morning);
    place = await seedCampaign(db.prisma);
  });

  async function made(of: SeededCase, count: number, daysAgo: number): Promise<void> {
    const callerId = await db.prisma.callerId.findFirstOrThrow({ where: { trunkId: place.trunkId } });
    const number = await db.prisma.phoneNumber.findFirstOrThrow({ where: { caseId: of.caseId } });
    for (let call = 0; call < count; call += 1) {
      const placedAt = new Date(clock() - daysAgo * 86_400_000 - (call + 1) * 40 * 60_000 - 5 * 3_600_000);
      await db.prisma.attempt.create({
        data: {
          id: newId(),
          caseId: of.caseId,
          debtorId: of.debtorId,
          numberId: number.id,
          lineId: of.lineId,
          campaignId: place.campaignId,
          trunkId: place.trunkId,
          callerIdId: callerId.id,
          tokenHash: newToken(),
          roundNumber: 1,
          intendedAt: placedAt,
          dialByAt: placedAt,
          placedAt,
          endedAt: placedAt,
          settledAt: placedAt,
          state: 'ended',
          endFault: 'callee',
          endReason: 'test',
          systemResult: 'NO_ANSWER',
          presetName: 'cn',
          presetVersion: 1,
          decision: {},
        },
      });
    }
  }

  const inNewRound = (cases: readonly SeededCase[], roundNumber = 9) =>
    db.prisma.case.updateMany({
      where: { id: { in: cases.map(({ caseId }) => caseId) } },
      data: { roundNumber },
    });
  const placed = () =>
    waitFor('every intent to be settled', async () => {
      const intended = await db.prisma.attempt.count({
        where: { campaignId: place.campaignId, state: { in: ['intended', 'placing'] } },
      });
      return intended === 0 ? true : undefined;
    });
  const hangUp = () =>
    db.prisma.attempt.updateMany({
      where: { campaignId: place.campaignId, endedAt: null },
      data: {
        state: 'ended',
        endedAt: new Date(clock()),
        settledAt: new Date(clock()),
        endFault: 'callee',
        endReason: 'test',
        systemResult: 'NO_ANSWER',
      },
    });

  /** Each node wants each case, again and again, while calls end at once. */
  async function race(cases: readonly SeededCase[]): Promise<number> {
    const ids = cases.map(({ caseId }) => caseId);
    const before = carrier.calls.size;
    for (let turn = 0; turn < 3; turn += 1) {
      // A round that is through would wait for the cadence.
      await inNewRound(cases, 9 + turn);
      await Promise.all(
        nodes.flatMap((node) => ids.map((caseId) => node.dialer.launchAttempt(caseId, place.campaignId))),
      );
      await placed();
      await hangUp();
      // Past the gap and into the next daypart: the cap alone stands in the way.
      clock.forward(250 * 60_000);
    }
    return carrier.calls.size - before;
  }
  const preset = (name: string) =>
    db.prisma.campaign.update({ where: { id: place.campaignId }, data: { preset: name } });

  it('[INV-2] of a person with one call of the day left, over linked cases, exactly one is launched', async () => {
    await preset('us-regf');
    const zones = { zones: ['America/New_York'] };
    const one = await seedCase(db.prisma, place, zones);
    const linked = await seedCase(db.prisma, place, { ...zones, debtorId: one.debtorId });
    await made(one, 1, 0);
    expect(await race([one, linked])).toBe(1);
  });

  it('[INV-2] of a line with one call of the day left, shared by two debtors, exactly one is launched', async () => {
    await preset('cn');
    const known = await seedCase(db.prisma, place, { zones: ['America/New_York'] });
    const one = await seedCase(db.prisma, place, { lineId: known.lineId });
    const other = await seedCase(db.prisma, place, { lineId: known.lineId });
    await made(known, 5, 0);
    expect(await race([one, other])).toBe(1);
  });

  it('[INV-2] of a debt with one call in seven days left exactly one is launched', async () => {
    await preset('us-regf');
    const debt = await seedCase(db.prisma, place, { zones: ['America/New_York'] });
    await made(debt, 6, 2);
    expect(await race([debt])).toBe(1);
  });

  it('[INV-2] a launch decided while the slot was free, and stored when the call that took it is over, places nothing', async () => {
    await preset('us-regf');
    const zones = { zones: ['America/New_York'] };
    const one = await seedCase(db.prisma, place, zones);
    const linked = await seedCase(db.prisma, place, { ...zones, debtorId: one.debtorId });
    await made(one, 1, 0);
    await inNewRound([one, linked]);
    const before = carrier.calls.size;
    const [quick, slow] = nodes;
    let goOn: () => void = () => undefined;
    late = new Promise((resolve) => (goOn = resolve));
    const decided = new Promise<void>((resolve) => (read = resolve));
    const launching = slow?.dialer.launchAttempt(linked.caseId, place.campaignId);
    await decided;
    late = null;
    expect(await quick?.dialer.launchAttempt(one.caseId, place.campaignId)).toMatchObject({ kind: 'launched' });
    await placed();
    await hangUp();
    goOn();
    expect(await launching).toMatchObject({ kind: 'launched' });
    await placed();
    expect(carrier.calls.size - before).toBe(1);
    const held = await db.prisma.attempt.findFirstOrThrow({ where: { caseId: linked.caseId } });
    expect(held).toMatchObject({ state: 'ended', placedAt: null, presetName: 'us-regf' });
    expect(held.decision).toMatchObject({ firstFailing: { gate: 'caps', reason: 'cap_person_day' } });
  });
});
