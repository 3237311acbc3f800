import { paymentFileView } from '../../contract/payment.ts';
import type { Clock } from '../../platform/clock.ts';
import { cutPage } from '../../platform/page-cursor.ts';
import { behindMark, instantOf } from '../../platform/prisma/keyset.ts';
import type { Prisma, PrismaClient } from '../../platform/prisma/client.ts';
import { wordOf } from '../dial-facts-of.ts';
import type { PaymentBooks, PaymentFileBook } from '../payments/payment-books.ts';
import type { CaseFinder } from '../payments/payment-ports.ts';
import { dateText, instant } from './case-view-parts.ts';
import { readPromiseBoard } from './prisma-promise-board.ts';

const sources = ['api', 'file'] as const;

export const makeCaseFinder = (prisma: PrismaClient): CaseFinder => ({
  byRef: (clientId, caseRef) =>
    prisma.case.findUnique({
      where: { clientId_refKey: { clientId, refKey: caseRef.toLowerCase() } },
      select: { id: true, currency: true },
    }),
  async ofPayment(paymentId) {
    const row = await prisma.payment.findUnique({ where: { id: paymentId }, select: { caseId: true } });
    return row?.caseId ?? null;
  },
});

export const makePaymentFileBook = (prisma: PrismaClient): PaymentFileBook => ({
  async open({ at, by, ...file }) {
    await prisma.paymentFile.create({ data: { ...file, createdAt: new Date(at), createdById: by } });
  },
  async close(fileId, { returned, ...counts }) {
    await prisma.paymentFile.update({
      where: { id: fileId },
      data: { ...counts, returned: returned.map((line) => ({ ...line, reasons: [...line.reasons] })) },
    });
  },
});

export function makePaymentBooks(deps: { prisma: PrismaClient; clock: Clock }): PaymentBooks {
  const { prisma, clock } = deps;
  const fileInclude = { client: { select: { name: true } } } as const;
  const fileOf = (row: Prisma.PaymentFileGetPayload<{ include: typeof fileInclude }>) => ({
    fileId: row.id,
    fileName: row.fileName,
    clientName: row.client.name,
    createdAt: row.createdAt.getTime(),
    posted: row.posted,
    unchanged: row.unchanged,
    rejected: row.rejected,
  });
  return {
    async list({ q = '', clientId }, down, { after, limit }) {
      const rows = await prisma.payment.findMany({
        where: {
          ...(q === '' ? {} : { case: { refKey: { startsWith: q.toLowerCase() } } }),
          ...(clientId === undefined ? {} : { clientId }),
          ...behindMark('postedAt', instantOf, after, down),
        },
        include: { case: { select: { externalRef: true } }, client: { select: { name: true } } },
        orderBy: [{ postedAt: down ? 'desc' : 'asc' }, { id: down ? 'desc' : 'asc' }],
        take: limit + 1,
      });
      const page = cutPage(rows, limit, ({ postedAt, id }) => ({ value: String(postedAt.getTime()), id }));
      const payments = page.rows.map((row) => ({
        paymentId: row.id,
        caseId: row.caseId,
        caseRef: row.case.externalRef,
        clientName: row.client.name,
        externalRef: row.externalRef,
        amountMinor: Number(row.amountMinor),
        currency: row.currency,
        paidOn: dateText(row.paidOn),
        postedAt: row.postedAt.getTime(),
        source: wordOf(sources, row.source),
        reversedAt: instant(row.reversedAt),
        reversalReason: row.reversalReason,
      }));
      return { payments, nextCursor: page.nextCursor };
    },
    async files({ after, limit }) {
      const rows = await prisma.paymentFile.findMany({
        where: behindMark('createdAt', instantOf, after, true),
        include: fileInclude,
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: limit + 1,
      });
      const page = cutPage(rows, limit, ({ createdAt, id }) => ({ value: String(createdAt.getTime()), id }));
      return { files: page.rows.map(fileOf), nextCursor: page.nextCursor };
    },
    async file(fileId) {
      const row = await prisma.paymentFile.findUnique({ where: { id: fileId }, include: fileInclude });
      if (row === null) return null;
      return { ...fileOf(row), returned: paymentFileView.shape.returned.parse(row.returned) };
    },
    promises: (query) => readPromiseBoard(prisma, query, clock()),
  };
}
