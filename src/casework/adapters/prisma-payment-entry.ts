import { newId } from '../../platform/ids.ts';
import type { Prisma } from '../../platform/prisma/client.ts';
import type { PaymentEntry, PaymentRecord } from '../payments/payment-ports.ts';

const dayOf = (date: string): Date => new Date(`${date}T00:00:00Z`);

export const paymentRecordOf = (row: Prisma.PaymentGetPayload<object>): PaymentRecord => ({
  id: row.id,
  caseId: row.caseId,
  externalRef: row.externalRef,
  amountMinor: Number(row.amountMinor),
  currency: row.currency,
  paidOn: row.paidOn.toISOString().slice(0, 10),
  reversedAt: row.reversedAt?.getTime() ?? null,
});

export function makePaymentEntry(db: Prisma.TransactionClient, caseId: string): PaymentEntry {
  return {
    async insertPayment({ amountMinor, paidOn, at, ...plain }) {
      const id = newId();
      const { count } = await db.payment.createMany({
        data: [
          { id, caseId, ...plain, amountMinor: BigInt(amountMinor), paidOn: dayOf(paidOn), postedAt: new Date(at) },
        ],
        skipDuplicates: true,
      });
      return count === 0 ? null : id;
    },
    async paymentByRef(clientId, externalRef) {
      const row = await db.payment.findUnique({ where: { clientId_externalRef: { clientId, externalRef } } });
      return row === null ? null : paymentRecordOf(row);
    },
    async paymentById(paymentId) {
      const row = await db.payment.findFirst({ where: { id: paymentId, caseId } });
      return row === null ? null : paymentRecordOf(row);
    },
    async reversePayment(paymentId, reason, by, at) {
      await db.payment.update({
        where: { id: paymentId },
        data: { reversedAt: new Date(at), reversedById: by, reversalReason: reason },
        select: { id: true },
      });
    },
    async sumPayments() {
      const { _sum } = await db.payment.aggregate({
        where: { caseId, reversedAt: null },
        _sum: { amountMinor: true },
      });
      const paidMinor = _sum.amountMinor ?? 0n;
      await db.case.update({ where: { id: caseId }, data: { paidMinor }, select: { id: true } });
      return Number(paidMinor);
    },
    async closedBy(paymentId, classBefore) {
      await db.payment.update({ where: { id: paymentId }, data: { classBefore }, select: { id: true } });
    },
    async classBeforeClosing() {
      const row = await db.payment.findFirst({
        where: { caseId, classBefore: { not: null } },
        orderBy: [{ postedAt: 'desc' }, { id: 'desc' }],
        select: { classBefore: true },
      });
      return row?.classBefore ?? null;
    },
    async setPromise(promiseId, status, at) {
      await db.promise.update({
        where: { id: promiseId },
        data: { status, closedAt: status === 'open' ? null : new Date(at) },
        select: { id: true },
      });
    },
  };
}
