import type { TaskQuery, TaskSort } from '../../contract/task.ts';
import type { VisitSort } from '../../contract/visit.ts';
import type { Prisma } from '../../platform/prisma/client.ts';
import { findByOptionalText, findByText, findByTime, type FindOrder } from '../../platform/prisma/keyset.ts';

export const caseShown = { externalRef: true, refKey: true, debtor: { select: { name: true } } } as const;

type TaskRow = Prisma.CaseTaskGetPayload<{
  include: { case: { select: typeof caseShown }; owner: { select: { displayName: true } } };
}>;
type VisitRow = Prisma.VisitOrderGetPayload<{ include: { case: { select: typeof caseShown } } }>;

type OrderOfTasks = FindOrder<Prisma.CaseTaskWhereInput, Prisma.CaseTaskOrderByWithRelationInput, TaskRow>;
type OrderOfVisits = FindOrder<Prisma.VisitOrderWhereInput, Prisma.VisitOrderOrderByWithRelationInput, VisitRow>;

/** No order is by a debtor's name: the place where a page ends stands in an address. */
const taskOrders: Readonly<Record<TaskSort, OrderOfTasks>> = {
  due: findByTime({ is: (dueAt) => ({ dueAt }), orderBy: (dueAt) => ({ dueAt }), value: ({ dueAt }) => dueAt }),
  case: findByText({
    is: (refKey) => ({ case: { refKey } }),
    orderBy: (refKey) => ({ case: { refKey } }),
    value: (row) => row.case.refKey,
  }),
  kind: findByText({ is: (kind) => ({ kind }), orderBy: (kind) => ({ kind }), value: ({ kind }) => kind }),
  owner: findByOptionalText<Prisma.CaseTaskWhereInput, Prisma.CaseTaskOrderByWithRelationInput, TaskRow>({
    is: (displayName) => ({ owner: { displayName } }),
    isMissing: { ownerId: null },
    isThere: { ownerId: { not: null } },
    orderBy: (displayName) => ({ owner: { displayName } }),
    value: ({ owner }) => owner?.displayName ?? null,
  }),
  done: findByTime({
    is: (doneAt) => ({ doneAt }),
    orderBy: (doneAt) => ({ doneAt }),
    value: ({ doneAt, dueAt }) => doneAt ?? dueAt,
  }),
};

/** The first due first, of those done the latest, unless it is said otherwise; what is not done has no such instant. */
export function taskOrder({ state, sort, down }: Pick<TaskQuery, 'state' | 'sort' | 'down'>): {
  readonly order: OrderOfTasks;
  readonly down: boolean;
} {
  const isDone = state === 'done';
  const by = sort === undefined || (sort === 'done' && !isDone) ? (isDone ? 'done' : 'due') : sort;
  return { order: taskOrders[by], down: down ?? by === 'done' };
}

export const visitOrders: Readonly<Record<VisitSort, OrderOfVisits>> = {
  ordered: findByTime({
    is: (orderedAt) => ({ orderedAt }),
    orderBy: (orderedAt) => ({ orderedAt }),
    value: ({ orderedAt }) => orderedAt,
  }),
  case: findByText({
    is: (refKey) => ({ case: { refKey } }),
    orderBy: (refKey) => ({ case: { refKey } }),
    value: (row) => row.case.refKey,
  }),
  kind: findByText({ is: (kind) => ({ kind }), orderBy: (kind) => ({ kind }), value: ({ kind }) => kind }),
  status: findByText({
    is: (status) => ({ status }),
    orderBy: (status) => ({ status }),
    value: ({ status }) => status,
  }),
};
