import type { TrunkCostRow } from '../../contract/trunk-cost.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { CostBook } from '../trunks/read-costs.ts';

/** A call belongs to the agency's day on which it was launched. Minutes and sums as `domain/call-cost.ts` says. */
export function makePrismaTrunkCosts(prisma: PrismaClient): CostBook {
  const zone = async (): Promise<string> =>
    (await prisma.tenant.findUnique({ where: { id: 1 }, select: { businessZone: true } }))?.businessZone ?? 'UTC';
  return {
    zone,
    async rows(from, before) {
      const byZone = await zone();
      return prisma.$queryRaw<TrunkCostRow[]>`
        WITH ended AS (
          SELECT a."trunkId", a."campaignId", a."costMicros" AS "price", a."costCurrency" AS "currency", a."answeredAt",
            to_char(a."intendedAt" AT TIME ZONE ${byZone}, 'YYYY-MM-DD') AS "day",
            CASE WHEN a."answeredAt" IS NULL THEN 0
              ELSE greatest(ceil(extract(epoch FROM a."endedAt" - a."answeredAt") / 60), 0) END AS "minutes"
          FROM "Attempt" a
          WHERE a."intendedAt" >= ${new Date(from)} AND a."intendedAt" < ${new Date(before)}
            AND a."endedAt" IS NOT NULL AND a."placedAt" IS NOT NULL AND a."direction" = 'outbound')
        SELECT e."day", e."trunkId", t."name" AS "trunk", c."name" AS "campaign", e."currency", count(*)::int AS "calls",
          count(e."answeredAt")::int AS "answered", sum(e."minutes")::float8 AS "minutes",
          coalesce(sum(e."minutes" * e."price"), 0)::float8 AS "micros",
          count(*) FILTER (WHERE e."answeredAt" IS NOT NULL AND e."price" IS NULL)::int AS "unpriced"
        FROM ended e JOIN "Trunk" t ON t."id" = e."trunkId" LEFT JOIN "Campaign" c ON c."id" = e."campaignId"
        GROUP BY e."day", e."trunkId", t."name", c."name", e."currency"
        ORDER BY e."day" DESC, t."name", c."name", e."currency"`;
    },
  };
}
