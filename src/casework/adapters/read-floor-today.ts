import type { Instant } from '../../domain/vocabulary.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { FloorFigures } from '../case-books.ts';

/** The day of every agent at once, each read over the index of his own rows. */
export async function readFloorToday(
  prisma: PrismaClient,
  dayStart: Instant,
  now: Instant,
): Promise<ReadonlyMap<string, FloorFigures>> {
  const from = new Date(dayStart);
  const until = new Date(now);
  const rows = await prisma.$queryRaw<(FloorFigures & { readonly agentId: string })[]>`
    SELECT u."id" AS "agentId", talks.calls, talks.ms::float8 AS "talkMs", done.ms::float8 AS "wrapUpMs", done.promises,
      states.ready::float8 AS "readyMs", states.break::float8 AS "breakMs"
    FROM "User" u
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS calls,
        COALESCE(sum(extract(epoch FROM COALESCE(a."endedAt", ${until}) - a."connectedAt") * 1000), 0) AS ms
      FROM "Attempt" a
      WHERE a."agentId" = u."id" AND a."intendedAt" >= ${from} AND a."connectedAt" IS NOT NULL) talks
    CROSS JOIN LATERAL (
      SELECT COALESCE(sum(w."acwMs"), 0) AS ms, count(p."id")::int AS promises
      FROM "WrapUp" w LEFT JOIN "Promise" p ON p."wrapUpId" = w."id"
      WHERE w."agentId" = u."id" AND w."savedAt" >= ${from}) done
    CROSS JOIN LATERAL (
      SELECT COALESCE(sum(t.ms) FILTER (WHERE t."state" = 'ready'), 0) AS ready,
        COALESCE(sum(t.ms) FILTER (WHERE t."state" = 'on_break'), 0) AS break
      FROM (
        SELECT s."state", extract(epoch FROM COALESCE(s."to", ${until}) - GREATEST(s."from", ${from})) * 1000 AS ms
        FROM "AgentStateLog" s
        WHERE s."userId" = u."id" AND (s."to" IS NULL OR s."to" > ${from})
          AND s."from" >= ${new Date(dayStart - 86_400_000)}) t) states
    WHERE u."role" = 'agent' AND u."disabledAt" IS NULL`;
  return new Map(rows.map(({ agentId, ...figures }) => [agentId, figures]));
}
