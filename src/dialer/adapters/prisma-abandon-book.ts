import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { AbandonBook, AnswerCount } from '../stores.ts';

interface Row {
  readonly dayStart: Date;
  readonly window: number;
  readonly windowAbandoned: number;
  readonly today: number;
  readonly todayAbandoned: number;
  readonly hour: number;
  readonly hourAbandoned: number;
}

const hourMs = 3_600_000;

/** Live answers: given to an agent, or left without one. A call that is being let go counts at once, not when it ends. */
export function makePrismaAbandonBook(prisma: PrismaClient): AbandonBook {
  return {
    async count(campaignId, from, to) {
      const [row] = await prisma.$queryRaw<AnswerCount[]>`
        SELECT (count(*) FILTER (WHERE "connected" OR "abandoned"))::int AS "live",
          (count(*) FILTER (WHERE "abandoned"))::int AS "abandoned"
        FROM (
          SELECT "connectedAt" IS NOT NULL AS "connected", "connectedAt" IS NULL AND CASE WHEN "endedAt" IS NULL
            THEN "record" ->> 'abandonedAt' IS NOT NULL ELSE coalesce("systemResult" = 'ABANDONED', false) END AS "abandoned"
          FROM "Attempt" WHERE "campaignId" = ${campaignId}::uuid AND "direction" = 'outbound'
            AND "answeredAt" >= ${new Date(from)}::timestamptz AND "answeredAt" < ${new Date(to)}::timestamptz) a`;
      return row ?? { live: 0, abandoned: 0 };
    },
    async recent(campaignId, now, windowFrom) {
      const at = new Date(now);
      const [row] = await prisma.$queryRaw<Row[]>`
        WITH d AS (
          SELECT date_trunc('day', ${at}::timestamptz AT TIME ZONE z."zone") AT TIME ZONE z."zone" AS "start"
          FROM (SELECT coalesce((SELECT "businessZone" FROM "Tenant" WHERE "id" = 1), 'UTC') AS "zone") z
        ), answers AS (
          SELECT "answeredAt", "connectedAt" IS NOT NULL AS "connected", "connectedAt" IS NULL AND CASE WHEN "endedAt" IS NULL
            THEN "record" ->> 'abandonedAt' IS NOT NULL ELSE coalesce("systemResult" = 'ABANDONED', false) END AS "abandoned"
          FROM "Attempt", d WHERE "campaignId" = ${campaignId}::uuid AND "direction" = 'outbound'
            AND "answeredAt" >= least(d."start", ${new Date(now - hourMs)}::timestamptz)
        ), live AS (SELECT "answeredAt", "abandoned" FROM answers WHERE "connected" OR "abandoned")
        SELECT d."start" AS "dayStart",
          (count(l.*) FILTER (WHERE "answeredAt" >= greatest(d."start", ${new Date(windowFrom)}::timestamptz)))::int AS "window",
          (count(l.*) FILTER (WHERE "answeredAt" >= greatest(d."start", ${new Date(windowFrom)}::timestamptz) AND "abandoned"))::int
            AS "windowAbandoned",
          (count(l.*) FILTER (WHERE "answeredAt" >= d."start"))::int AS "today",
          (count(l.*) FILTER (WHERE "answeredAt" >= d."start" AND "abandoned"))::int AS "todayAbandoned",
          (count(l.*) FILTER (WHERE "answeredAt" >= ${new Date(now - hourMs)}::timestamptz))::int AS "hour",
          (count(l.*) FILTER (WHERE "answeredAt" >= ${new Date(now - hourMs)}::timestamptz AND "abandoned"))::int AS "hourAbandoned"
        FROM d LEFT JOIN live l ON true GROUP BY d."start"`;
      if (row === undefined) throw new RangeError('an aggregate without a row');
      return {
        dayStart: row.dayStart.getTime(),
        window: { live: row.window, abandoned: row.windowAbandoned },
        today: { live: row.today, abandoned: row.todayAbandoned },
        lastHour: { live: row.hour, abandoned: row.hourAbandoned },
      };
    },
  };
}
