import { isOtherTier } from '../../domain/cadence.ts';
import { presetOf } from '../dial-facts-of.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';

/** Counts what nobody has counted yet of the day: owners, cases of nobody by campaign, whole campaigns that ask for it. */
async function takeVolumes(prisma: PrismaClient, today: string, at: Date, whole: readonly string[]): Promise<void> {
  await prisma.$executeRaw`
    INSERT INTO "DayVolume" ("scopeId", "whole", "day", "openCases", "takenAt")
    SELECT c."scopeId", c."whole", ${today}::date, count(*), ${at} FROM (
      SELECT COALESCE("ownerId", "campaignId") AS "scopeId", false AS "whole" FROM "Case" WHERE "status" = 'open'
      UNION ALL
      SELECT "campaignId", true FROM "Case" WHERE "status" = 'open' AND "campaignId" = ANY (${[...whole]}::uuid[])
    ) c WHERE c."scopeId" IS NOT NULL GROUP BY 1, 2
    ON CONFLICT DO NOTHING`;
}

/**
 * The volumes of a business day as it begins, and the cases whose cadence runs by another tier than it did (R1-R4): by
 * when they are owed has moved with it.
 */
export async function casesOfOtherTier(prisma: PrismaClient, today: string, now: number): Promise<readonly string[]> {
  const [tenant, campaigns] = await Promise.all([
    prisma.tenant.findUniqueOrThrow({ where: { id: 1 } }),
    prisma.campaign.findMany({ select: { id: true, preset: true, presetVersion: true, tightening: true } }),
  ]);
  const under = campaigns.map((campaign) => ({ id: campaign.id, preset: presetOf({ campaign, tenant }) }));
  const rules = [presetOf({ campaign: null, tenant }), ...under.map(({ preset }) => preset)];
  const whole = under.flatMap(({ id, preset }) => (preset.cadence.scope === 'campaign' ? [id] : []));
  await takeVolumes(prisma, today, new Date(now), whole);
  const changes = await prisma.$queryRaw<{ scopeId: string; whole: boolean; before: number; now: number }[]>`
    SELECT v."scopeId", v."whole", p."openCases" AS "before", v."openCases" AS "now" FROM "DayVolume" v
    JOIN LATERAL (
      SELECT q."openCases" FROM "DayVolume" q
      WHERE q."scopeId" = v."scopeId" AND q."whole" = v."whole" AND q."day" < v."day"
      ORDER BY q."day" DESC LIMIT 1) p ON TRUE
    WHERE v."day" = ${today}::date AND v."openCases" <> p."openCases"`;
  const moved = changes.filter((change) => isOtherTier(change.before, change.now, rules));
  if (moved.length === 0) return [];
  const scopes = (of: boolean): string[] => moved.flatMap(({ scopeId, whole: all }) => (all === of ? [scopeId] : []));
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    SELECT c."id" FROM "Case" c
    WHERE c."status" = 'open' AND c."lastRoundOn" IS NOT NULL AND NOT c."effective"
      AND c."nextFollowUpOn" IS NULL AND c."callbackAt" IS NULL
      AND (c."ownerId" = ANY (${scopes(false)}::uuid[])
        OR (c."ownerId" IS NULL AND c."campaignId" = ANY (${scopes(false)}::uuid[]))
        OR c."campaignId" = ANY (${scopes(true)}::uuid[]))
    ORDER BY c."id"`;
  return rows.map(({ id }) => id);
}
