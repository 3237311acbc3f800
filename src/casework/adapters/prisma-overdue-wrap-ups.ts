import { newId } from '../../platform/ids.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import { presetOf } from '../dial-facts-of.ts';

const alertKind = 'wrap_up_overdue';
/** A call that ended longer ago is known by now; its alert stands until the wrap-up is saved. */
const lookBackMs = 24 * 3_600_000;

/** R30, `acw`: a wrap-up that takes longer than the rules allow raises one alert, resolved when it is saved. Nobody is moved on. */
export async function alertOverdueWrapUps(prisma: PrismaClient, now: number): Promise<number> {
  const [tenant, open] = await Promise.all([
    prisma.tenant.findUniqueOrThrow({ where: { id: 1 } }),
    prisma.attempt.findMany({
      where: {
        intendedAt: { gte: new Date(now - lookBackMs) },
        connectedAt: { not: null },
        endedAt: { not: null },
        wrapUp: null,
      },
      select: { id: true, endedAt: true, campaign: true },
    }),
  ]);
  let raised = 0;
  for (const { id, endedAt, campaign } of open) {
    const { timeoutAction, timeoutMs } = presetOf({ campaign, tenant }).acw;
    if (timeoutAction === 'off' || endedAt === null || now - endedAt.getTime() <= timeoutMs) continue;
    raised += await prisma.$executeRaw`
      INSERT INTO "Alert" ("id", "kind", "subjectId", "raisedAt")
      VALUES (${newId()}::uuid, ${alertKind}, ${id}, ${new Date(now)})
      ON CONFLICT ("kind", (COALESCE("subjectId", ''))) WHERE "resolvedAt" IS NULL DO NOTHING`;
  }
  await prisma.$executeRaw`
    UPDATE "Alert" a SET "resolvedAt" = ${new Date(now)}
    FROM "WrapUp" w
    WHERE a."kind" = ${alertKind} AND a."resolvedAt" IS NULL AND w."attemptId"::text = a."subjectId"`;
  return raised;
}
