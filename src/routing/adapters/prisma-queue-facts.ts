import { inboundSettings } from '../../contract/inbound.ts';
import { maskNumber } from '../../domain/mask.ts';
import type { Clock } from '../../platform/clock.ts';
import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import type { CallerFacts, CallFacts, QueueFacts } from '../ports.ts';
import { needsColumns, needsOf, type NeedsRow } from './call-needs-sql.ts';

interface AbsentRow extends NeedsRow {
  readonly callbackId: string;
  readonly placeAt: Date;
  readonly campaignId: string | null;
  readonly inbound: unknown;
}

const mostShown = 200;
/** A place that could not be served is looked at again after so long. */
const retryMs = 5_000;

/** Whether a user `u` is of the queue that a caller falls to: the team of the number, else the agents of the case's campaign, else everybody. */
export const isOfQueue = ({ queueTeamId, teamId, campaignId }: CallerFacts): Prisma.Sql =>
  queueTeamId === null
    ? Prisma.sql`((${teamId}::uuid IS NULL AND ${campaignId}::uuid IS NULL)
        OR EXISTS (SELECT 1 FROM "CampaignAgent" c WHERE c."userId" = u."id" AND c."campaignId" = ${campaignId}::uuid))`
    : Prisma.sql`u."teamId" = ${queueTeamId}::uuid`;

/** Callers as this room reads them. */
export function makePrismaQueueFacts(
  prisma: PrismaClient,
  deps: { readonly needs: CallFacts['needs']; readonly nodeId: string; readonly clock: Clock },
): QueueFacts {
  return {
    async caller(attemptId) {
      const row = await prisma.attempt.findUnique({
        where: { id: attemptId, direction: 'inbound', endedAt: null },
        select: {
          campaignId: true,
          caseId: true,
          lineId: true,
          inboundCall: { select: { callerId: { select: { inbound: true } } } },
        },
      });
      if (row === null) return null;
      const { campaignId } = row;
      const needs = await deps.needs(row);
      if (needs === null) return null;
      const settings = inboundSettings.safeParse(row.inboundCall?.callerId.inbound);
      const { ownerId, ownerTeamId: teamId } = needs;
      return { attemptId, campaignId, ownerId, teamId, queueTeamId: settings.data?.teamId ?? null, needs };
    },
    async served(attemptIds) {
      const rows = await prisma.attempt.findMany({
        where: { id: { in: [...attemptIds] }, OR: [{ endedAt: { not: null } }, { connectedAt: { not: null } }] },
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },
    async absent(now) {
      const rows = await prisma.$queryRaw<AbsentRow[]>`
        SELECT b."id" AS "callbackId", b."placeAt", c."campaignId", n."inbound", ${needsColumns(Prisma.sql`b."lineId"`, deps.clock())}
        FROM "Callback" b JOIN "Case" c ON c."id" = b."caseId" LEFT JOIN "User" o ON o."id" = c."ownerId"
        JOIN "InboundCall" i ON i."attemptId" = b."fromAttemptId" JOIN "CallerId" n ON n."id" = i."callerIdId"
        JOIN "Campaign" k ON k."id" = c."campaignId" AND k."status" = 'running'
        WHERE b."state" = 'pending' AND b."placeAt" IS NOT NULL
          AND (b."claimedAt" IS NULL OR b."claimedAt" < ${new Date(now - retryMs)}::timestamptz)
          AND NOT EXISTS (SELECT 1 FROM "Attempt" a WHERE a."debtorId" = b."debtorId" AND a."endedAt" IS NULL)`;
      return rows.map(({ callbackId, placeAt, campaignId, inbound, ...row }) => ({
        ...{ callbackId, campaignId, ownerId: row.ownerId, teamId: row.ownerTeamId },
        placeAt: placeAt.getTime(),
        queueTeamId: inboundSettings.safeParse(inbound).data?.teamId ?? null,
        needs: needsOf(row),
      }));
    },
    async handling(caller, since) {
      const [row] = await prisma.$queryRaw<{ agents: number; meanMs: number | null }[]>`
        WITH able AS (
          SELECT u."id" FROM "User" u WHERE u."role" = 'agent' AND u."disabledAt" IS NULL AND (
            u."id" = ${caller.ownerId}::uuid OR u."teamId" = ${caller.teamId}::uuid OR ${isOfQueue(caller)}))
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
        where: {
          OR: [
            { outcome: null, endedAt: null, attempt: { endedAt: null, connectedAt: null } },
            { outcome: 'callback', attemptId: { in: await keptPlaces(prisma) } },
          ],
        },
        include: {
          callerId: { select: { inbound: true } },
          attempt: {
            select: {
              id: true,
              caseId: true,
              campaignId: true,
              campaign: { select: { name: true } },
              line: { select: { e164: true } },
              case: {
                select: {
                  ownerId: true,
                  debtor: { select: { name: true } },
                  owner: { select: { displayName: true, teamId: true } },
                },
              },
            },
          },
        },
        orderBy: [{ arrivedAt: 'asc' }, { id: 'asc' }],
        take: mostShown,
      });
      const teams = await prisma.team.findMany();
      return rows.flatMap(({ attempt, arrivedAt, shared, callerId, outcome }) => {
        if (attempt === null) return [];
        const { owner, ownerId, debtor } = attempt.case;
        const queueTeamId = inboundSettings.safeParse(callerId.inbound).data?.teamId ?? null;
        return [
          {
            attemptId: attempt.id,
            caseId: attempt.caseId,
            numberMasked: maskNumber(attempt.line.e164),
            debtorName: shared ? null : debtor.name,
            ownerName: owner?.displayName ?? null,
            campaignName: attempt.campaign?.name ?? null,
            teamName: teams.find(({ id }) => id === queueTeamId)?.name ?? null,
            arrivedAt: arrivedAt.getTime(),
            shared,
            absent: outcome === 'callback',
            facts: {
              attemptId: attempt.id,
              campaignId: attempt.campaignId,
              ownerId,
              teamId: owner?.teamId ?? null,
              queueTeamId,
            },
          },
        ];
      });
    },
    async readyHere() {
      const rows = await prisma.agentPresence.findMany({
        where: { state: 'ready', nodeId: deps.nodeId },
        select: { userId: true },
      });
      return new Set(rows.map(({ userId }) => userId));
    },
    async atWork() {
      const rows = await prisma.agentPresence.findMany({
        where: { state: { notIn: ['signed_out', 'on_break'] }, user: { role: 'agent', disabledAt: null } },
        select: { userId: true, state: true, user: { select: { displayName: true } } },
        orderBy: { user: { displayName: 'asc' } },
      });
      return rows.map(({ userId, state, user }) => ({
        agentId: userId,
        displayName: user.displayName,
        ready: state === 'ready',
      }));
    },
    async comesElsewhere(agentId, aliveSince) {
      const goesOn = [{ wish: null }, { wish: 'ready' }];
      const there = await prisma.agentPresence.count({
        where: {
          userId: agentId,
          nodeId: { not: deps.nodeId },
          aliveAt: { gte: new Date(aliveSince) },
          user: { role: 'agent', disabledAt: null },
          OR: [{ state: 'ready' }, { state: 'wrapping_up', OR: goesOn }],
        },
      });
      return there > 0;
    },
  };
}

/** Calls in which somebody asked to be rung back and whose place is still kept. */
async function keptPlaces(prisma: PrismaClient): Promise<string[]> {
  const rows = await prisma.callback.findMany({
    where: { state: 'pending', placeAt: { not: null } },
    select: { fromAttemptId: true },
  });
  return rows.map(({ fromAttemptId }) => fromAttemptId);
}
