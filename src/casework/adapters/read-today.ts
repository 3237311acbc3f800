import type { TodayFigures } from '../../contract/agent.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';

interface Row {
  accounts: number;
  goal: number;
  calls: number;
  rightParty: number;
  promises: number;
  promisedMinor: number;
  currency: string | null;
  talkMs: number;
  wrapUpMs: number;
  readyMs: number;
  breakMs: number;
}

/** R29: an attempt belongs to the case's owner, else to the agent it was connected to; one account counts once a day. */
export async function readToday(
  prisma: PrismaClient,
  agentId: string,
  dayStart: Instant,
  now: Instant,
): Promise<TodayFigures> {
  const from = new Date(dayStart);
  const rows = await prisma.$queryRaw<Row[]>`
    WITH mine AS (
      SELECT a."caseId", a."connectedAt", a."endedAt"
      FROM "Attempt" a JOIN "Case" c ON c."id" = a."caseId"
      WHERE a."agentId" = ${agentId}::uuid AND a."intendedAt" >= ${from}
        AND (c."ownerId" IS NULL OR c."ownerId" = ${agentId}::uuid)
    ), owned AS (
      SELECT a."caseId" FROM "Case" c
      JOIN "Attempt" a ON a."caseId" = c."id" AND a."intendedAt" >= ${from}
      WHERE c."ownerId" = ${agentId}::uuid AND c."lastAttemptAt" >= ${from} AND a."placedAt" IS NOT NULL
    ), talks AS (
      SELECT count(*)::int AS n,
        COALESCE(sum(extract(epoch FROM COALESCE(a."endedAt", ${new Date(now)}) - a."connectedAt") * 1000), 0) AS ms
      FROM "Attempt" a
      WHERE a."agentId" = ${agentId}::uuid AND a."intendedAt" >= ${from} AND a."connectedAt" IS NOT NULL
    ), done AS (
      SELECT count(*) FILTER (WHERE w."party" = 'RPC')::int AS "rightParty", COALESCE(sum(w."acwMs"), 0) AS "wrapUpMs",
        count(p."id")::int AS promises, COALESCE(sum(p."amountMinor"), 0) AS minor,
        CASE WHEN count(DISTINCT p."currency") = 1 THEN min(p."currency") END AS currency
      FROM "WrapUp" w LEFT JOIN "Promise" p ON p."wrapUpId" = w."id"
      WHERE w."agentId" = ${agentId}::uuid AND w."savedAt" >= ${from}
    ), states AS (
      SELECT s."state",
        sum(extract(epoch FROM COALESCE(s."to", ${new Date(now)}) - GREATEST(s."from", ${from})) * 1000) AS ms
      FROM "AgentStateLog" s
      WHERE s."userId" = ${agentId}::uuid AND (s."to" IS NULL OR s."to" > ${from})
        AND s."from" >= ${new Date(dayStart - 86_400_000)}
      GROUP BY s."state"
    )
    SELECT
      (SELECT count(*)::int FROM (SELECT "caseId" FROM mine UNION SELECT "caseId" FROM owned) u) AS accounts,
      (SELECT "dailyGoal" FROM "User" WHERE "id" = ${agentId}::uuid) AS goal,
      talks.n AS calls, done."rightParty", done.promises, done.minor::float8 AS "promisedMinor", done.currency,
      talks.ms::float8 AS "talkMs", done."wrapUpMs"::float8 AS "wrapUpMs",
      COALESCE((SELECT ms FROM states WHERE "state" = 'ready'), 0)::float8 AS "readyMs",
      COALESCE((SELECT ms FROM states WHERE "state" = 'on_break'), 0)::float8 AS "breakMs"
    FROM talks, done`;
  const row = rows[0];
  const whole = (value: number | undefined): number => Math.max(0, Math.round(value ?? 0));
  return {
    accounts: row?.accounts ?? 0,
    goal: row?.goal ?? 50,
    calls: row?.calls ?? 0,
    rightParty: row?.rightParty ?? 0,
    promises: row?.promises ?? 0,
    promisedMinor: whole(row?.promisedMinor),
    currency: row?.currency ?? null,
    talkMs: whole(row?.talkMs),
    wrapUpMs: whole(row?.wrapUpMs),
    readyMs: whole(row?.readyMs),
    breakMs: whole(row?.breakMs),
  };
}
