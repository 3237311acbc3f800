import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { DirectionBook, Director } from '../stores.ts';

export function makePrismaDirection(prisma: PrismaClient): DirectionBook {
  const directed = async (user: Director): Promise<ReadonlySet<string>> => {
    if (user.role === 'agent') return new Set();
    // A campaign without agents belongs to nobody's team yet: somebody has to set it up.
    const rows = await prisma.$queryRaw<{ id: string }[]>`
      SELECT m."id" FROM "Campaign" m
      WHERE ${user.role === 'admin'}
        OR (SELECT "teamId" FROM "User" WHERE "id" = ${user.id}::uuid) IS NULL
        OR NOT EXISTS (SELECT 1 FROM "CampaignAgent" c WHERE c."campaignId" = m."id")
        OR EXISTS (SELECT 1 FROM "CampaignAgent" c JOIN "User" a ON a."id" = c."userId"
          JOIN "User" s ON s."teamId" = a."teamId" WHERE c."campaignId" = m."id" AND s."id" = ${user.id}::uuid)`;
    return new Set(rows.map((row) => row.id));
  };
  return { directed, directs: async (user, campaignId) => (await directed(user)).has(campaignId) };
}
