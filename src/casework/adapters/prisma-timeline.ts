import { z } from 'zod';
import { timelineEntry, timelineKinds, type TimelineEntry } from '../../contract/timeline.ts';
import { maskNumber } from '../../domain/mask.ts';
import { startOfLocalDay } from '../../domain/zoned-time.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import { attemptInclude, attemptViewOf, isOnCase, type AttemptRow, type Viewer } from './case-view-parts.ts';
import { makeCaseVisibility } from './case-visibility.ts';
import { timelineSql } from './timeline-sql.ts';
import type { Timeline } from '../timeline.ts';

const storedEntry = z.object({
  at: z.date(),
  key: z.string(),
  kind: z.enum(timelineKinds),
  what: z.string(),
  byName: z.string().nullable(),
  detail: z.looseObject({ e164: z.string().optional(), attemptId: z.string().optional() }),
});

const placeOf = (cursor: string): { at: Date; key: string } => {
  const parting = cursor.indexOf('~');
  return { at: new Date(Number(cursor.slice(0, parting))), key: cursor.slice(parting + 1) };
};

/** A page costs four statements, whatever is on it: the case, the merged list, the calls on it, whether one talks. */
export function makePrismaTimeline({ prisma, clock }: { prisma: PrismaClient; clock: Clock }): Timeline {
  const visibility = makeCaseVisibility(prisma);

  async function viewerOf(listener: Parameters<Timeline['page']>[2], caseId: string): Promise<Viewer> {
    const [user, tenant, open] = await Promise.all([
      prisma.user.findUnique({ where: { id: listener.id }, select: { teamId: true } }),
      prisma.tenant.findUniqueOrThrow({ where: { id: 1 }, select: { businessZone: true } }),
      prisma.attempt.findMany({
        where: { caseId, agentId: listener.id, connectedAt: { not: null }, wrapUp: null },
        select: { agentId: true, connectedAt: true, wrapUp: { select: attemptInclude.wrapUp.select } },
        take: 1,
      }),
    ]);
    const dayStartedAt = startOfLocalDay(clock(), tenant.businessZone);
    return { ...listener, teamId: user?.teamId ?? null, onCase: isOnCase(open, listener.id), dayStartedAt };
  }

  async function callsOn(rows: readonly z.infer<typeof storedEntry>[]): Promise<ReadonlyMap<string, AttemptRow>> {
    const ids = rows.flatMap(({ detail }) => detail.attemptId ?? []);
    if (ids.length === 0) return new Map();
    const attempts = await prisma.attempt.findMany({ where: { id: { in: ids } }, include: attemptInclude });
    return new Map(attempts.map((attempt) => [attempt.id, attempt]));
  }

  return {
    async page(caseId, { kind, cursor, limit }, listener) {
      const found = await prisma.case.findFirst({
        where: { AND: [{ id: caseId }, await visibility.casesFor(listener)] },
        select: { debtorId: true, ownerId: true },
      });
      if (found === null) return null;
      const { debtorId, ownerId } = found;
      const before = cursor === undefined ? null : placeOf(cursor);
      const read = await prisma.$queryRaw<unknown[]>(
        timelineSql({ caseId, debtorId, before, limit: limit + 1 }, kind ?? null),
      );
      const rows = z.array(storedEntry).parse(read);
      const shown = rows.slice(0, limit);
      const [viewer, calls] = await Promise.all([viewerOf(listener, caseId), callsOn(shown)]);
      const entries = shown.map(({ at, key, detail, ...told }): TimelineEntry => {
        const { e164, attemptId, ...rest } = detail;
        const attempt = attemptId === undefined ? undefined : calls.get(attemptId);
        return timelineEntry.parse({
          ...told,
          what: attempt === undefined ? told.what : 'call',
          entryId: key,
          at: at.getTime(),
          ...rest,
          // Numbers leave masked only.
          ...(e164 === undefined ? {} : { masked: maskNumber(e164) }),
          ...(attempt === undefined ? {} : { call: attemptViewOf(attempt, ownerId, viewer) }),
        });
      });
      const last = shown.at(-1);
      return {
        entries,
        nextCursor: rows.length > limit && last !== undefined ? `${last.at.getTime()}~${last.key}` : null,
      };
    },
  };
}
