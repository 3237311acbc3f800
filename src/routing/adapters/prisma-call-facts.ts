import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { CallFacts } from '../ports.ts';

interface AnsweredRow {
  readonly caseId: string;
  readonly numberId: string;
  readonly campaignId: string;
  readonly ownerId: string | null;
  readonly abandonTreatment: string;
  readonly ownerState: string | null;
}

/** Attempts as this room reads them. */
export function makePrismaCallFacts(prisma: PrismaClient): CallFacts {
  return {
    async answered(attemptId) {
      // One round trip: the callee is on the line.
      const [row] = await prisma.$queryRaw<AnsweredRow[]>`
        SELECT a."caseId", a."numberId", a."campaignId", c."ownerId", m."abandonTreatment", p."state" AS "ownerState"
        FROM "Attempt" a JOIN "Case" c ON c."id" = a."caseId" JOIN "Campaign" m ON m."id" = a."campaignId"
        LEFT JOIN "AgentPresence" p ON p."userId" = c."ownerId"
        WHERE a."id" = ${attemptId}::uuid AND a."direction" = 'outbound'`;
      if (row === undefined) return null;
      return {
        attemptId,
        caseId: row.caseId,
        numberId: row.numberId,
        campaignId: row.campaignId,
        ownerId: row.ownerId,
        ownerIsWrappingUp: row.ownerState === 'wrapping_up',
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
    async ownerOf(caseId) {
      const row = await prisma.case.findUnique({ where: { id: caseId }, select: { ownerId: true } });
      return row?.ownerId ?? null;
    },
  };
}
