import type { LineFigures } from '../../domain/line-quality.ts';
import type { AgentStateName } from '../../domain/vocabulary.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { WallBook } from '../wall/wall-ports.ts';

interface Row {
  agentId: string;
  name: string;
  teamId: string | null;
  teamName: string | null;
  state: AgentStateName;
  reason: string | null;
  since: Date;
  wish: string | null;
  alive: boolean;
  line: LineFigures | null;
  attemptId: string | null;
  caseId: string | null;
  externalRef: string | null;
  debtorName: string | null;
  e164: string | null;
  direction: 'outbound' | 'inbound' | null;
  connectedAt: Date | null;
}

const callOf = (row: Row) => {
  const { attemptId, caseId, externalRef, e164, direction } = row;
  if (attemptId === null || caseId === null || externalRef === null || e164 === null || direction === null) return null;
  const connectedAt = row.connectedAt?.getTime() ?? null;
  return { attemptId, caseId, externalRef, debtorName: row.debtorName, e164, direction, connectedAt };
};

export function makePrismaWall(prisma: PrismaClient): WallBook {
  return {
    async agents(aliveSince) {
      const rows = await prisma.$queryRaw<Row[]>`
        SELECT u."id" AS "agentId", u."displayName" AS "name", u."teamId", t."name" AS "teamName",
          COALESCE(p."state", 'signed_out') AS "state", p."reason", COALESCE(p."since", u."createdAt") AS "since",
          p."wish", COALESCE(p."aliveAt" >= ${new Date(aliveSince)}::timestamptz, false) AS "alive", p."line",
          a."id" AS "attemptId", a."caseId", c."externalRef", d."name" AS "debtorName", l."e164", a."direction",
          a."connectedAt"
        FROM "User" u
        LEFT JOIN "Team" t ON t."id" = u."teamId"
        LEFT JOIN "AgentPresence" p ON p."userId" = u."id"
        LEFT JOIN "Attempt" a ON a."id" = p."attemptId"
        LEFT JOIN "Case" c ON c."id" = a."caseId"
        LEFT JOIN "Debtor" d ON d."id" = a."debtorId"
        LEFT JOIN "Line" l ON l."id" = a."lineId"
        WHERE u."role" = 'agent' AND u."disabledAt" IS NULL
        ORDER BY u."displayName", u."id"`;
      return rows.map((row) => ({
        agentId: row.agentId,
        name: row.name,
        teamId: row.teamId,
        teamName: row.teamName,
        state: row.state,
        reason: row.reason,
        since: row.since.getTime(),
        wish: row.wish,
        alive: row.alive,
        line: row.line,
        call: callOf(row),
      }));
    },
    async teamOf(userId) {
      const user = await prisma.user.findUnique({ where: { id: userId }, select: { teamId: true } });
      return user?.teamId ?? null;
    },
    async teamOfAgent(agentId) {
      const user = await prisma.user.findFirst({ where: { id: agentId, role: 'agent' }, select: { teamId: true } });
      return user?.teamId;
    },
    async call(attemptId) {
      const row = await prisma.attempt.findUnique({
        where: { id: attemptId },
        select: { caseId: true, agentId: true, endedAt: true, agent: { select: { teamId: true } } },
      });
      if (row === null) return null;
      const { caseId, agentId, endedAt, agent } = row;
      return { caseId, agentId, agentTeamId: agent?.teamId ?? null, live: endedAt === null };
    },
  };
}
