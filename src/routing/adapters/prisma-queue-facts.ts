import { maskNumber } from '../../domain/mask.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { QueueFacts } from '../ports.ts';

const mostShown = 200;

/** Callers as this room reads them. */
export function makePrismaQueueFacts(prisma: PrismaClient): QueueFacts {
  return {
    async caller(attemptId) {
      const row = await prisma.attempt.findUnique({
        where: { id: attemptId, direction: 'inbound', endedAt: null },
        select: { campaignId: true, case: { select: { ownerId: true, owner: { select: { teamId: true } } } } },
      });
      if (row === null) return null;
      const { ownerId, owner } = row.case;
      return { attemptId, campaignId: row.campaignId, ownerId, teamId: owner?.teamId ?? null };
    },
    async handling({ campaignId, ownerId, teamId }, since) {
      const [row] = await prisma.$queryRaw<{ agents: number; meanMs: number | null }[]>`
        WITH able AS (
          SELECT u."id" FROM "User" u WHERE u."role" = 'agent' AND u."disabledAt" IS NULL AND (
            u."id" = ${ownerId}::uuid OR u."teamId" = ${teamId}::uuid
            OR (${teamId}::uuid IS NULL AND ${campaignId}::uuid IS NULL)
            OR EXISTS (SELECT 1 FROM "CampaignAgent" c WHERE c."userId" = u."id" AND c."campaignId" = ${campaignId}::uuid)))
        SELECT
          (SELECT count(*)::int FROM "AgentPresence" p JOIN able ON able."id" = p."userId"
            WHERE p."state" NOT IN ('signed_out', 'on_break')) AS "agents",
          (SELECT avg(extract(epoch FROM a."endedAt" - a."connectedAt") * 1000 + w."acwMs")::float8
            FROM "Attempt" a JOIN able ON able."id" = a."agentId" JOIN "WrapUp" w ON w."attemptId" = a."id"
            WHERE a."intendedAt" >= ${new Date(since)}::timestamptz AND a."endedAt" IS NOT NULL) AS "meanMs"`;
      return { agents: row?.agents ?? 0, meanMs: row?.meanMs ?? null };
    },
    async waiting() {
      const rows = await prisma.inboundCall.findMany({
        where: { outcome: null, endedAt: null, attempt: { endedAt: null, connectedAt: null } },
        include: {
          attempt: {
            select: {
              id: true,
              caseId: true,
              campaign: { select: { name: true } },
              line: { select: { e164: true } },
              case: { select: { debtor: { select: { name: true } }, owner: { select: { displayName: true } } } },
            },
          },
        },
        orderBy: [{ arrivedAt: 'asc' }, { id: 'asc' }],
        take: mostShown,
      });
      return rows.flatMap(({ attempt, arrivedAt, shared }) =>
        attempt === null
          ? []
          : [
              {
                attemptId: attempt.id,
                caseId: attempt.caseId,
                numberMasked: maskNumber(attempt.line.e164),
                debtorName: shared ? null : attempt.case.debtor.name,
                ownerName: attempt.case.owner?.displayName ?? null,
                campaignName: attempt.campaign?.name ?? null,
                arrivedAt: arrivedAt.getTime(),
                shared,
              },
            ],
      );
    },
  };
}
