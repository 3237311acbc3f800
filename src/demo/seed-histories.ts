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
const apartMs = 120_000;

/** What the whole of a case came to: every number rang in vain, every number is vacant, and was sought in vain. */
const wholes = [
  { at: 1, result: 'NO_ANSWER', sipCode: null, reason: 'no-answer', daysAgo: [1], soughtInVain: false },
  { at: 4, result: 'VACANT', sipCode: 404, reason: 'vacant', daysAgo: [3, 2], soughtInVain: false },
  { at: 7, result: 'VACANT', sipCode: 404, reason: 'vacant', daysAgo: [5, 4], soughtInVain: true },
] as const;
/** Its recall date has passed: the next sweep takes it back. */
const recalledAt = 13;

/** Ends a task of a case as its owner would. */
export type EndTask = (given: {
  readonly caseId: string;
  readonly taskId: string;
  readonly result: string;
}) => Promise<void>;

export async function seedHistories(
  deps: { prisma: PrismaClient; clock: Clock; pastDesk: PastDesk; endTask: EndTask },
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
  const route = { campaignId, trunkId: trunk.id, callerIdId: callerId.id };
  for (const { at, daysAgo, soughtInVain, ...past } of wholes) {
    const row = rows[at];
    if (row === undefined) continue;
    for (const days of daysAgo)
      for (const [turn, number] of row.numbers.entries()) {
        const placedAt = now - days * dayMs + turn * apartMs;
        const endedAt = placedAt + rangMs;
        const { attemptId } = await pastAttempt(prisma, { case: row, number, route }, { placedAt, endedAt, ...past });
        await deps.pastDesk(() => endedAt).attemptEnded(attemptId);
      }
    const searches = await prisma.caseTask.findMany({
      where: { caseId: row.id, kind: { in: ['trace_phone', 'lookup_114'] } },
    });
    for (const { id } of soughtInVain ? searches : []) {
      await deps.endTask({ caseId: row.id, taskId: id, result: '多方查找,未获有效电话' });
    }
  }
  const recalled = rows[recalledAt];
  if (recalled !== undefined) {
    await prisma.case.update({ where: { id: recalled.id }, data: { recallDate: new Date(now - 2 * dayMs) } });
  }
  for (const [at, row] of rows.filter((_, index) => index % everyNth === 0).entries()) {
    const past = pastResults[at % pastResults.length];
    const number = row.numbers[past?.result === 'VACANT' ? row.numbers.length - 1 : 0];
    if (past === undefined || number === undefined) continue;
    const placedAt = now - ((at % 3) + 1) * dayMs - (at % 60) * 60_000;
    const { attemptId } = await pastAttempt(
      prisma,
      { case: row, number, route },
      { placedAt, endedAt: placedAt + rangMs, ...past },
    );
    await deps.pastDesk(() => placedAt + rangMs).attemptEnded(attemptId);
  }
}
