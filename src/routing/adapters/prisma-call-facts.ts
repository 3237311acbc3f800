import type { Clock } from '../../platform/clock.ts';
import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import type { CallFacts } from '../ports.ts';
import { needsColumns, needsOf, type NeedsRow } from './call-needs-sql.ts';

interface AnsweredRow extends NeedsRow {
  readonly caseId: string;
  readonly numberId: string;
  readonly campaignId: string;
  readonly abandonTreatment: string;
}

/** Attempts as this room reads them. */
export function makePrismaCallFacts(prisma: PrismaClient, clock: Clock): CallFacts {
  return {
    async answered(attemptId) {
      // One round trip: the callee is on the line.
      const [row] = await prisma.$queryRaw<AnsweredRow[]>`
        SELECT a."caseId", a."numberId", a."campaignId", k."abandonTreatment", ${needsColumns(Prisma.sql`a."lineId"`, clock())}
        FROM "Attempt" a JOIN "Case" c ON c."id" = a."caseId" JOIN "Campaign" k ON k."id" = a."campaignId"
        LEFT JOIN "User" o ON o."id" = c."ownerId"
        WHERE a."id" = ${attemptId}::uuid AND a."direction" = 'outbound'`;
      if (row === undefined) return null;
      return {
        attemptId,
        caseId: row.caseId,
        numberId: row.numberId,
        campaignId: row.campaignId,
        needs: needsOf(row),
        treatment: row.abandonTreatment === 'message' ? 'message' : 'hangup',
      };
    },
    async ended(attemptId) {
      const attempt = await prisma.attempt.findUnique({
        where: { id: attemptId },
        select: { endedAt: true, endReason: true },
      });
      if (attempt?.endedAt == null) return null;
      return { endedAt: attempt.endedAt.getTime(), endReason: attempt.endReason ?? 'unknown' };
    },
    async stage(attemptId) {
      const attempt = await prisma.attempt.findUnique({
        where: { id: attemptId },
        select: { endedAt: true, answeredAt: true, state: true },
      });
      if (attempt === null) return 'unknown';
      return attempt.endedAt === null && attempt.answeredAt === null && attempt.state !== 'unconfirmed'
        ? 'ringing'
        : 'past';
    },
    async needs({ caseId, campaignId, lineId }) {
      const [row] = await prisma.$queryRaw<NeedsRow[]>`
        SELECT ${needsColumns(Prisma.sql`${lineId}::uuid`, clock())}
        FROM "Case" c LEFT JOIN "User" o ON o."id" = c."ownerId" LEFT JOIN "Campaign" k ON k."id" = ${campaignId}::uuid
        WHERE c."id" = ${caseId}::uuid`;
      return row === undefined ? null : needsOf(row);
    },
    async imagined({ caseId, numberId, campaignId }) {
      const row = await prisma.case.findUnique({
        where: { id: caseId },
        select: {
          campaign: { select: { id: true, name: true } },
          numbers: { where: numberId === null ? {} : { id: numberId }, select: { lineId: true } },
        },
      });
      if (row === null || (numberId !== null && row.numbers.length === 0)) return null;
      const other =
        campaignId === null
          ? row.campaign
          : await prisma.campaign.findUnique({ where: { id: campaignId }, select: { id: true, name: true } });
      if (campaignId !== null && other === null) return null;
      return {
        campaign: other === null ? null : { campaignId: other.id, name: other.name },
        lineId: numberId === null ? null : (row.numbers[0]?.lineId ?? null),
      };
    },
  };
}
