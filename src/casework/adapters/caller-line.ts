import { noCurrency } from '../../domain/no-currency.ts';
import { newId } from '../../platform/ids.ts';
import type { Prisma } from '../../platform/prisma/client.ts';

type Db = Prisma.TransactionClient;

/** Debtors who stand for somebody nobody knows begin so; the line's id follows. */
const strangerKey = 'caller:';
export const isStranger = (linkKey: string): boolean => linkKey.startsWith(strangerKey);

export async function lineOf(db: Db, e164: string): Promise<string> {
  await db.line.createMany({ data: [{ id: newId(), e164 }], skipDuplicates: true });
  return (await db.line.findUniqueOrThrow({ where: { e164 }, select: { id: true } })).id;
}

/** Somebody who rang from the line speaks of this case: the number is noted with it, unverified until somebody vouches for it. */
export async function noteCallerLine(
  db: Db,
  about: { readonly caseId: string; readonly debtorId: string; readonly lineId: string },
  at: Date,
): Promise<string> {
  const { caseId, debtorId, lineId } = about;
  const known = await db.phoneNumber.findFirst({ where: { caseId, lineId }, select: { id: true } });
  if (known !== null) return known.id;
  const last = await db.phoneNumber.aggregate({ where: { caseId }, _max: { position: true } });
  const { id } = await db.phoneNumber.create({
    data: {
      id: newId(),
      caseId,
      debtorId,
      lineId,
      class: 'traced',
      position: (last._max.position ?? 0) + 1,
      source: 'inbound',
    },
    select: { id: true },
  });
  await db.debtorLine.createMany({
    data: [{ debtorId, lineId, status: 'unverified', statusReason: 'inbound', statusAt: at }],
    skipDuplicates: true,
  });
  return id;
}

const strangersClient = 'Unknown callers';

/** A file for somebody nobody knows, closed from the start: nothing is owed in it and nobody is rung for it. */
export async function openStranger(db: Db, e164: string, at: Date): Promise<{ caseId: string; debtorId: string }> {
  const lineId = await lineOf(db, e164);
  const linkKey = strangerKey + lineId;
  const known = await db.case.findFirst({ where: { debtor: { linkKey } }, select: { id: true, debtorId: true } });
  if (known !== null) return { caseId: known.id, debtorId: known.debtorId };
  await db.client.createMany({ data: [{ id: newId(), name: strangersClient }], skipDuplicates: true });
  await db.debtor.createMany({ data: [{ id: newId(), linkKey }], skipDuplicates: true });
  const [client, debtor] = await Promise.all([
    db.client.findUniqueOrThrow({ where: { name: strangersClient } }),
    db.debtor.findUniqueOrThrow({ where: { linkKey } }),
  ]);
  const [caseId, debtorId] = [newId(), debtor.id];
  const ref = `CALL-${caseId.slice(-12).toUpperCase()}`;
  await db.case.create({
    data: {
      id: caseId,
      clientId: client.id,
      externalRef: ref,
      refKey: ref.toLowerCase(),
      debtorId,
      status: 'closed',
      amountMinor: 0n,
      currency: noCurrency,
      placementDate: at,
    },
    select: { id: true },
  });
  return { caseId, debtorId };
}
