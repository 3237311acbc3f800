import type { PromiseBoard, PromiseFilter, PromiseQuery, PromiseRow, PromiseSort } from '../../contract/payment.ts';
import { judgePromise } from '../../domain/payment/judge-promise.ts';
import type { Preset } from '../../domain/preset.ts';
import { keptRate, type PromiseStanding } from '../../domain/promise-standing.ts';
import { unpaidSince, visitDueAt } from '../../domain/task-clocks.ts';
import { caseClasses } from '../../domain/vocabulary.ts';
import { addDays, localDate } from '../../domain/zoned-time.ts';
import { cutPage, isDayMark, isWholeMark, pageAsked } from '../../platform/page-cursor.ts';
import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import { behind, byNumber, ordered, type PageOrder } from '../../platform/prisma/keyset.ts';
import { presetOf, wordOf } from '../dial-facts-of.ts';
import { dateText } from './case-view-parts.ts';

const lookedBackDays = 30;

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

/** An open promise with what it is judged by, and nothing else: all of them are judged, few are shown. */
interface OpenRow {
  readonly id: string;
  readonly dueOn: string;
  readonly createdAt: Date;
  readonly amountMinor: number;
  readonly caseClass: string;
  readonly debtMinor: number;
  readonly caseId: string;
  readonly campaignId: string | null;
  readonly mark: string;
}

interface PaidRow {
  readonly caseId: string;
  readonly amountMinor: number;
  readonly paidOn: string;
}

interface Judged {
  readonly id: string;
  readonly dueOn: string;
  readonly standing: PromiseStanding;
  /** What it is ordered by, as a cursor keeps it. */
  readonly mark: string;
}

interface BoardOrder extends PageOrder {
  readonly isMark: (value: string) => boolean;
  readonly compare: (one: string, other: string) => number;
}

/** As the database has them byte by byte: rows that it orders and rows that are judged here are one list. */
const byBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));
const text = (column: Prisma.Sql): BoardOrder => ({
  column: Prisma.sql`(${column}) COLLATE "C"`,
  mark: column,
  valueOf: (mark) => Prisma.sql`${mark}`,
  isMark: () => true,
  compare: byBytes,
});

/** Of a promise `p` of a case `c`. No order is by a debtor's name: the place where a page ends stands in an address. */
const orders: Readonly<Record<PromiseSort, BoardOrder>> = {
  dueOn: {
    column: Prisma.sql`p."dueOn"`,
    mark: Prisma.sql`p."dueOn"::text`,
    valueOf: (mark) => Prisma.sql`${mark}::date`,
    isMark: isDayMark,
    compare: byBytes,
  },
  caseRef: text(Prisma.sql`c."refKey"`),
  owner: text(Prisma.sql`COALESCE((SELECT u."displayName" FROM "User" u WHERE u."id" = c."ownerId"), '')`),
  amount: {
    ...byNumber(Prisma.sql`p."amountMinor"`),
    isMark: isWholeMark,
    compare: (one, other) => Number(one) - Number(other),
  },
  // Of an open one it follows from its payments, and is put in its place when it is judged.
  standing: text(Prisma.sql`p."status"`),
};

async function judgeOpen(
  prisma: PrismaClient,
  house: House,
  sort: PromiseSort,
  now: number,
): Promise<readonly Judged[]> {
  const [rows, paid, campaigns] = await Promise.all([
    prisma.$queryRaw<OpenRow[]>`
      SELECT p."id", p."dueOn"::text AS "dueOn", p."createdAt", p."amountMinor"::float8 AS "amountMinor", c."caseClass",
        c."amountMinor"::float8 AS "debtMinor", c."id" AS "caseId", c."campaignId", ${orders[sort].mark} AS "mark"
      FROM "Promise" p JOIN "Case" c ON c."id" = p."caseId" WHERE p."status" = 'open'`,
    prisma.$queryRaw<PaidRow[]>`
      SELECT y."caseId", y."amountMinor"::float8 AS "amountMinor", y."paidOn"::text AS "paidOn" FROM "Payment" y
      WHERE y."reversedAt" IS NULL
        AND EXISTS (SELECT 1 FROM "Promise" p WHERE p."caseId" = y."caseId" AND p."status" = 'open')`,
    prisma.campaign.findMany({ select: { id: true, preset: true, presetVersion: true, tightening: true } }),
  ]);
  const rulesOf = new Map<string | null, Preset>(
    campaigns.map(({ id, ...campaign }) => [id, presetOf({ campaign, tenant: house })]),
  );
  const own = presetOf({ campaign: null, tenant: house });
  const paidOf = new Map<string, PaidRow[]>();
  for (const payment of paid) paidOf.set(payment.caseId, [...(paidOf.get(payment.caseId) ?? []), payment]);
  const zone = house.businessZone;
  const today = localDate(now, zone);
  return rows.map(({ id, dueOn, createdAt, amountMinor, caseClass, debtMinor, caseId, campaignId, mark }) => {
    const payments = paidOf.get(caseId) ?? [];
    const { graceDays } = (rulesOf.get(campaignId) ?? own).ptp;
    const promisedOn = localDate(createdAt.getTime(), zone);
    const standing = judgePromise(
      { amountMinor, promisedOn, dueOn, graceDays, isOpen: true },
      { amountMinor: debtMinor, caseClass: wordOf(caseClasses, caseClass), payments },
      today,
    );
    return { id, dueOn, standing, mark: sort === 'standing' ? standing : mark };
  });
}

