import type { CaseFilters } from '../../domain/case-filters.ts';
import { asksNothing } from '../../domain/case-filters.ts';
import type { Clock } from '../../platform/clock.ts';
import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import type { CampaignCases } from '../casework.ts';

/** What a filter asks of a case `c`. */
function fits(filters: CaseFilters): Prisma.Sql {
  const owed = Prisma.sql`(c."amountMinor" - c."paidMinor")`;
  const asked: Prisma.Sql[] = [Prisma.sql`c."status" = 'open'`];
  const any = (column: Prisma.Sql, ids: readonly string[], type: Prisma.Sql): void => {
    if (ids.length > 0) asked.push(Prisma.sql`${column} = ANY (${[...ids]}${type})`);
  };
  any(Prisma.sql`c."clientId"`, filters.clientIds, Prisma.sql`::uuid[]`);
  any(Prisma.sql`c."placementId"`, filters.placementIds, Prisma.sql`::uuid[]`);
  any(Prisma.sql`c."caseClass"`, filters.classes, Prisma.sql`::text[]`);
  if (filters.owedFrom !== null) asked.push(Prisma.sql`${owed} >= ${filters.owedFrom}`);
  if (filters.owedTo !== null) asked.push(Prisma.sql`${owed} <= ${filters.owedTo}`);
  if (filters.overdueFrom !== null) asked.push(Prisma.sql`c."overdueDays" >= ${filters.overdueFrom}`);
  if (filters.overdueTo !== null) asked.push(Prisma.sql`c."overdueDays" <= ${filters.overdueTo}`);
  return Prisma.join(asked, ' AND ');
}

/** One of its numbers may be dialed by itself one day, as far as its standing goes. */
const dialable = Prisma.sql`EXISTS (
  SELECT 1 FROM "PhoneNumber" n WHERE n."caseId" = c."id" AND NOT EXISTS (
    SELECT 1 FROM "DebtorLine" l
    WHERE l."debtorId" = c."debtorId" AND l."lineId" = n."lineId" AND l."status" NOT IN ('active', 'suspect')))`;

export function makePrismaCampaignCases(deps: { prisma: PrismaClient; clock: Clock }): CampaignCases {
  const { prisma, clock } = deps;
  return {
    async fitting(filters) {
      const [row] = await prisma.$queryRaw<{ open: number; free: number; dialable: number }[]>`
        SELECT count(*)::int AS "open", count(*) FILTER (WHERE c."campaignId" IS NULL)::int AS "free",
          count(*) FILTER (WHERE c."campaignId" IS NULL AND ${dialable})::int AS "dialable"
        FROM "Case" c WHERE ${fits(filters)}`;
      return row ?? { open: 0, free: 0, dialable: 0 };
    },
    async within(campaignId) {
      const [row] = await prisma.$queryRaw<{ open: number; dialable: number }[]>`
        SELECT count(*)::int AS "open", count(*) FILTER (WHERE ${dialable})::int AS "dialable"
        FROM "Case" c WHERE c."campaignId" = ${campaignId}::uuid AND c."status" = 'open'`;
      return row ?? { open: 0, dialable: 0 };
    },
    async takeIn(campaignId, filters) {
      if (asksNothing(filters)) return 0;
      return prisma.$executeRaw`
        UPDATE "Case" c SET "campaignId" = ${campaignId}::uuid, "dueAt" = ${new Date(clock())}, "dueReason" = 'due',
          "version" = "version" + 1, "updatedAt" = now()
        WHERE ${fits(filters)} AND c."campaignId" IS NULL`;
    },
  };
}
