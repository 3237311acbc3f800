import { newId } from '../../platform/ids.ts';
import type { Prisma } from '../../platform/prisma/client.ts';
import type { CaseEntry } from '../ledger.ts';

/** Numbers that come to a case after its placement. */
export function makeNumberEntry(given: {
  db: Prisma.TransactionClient;
  caseId: string;
}): Pick<CaseEntry, 'addNumber' | 'activateNumber'> {
  const { db, caseId } = given;
  return {
    async addNumber(number) {
      const { e164, country, lineType, at } = number;
      // One statement: somebody else may note the same new number of another case at the same instant.
      await db.line.createMany({
        data: { id: newId(), e164, country, lineType, zones: [...number.zones] },
        skipDuplicates: true,
      });
      const line = await db.line.findUniqueOrThrow({ where: { e164 }, select: { id: true } });
      const [owner, known, last] = await Promise.all([
        db.case.findUniqueOrThrow({ where: { id: caseId }, select: { debtorId: true } }),
        db.phoneNumber.count({ where: { caseId, lineId: line.id } }),
        db.phoneNumber.aggregate({ where: { caseId }, _max: { position: true } }),
      ]);
      if (known > 0) return null;
      const { debtorId } = owner;
      const { id } = await db.phoneNumber.create({
        data: {
          id: newId(),
          caseId,
          debtorId,
          lineId: line.id,
          class: number.class,
          position: (last._max.position ?? 0) + 1,
          person: number.person,
          relation: number.relation,
          note: number.note,
          source: number.source,
          sourceBasis: number.sourceBasis,
        },
        select: { id: true },
      });
      const [ofAll] = await db.$queryRaw<{ status: string; statusReason: string | null }[]>`
        SELECT * FROM standing_of_line(${line.id}::uuid)`;
      const standing = ofAll ?? { status: 'unverified', statusReason: number.source };
      // What a linked case has learnt of the line already stands.
      await db.debtorLine.createMany({
        data: [{ debtorId, lineId: line.id, ...standing, statusAt: new Date(at) }],
        skipDuplicates: true,
      });
      return id;
    },
    async activateNumber(numberId, at) {
      const number = await db.phoneNumber.findFirst({
        where: { id: numberId, caseId },
        select: { debtorId: true, lineId: true },
      });
      if (number === null) return false;
      const { count } = await db.debtorLine.updateMany({
        where: { ...number, status: 'unverified' },
        data: { status: 'active', statusReason: null, statusAt: new Date(at) },
      });
      return count > 0;
    },
  };
}
