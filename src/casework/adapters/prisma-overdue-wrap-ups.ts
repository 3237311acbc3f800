import { newId } from '../../platform/ids.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import { presetOf } from '../dial-facts-of.ts';

const alertKind = 'wrap_up_overdue';
/** A call that ended longer ago is known by now; its alert stands until the wrap-up is saved. */
const lookBackMs = 24 * 3_600_000;

/** R30, `acw`: a wrap-up that takes longer than the rules allow raises one alert, resolved when it is saved. Nobody is moved on. */
export async function alertOverdueWrapUps(prisma: PrismaClient, now: number): Promise<number> {
  const [tenant, campaigns, open] = await Promise.all([
    prisma.tenant.findUniqueOrThrow({ where: { id: 1 } }),
    prisma.campaign.findMany({ select: { id: true, preset: true, presetVersion: true, tightening: true } }),
    prisma.$queryRaw<{ id: string; endedAt: Date; campaignId: string | null }[]>`
      SELECT a."id", a."endedAt", a."campaignId" FROM "Attempt" a
      WHERE a."intendedAt" >= ${new Date(now - lookBackMs)} AND a."connectedAt" IS NOT NULL AND a."endedAt" IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM "WrapUp" w WHERE w."attemptId" = a."id")`,
  ]);
  const rules = new Map(campaigns.map((campaign) => [campaign.id, campaign]));
  let raised = 0;
  for (const { id, endedAt, campaignId } of open) {
    const campaign = (campaignId === null ? null : rules.get(campaignId)) ?? null;
    const { timeoutAction, timeoutMs } = presetOf({ campaign, tenant }).acw;
    if (timeoutAction === 'off' || now - endedAt.getTime() <= timeoutMs) continue;
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
