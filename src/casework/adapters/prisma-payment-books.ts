import { paymentFileView, type PromiseFilter, type PromiseRow } from '../../contract/payment.ts';
import { keptRate, type PromiseStanding } from '../../domain/promise-standing.ts';
import { judgePromise } from '../../domain/payment/judge-promise.ts';
import { unpaidSince, visitDueAt } from '../../domain/task-clocks.ts';
import { caseClasses } from '../../domain/vocabulary.ts';
import { addDays, localDate } from '../../domain/zoned-time.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Prisma, PrismaClient } from '../../platform/prisma/client.ts';
import { presetOf, wordOf } from '../dial-facts-of.ts';
import type { PaymentBooks, PaymentFileBook } from '../payments/payment-books.ts';
import type { CaseFinder } from '../payments/payment-ports.ts';
import { dateText, instant } from './case-view-parts.ts';

const sources = ['api', 'file'] as const;
const lookedBackDays = 30;
const shownPromises = 500;

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

const promiseInclude = {
  case: {
    select: {
      id: true,
      externalRef: true,
      caseClass: true,
      amountMinor: true,
      debtor: { select: { name: true } },
      owner: { select: { displayName: true } },
      campaign: { select: { preset: true, presetVersion: true, tightening: true } },
      payments: { where: { reversedAt: null }, select: { amountMinor: true, paidOn: true } },
    },
  },
} as const satisfies Prisma.PromiseInclude;
type PromiseWithCase = Prisma.PromiseGetPayload<{ include: typeof promiseInclude }>;

interface House {
  readonly preset: string;
  readonly presetVersion: number;
  readonly businessZone: string;
}

/** A promise with its payments: those made between its day and the end of its grace are its own. */
export function promiseRowOf(promise: PromiseWithCase, house: House, now: number): PromiseRow {
  const { case: owner } = promise;
  const zone = house.businessZone;
  const preset = presetOf({ campaign: owner.campaign, tenant: house });
  const today = localDate(now, zone);
  const terms = {
    amountMinor: Number(promise.amountMinor),
    promisedOn: localDate(promise.createdAt.getTime(), zone),
    dueOn: dateText(promise.dueOn),
    graceDays: preset.ptp.graceDays,
  };
  const payments = owner.payments.map(({ amountMinor, paidOn }) => ({
    amountMinor: Number(amountMinor),
    paidOn: dateText(paidOn),
  }));
  const caseClass = wordOf(caseClasses, owner.caseClass);
  const lastDay = addDays(terms.dueOn, terms.graceDays);
  const own = payments.filter(({ paidOn }) => paidOn >= terms.promisedOn && paidOn <= lastDay);
  const standing: PromiseStanding =
    promise.status === 'kept' || promise.status === 'broken'
      ? promise.status
      : judgePromise(
          { ...terms, isOpen: true },
          { amountMinor: Number(owner.amountMinor), caseClass, payments },
          today,
        );
  const unpaidAt = standing === 'broken' ? unpaidSince({ refusedAt: null, agreedOn: terms.dueOn }, now, zone) : null;
  return {
    promiseId: promise.id,
    caseId: owner.id,
    caseRef: owner.externalRef,
    debtorName: owner.debtor.name,
    ownerName: owner.owner?.displayName ?? null,
    amountMinor: terms.amountMinor,
    paidMinor: own.reduce((sum, each) => sum + each.amountMinor, 0),
    currency: promise.currency,
    promisedOn: terms.promisedOn,
    dueOn: terms.dueOn,
    standing,
    visitDueAt: unpaidAt === null ? null : visitDueAt(unpaidAt, preset.clocks),
  };
}

const isStillDue = (standing: PromiseStanding): boolean => standing !== 'kept' && standing !== 'broken';

const shows: Readonly<Record<PromiseFilter, (row: PromiseRow, today: string) => boolean>> = {
  due_today: (row, today) => row.dueOn === today,
  open: (row) => isStillDue(row.standing),
  broken: (row) => row.standing === 'broken',
  kept: (row) => row.standing === 'kept',
};

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
    async latest({ caseRef, limit }) {
      const rows = await prisma.payment.findMany({
        where: caseRef === null ? {} : { case: { refKey: { startsWith: caseRef.toLowerCase() } } },
        include: { case: { select: { externalRef: true } }, client: { select: { name: true } } },
        orderBy: [{ postedAt: 'desc' }, { id: 'desc' }],
        take: limit,
      });
      return rows.map((row) => ({
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
    },
    async files(limit) {
      const rows = await prisma.paymentFile.findMany({
        include: fileInclude,
        orderBy: { createdAt: 'desc' },
        take: limit,
      });
      return rows.map(fileOf);
    },
    async file(fileId) {
      const row = await prisma.paymentFile.findUnique({ where: { id: fileId }, include: fileInclude });
      if (row === null) return null;
      return { ...fileOf(row), returned: paymentFileView.shape.returned.parse(row.returned) };
    },
    async promises(show) {
      const now = clock();
      const house = await prisma.tenant.findUniqueOrThrow({ where: { id: 1 } });
      const today = localDate(now, house.businessZone);
      const since = addDays(today, -lookedBackDays);
      const found = await prisma.promise.findMany({
        where: {
          OR: [{ status: 'open' }, { status: { not: 'replaced' }, dueOn: { gte: new Date(`${since}T00:00:00Z`) } }],
        },
        include: promiseInclude,
        orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      });
      const rows = found.map((promise) => promiseRowOf(promise, house, now));
      const count = (filter: PromiseFilter): number => rows.filter((row) => shows[filter](row, today)).length;
      const due = rows.filter((row) => row.dueOn <= today && row.standing !== 'open' && row.standing !== 'partial');
      return {
        today,
        counts: {
          due_today: count('due_today'),
          open: count('open'),
          broken: count('broken'),
          kept: count('kept'),
        },
        keptRate: keptRate(due.map(({ standing }) => standing)),
        promises: rows.filter((row) => shows[show](row, today)).slice(0, shownPromises),
      };
    },
  };
}
