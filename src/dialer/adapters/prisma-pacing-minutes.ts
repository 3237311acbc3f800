import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { PacingMinutes } from '../stores.ts';

const minuteMs = 60_000;

/** What happened in whole minutes, read off the agents' log and the calls: nothing is lost when nobody was counting. */
export function makePrismaPacingMinutes(prisma: PrismaClient): PacingMinutes {
  return {
    async newest(campaignId) {
      const row = await prisma.pacingMinute.findFirst({
        where: { campaignId },
        orderBy: { at: 'desc' },
        select: { at: true },
      });
      return row?.at.getTime() ?? null;
    },
    async write(campaignId, from, before) {
      // A state that began more than half a day ago is nobody at work; it bounds how far back the log is read.
      await prisma.$executeRaw`
        INSERT INTO "PacingMinute" ("campaignId", "at", "readySec", "reservedSec", "talkingSec", "wrappingUpSec", "onBreakSec",
          "pendingSec", "launches", "answers", "abandoned")
        SELECT ${campaignId}::uuid, m."at", s."ready", s."reserved", s."talking", s."wrappingUp", s."onBreak",
          p."pending", p."launches", a."answers", a."abandoned"
        FROM generate_series(${new Date(from)}::timestamptz, ${new Date(before - minuteMs)}::timestamptz, interval '1 minute') m("at")
        CROSS JOIN LATERAL (
          SELECT coalesce(sum(t."sec") FILTER (WHERE t."state" = 'ready'), 0)::int AS "ready",
            coalesce(sum(t."sec") FILTER (WHERE t."state" = 'reserved'), 0)::int AS "reserved",
            coalesce(sum(t."sec") FILTER (WHERE t."state" = 'talking'), 0)::int AS "talking",
            coalesce(sum(t."sec") FILTER (WHERE t."state" = 'wrapping_up'), 0)::int AS "wrappingUp",
            coalesce(sum(t."sec") FILTER (WHERE t."state" = 'on_break'), 0)::int AS "onBreak"
          FROM (
            SELECT l."state", extract(epoch FROM least(coalesce(l."to", m."at" + interval '1 minute'), m."at" + interval '1 minute')
              - greatest(l."from", m."at")) AS "sec"
            FROM "CampaignAgent" c JOIN "AgentStateLog" l ON l."userId" = c."userId"
            WHERE c."campaignId" = ${campaignId}::uuid AND l."from" < m."at" + interval '1 minute'
              AND l."from" > m."at" - interval '12 hours' AND (l."to" IS NULL OR l."to" > m."at")) t) s
        CROSS JOIN LATERAL (
          SELECT (count(*) FILTER (WHERE b."intendedAt" >= m."at"))::int AS "launches",
            coalesce(sum(greatest(0, extract(epoch FROM
              least(coalesce(b."answeredAt", b."endedAt", m."at" + interval '1 minute'), m."at" + interval '1 minute')
              - greatest(b."intendedAt", m."at")))), 0)::int AS "pending"
          FROM "Attempt" b WHERE b."campaignId" = ${campaignId}::uuid AND b."direction" = 'outbound'
            AND b."intendedAt" > m."at" - interval '3 minutes' AND b."intendedAt" < m."at" + interval '1 minute') p
        CROSS JOIN LATERAL (
          SELECT (count(*) FILTER (WHERE "connected" OR "lost"))::int AS "answers", (count(*) FILTER (WHERE "lost"))::int AS "abandoned"
          FROM (
            SELECT b."connectedAt" IS NOT NULL AS "connected", b."connectedAt" IS NULL AND CASE WHEN b."endedAt" IS NULL
              THEN b."record" ->> 'abandonedAt' IS NOT NULL ELSE coalesce(b."systemResult" = 'ABANDONED', false) END AS "lost"
            FROM "Attempt" b WHERE b."campaignId" = ${campaignId}::uuid AND b."direction" = 'outbound'
              AND b."answeredAt" >= m."at" AND b."answeredAt" < m."at" + interval '1 minute') x) a
        ON CONFLICT DO NOTHING`;
    },
    async read(campaignId, from, before) {
      const rows = await prisma.pacingMinute.findMany({
        where: { campaignId, at: { gte: new Date(from), lt: new Date(before) } },
        orderBy: { at: 'asc' },
        omit: { campaignId: true },
      });
      return rows.map((row) => ({ ...row, at: row.at.getTime() }));
    },
  };
}
