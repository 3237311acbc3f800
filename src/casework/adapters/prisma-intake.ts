import type { Clock } from '../../platform/clock.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { CampaignIntake } from '../casework.ts';

/** Due at once: whether a number may be rung now is the dial decision's matter, not the intake's. */
export function makePrismaIntake(deps: { prisma: PrismaClient; clock: Clock }): CampaignIntake {
  const { prisma, clock } = deps;
  return {
    assignPlacement: (placementId, campaignId) => prisma.$executeRaw`
      UPDATE "Case" SET "campaignId" = ${campaignId}::uuid, "dueAt" = ${new Date(clock())}, "dueReason" = 'due',
        "version" = "version" + 1, "updatedAt" = now()
      WHERE "placementId" = ${placementId}::uuid AND "campaignId" IS NULL AND "status" = 'open'`,
    assignCases: (caseIds, campaignId) => prisma.$executeRaw`
      UPDATE "Case" SET "campaignId" = ${campaignId}::uuid, "dueAt" = ${new Date(clock())}, "dueReason" = 'due',
        "version" = "version" + 1, "updatedAt" = now()
      WHERE "id" = ANY (${[...caseIds]}::uuid[]) AND "campaignId" IS NULL AND "status" = 'open'`,
  };
}
