import { dueSoonMs, taskCauses, taskKinds } from '../../domain/case-tasks.ts';
import { checklistItems, openItems } from '../../domain/verification-checklist.ts';
import { taskState } from '../../domain/task-clocks.ts';
import type { TaskQuery } from '../../contract/task.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { cutPage, pageAsked } from '../../platform/page-cursor.ts';
import { behindFound } from '../../platform/prisma/keyset.ts';
import type { Prisma, PrismaClient } from '../../platform/prisma/client.ts';
import { wordOf } from '../dial-facts-of.ts';
import type { TaskBooks } from '../task-books.ts';
import { visitResults, visitStatuses } from '../visit-entry.ts';
import { instant } from './case-view-parts.ts';
import { makeCaseVisibility } from './case-visibility.ts';
import { caseShown, taskOrder, visitOrders } from './task-orders.ts';

const kinds = ['contactable', 'lost'] as const;

/** The states of task-clocks.ts as conditions: what is filtered here is counted there the same way. */
function inState(state: TaskQuery['state'], now: number): Prisma.CaseTaskWhereInput {
  const at = new Date(now);
  const soon = new Date(now + dueSoonMs);
  switch (state) {
    case 'pending':
      return { doneAt: null };
    case 'open':
      return { doneAt: null, dueAt: { gte: soon } };
    case 'due_soon':
      return { doneAt: null, dueAt: { gte: at, lt: soon } };
    case 'breached':
      return { doneAt: null, dueAt: { lt: at } };
    case 'done':
      return { doneAt: { not: null } };
  }
}

