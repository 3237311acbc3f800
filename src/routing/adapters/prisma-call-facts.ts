import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { CallFacts } from '../ports.ts';

/** Attempts as this room reads them. */
export function makePrismaCallFacts(prisma: PrismaClient): CallFacts {
  return {
    async answered(attemptId) {
      const attempt = await prisma.attempt.findUnique({
        where: { id: attemptId },
        select: {
          caseId: true,
          numberId: true,
          campaignId: true,
          case: { select: { ownerId: true } },
          campaign: { select: { abandonTreatment: true } },
        },
      });
      if (attempt === null || attempt.campaignId === null) return null;
      return {
        attemptId,
        caseId: attempt.caseId,
        numberId: attempt.numberId,
        campaignId: attempt.campaignId,
        ownerId: attempt.case.ownerId,
        treatment: attempt.campaign?.abandonTreatment === 'message' ? 'message' : 'hangup',
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
  };
}
