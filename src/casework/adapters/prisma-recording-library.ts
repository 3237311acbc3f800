import type { IntegrityState, RecordingRow } from '../../contract/recording-search.ts';
import { maskNumber } from '../../domain/mask.ts';
import { cutPage, type RowMark } from '../../platform/page-cursor.ts';
import { behind, byNumber, byTime, ordered } from '../../platform/prisma/keyset.ts';
import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import type { Listener } from '../may-listen.ts';
import type { RecordingFilters, RecordingLibrary, RecordingQuery } from '../recording-search.ts';

const exportAtOnce = 1_000;

interface Row {
  attemptId: string;
  recordingId: string | null;
  source: 'own' | 'carrier' | null;
  at: Date;
  callMs: number | null;
  durationMs: number;
  agentName: string | null;
  caseId: string;
  caseRef: string;
  campaignName: string | null;
  e164: string;
  direction: 'outbound' | 'inbound';
  result: string | null;
  integrity: IntegrityState;
  mark: string;
}

/** As much as a tap may miss at either end; `watch-recordings.ts` asks for the carrier's copy beyond it. */
const shortByMs = 2_000;

const callMs = Prisma.sql`(extract(epoch FROM a."endedAt" - a."answeredAt") * 1000)::bigint`;
const orders = {
  at: byTime(Prisma.sql`a."answeredAt"`),
  duration: byNumber(Prisma.sql`COALESCE(r."durationMs", 0)`),
} as const;
const id = Prisma.sql`a."id"`;

/** The best recording there is: our own, unless the carrier's copy had to stand in. */
const best = Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT x."id", x."source", x."durationMs", x."status" FROM "Recording" x
    WHERE x."attemptId" = a."id" AND x."source" IN ('own', 'carrier')
    ORDER BY (x."status" = 'complete') DESC, x."durationMs" DESC, x."source" DESC LIMIT 1) r ON TRUE`;

const integrity = Prisma.sql`
  CASE
    WHEN EXISTS (SELECT 1 FROM "Alert" l WHERE l."kind" = 'recording_damaged' AND l."subjectId" = a."id"::text
      AND l."resolvedAt" IS NULL) THEN 'damaged'
    WHEN r."status" = 'complete' AND (a."endedAt" IS NULL OR r."durationMs" >= ${callMs} - ${shortByMs}::int) THEN 'whole'
    WHEN r."status" = 'complete' THEN 'short'
    WHEN r."status" = 'writing' OR a."endedAt" IS NULL THEN 'writing'
    ELSE 'missing'
  END`;

/** `may-listen.ts` in the words of the database, for those who are no agents. */
const mayHear = ({ id: userId, role }: Listener): Prisma.Sql =>
  role === 'admin'
    ? Prisma.sql`TRUE`
    : Prisma.sql`(a."agentId" IS NULL OR u."teamId" IS NULL
        OR u."teamId" = (SELECT me."teamId" FROM "User" me WHERE me."id" = ${userId}::uuid))`;

function passes(filters: RecordingFilters): Prisma.Sql {
  const ref = filters.caseRef?.toLowerCase() ?? '';
  const date = (ms: number | undefined): Date | null => (ms === undefined ? null : new Date(ms));
  return Prisma.sql`a."answeredAt" IS NOT NULL
    AND (${date(filters.from)}::timestamptz IS NULL OR a."answeredAt" >= ${date(filters.from)})
    AND (${date(filters.to)}::timestamptz IS NULL OR a."answeredAt" < ${date(filters.to)})
    AND (${filters.agentId ?? null}::uuid IS NULL OR a."agentId" = ${filters.agentId ?? null}::uuid)
    AND (${filters.campaignId ?? null}::uuid IS NULL OR a."campaignId" = ${filters.campaignId ?? null}::uuid)
    AND (${ref} = '' OR starts_with(c."refKey", ${ref}))
    AND (${filters.code ?? null}::text IS NULL OR COALESCE(w."code", a."systemResult") = ${filters.code ?? null})
    AND (${filters.direction ?? null}::text IS NULL OR a."direction" = ${filters.direction ?? null})
    AND (${filters.leastMs ?? null}::int IS NULL OR COALESCE(r."durationMs", 0) >= ${filters.leastMs ?? null}::int)
    AND (${filters.mostMs ?? null}::int IS NULL OR COALESCE(r."durationMs", 0) <= ${filters.mostMs ?? null}::int)
    AND (${filters.integrity ?? null}::text IS NULL OR ${integrity} = ${filters.integrity ?? null})`;
}

const toRow = ({ e164, at: answered, mark: _mark, ...row }: Row): RecordingRow => ({
  ...row,
  recordingId: row.integrity === 'whole' || row.integrity === 'short' ? row.recordingId : null,
  at: answered.getTime(),
  callMs: row.callMs === null ? null : Number(row.callMs),
  numberMasked: maskNumber(e164),
});

export function makePrismaRecordingLibrary(prisma: PrismaClient): RecordingLibrary {
  const read = (query: RecordingQuery, listener: Listener): Promise<Row[]> => {
    const order = orders[query.sort];
    return prisma.$queryRaw<Row[]>`
      SELECT a."id" AS "attemptId", r."id" AS "recordingId", r."source", a."answeredAt" AS "at", ${callMs} AS "callMs",
        COALESCE(r."durationMs", 0)::int AS "durationMs", u."displayName" AS "agentName", a."caseId",
        c."externalRef" AS "caseRef", g."name" AS "campaignName", l."e164", a."direction",
        COALESCE(w."code", a."systemResult") AS "result", ${integrity} AS "integrity", ${order.mark} AS "mark"
      FROM "Attempt" a
      JOIN "Case" c ON c."id" = a."caseId"
      JOIN "Line" l ON l."id" = a."lineId"
      LEFT JOIN "User" u ON u."id" = a."agentId"
      LEFT JOIN "Campaign" g ON g."id" = a."campaignId"
      LEFT JOIN "WrapUp" w ON w."attemptId" = a."id"
      ${best}
      WHERE ${passes(query.filters)} AND ${mayHear(listener)} AND ${behind(order, id, query.after, query.down)}
      ORDER BY ${ordered(order, id, query.down)} LIMIT ${query.limit + 1}`;
  };
  const markOf = (row: Row): RowMark => ({ value: row.mark, id: row.attemptId });

  return {
    async page(query, listener) {
      const { rows, nextCursor } = cutPage(await read(query, listener), query.limit, markOf);
      return { rows: rows.map(toRow), nextCursor };
    },
    async *all(filters, listener) {
      let after: RowMark | null = null;
      do {
        const part: Row[] = await read({ filters, sort: 'at', down: true, after, limit: exportAtOnce - 1 }, listener);
        const last = part.at(-1);
        after = part.length < exportAtOnce || last === undefined ? null : markOf(last);
        if (part.length > 0) yield part.map(toRow);
      } while (after !== null);
    },
    async choices(listener) {
      const [agents, campaigns] = await Promise.all([
        prisma.$queryRaw<{ id: string; name: string }[]>`
          SELECT u."id", u."displayName" AS "name" FROM "User" u
          WHERE u."role" = 'agent' AND ${
            listener.role === 'admin'
              ? Prisma.sql`TRUE`
              : Prisma.sql`(u."teamId" IS NULL
                  OR u."teamId" = (SELECT me."teamId" FROM "User" me WHERE me."id" = ${listener.id}::uuid))`
          }
          ORDER BY u."displayName", u."id"`,
        prisma.campaign.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } }),
      ]);
      return { agents, campaigns };
    },
  };
}
