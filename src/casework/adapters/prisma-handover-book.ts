import { leftBecause, type HandoverTo, type HandoverView } from '../../contract/handover.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import type { HandoverBook, HandoverEnd } from '../handover/handover-ports.ts';
import { beginningOfHandover } from '../handover/tell-handover.ts';
import type { AuditWithin } from '../ports.ts';
import { wrapUpPatienceMs } from '../review-case.ts';

const atWork = { role: 'agent', disabledAt: null } as const;
/** Visits that somebody has still to do something about, and applications that nobody has decided. */
const openVisits = ['ordered', 'approved', 'dispatched'];
const decidedFrauds = ['recalled', 'denied'];
/** Somebody may have thousands of cases. */
const beginningMs = 20_000;

const named = (to: HandoverTo): Prisma.UserWhereInput => {
  switch (to.kind) {
    case 'one':
      return { id: to.personId };
    case 'team':
      return { teamId: to.teamId };
    case 'named':
      return { id: { in: to.personIds } };
  }
};

/** Handovers as stored. */
export function makePrismaHandoverBook(deps: {
  readonly prisma: PrismaClient;
  readonly auditWithin: AuditWithin;
  readonly clock: Clock;
}): HandoverBook {
  const { prisma, clock } = deps;
  async function inCall(personId: string): Promise<number> {
    const [row] = await prisma.$queryRaw<{ count: number }[]>`
      SELECT count(DISTINCT c."id")::int AS "count" FROM "Case" c JOIN "Attempt" a ON a."caseId" = c."id"
      WHERE c."ownerId" = ${personId}::uuid AND c."status" = 'open' AND (a."endedAt" IS NULL
        OR (a."connectedAt" IS NOT NULL AND a."endedAt" > ${new Date(clock() - wrapUpPatienceMs)}::timestamptz
          AND NOT EXISTS (SELECT 1 FROM "WrapUp" w WHERE w."attemptId" = a."id")))`;
    return row?.count ?? 0;
  }

  async function endOf(handoverId: string): Promise<HandoverEnd> {
    const [{ given, left }, { cancelledById }] = await Promise.all([
      viewOf(handoverId),
      prisma.handover.findUniqueOrThrow({ where: { id: handoverId }, select: { cancelledById: true } }),
    ]);
    return { given, left: left.reduce((all, { count }) => all + count, 0), cancelledById };
  }

  async function viewOf(handoverId: string): Promise<Pick<HandoverView, 'given' | 'waiting' | 'left' | 'to'>> {
    const groups = await prisma.handoverCase.groupBy({
      by: ['toId', 'outcome', 'because'],
      where: { handoverId },
      _count: { _all: true },
    });
    const people = await prisma.user.findMany({
      where: { id: { in: groups.map(({ toId }) => toId) } },
      select: { id: true, displayName: true },
      orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
    });
    const sum = (of: (group: (typeof groups)[number]) => boolean): number =>
      groups.filter(of).reduce((all, { _count }) => all + _count._all, 0);
    return {
      given: sum(({ outcome }) => outcome === 'given'),
      waiting: sum(({ outcome }) => outcome === null),
      left: leftBecause
        .map((because) => ({ because, count: sum((group) => group.because === because) }))
        .filter(({ count }) => count > 0),
      to: people.map(({ id, displayName }) => ({
        personId: id,
        displayName,
        given: sum(({ toId, outcome }) => toId === id && outcome === 'given'),
      })),
    };
  }

  return {
    teamOf: (personId) => prisma.user.findUnique({ where: { id: personId }, select: { teamId: true } }),
    async offer(personId) {
      const ofCase = { ownerId: personId, status: 'open' } as const;
      const [openCases, promises, callbacks, tasks, otherTasks, visits, frauds, inCallNow, campaigns] =
        await Promise.all([
          prisma.case.count({ where: ofCase }),
          prisma.promise.count({ where: { status: 'open', case: ofCase } }),
          prisma.callback.count({ where: { state: { not: 'done' }, case: ofCase } }),
          prisma.caseTask.count({ where: { doneAt: null, ownerId: personId, case: ofCase } }),
          prisma.caseTask.count({ where: { doneAt: null, ownerId: personId, case: { NOT: ofCase } } }),
          prisma.visitOrder.count({ where: { status: { in: openVisits }, case: ofCase } }),
          prisma.fraudApplication.count({ where: { step: { notIn: decidedFrauds }, case: ofCase } }),
          inCall(personId),
          prisma.campaign.findMany({
            where: { agents: { some: { userId: personId } } },
            select: { id: true, name: true },
            orderBy: [{ name: 'asc' }, { id: 'asc' }],
          }),
        ]);
      return {
        ...{ openCases, promises, callbacks, tasks, otherTasks, visits, frauds, inCall: inCallNow },
        campaigns: campaigns.map(({ id, name }) => ({ campaignId: id, name })),
      };
    },
    async latest(personId) {
      const row = await prisma.handover.findFirst({
        where: { fromId: personId },
        orderBy: { startedAt: 'desc' },
        include: { by: { select: { displayName: true } }, cancelledBy: { select: { displayName: true } } },
      });
      if (row === null) return null;
      return {
        handoverId: row.id,
        startedAt: row.startedAt.getTime(),
        finishedAt: row.finishedAt?.getTime() ?? null,
        byName: row.by.displayName,
        cancelled:
          row.cancelledAt === null || row.cancelledBy === null
            ? null
            : { byName: row.cancelledBy.displayName, at: row.cancelledAt.getTime() },
        reason: row.reason,
        total: row.total,
        ...(await viewOf(row.id)),
      };
    },
    async recipients(to, without) {
      const rows = await prisma.user.findMany({
        where: { AND: [atWork, named(to), { id: { not: without } }] },
        select: { id: true },
        orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
      });
      return rows.map(({ id }) => id);
    },
    async openCases(personId) {
      const rows = await prisma.case.findMany({
        where: { ownerId: personId, status: 'open' },
        select: { id: true },
        orderBy: [{ followUpBy: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
      });
      return rows.map(({ id }) => id);
    },
    async begin(handover) {
      const handoverId = newId();
      const { fromId, byId, reason, parts, at } = handover;
      try {
        await prisma.$transaction(
          async (db) => {
            await db.handover.create({
              data: { id: handoverId, fromId, byId, reason, total: parts.length, startedAt: new Date(at) },
            });
            await db.handoverCase.createMany({ data: parts.map(([caseId, toId]) => ({ handoverId, caseId, toId })) });
            await deps.auditWithin(db).record(beginningOfHandover(handoverId, handover));
          },
          { timeout: beginningMs, maxWait: beginningMs },
        );
      } catch (error) {
        if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return 'running';
        throw error;
      }
      return { handoverId };
    },
    async unclaimed(at) {
      const rows = await prisma.handover.findMany({
        where: { finishedAt: null, OR: [{ claimedUntil: null }, { claimedUntil: { lt: new Date(at) } }] },
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },
    async claim(handoverId, at, until) {
      const free = { OR: [{ claimedUntil: null }, { claimedUntil: { lt: new Date(at) } }] };
      const { count } = await prisma.handover.updateMany({
        where: { id: handoverId, finishedAt: null, ...free },
        data: { claimedUntil: new Date(until) },
      });
      if (count === 0) return null;
      const { fromId, byId, reason } = await prisma.handover.findUniqueOrThrow({ where: { id: handoverId } });
      return { handoverId, fromId, byId, reason };
    },
    async renew(handoverId, until) {
      await prisma.handover.update({ where: { id: handoverId }, data: { claimedUntil: new Date(until) } });
    },
    async release(handoverId) {
      await prisma.handover.update({ where: { id: handoverId }, data: { claimedUntil: null } });
    },
    async waiting(handoverId, after, most) {
      const rows = await prisma.handoverCase.findMany({
        where: { handoverId, outcome: null, ...(after === null ? {} : { caseId: { gt: after } }) },
        select: { caseId: true },
        orderBy: { caseId: 'asc' },
        take: most,
      });
      return rows.map(({ caseId }) => caseId);
    },
    untold: (handoverId) =>
      prisma.handoverCase.findMany({
        where: { handoverId, outcome: 'given', told: false },
        select: { caseId: true, toId: true },
        orderBy: { caseId: 'asc' },
      }),
    async told(handoverId, caseId) {
      await prisma.handoverCase.update({ where: { handoverId_caseId: { handoverId, caseId } }, data: { told: true } });
    },
    async ended(handoverId) {
      const open = await prisma.handoverCase.count({
        where: { handoverId, OR: [{ outcome: null }, { outcome: 'given', told: false }] },
      });
      return open === 0 ? endOf(handoverId) : null;
    },
    async finish(handoverId, at) {
      await prisma.handover.updateMany({
        where: { id: handoverId, finishedAt: null },
        data: { finishedAt: new Date(at) },
      });
    },
    async cancel({ handoverId, fromId, byId, at }) {
      const stopped = await prisma.$transaction(async (db) => {
        const { count } = await db.handoverCase.updateMany({
          where: { handoverId, outcome: null, handover: { fromId, finishedAt: null } },
          data: { outcome: 'left', because: 'cancelled', at: new Date(at) },
        });
        if (count === 0) return false;
        await db.handover.update({
          where: { id: handoverId },
          data: { cancelledAt: new Date(at), cancelledById: byId },
        });
        return true;
      });
      return stopped ? endOf(handoverId) : null;
    },
  };
}
