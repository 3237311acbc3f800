import { addressKey } from '../../domain/address-key.ts';
import { newId } from '../../platform/ids.ts';
import type { Prisma } from '../../platform/prisma/client.ts';
import { wordOf } from '../dial-facts-of.ts';
import { visitStatuses, type VisitEntry } from '../visit-entry.ts';

const underWay = ['ordered', 'approved', 'dispatched'];
const kinds = ['contactable', 'lost'] as const;

export function makeVisitEntry({ db, caseId }: { db: Prisma.TransactionClient; caseId: string }): VisitEntry {
  const owner = () =>
    db.case.findUniqueOrThrow({
      where: { id: caseId },
      select: { debtorId: true, homeAddress: true, workAddress: true, hukouAddress: true },
    });
  return {
    async addresses() {
      const { debtorId, homeAddress, workAddress, hukouAddress } = await owner();
      const invalid = await db.invalidAddress.findMany({ where: { debtorId, reverifiedAt: null } });
      const given = [
        { of: 'home' as const, address: homeAddress },
        { of: 'work' as const, address: workAddress },
        { of: 'hukou' as const, address: hukouAddress },
      ];
      return {
        known: given.flatMap(({ of, address }) => (address === null || address === '' ? [] : [{ of, address }])),
        invalid: invalid.map(({ address }) => address),
      };
    },
    async order({ kind, address, reason, by, at }) {
      const { debtorId } = await owner();
      // Two linked cases are two locks: the debtor is held, so that one address is not ordered twice at once.
      await db.$queryRaw`SELECT "id" FROM "Debtor" WHERE "id" = ${debtorId}::uuid FOR NO KEY UPDATE`;
      const key = addressKey(address);
      const standing = await db.visitOrder.count({ where: { debtorId, addressKey: key, status: { in: underWay } } });
      if (standing > 0) return 'under_way';
      return db.visitOrder.create({
        data: {
          id: newId(),
          caseId,
          debtorId,
          kind,
          address,
          addressKey: key,
          reason,
          orderedById: by,
          orderedAt: new Date(at),
        },
        select: { id: true },
      });
    },
    async find(visitId) {
      const row = await db.visitOrder.findFirst({ where: { id: visitId, caseId } });
      if (row === null) return null;
      return {
        id: row.id,
        kind: wordOf(kinds, row.kind),
        address: row.address,
        status: wordOf(visitStatuses, row.status),
        dispatchedAt: row.dispatchedAt?.getTime() ?? null,
      };
    },
    async decide(visitId, to, by, note, at) {
      const data = { status: to, decidedById: by, decidedAt: new Date(at), decisionNote: note };
      await db.visitOrder.update({ where: { id: visitId }, data });
    },
    async dispatch(visitId, visitor, at) {
      const data = { status: 'dispatched', visitor, dispatchedAt: new Date(at) };
      await db.visitOrder.update({ where: { id: visitId }, data });
    },
    async bringBack(visitId, { result, note, at }) {
      const data = { status: 'returned', result, resultNote: note, returnedAt: new Date(at) };
      await db.visitOrder.update({ where: { id: visitId }, data });
    },
    async markInvalid(address, visitId, at) {
      const { debtorId } = await owner();
      const mark = { debtorId, address, addressKey: addressKey(address), visitId, markedAt: new Date(at) };
      await db.invalidAddress.createMany({ data: [{ id: newId(), ...mark }], skipDuplicates: true });
    },
    async reverify(address, by, reason, at) {
      const { debtorId } = await owner();
      const { count } = await db.invalidAddress.updateMany({
        where: { debtorId, addressKey: addressKey(address), reverifiedAt: null },
        data: { reverifiedAt: new Date(at), reverifiedById: by, reverifyReason: reason },
      });
      return count;
    },
  };
}
