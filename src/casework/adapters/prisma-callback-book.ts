import { callbackAudience } from '../../domain/callback.ts';
import { maskNumber } from '../../domain/mask.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { CallbackView } from '../../contract/callback.ts';
import { wordOf } from '../dial-facts-of.ts';

const mostShown = 200;
const kinds = ['agreed', 'kept_place'] as const;
const audiences = ['owner', 'team'] as const;
const states = ['pending', 'ringing'] as const;

/** Promised calls that are still owed, the first due first. */
export const makePrismaCallbackBook =
  (deps: { readonly prisma: PrismaClient; readonly clock: Clock; readonly graceMs: number }) =>
  async (of: { readonly ownerId: string | null }): Promise<readonly CallbackView[]> => {
    const rows = await deps.prisma.callback.findMany({
      where: { state: { in: [...states] }, ...(of.ownerId === null ? {} : { case: { ownerId: of.ownerId } }) },
      include: {
        case: {
          select: {
            externalRef: true,
            ownerId: true,
            owner: { select: { displayName: true } },
            debtor: { select: { name: true } },
          },
        },
      },
      orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
      take: mostShown,
    });
    const lines = await deps.prisma.line.findMany({ where: { id: { in: rows.map(({ lineId }) => lineId) } } });
    return rows.map((row) => {
      const line = lines.find(({ id }) => id === row.lineId);
      const forWhom = wordOf(audiences, row.forWhom);
      const dueAt = row.dueAt.getTime();
      return {
        callbackId: row.id,
        kind: wordOf(kinds, row.kind),
        caseId: row.caseId,
        externalRef: row.case.externalRef,
        debtorName: row.case.debtor.name,
        masked: maskNumber(line?.e164 ?? ''),
        ownerName: row.case.owner?.displayName ?? null,
        dueAt,
        zone: line?.zones[0] ?? null,
        forWhom,
        audience: callbackAudience({ forWhom, owned: row.case.ownerId !== null, dueAt }, deps.clock(), deps.graceMs),
        state: wordOf(states, row.state),
        late: row.alertedAt !== null,
      };
    });
  };
