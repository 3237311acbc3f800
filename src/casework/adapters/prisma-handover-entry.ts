import type { Prisma } from '../../platform/prisma/client.ts';
import type { HandoverEntry } from '../handover/handover-ports.ts';

export const makeHandoverEntry = (db: Prisma.TransactionClient, caseId: string): HandoverEntry => ({
  async waiting(handoverId) {
    const [row] = await db.$queryRaw<{ toId: string }[]>`
      SELECT "toId" FROM "HandoverCase" WHERE "handoverId" = ${handoverId}::uuid AND "caseId" = ${caseId}::uuid
        AND "outcome" IS NULL FOR UPDATE`;
    return row ?? null;
  },
  async settle(handoverId, outcome, at) {
    await db.handoverCase.update({
      where: { handoverId_caseId: { handoverId, caseId } },
      data: {
        outcome: outcome.kind,
        because: outcome.kind === 'left' ? outcome.because : null,
        at: new Date(at),
      },
    });
  },
  async inCall(endedSince) {
    const [row] = await db.$queryRaw<{ found: boolean }[]>`
      SELECT EXISTS (SELECT 1 FROM "Attempt" a WHERE a."caseId" = ${caseId}::uuid AND (a."endedAt" IS NULL
        OR (a."connectedAt" IS NOT NULL AND a."endedAt" > ${new Date(endedSince)}::timestamptz
          AND NOT EXISTS (SELECT 1 FROM "WrapUp" w WHERE w."attemptId" = a."id")))) AS "found"`;
    return row?.found ?? false;
  },
  async passTasks(fromId, toId) {
    await db.caseTask.updateMany({ where: { caseId, ownerId: fromId, doneAt: null }, data: { ownerId: toId } });
  },
});
