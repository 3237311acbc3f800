import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import type { CallsAbout, LiveCallRows } from '../ports.ts';

function where(about: CallsAbout): Prisma.Sql {
  if ('debtorId' in about) return Prisma.sql`a."debtorId" = ${about.debtorId}::uuid`;
  if ('lineId' in about) return Prisma.sql`a."lineId" = ${about.lineId}::uuid`;
  return Prisma.sql`a."caseId" = ANY (${[...about.caseIds]}::uuid[])`;
}

export const makePrismaLiveCalls = (prisma: PrismaClient): LiveCallRows => ({
  async live(about) {
    const rows = await prisma.$queryRaw<{ id: string }[]>`
      SELECT a."id" FROM "Attempt" a WHERE ${where(about)} AND a."endedAt" IS NULL`;
    return rows.map((row) => row.id);
  },
  watchers: (about) => prisma.$queryRaw<{ agentId: string; caseId: string }[]>`
    SELECT p."userId" AS "agentId", a."caseId"
    FROM "AgentPresence" p JOIN "Attempt" a ON a."id" = p."attemptId"
    WHERE ${where(about)}`,
});
