import { caseClasses, stopKinds } from '../../domain/vocabulary.ts';
import { newId } from '../../platform/ids.ts';
import type { Prisma } from '../../platform/prisma/client.ts';
import { wordOf } from '../dial-facts-of.ts';
import type { CaseEntry } from '../ledger.ts';

/** The stops of a locked case. */
export function makeStopRows(
  db: Prisma.TransactionClient,
  caseId: string,
): Pick<CaseEntry, 'addStop' | 'activeStops' | 'keepClass' | 'liftStop'> {
  let debtor: Promise<{ debtorId: string }> | null = null;
  // A case that is locked stays with its debtor.
  const debtorOf = async (): Promise<string> => {
    debtor ??= db.case.findUniqueOrThrow({ where: { id: caseId }, select: { debtorId: true } });
    return (await debtor).debtorId;
  };
  return {
    async addStop({ kind, scope, reason, by, at, classBefore, wrapUpId }) {
      // Two cases of one person may be stopped at the same instant: the index lets one of them in.
      const id = newId();
      const { count } = await db.caseStop.createMany({
        data: [
          {
            id,
            debtorId: await debtorOf(),
            caseId: scope === 'debt' ? caseId : null,
            kind,
            reason,
            createdAt: new Date(at),
            createdBy: by,
            originCaseId: caseId,
            classBefore,
            wrapUpId,
          },
        ],
        skipDuplicates: true,
      });
      return count === 1 ? id : null;
    },
    async activeStops() {
      const rows = await db.caseStop.findMany({
        where: { debtorId: await debtorOf(), liftedAt: null, OR: [{ caseId: null }, { caseId }] },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map((row) => ({
        id: row.id,
        kind: wordOf(stopKinds, row.kind),
        scope: row.caseId === null ? 'person' : 'debt',
        originCaseId: row.originCaseId,
        classBefore: row.classBefore === null ? null : wordOf(caseClasses, row.classBefore),
        wrapUpId: row.wrapUpId,
      }));
    },
    async keepClass(stopId, classBefore) {
      await db.caseStop.update({ where: { id: stopId }, data: { classBefore }, select: { id: true } });
    },
    async liftStop(stopId, { by, at, reason, reference }) {
      await db.caseStop.update({
        where: { id: stopId },
        data: { liftedAt: new Date(at), liftedBy: by, liftReason: reason, liftReference: reference },
        select: { id: true },
      });
    },
  };
}
