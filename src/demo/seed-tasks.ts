import { addressKey } from '../domain/address-key.ts';
import type { TaskCause, TaskKind } from '../domain/case-tasks.ts';
import type { Clock } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';

const hourMs = 3_600_000;

/** One of each state on the board: overdue, due soon, open. */
const shown: readonly { readonly kind: TaskKind; readonly because: TaskCause; readonly dueInHours: number }[] = [
  { kind: 'data_entry', because: 'data_obtained', dueInHours: -3 },
  { kind: 'visit_proposal', because: 'refused', dueInHours: 2 },
  { kind: 'lookup_114', because: 'asked', dueInHours: 60 },
  { kind: 'registry_check', because: 'asked', dueInHours: 48 },
  { kind: 'verification_checklist', because: 'asked', dueInHours: 70 },
];

/** Tasks of owned cases, and a visit that waits for its approval. */
export async function seedTasks(prisma: PrismaClient, clock: Clock, placementId: string, by: string): Promise<void> {
  const now = clock();
  const cases = await prisma.case.findMany({
    where: { placementId, ownerId: { not: null }, homeAddress: { not: null } },
    orderBy: { refKey: 'asc' },
    take: shown.length + 1,
    select: { id: true, ownerId: true, debtorId: true, homeAddress: true },
  });
  await prisma.caseTask.createMany({
    data: shown.flatMap(({ kind, because, dueInHours }, at) => {
      const of = cases[at];
      if (of === undefined) return [];
      const times = { anchorAt: new Date(now - 24 * hourMs), dueAt: new Date(now + dueInHours * hourMs) };
      return [{ id: newId(), caseId: of.id, ownerId: of.ownerId, kind, because, ...times }];
    }),
    skipDuplicates: true,
  });
  const visited = cases[shown.length];
  if (visited?.homeAddress == null) return;
  await prisma.visitOrder.createMany({
    data: [
      {
        id: newId(),
        caseId: visited.id,
        debtorId: visited.debtorId,
        kind: 'contactable',
        address: visited.homeAddress,
        addressKey: addressKey(visited.homeAddress),
        reason: '拒绝还款',
        orderedById: by,
        orderedAt: new Date(now - hourMs),
      },
    ],
    skipDuplicates: true,
  });
}
