import { systemResults } from '../../domain/vocabulary.ts';
import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import type { CallbackBook, DueCallback } from '../callbacks/callback-book.ts';

const mostAtOnce = 100;
/** A talk that nobody has written up for so long is a supervisor's matter, and holds nothing up. */
const wrapUpReachHours = 12;

interface Row {
  readonly id: string;
  readonly caseId: string;
  readonly lineId: string;
  readonly campaignId: string | null;
  readonly ownerId: string | null;
  readonly forWhom: string;
  readonly dueAt: Date;
}

const dueOf = (row: Row): DueCallback => ({
  callbackId: row.id,
  caseId: row.caseId,
  lineId: row.lineId,
  campaignId: row.campaignId,
  forWhom: row.forWhom === 'owner' ? 'owner' : 'team',
  owned: row.ownerId !== null,
  dueAt: row.dueAt.getTime(),
});

const columns = Prisma.sql`b."id", b."caseId", b."lineId", c."campaignId", c."ownerId", b."forWhom", b."dueAt"`;

/** Nobody has the person on the line, and what was said to him last is written down. */
export const mayBeRung = (at: Date): Prisma.Sql => Prisma.sql`
  NOT EXISTS (SELECT 1 FROM "Attempt" a WHERE a."debtorId" = b."debtorId" AND (a."endedAt" IS NULL
    OR (a."connectedAt" IS NOT NULL AND a."intendedAt" > ${at}::timestamptz - make_interval(hours => ${wrapUpReachHours}::int)
      AND NOT EXISTS (SELECT 1 FROM "WrapUp" w WHERE w."attemptId" = a."id"))))`;

export function makePrismaCallbacks(prisma: PrismaClient): CallbackBook {
  return {
    async due(now, triedBefore) {
      const at = new Date(now);
      const rows = await prisma.$queryRaw<Row[]>`
        SELECT ${columns} FROM "Callback" b JOIN "Case" c ON c."id" = b."caseId"
        JOIN "Campaign" k ON k."id" = c."campaignId" AND k."status" = 'running'
        WHERE b."state" = 'pending' AND b."placeAt" IS NULL AND b."dueAt" <= ${at}::timestamptz
          AND (b."claimedAt" IS NULL OR b."claimedAt" <= ${new Date(triedBefore)}::timestamptz) AND ${mayBeRung(at)}
        ORDER BY b."dueAt", b."id" LIMIT ${mostAtOnce}`;
      return rows.map(dueOf);
    },
    async find(callbackId) {
      const rows = await prisma.$queryRaw<Row[]>`
        SELECT ${columns} FROM "Callback" b JOIN "Case" c ON c."id" = b."caseId" WHERE b."id" = ${callbackId}::uuid`;
      return rows[0] === undefined ? null : dueOf(rows[0]);
    },
    async claim(callbackId, attemptId, at) {
      const { count } = await prisma.callback.updateMany({
        where: { id: callbackId, state: 'pending' },
        data: { state: 'ringing', attemptId, claimedAt: new Date(at) },
      });
      return count === 1;
    },
    async release(callbackId, at, placeLost) {
      await prisma.callback.updateMany({
        where: { id: callbackId, state: 'ringing' },
        data: {
          state: 'pending',
          attemptId: null,
          claimedAt: new Date(at),
          ...(placeLost ? { placeAt: null } : {}),
        },
      });
    },
    async ended(before) {
      const rows = await prisma.$queryRaw<
        { id: string; attempt: boolean; connected: boolean; wrappedUp: boolean; result: string | null }[]
      >`
        SELECT b."id", a."id" IS NOT NULL AS "attempt", a."connectedAt" IS NOT NULL AS "connected",
          w."id" IS NOT NULL AS "wrappedUp", a."systemResult" AS "result"
        FROM "Callback" b LEFT JOIN "Attempt" a ON a."id" = b."attemptId" LEFT JOIN "WrapUp" w ON w."attemptId" = a."id"
        WHERE b."state" = 'ringing'
          AND (a."endedAt" IS NOT NULL OR (a."id" IS NULL AND b."claimedAt" < ${new Date(before)}::timestamptz))`;
      return rows.map(({ id, attempt, connected, wrappedUp, result }) => ({
        callbackId: id,
        call: attempt
          ? { connected, wrappedUp, systemResult: systemResults.find((word) => word === result) ?? null }
          : null,
      }));
    },
    async done(callbackId, result, at) {
      await prisma.$transaction([
        prisma.callback.updateMany({
          where: { id: callbackId, state: { in: ['pending', 'ringing'] } },
          data: { state: 'done', result, doneAt: new Date(at) },
        }),
        // Another call that was agreed on earlier still stands.
        prisma.$executeRaw`
          UPDATE "Case" c SET "callbackAt" = n."dueAt" FROM "Callback" b, LATERAL (
            SELECT min(o."dueAt") AS "dueAt" FROM "Callback" o
            WHERE o."caseId" = b."caseId" AND o."state" = 'pending' AND o."withDebtor" AND o."placeAt" IS NULL) n
          WHERE b."id" = ${callbackId}::uuid AND c."id" = b."caseId" AND n."dueAt" IS NOT NULL`,
      ]);
    },
    async late(dueBefore) {
      const rows = await prisma.callback.findMany({
        where: { state: 'pending', alertedAt: null, dueAt: { lte: new Date(dueBefore) } },
        select: { id: true },
        take: mostAtOnce,
      });
      return rows.map(({ id }) => id);
    },
    async told(callbackId, at) {
      await prisma.callback.updateMany({ where: { id: callbackId }, data: { alertedAt: new Date(at) } });
    },
    async resolveAlerts(at) {
      await prisma.$executeRaw`
        UPDATE "Alert" SET "resolvedAt" = ${new Date(at)}::timestamptz
        WHERE "resolvedAt" IS NULL AND "kind" = 'callback_waiting'
          AND NOT EXISTS (SELECT 1 FROM "Callback" b WHERE b."id"::text = "Alert"."subjectId" AND b."state" = 'pending')`;
    },
  };
}
