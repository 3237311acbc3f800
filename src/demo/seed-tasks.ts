import { addressKey } from '../domain/address-key.ts';
import type { TaskCause, TaskKind } from '../domain/case-tasks.ts';
import type { ChecklistEntry } from '../domain/verification-checklist.ts';
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

/** One item of each kind is found; the registry's names the ground on which it was looked up (R43). */
const found: readonly (ChecklistEntry & { readonly hoursAgo: number })[] = [
  { item: 'in_house_data', finding: '旧案留有单位座机,已停用', sourceBasis: null, hoursAgo: 30 },
  { item: 'registry', finding: '户籍在册,配偶同址', sourceBasis: '法院调查令', hoursAgo: 26 },
  { item: 'phones_mobile', finding: '本人手机一个,月初开通', sourceBasis: null, hoursAgo: 5 },
  { item: 'free', finding: '现租住,房东可联系', sourceBasis: null, hoursAgo: 3 },
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
  const verified = cases[shown.findIndex(({ kind }) => kind === 'verification_checklist')];
  if (verified?.ownerId != null) {
    const of = { caseId: verified.id, enteredById: verified.ownerId };
    await prisma.checklistEntry.createMany({
      data: found.map(({ hoursAgo, ...entry }) => ({
        id: newId(),
        ...of,
        ...entry,
        enteredAt: new Date(now - hoursAgo * hourMs),
      })),
    });
  }
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
