import { historyDaysNeeded } from '../../domain/preset.ts';
import { presets } from '../../domain/presets.ts';
import { dayMs } from '../../domain/zoned-time.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { CaseLedger } from '../ledger.ts';
import { makeCaseEntry } from './prisma-case-entry.ts';
import type { CalendarShelf } from './calendar-shelf.ts';
import type { OwnerVolumes } from './owner-volumes.ts';

const transactionMs = 10_000;
const longestHistoryDays = Math.max(...Object.values(presets).map(historyDaysNeeded));

/** A day more than any preset looks back over: days are counted in the called number's zone. */
export const historySince = (now: number): Date => new Date(now - (longestHistoryDays + 1) * dayMs);

export function makePrismaCaseLedger(deps: {
  prisma: PrismaClient;
  clock: Clock;
  volumes: OwnerVolumes;
  shelf: CalendarShelf;
}): CaseLedger {
  const { prisma, clock, volumes, shelf } = deps;
  return {
    withCase: (caseId, work) =>
      prisma.$transaction(
        async (db) => {
          const locked = await db.$queryRaw<{ id: string }[]>`
            SELECT "id" FROM "Case" WHERE "id" = ${caseId}::uuid FOR NO KEY UPDATE`;
          if (locked.length === 0) return null;
          return work(makeCaseEntry({ db, caseId, volumes, shelf, historySince: historySince(clock()) }));
        },
        { timeout: transactionMs, maxWait: transactionMs },
      ),
    async caseOfStop(stopId) {
      const stop = await prisma.caseStop.findFirst({
        where: { id: stopId, liftedAt: null },
        select: { originCaseId: true, caseId: true, debtor: { select: { cases: { select: { id: true }, take: 1 } } } },
      });
      return stop?.originCaseId ?? stop?.caseId ?? stop?.debtor.cases[0]?.id ?? null;
    },
    async caseOfAttempt(attemptId) {
      const found = await prisma.attempt.findUnique({ where: { id: attemptId }, select: { caseId: true } });
      return found?.caseId ?? null;
    },
    async voidVacant(attemptIds, at) {
      await prisma.counterEvent.updateMany({
        where: { attemptId: { in: [...attemptIds] }, code: 'VACANT', voidedAt: null },
        data: { voidedAt: new Date(at) },
      });
      const events = await prisma.counterEvent.findMany({
        where: { attemptId: { in: [...attemptIds] }, code: 'VACANT' },
        select: { lineId: true, attempt: { select: { caseId: true } } },
      });
      const byLine = new Map(events.map((event) => [event.lineId, event.attempt?.caseId]));
      return [...byLine].flatMap(([lineId, caseId]) => (caseId === undefined ? [] : [{ lineId, caseId }]));
    },
  };
}
