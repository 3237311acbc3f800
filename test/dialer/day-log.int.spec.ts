import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pastAttempt } from '../../src/demo/past-attempt.ts';
import { readDayLog } from '../../src/dialer/adapters/prisma-day-log.ts';
import { progressive } from '../../src/domain/pacing-replay/progressive.ts';
import { replayDay } from '../../src/domain/pacing-replay/replay-day.ts';
import { newId } from '../../src/platform/ids.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';
import { seedCampaign, seedCase } from './bed.ts';

const at = (time: string): number => Date.parse(`2026-03-10T${time}Z`);
const day = { from: at('01:00:00'), to: at('03:00:00') };

describe('the stored log of a day', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await withDatabase();
  });
  afterAll(() => db.drop());

  it('[RPL-6] is the campaign’s own calls and agents, and can be replayed', async () => {
    const { prisma } = db;
    const place = await seedCampaign(prisma);
    const [one, two] = [await seedCase(prisma, place), await seedCase(prisma, place)];
    const callerId = await prisma.callerId.findFirstOrThrow({ where: { trunkId: place.trunkId } });
    const numbers = new Map((await prisma.phoneNumber.findMany()).map(({ caseId, id }) => [caseId, id]));
    const agentId = newId();
    await prisma.user.create({
      data: {
        id: agentId,
        username: 'agent',
        displayName: 'Agent',
        role: 'agent',
        passwordHash: '-',
        campaigns: { create: { campaignId: place.campaignId } },
      },
    });
    const route = { campaignId: place.campaignId, trunkId: place.trunkId, callerIdId: callerId.id };
    const ring = (
      caseId: typeof one,
      placedAt: number,
      result: 'NO_ANSWER' | 'BUSY' | 'SUPPRESSED' | null,
      lastsMs: number,
    ) =>
      pastAttempt(
        prisma,
        {
          case: { id: caseId.caseId, debtorId: caseId.debtorId, roundNumber: 1 },
          number: { id: numbers.get(caseId.caseId) ?? '', lineId: caseId.lineId },
          route,
        },
        { placedAt, endedAt: placedAt + lastsMs, reason: 'x', result, ...(result === null ? { agentId } : {}) },
      );
    for (let minute = 0; minute < 100; minute += 2) {
      await ring(one, day.from + 1_000 + minute * 60_000, 'NO_ANSWER', 25_000);
      await ring(two, day.from + 1_000 + (minute + 1) * 60_000, null, 50_000);
    }
    await ring(one, day.from + 2_000, 'SUPPRESSED', 0);
    await ring(one, day.to + 1_000, 'BUSY', 500);
    const state = (name: string, from: number, to: number | null) =>
      prisma.agentStateLog.create({
        data: {
          id: newId(),
          userId: agentId,
          state: name,
          from: new Date(from),
          to: to === null ? null : new Date(to),
        },
      });
    await state('ready', day.from, day.from + 600_000);
    await state('talking', day.from + 600_000, day.from + 1_200_000);
    await state('ready', day.from + 1_200_000, null);

    const kept = await prisma.attempt.findFirstOrThrow({
      orderBy: { intendedAt: 'asc' },
      where: { systemResult: null },
    });
    await prisma.attempt.update({ where: { id: kept.id }, data: { decision: { kind: 'ALLOW', agentReserved: true } } });

    const log = await readDayLog(prisma, place.campaignId, day);
    expect(log.calls).toHaveLength(100);
    expect(log.calls[1]).toMatchObject({ pickedUpBy: 'person', busy: false, wrapUpMs: null });
    expect(log.calls[0]).toMatchObject({ pickedUpBy: 'nobody', answeredAt: null });
    expect(log.calls.flatMap((call, index) => (call.keepsAgent === true ? [index] : []))).toEqual([1]);
    expect(log.agentTimes.map(({ state: name }) => name)).toEqual(['ready', 'talking', 'ready']);

    const { measured, foreseen } = replayDay(
      log,
      { abandonTarget: 0.03, callsPerSecond: 1, channels: 10, answerWithinMs: 2_000 },
      progressive(),
    );
    expect(measured).toMatchObject({ launched: 100, persons: 50, abandoned: 0, talkMs: 600_000, staffedMs: 7_200_000 });
    expect(foreseen.connected).toBeGreaterThan(50);
    expect(foreseen.abandoned).toBe(0);
    expect(foreseen.staffedMs).toBe(7_200_000);
    expect((await readDayLog(prisma, newId(), day)).calls).toEqual([]);
  });
});
