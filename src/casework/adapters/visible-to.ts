import { Prisma } from '../../platform/prisma/client.ts';
import type { Listener } from '../may-listen.ts';

/** An agent sees the cases he owns, those of his campaigns and those he talked on. */
export const visibleTo = (viewer: Listener): Prisma.CaseWhereInput =>
  viewer.role === 'agent'
    ? {
        OR: [
          { ownerId: viewer.id },
          { campaign: { agents: { some: { userId: viewer.id } } } },
          { attempts: { some: { agentId: viewer.id } } },
        ],
      }
    : {};

/** The same of a row `c` of "Case". */
export const visibleRows = (viewer: Listener): Prisma.Sql =>
  viewer.role === 'agent'
    ? Prisma.sql`(c."ownerId" = ${viewer.id}::uuid
        OR c."campaignId" IN (SELECT a."campaignId" FROM "CampaignAgent" a WHERE a."userId" = ${viewer.id}::uuid)
        OR EXISTS (SELECT 1 FROM "Attempt" t WHERE t."caseId" = c."id" AND t."agentId" = ${viewer.id}::uuid))`
    : Prisma.sql`TRUE`;
