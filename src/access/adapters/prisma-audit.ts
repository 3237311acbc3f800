import { newId } from '../../platform/ids.ts';
import type { Db } from '../../platform/prisma/client.ts';
import type { AuditEntry, AuditTrail } from '../ports.ts';

/** Hand in a transaction to have the entry stand or fall with what it tells of. */
export async function writeAudit(db: Db, entry: AuditEntry): Promise<void> {
  await db.auditEntry.create({
    data: {
      id: newId(),
      actorId: entry.actorId,
      action: entry.action,
      subjectType: entry.subjectType,
      subjectId: entry.subjectId,
      ...(entry.detail === undefined ? {} : { detail: entry.detail }),
    },
  });
}

export const makePrismaAudit = (db: Db): AuditTrail => ({ record: (entry) => writeAudit(db, entry) });
