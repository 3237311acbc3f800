import { newId } from '../../platform/ids.ts';
import type { Db } from '../../platform/prisma/client.ts';
import type { AuditEntry, AuditTrail } from '../ports.ts';

/** Hand in a transaction to have the entry stand or fall with what it tells of. */
export async function writeAudit(db: Db, entry: AuditEntry): Promise<void> {
  const { onceAs, actorId, action, subjectType, subjectId, detail } = entry;
  const said = { actorId, action, subjectType, subjectId, ...(detail === undefined ? {} : { detail }) };
  if (onceAs === undefined) await db.auditEntry.create({ data: { id: newId(), ...said } });
  else await db.auditEntry.createMany({ data: [{ id: onceAs, ...said }], skipDuplicates: true });
}

export const makePrismaAudit = (db: Db): AuditTrail => ({ record: (entry) => writeAudit(db, entry) });
