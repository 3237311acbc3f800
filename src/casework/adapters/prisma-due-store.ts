import { dayMs } from '../../domain/zoned-time.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { DueStore } from '../due-cases.ts';
import type { CalendarShelf } from './calendar-shelf.ts';
import type { OwnerVolumes } from './owner-volumes.ts';
import { historySince } from './prisma-case-ledger.ts';
import { readCaseRecord } from './read-case-record.ts';

/** Nobody remembers a talk of the day before yesterday as cut off. */
const agentLostHasPriorityMs = 2 * dayMs;

export function makePrismaDueStore(deps: {
  prisma: PrismaClient;
  clock: Clock;
  volumes: OwnerVolumes;
  shelf: CalendarShelf;
}): DueStore {
  const { prisma, volumes, shelf } = deps;
  return {
    async dueCases(campaignId, now, limit) {
      const at = new Date(now);
      // A person cut off in the talk comes before everybody else (3.2).
      const lost = await prisma.$queryRaw<{ id: string }[]>`
        SELECT c."id" FROM "Attempt" x
        JOIN "Case" c ON c."id" = x."caseId"
        WHERE x."campaignId" = ${campaignId}::uuid AND x."systemResult" = 'AGENT_LOST'
          AND x."endedAt" > ${new Date(now - agentLostHasPriorityMs)}
          AND c."campaignId" = ${campaignId}::uuid AND c."status" = 'open' AND c."dueAt" <= ${at}
          AND NOT EXISTS (SELECT 1 FROM "WrapUp" w WHERE w."attemptId" = x."id")
          AND NOT EXISTS (
            SELECT 1 FROM "Attempt" a WHERE a."debtorId" = c."debtorId" AND a."intendedAt" > x."intendedAt"
              AND (a."endedAt" IS NULL OR a."placedAt" IS NOT NULL))
        ORDER BY x."endedAt", c."id" LIMIT ${limit}`;
      const inHand = await prisma.$queryRaw<{ id: string }[]>`
        SELECT c."id" FROM "Case" c
        WHERE c."campaignId" = ${campaignId}::uuid AND c."status" = 'open' AND c."dueAt" IS NOT NULL
          AND c."dueAt" <= ${at}
          AND (c."roundStartedAt" IS NOT NULL OR c."nextFollowUpOn" IS NOT NULL OR c."callbackAt" IS NOT NULL)
          AND NOT EXISTS (SELECT 1 FROM "Attempt" a WHERE a."debtorId" = c."debtorId" AND a."endedAt" IS NULL)
          -- A promised call is placed by whoever keeps an agent for it.
          AND NOT EXISTS (SELECT 1 FROM "Callback" b WHERE b."debtorId" = c."debtorId" AND b."withDebtor"
            AND b."state" IN ('pending', 'ringing') AND b."dueAt" <= ${at})
        ORDER BY c."dueAt", c."id" LIMIT ${limit}`;
      const ids = [...new Set([...lost, ...inHand].map((row) => row.id))].slice(0, limit);
      if (ids.length >= limit) return ids;
      const fresh = await prisma.$queryRaw<{ id: string }[]>`
        SELECT c."id" FROM "Case" c
        WHERE c."campaignId" = ${campaignId}::uuid AND c."status" = 'open' AND c."dueAt" IS NOT NULL
          AND c."dueAt" <= ${at}
          AND c."roundStartedAt" IS NULL AND c."nextFollowUpOn" IS NULL AND c."callbackAt" IS NULL
          AND NOT EXISTS (SELECT 1 FROM "Attempt" a WHERE a."debtorId" = c."debtorId" AND a."endedAt" IS NULL)
        ORDER BY c."dueAt", c."id" LIMIT ${limit - ids.length}`;
      return [...ids, ...fresh.map((row) => row.id)];
    },
    async record(caseId, now, exceptAttemptId) {
      const record = await readCaseRecord(prisma, shelf, caseId, historySince(now), exceptAttemptId);
      return record === null ? null : { record, ownerOpenCases: await volumes.openCases(prisma, record) };
    },
    async defer(caseId, dueAt, reason) {
      await prisma.case.updateMany({
        where: { id: caseId, status: 'open' },
        data: { dueAt: dueAt === null ? null : new Date(dueAt), dueReason: reason },
      });
    },
  };
}
