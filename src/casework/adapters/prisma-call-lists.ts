import { startOfLocalDay } from '../../domain/zoned-time.ts';
import type { Clock } from '../../platform/clock.ts';
import { cutPage } from '../../platform/page-cursor.ts';
import { behindMark, instantOf } from '../../platform/prisma/keyset.ts';
import type { Prisma, PrismaClient } from '../../platform/prisma/client.ts';
import type { CaseBooks } from '../case-books.ts';
import type { Listener } from '../may-listen.ts';
import { attemptInclude, attemptViewOf, houseOf, type Viewer } from './case-view-parts.ts';
import type { makeCaseVisibility } from './case-visibility.ts';

const latestFirst = [
  { intendedAt: 'desc' },
  { id: 'desc' },
] as const satisfies Prisma.AttemptOrderByWithRelationInput[];
const markOf = ({ intendedAt, id }: { readonly intendedAt: Date; readonly id: string }) => ({
  value: String(intendedAt.getTime()),
  id,
});

/** Calls, the latest first: those of a case, and those of an agent's day. */
export function makePrismaCallLists(deps: {
  readonly prisma: PrismaClient;
  readonly clock: Clock;
  readonly visibility: ReturnType<typeof makeCaseVisibility>;
  readonly viewerOf: (viewer: Listener) => Promise<Omit<Viewer, 'onCase'>>;
}): Pick<CaseBooks, 'attempts' | 'callsOf'> {
  const { prisma, clock, visibility } = deps;
  return {
    async attempts(caseId, { after, limit }, listener) {
      const found = await prisma.case.findFirst({
        where: { AND: [{ id: caseId }, await visibility.casesFor(listener)] },
        select: { ownerId: true },
      });
      if (found === null) return null;
      const [rows, unsaved, viewer] = await Promise.all([
        prisma.attempt.findMany({
          where: { caseId, ...behindMark('intendedAt', instantOf, after, true) },
          include: attemptInclude,
          orderBy: latestFirst,
          take: limit + 1,
        }),
        prisma.attempt.count({ where: { caseId, agentId: listener.id, connectedAt: { not: null }, wrapUp: null } }),
        deps.viewerOf(listener),
      ]);
      const page = cutPage(rows, limit, markOf);
      const attempts = page.rows.map((row) => attemptViewOf(row, found.ownerId, { ...viewer, onCase: unsaved > 0 }));
      return { attempts, nextCursor: page.nextCursor };
    },
    async callsOf(agentId, { after, limit }) {
      const [{ businessZone }, covered] = await Promise.all([houseOf(prisma), visibility.coveredDebtors(agentId)]);
      const dayStartedAt = startOfLocalDay(clock(), businessZone);
      const viewer = { id: agentId, role: 'agent' as const, teamId: null, onCase: false, dayStartedAt };
      const rows = await prisma.attempt.findMany({
        where: {
          agentId,
          connectedAt: { gte: new Date(dayStartedAt) },
          debtorId: { notIn: [...covered] },
          ...behindMark('intendedAt', instantOf, after, true),
        },
        include: {
          ...attemptInclude,
          case: {
            select: {
              ownerId: true,
              externalRef: true,
              client: { select: { name: true } },
              debtor: { select: { name: true } },
            },
          },
        },
        orderBy: latestFirst,
        take: limit + 1,
      });
      const page = cutPage(rows, limit, markOf);
      const calls = page.rows.map((row) => ({
        ...attemptViewOf(row, row.case.ownerId, viewer),
        caseId: row.caseId,
        externalRef: row.case.externalRef,
        debtorName: row.case.debtor.name,
        clientName: row.case.client.name,
      }));
      return { calls, nextCursor: page.nextCursor };
    },
  };
}