const isStillDue = (standing: PromiseStanding): boolean => standing !== 'kept' && standing !== 'broken';

const shows: Readonly<Record<PromiseFilter, (row: Judged, today: string) => boolean>> = {
  due_today: (row, today) => row.dueOn === today,
  open: (row) => isStillDue(row.standing),
  broken: (row) => row.standing === 'broken',
  kept: (row) => row.standing === 'kept',
};

/** Those that were decided, of the days looked back over, as conditions on a promise `p`; none of them is open. */
const decidedOf = (show: PromiseFilter, today: string): Prisma.Sql =>
  ({
    due_today: Prisma.sql`p."status" IN ('kept', 'broken') AND p."dueOn" = ${today}::date`,
    open: Prisma.sql`FALSE`,
    broken: Prisma.sql`p."status" = 'broken'`,
    kept: Prisma.sql`p."status" = 'kept'`,
  })[show];

interface Decided {
  readonly status: 'kept' | 'broken';
  readonly promises: number;
  readonly dueByNow: number;
  readonly dueToday: number;
}

export async function readPromiseBoard(prisma: PrismaClient, query: PromiseQuery, now: number): Promise<PromiseBoard> {
  const { show, sort, down } = query;
  const order = orders[sort];
  const { after, limit } = pageAsked(query, order.isMark);
  const id = Prisma.sql`p."id"`;
  const inOrder = (a: Pick<Judged, 'id' | 'mark'>, b: Pick<Judged, 'id' | 'mark'>): number =>
    (order.compare(a.mark, b.mark) || byBytes(a.id, b.id)) * (down ? -1 : 1);
  const house = await prisma.tenant.findUniqueOrThrow({ where: { id: 1 } });
  const today = localDate(now, house.businessZone);
  const since = Prisma.sql`p."dueOn" >= ${addDays(today, -lookedBackDays)}::date`;
  const isBehind = (row: Judged): boolean => after === null || inOrder({ mark: after.value, id: after.id }, row) < 0;
  const [open, decided, listed] = await Promise.all([
    judgeOpen(prisma, house, sort, now),
    prisma.$queryRaw<Decided[]>`
      SELECT p."status", count(*)::int AS "promises", count(*) FILTER (WHERE p."dueOn" <= ${today}::date)::int AS "dueByNow",
        count(*) FILTER (WHERE p."dueOn" = ${today}::date)::int AS "dueToday"
      FROM "Promise" p WHERE p."status" IN ('kept', 'broken') AND ${since} GROUP BY 1`,
    prisma.$queryRaw<Judged[]>`
      SELECT p."id", p."dueOn"::text AS "dueOn", p."status" AS "standing", ${order.mark} AS "mark"
      FROM "Promise" p JOIN "Case" c ON c."id" = p."caseId"
      WHERE ${decidedOf(show, today)} AND ${since} AND ${behind(order, id, after, down)}
      ORDER BY ${ordered(order, id, down)} LIMIT ${limit + 1}`,
  ]);
  const countOpen = (filter: PromiseFilter): number => open.filter((row) => shows[filter](row, today)).length;
  const of = (status: 'kept' | 'broken', field: 'promises' | 'dueByNow' | 'dueToday'): number =>
    decided.find((row) => row.status === status)?.[field] ?? 0;
  const standing = [...open.filter((row) => shows[show](row, today) && isBehind(row)), ...listed];
  const { rows: shown, nextCursor } = cutPage(standing.sort(inOrder), limit, (row) => ({
    value: row.mark,
    id: row.id,
  }));
  const found = await prisma.promise.findMany({
    where: { id: { in: shown.map(({ id }) => id) } },
    include: promiseInclude,
  });
  const byId = new Map(found.map((promise) => [promise.id, promise]));
  const repeated = (standing: 'kept' | 'broken'): readonly PromiseStanding[] =>
    Array<PromiseStanding>(of(standing, 'dueByNow')).fill(standing);
  return {
    today,
    counts: {
      due_today: countOpen('due_today') + of('kept', 'dueToday') + of('broken', 'dueToday'),
      open: countOpen('open'),
      broken: countOpen('broken') + of('broken', 'promises'),
      kept: countOpen('kept') + of('kept', 'promises'),
    },
    keptRate: keptRate([
      ...open.filter(({ dueOn }) => dueOn <= today).map(({ standing }) => standing),
      ...repeated('kept'),
      ...repeated('broken'),
    ]),
    promises: shown.flatMap((row) => {
      const promise = byId.get(row.id);
      return promise === undefined ? [] : [promiseRowOf(promise, house, now)];
    }),
    nextCursor,
  };
}
