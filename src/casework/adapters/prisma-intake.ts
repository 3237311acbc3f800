import type { Clock } from '../../platform/clock.ts';
import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import type { CampaignIntake } from '../casework.ts';

/** Due at once: whether a number may be rung now is the dial decision's matter, not the intake's. */
export function makePrismaIntake(deps: { prisma: PrismaClient; clock: Clock }): CampaignIntake {
  const { prisma, clock } = deps;
  const assign = async (which: Prisma.Sql, campaignId: string): Promise<number | 'unknown-campaign'> => {
    const known = await prisma.campaign.findUnique({ where: { id: campaignId }, select: { id: true } });
    if (known === null) return 'unknown-campaign';
    return prisma.$executeRaw`
      UPDATE "Case" SET "campaignId" = ${campaignId}::uuid, "dueAt" = ${new Date(clock())}, "dueReason" = 'due',
        "version" = "version" + 1, "updatedAt" = now()
      WHERE ${which} AND "campaignId" IS NULL AND "status" = 'open'`;
  };
  return {
    assignPlacement: (placementId, campaignId) => assign(Prisma.sql`"placementId" = ${placementId}::uuid`, campaignId),
    assignCases: (caseIds, campaignId) => assign(Prisma.sql`"id" = ANY (${[...caseIds]}::uuid[])`, campaignId),
  };
}