export function makePrismaTaskBooks({ prisma, clock }: { prisma: PrismaClient; clock: Clock }): TaskBooks {
  const visibility = makeCaseVisibility(prisma);

  async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const people = await prisma.user.findMany({
      where: { id: { in: [...new Set(ids)] } },
      select: { id: true, displayName: true },
    });
    return new Map(people.map(({ id, displayName }) => [id, displayName]));
  }

  return {
    async tasks(query, viewer) {
      const now = clock();
      const whose: Prisma.CaseTaskWhereInput =
        viewer.role === 'agent'
          ? { ownerId: viewer.id }
          : query.owner === undefined
            ? {}
            : { ownerId: query.owner === 'none' ? null : query.owner };
      const among: Prisma.CaseTaskWhereInput = {
        ...whose,
        ...(query.kind === undefined ? {} : { kind: query.kind }),
        ...(query.caseId === undefined ? {} : { caseId: query.caseId }),
      };
      const where = { AND: [among, inState(query.state, now)] };
      const { order, down } = taskOrder(query);
      const direction = down ? 'desc' : 'asc';
      const { after, limit } = pageAsked(query, order.isMark);
      const count = (state: TaskQuery['state']) =>
        prisma.caseTask.count({ where: { AND: [among, inState(state, now)] } });
      const [rows, total, open, dueSoon, breached, owners] = await Promise.all([
        prisma.caseTask.findMany({
          where: { AND: [where, behindFound(order, after, down)] },
          include: { case: { select: caseShown }, owner: { select: { displayName: true } } },
          orderBy: [order.orderBy(direction), { id: direction }],
          take: limit + 1,
        }),
        prisma.caseTask.count({ where }),
        count('open'),
        count('due_soon'),
        count('breached'),
        viewer.role === 'agent'
          ? []
          : prisma.user.findMany({
              where: { role: 'agent', disabledAt: null },
              select: { id: true, displayName: true },
              orderBy: { displayName: 'asc' },
              take: 500,
            }),
      ]);
      const page = cutPage(rows, limit, (row) => ({ value: order.mark(row), id: row.id }));
      return {
        tasks: page.rows.map((row) => ({
          taskId: row.id,
          caseId: row.caseId,
          externalRef: row.case.externalRef,
          debtorName: row.case.debtor.name,
          kind: wordOf(taskKinds, row.kind),
          because: wordOf(taskCauses, row.because),
          ownerId: row.ownerId,
          ownerName: row.owner?.displayName ?? null,
          createdAt: row.createdAt.getTime(),
          dueAt: row.dueAt.getTime(),
          doneAt: instant(row.doneAt),
          state: taskState(row.dueAt.getTime(), instant(row.doneAt), now, dueSoonMs),
          result: row.result,
          notNeeded: row.notNeeded,
          sourceBasis: row.sourceBasis,
        })),
        nextCursor: page.nextCursor,
        total,
        counts: { open, due_soon: dueSoon, breached },
        owners: owners.map(({ id, displayName }) => ({ userId: id, displayName })),
      };
    },
    async visits(query, viewer) {
      const where: Prisma.VisitOrderWhereInput = {
        case: {
          AND: [await visibility.casesFor(viewer), query.mine === 'true' ? { ownerId: viewer.id } : {}],
        },
        ...(query.status === undefined ? {} : { status: query.status }),
        ...(query.kind === undefined ? {} : { kind: query.kind }),
        ...(query.caseId === undefined ? {} : { caseId: query.caseId }),
      };
      const order = visitOrders[query.sort];
      const direction = query.down ? 'desc' : 'asc';
      const { after, limit } = pageAsked(query, order.isMark);
      const [rows, total] = await Promise.all([
        prisma.visitOrder.findMany({
          where: { AND: [where, behindFound(order, after, query.down)] },
          include: { case: { select: caseShown }, photos: { orderBy: { uploadedAt: 'asc' } } },
          orderBy: [order.orderBy(direction), { id: direction }],
          take: limit + 1,
        }),
        prisma.visitOrder.count({ where }),
      ]);
      const page = cutPage(rows, limit, (row) => ({ value: order.mark(row), id: row.id }));
      const nameOf = await namesOf(page.rows.map(({ orderedById }) => orderedById));
      return {
        visits: page.rows.map((row) => ({
          visitId: row.id,
          caseId: row.caseId,
          externalRef: row.case.externalRef,
          debtorName: row.case.debtor.name,
          kind: wordOf(kinds, row.kind),
          address: row.address,
          status: wordOf(visitStatuses, row.status),
          reason: row.reason,
          orderedBy: nameOf.get(row.orderedById) ?? null,
          orderedAt: row.orderedAt.getTime(),
          decidedAt: instant(row.decidedAt),
          decisionNote: row.decisionNote,
          visitor: row.visitor,
          dispatchedAt: instant(row.dispatchedAt),
          returnedAt: instant(row.returnedAt),
          result: row.result === null ? null : wordOf(visitResults, row.result),
          resultNote: row.resultNote,
          photos: row.photos.map(({ id, mime, byteSize }) => ({ photoId: id, mime, byteSize })),
        })),
        nextCursor: page.nextCursor,
        total,
      };
    },
    async checklist(caseId) {
      const rows = await prisma.checklistEntry.findMany({
        where: { caseId },
        orderBy: [{ enteredAt: 'desc' }, { id: 'desc' }],
      });
      const nameOf = await namesOf(rows.map(({ enteredById }) => enteredById));
      const entries = rows.map((row) => ({
        entryId: row.id,
        item: wordOf(checklistItems, row.item),
        finding: row.finding,
        sourceBasis: row.sourceBasis,
        byName: nameOf.get(row.enteredById) ?? null,
        at: row.enteredAt.getTime(),
      }));
      return { entries, open: [...openItems(entries)] };
    },
    async caseOfTask(taskId) {
      const row = await prisma.caseTask.findUnique({ where: { id: taskId }, select: { caseId: true } });
      return row?.caseId ?? null;
    },
    async caseOfVisit(visitId, viewer) {
      const where = { id: visitId, case: await visibility.casesFor(viewer) };
      const row = await prisma.visitOrder.findFirst({ where, select: { caseId: true } });
      return row?.caseId ?? null;
    },
    async caseOfNumber(numberId) {
      const row = await prisma.phoneNumber.findUnique({ where: { id: numberId }, select: { caseId: true } });
      return row?.caseId ?? null;
    },
    async assign(taskId, ownerId) {
      if (ownerId !== null && (await prisma.user.count({ where: { id: ownerId, disabledAt: null } })) === 0)
        return false;
      const { count } = await prisma.caseTask.updateMany({ where: { id: taskId, doneAt: null }, data: { ownerId } });
      return count > 0;
    },
    photo: async (photoId, viewer) =>
      prisma.visitPhoto.findFirst({
        where: { id: photoId, visit: { case: await visibility.casesFor(viewer) } },
        select: { path: true, mime: true },
      }),
    async addPhoto({ by, ...photo }) {
      const id = newId();
      const { count } = await prisma.visitPhoto.createMany({
        data: [{ id, ...photo, uploadedById: by, uploadedAt: new Date(clock()) }],
        skipDuplicates: true,
      });
      if (count > 0) return { photoId: id, isNew: true };
      const { visitId, sha256 } = photo;
      const known = await prisma.visitPhoto.findUniqueOrThrow({ where: { visitId_sha256: { visitId, sha256 } } });
      return { photoId: known.id, isNew: false };
    },
    async photosOf(visitId) {
      const row = await prisma.visitOrder.findUnique({
        where: { id: visitId },
        select: { status: true, _count: { select: { photos: true } } },
      });
      return row === null ? null : { status: row.status, photos: row._count.photos };
    },
  };
}
