import { attemptDecision, type AttemptDecision } from '../../contract/case.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';

/** The decision as it was stored; null: no such attempt of the case, or one that no decision stands behind. */
export async function readAttemptDecision(
  prisma: PrismaClient,
  caseId: string,
  attemptId: string,
): Promise<AttemptDecision | null> {
  const row = await prisma.attempt.findFirst({
    where: { id: attemptId, caseId },
    select: { presetName: true, presetVersion: true, rulesVersion: true, decision: true },
  });
  if (row === null) return null;
  const { decision, ...rules } = row;
  const stored = typeof decision === 'object' && decision !== null && !Array.isArray(decision) ? decision : {};
  const read = attemptDecision.safeParse({ ...stored, attemptId, ...rules });
  return read.success ? read.data : null;
}
