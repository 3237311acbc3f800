import type { SystemResult } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';
import { pastAttempt } from './past-attempt.ts';

export type PastDesk = (clock: Clock) => { attemptEnded(attemptId: string): Promise<void> };

/** Calls of the days before: unanswered ones only, for an answered call without its recording would be a gap. */
const pastResults: readonly { result: SystemResult; sipCode: number | null; reason: string }[] = [
  { result: 'NO_ANSWER', sipCode: null, reason: 'no-answer' },
  { result: 'BUSY', sipCode: 486, reason: 'busy' },
  { result: 'NO_ANSWER', sipCode: null, reason: 'no-answer' },
  { result: 'VACANT', sipCode: 404, reason: 'vacant' },
];
const casesWithHistory = 16;
const everyNth = 11;
const dayMs = 86_400_000;
const rangMs = 15_000;

export async function seedHistories(
  deps: { prisma: PrismaClient; clock: Clock; pastDesk: PastDesk },
  placementId: string,
  campaignId: string,
): Promise<void> {
  const { prisma, clock } = deps;
  const [rows, trunk] = await Promise.all([
    prisma.case.findMany({
      where: { placementId },
      include: { numbers: { orderBy: { position: 'asc' } } },
      orderBy: { refKey: 'asc' },
      take: casesWithHistory * everyNth,
    }),
    prisma.trunk.findFirstOrThrow({ where: { kind: 'sim' }, include: { callerIds: { take: 1 } } }),
  ]);
  const [callerId] = trunk.callerIds;
  if (callerId === undefined) return;
  const now = clock();
  for (const [at, row] of rows.filter((_, index) => index % everyNth === 0).entries()) {
    const past = pastResults[at % pastResults.length];
    const number = row.numbers[past?.result === 'VACANT' ? row.numbers.length - 1 : 0];
    if (past === undefined || number === undefined) continue;
    const placedAt = now - ((at % 3) + 1) * dayMs - (at % 60) * 60_000;
    const { attemptId } = await pastAttempt(
      prisma,
      { case: row, number, route: { campaignId, trunkId: trunk.id, callerIdId: callerId.id } },
      { placedAt, endedAt: placedAt + rangMs, ...past },
    );
    await deps.pastDesk(() => placedAt + rangMs).attemptEnded(attemptId);
  }
}
