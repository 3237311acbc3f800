import { callbackAudience } from '../../domain/callback.ts';
import { maskNumber } from '../../domain/mask.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { CallbackList } from '../../contract/callback.ts';
import { cutPage, type PageAsk } from '../../platform/page-cursor.ts';
import { behindMark, instantOf } from '../../platform/prisma/keyset.ts';
import { wordOf } from '../dial-facts-of.ts';

const kinds = ['agreed', 'kept_place'] as const;
const audiences = ['owner', 'team'] as const;
const states = ['pending', 'ringing'] as const;

/** Promised calls that are still owed, the first due first. */
export const makePrismaCallbackBook =
  (deps: { readonly prisma: PrismaClient; readonly clock: Clock; readonly graceMs: number }) =>
  async (of: { readonly ownerId: string | null }, { after, limit }: PageAsk): Promise<CallbackList> => {
    const rows = await deps.prisma.callback.findMany({
      where: {
        state: { in: [...states] },
        ...(of.ownerId === null ? {} : { case: { ownerId: of.ownerId } }),
        ...behindMark('dueAt', instantOf, after, false),
      },
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
      take: limit + 1,
    });
    const page = cutPage(rows, limit, ({ dueAt, id }) => ({ value: String(dueAt.getTime()), id }));
    const lines = await deps.prisma.line.findMany({ where: { id: { in: rows.map(({ lineId }) => lineId) } } });
    const callbacks = page.rows.map((row) => {
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
    return { callbacks, nextCursor: page.nextCursor };
  };
