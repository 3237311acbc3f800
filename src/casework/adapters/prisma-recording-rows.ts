import { newId } from '../../platform/ids.ts';
import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import type { RecordingRows } from '../ports.ts';
import { makeCaseVisibility } from './case-visibility.ts';

const mostAtOnce = 500;

interface UncoveredRow {
  id: string;
  sid: string | null;
  answeredAt: Date;
  endedAt: Date;
  ownMs: number | null;
}

/** A message that the carrier says it has; one in which nothing was said is none. */
const isVoicemail = Prisma.sql`(
  EXISTS (SELECT 1 FROM "InboundCall" i WHERE i."attemptId" = a."id" AND i."outcome" = 'voicemail')
  AND EXISTS (SELECT 1 FROM "CarrierEvent" e WHERE e."attemptId" = a."id" AND e."kind" = 'recording'
    AND e."payload" ->> 'RecordingStatus' = 'completed'))`;

/** Looked up call by call: joined at once, the planner compares every call with every recording when it thinks either few. */
const recordingOf = (source: 'own' | 'carrier') => Prisma.sql`
  SELECT r."id", r."durationMs" FROM "Recording" r
  WHERE r."attemptId" = a."id" AND r."source" = ${source} AND r."status" = 'complete' LIMIT 1`;

/** In both searches every trunk is named, so that the `(trunkId, endedAt)` index serves "ended lately". */
export function makePrismaRecordingRows(prisma: PrismaClient): RecordingRows {
  const visibility = makeCaseVisibility(prisma);
  return {
    async markUnanswered(endedSince) {
      const calls = await prisma.$queryRaw<{ id: string; caseId: string; numberId: string; at: Date; end: Date }[]>`
        SELECT a."id", a."caseId", a."numberId", a."intendedAt" AS "at", a."endedAt" AS "end"
        FROM "Attempt" a
        WHERE a."trunkId" = ANY (ARRAY(SELECT t."id" FROM "Trunk" t)) AND a."endedAt" >= ${new Date(endedSince)} AND a."answeredAt" IS NULL
          AND NOT EXISTS (SELECT 1 FROM "Recording" r WHERE r."attemptId" = a."id")
          AND NOT EXISTS (SELECT 1 FROM "InboundCall" i WHERE i."attemptId" = a."id" AND i."outcome" = 'voicemail')
        LIMIT ${mostAtOnce}`;
      if (calls.length === 0) return 0;
      const made = await prisma.recording.createMany({
        data: calls.map((call) => ({
          id: newId(),
          attemptId: call.id,
          caseId: call.caseId,
          numberId: call.numberId,
          source: 'none',
          status: 'no_media',
          startedAt: call.at,
          endedAt: call.end,
          boundAt: call.end,
        })),
        skipDuplicates: true,
      });
      return made.count;
    },
    async uncovered({ since, until, shortByMs, attemptId }) {
      const calls =
        attemptId === undefined
          ? Prisma.sql`a."trunkId" = ANY (ARRAY(SELECT t."id" FROM "Trunk" t))`
          : Prisma.sql`a."id" = ${attemptId}::uuid`;
      const rows = await prisma.$queryRaw<UncoveredRow[]>`
        SELECT a."id", a."carrierCallSid" AS "sid", coalesce(a."answeredAt", a."intendedAt") AS "answeredAt", a."endedAt",
          own."durationMs" AS "ownMs"
        FROM "Attempt" a
        LEFT JOIN LATERAL (${recordingOf('own')}) own ON true
        LEFT JOIN LATERAL (${recordingOf('carrier')}) copy ON true
        WHERE ${calls}
          AND a."endedAt" >= ${new Date(since)} AND a."endedAt" <= ${new Date(until)}
          AND (a."answeredAt" IS NOT NULL OR ${isVoicemail})
          AND copy."id" IS NULL
          AND (own."id" IS NULL OR a."answeredAt" IS NULL
            OR own."durationMs" < extract(epoch FROM a."endedAt" - a."answeredAt") * 1000 - ${shortByMs}::int)
        ORDER BY a."endedAt"
        LIMIT ${mostAtOnce}`;
      return rows.map((row) => ({
        attemptId: row.id,
        carrierCallSid: row.sid,
        answeredAt: row.answeredAt.getTime(),
        endedAt: row.endedAt.getTime(),
        ownDurationMs: row.ownMs,
        hasCarrierCopy: false,
      }));
    },
    async bindCarrierCopy(attemptId, file, at) {
      const call = await prisma.attempt.findUnique({
        where: { id: attemptId },
        select: {
          caseId: true,
          numberId: true,
          agentId: true,
          answeredAt: true,
          intendedAt: true,
          endedAt: true,
          case: { select: { ownerId: true } },
        },
      });
      if (call === null) return null;
      const { intendedAt, answeredAt, endedAt, case: about, ...binding } = call;
      await prisma.recording.createMany({
        data: {
          id: newId(),
          attemptId,
          ...binding,
          source: 'carrier',
          status: 'complete',
          path: file.path,
          channels: file.channels,
          durationMs: file.durationMs,
          byteSize: BigInt(file.byteSize),
          sha256: file.sha256,
          startedAt: answeredAt ?? intendedAt,
          endedAt: endedAt ?? new Date(at),
          boundAt: new Date(at),
        },
        skipDuplicates: true,
      });
      const row = await prisma.recording.findUniqueOrThrow({
        where: { attemptId_source: { attemptId, source: 'carrier' } },
        select: { id: true },
      });
      // A message is for whoever has the case.
      const agentId = call.agentId ?? about.ownerId;
      return { attemptId, caseId: call.caseId, recordingId: row.id, agentId };
    },
    async raiseAlert(kind, attemptId, at) {
      const made = await prisma.$executeRaw`
        INSERT INTO "Alert" ("id", "kind", "subjectId", "raisedAt")
        VALUES (${newId()}::uuid, ${kind}, ${attemptId}, ${new Date(at)})
        ON CONFLICT ("kind", (COALESCE("subjectId", ''))) WHERE "resolvedAt" IS NULL DO NOTHING`;
      return made === 1;
    },
    resolveAlerts: (at) => prisma.$executeRaw`
        UPDATE "Alert" SET "resolvedAt" = ${new Date(at)}
        WHERE "resolvedAt" IS NULL AND "kind" IN ('recording_missing', 'recording_short')
          AND EXISTS (
            SELECT 1 FROM "Recording" r
            WHERE r."attemptId" = "Alert"."subjectId"::uuid AND r."status" = 'complete'
              AND (r."source" = 'carrier' OR "Alert"."kind" = 'recording_missing'))`,
    async forPlayback(recordingId, listenerId) {
      const [row, listener] = await Promise.all([
        prisma.recording.findUnique({
          where: { id: recordingId },
          include: {
            attempt: { select: { agentId: true, agent: { select: { teamId: true } } } },
            case: { select: { ownerId: true, debtorId: true } },
          },
        }),
        prisma.user.findUnique({ where: { id: listenerId }, select: { teamId: true } }),
      ]);
      if (row === null) return null;
      const [onCase, covered] = await Promise.all([
        prisma.attempt.count({
          where: { caseId: row.caseId, agentId: listenerId, connectedAt: { not: null }, wrapUp: null },
        }),
        visibility.coveredDebtors(listenerId),
      ]);
      return {
        recordingId: row.id,
        attemptId: row.attemptId,
        caseId: row.caseId,
        status: row.status,
        path: row.path,
        sha256: row.sha256,
        byteSize: Number(row.byteSize),
        durationMs: row.durationMs,
        agentId: row.attempt.agentId,
        agentTeamId: row.attempt.agent?.teamId ?? null,
        ownerId: row.case.ownerId,
        listenerTeamId: listener?.teamId ?? null,
        listenerOnCase: onCase > 0,
        covered: covered.includes(row.case.debtorId),
      };
    },
  };
}
