import { addDays, localDate } from '../domain/zoned-time.ts';
import type { Clock } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';

export type PostDemoPayment = (payment: {
  readonly clientId: string;
  readonly caseRef: string;
  readonly externalRef: string;
  readonly amountMinor: number;
  readonly paidOn: string;
  readonly by: string;
}) => Promise<void>;

interface Told {
  /** Null: nothing was promised, all was paid. */
  readonly dueInDays: number | null;
  /** Of what was promised, of the whole debt without a promise. */
  readonly paidShare: number;
}

/** Due today, due today with a part paid, to come, gone by, kept, and a debt paid altogether. */
const told: readonly Told[] = [
  { dueInDays: 0, paidShare: 0 },
  { dueInDays: 0, paidShare: 0.5 },
  { dueInDays: 1, paidShare: 0 },
  { dueInDays: -1, paidShare: 0 },
  { dueInDays: -1, paidShare: 1 },
  { dueInDays: null, paidShare: 1 },
];
const promisedDaysAgo = 2;
const promisedShare = 0.4;
const dayMs = 86_400_000;

/** Promises of the day before yesterday; what was paid since comes in through the same door as a bank's postings. */
export async function seedPayments(
  deps: { prisma: PrismaClient; clock: Clock; postPayment: PostDemoPayment },
  placementId: string,
  by: string,
): Promise<void> {
  const { prisma, clock } = deps;
  const now = clock();
  const { businessZone } = await prisma.tenant.findUniqueOrThrow({ where: { id: 1 } });
  const today = localDate(now, businessZone);
  const rows = await prisma.case.findMany({
    where: { placementId, status: 'open', caseClass: 'NEW' },
    orderBy: { refKey: 'desc' },
    take: told.length,
    select: { id: true, clientId: true, externalRef: true, amountMinor: true, currency: true },
  });
  for (const [at, { dueInDays, paidShare }] of told.entries()) {
    const row = rows[at];
    if (row === undefined) continue;
    const debt = Number(row.amountMinor);
    const asked = dueInDays === null ? debt : Math.round(debt * promisedShare);
    if (dueInDays !== null) {
      const promisedAt = new Date(now - promisedDaysAgo * dayMs);
      await prisma.promise.create({
        data: {
          id: newId(),
          caseId: row.id,
          amountMinor: BigInt(asked),
          currency: row.currency,
          dueOn: new Date(`${addDays(today, dueInDays)}T00:00:00Z`),
          createdAt: promisedAt,
        },
      });
      await prisma.case.update({ where: { id: row.id }, data: { caseClass: 'PTP', classAt: promisedAt } });
    }
    if (paidShare === 0) continue;
    await deps.postPayment({
      clientId: row.clientId,
      caseRef: row.externalRef,
      externalRef: `DEMO-${row.externalRef}`,
      amountMinor: Math.round(asked * paidShare),
      paidOn: addDays(today, -1),
      by,
    });
  }
}
