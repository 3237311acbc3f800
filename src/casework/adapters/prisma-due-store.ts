import type { Clock } from '../../platform/clock.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { DueStore } from '../due-cases.ts';
import type { OwnerVolumes } from './owner-volumes.ts';
import { historySince } from './prisma-case-ledger.ts';
import { readCaseRecord } from './read-case-record.ts';

export function makePrismaDueStore(deps: { prisma: PrismaClient; clock: Clock; volumes: OwnerVolumes }): DueStore {
  const { prisma, volumes } = deps;
  return {
    async dueCases(campaignId, now, limit) {
      const at = new Date(now);
      const inHand = await prisma.$queryRaw<{ id: string }[]>`
        SELECT c."id" FROM "Case" c
        WHERE c."campaignId" = ${campaignId}::uuid AND c."status" = 'open' AND c."dueAt" IS NOT NULL
          AND c."dueAt" <= ${at}
          AND (c."roundStartedAt" IS NOT NULL OR c."nextFollowUpOn" IS NOT NULL OR c."callbackAt" IS NOT NULL)
          AND NOT EXISTS (SELECT 1 FROM "Attempt" a WHERE a."debtorId" = c."debtorId" AND a."endedAt" IS NULL)
        ORDER BY c."dueAt", c."id" LIMIT ${limit}`;
      const ids = inHand.map((row) => row.id);
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
      const record = await readCaseRecord(prisma, caseId, historySince(now), exceptAttemptId);
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
