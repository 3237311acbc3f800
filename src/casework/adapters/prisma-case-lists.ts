import { standings, type ListedCases, type WorklistSort } from '../../contract/progress.ts';
import { owedMinor } from '../../domain/payment/payment-rules.ts';
import { caseClasses } from '../../domain/vocabulary.ts';
import { isLocalDate } from '../../domain/zoned-time.ts';
import { cutPage, isNumberMark, isWholeMark, pageAsked } from '../../platform/page-cursor.ts';
import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import { behind, ordered, type PageOrder } from '../../platform/prisma/keyset.ts';
import { wordOf } from '../dial-facts-of.ts';
import type { CaseListQuery } from '../progress.ts';
import { caseOrders } from './read-case-page.ts';
import { brokenIn, keyOfCase, keyOfTry, lostItsRecording, standingOf, triesOf, type Asked } from './progress-sql.ts';

interface Row {
  id: string;
  mark: string;
  externalRef: string;
  debtorName: string | null;
  clientName: string;
  ownerName: string | null;
  amountMinor: bigint;
  paidMinor: bigint;
  currency: string;
  caseClass: string;
  followUpBy: string | null;
  waitingUntil: Date | null;
  lastAttemptAt: Date | null;
  promiseMinor: bigint | null;
  promiseOn: string | null;
  standing: string;
}

const inPeriod = ({ period }: Asked): Prisma.Sql => Prisma.sql`BETWEEN ${period.from}::date AND ${period.to}::date`;
const isOpen = Prisma.sql`c."status" = 'open'`;
/** The day by which a case `c` is owed; those without one come last. The index over open cases is in this order. */
const owedOn = Prisma.sql`COALESCE(c."followUpBy", 'infinity'::date)`;
const never = Prisma.sql`'infinity'::date`;
interface ListOrder extends PageOrder {
  readonly isMark: (value: string) => boolean;
}
const orders: Readonly<Record<WorklistSort, ListOrder>> = {
  urgency: {
    column: owedOn,
    mark: Prisma.sql`(${owedOn})::text`,
    valueOf: (mark) => Prisma.sql`${mark}::date`,
    isMark: (mark) => mark === 'infinity' || isLocalDate(mark),
  },
  reference: { ...caseOrders.reference, isMark: () => true },
  owed: { ...caseOrders.owed, isMark: isWholeMark },
  last: { ...caseOrders.last, isMark: isNumberMark },
};
const isUntouched = (asked: Asked): Prisma.Sql =>
  Prisma.sql`NOT EXISTS (SELECT 1 FROM (${triesOf(asked)}) t WHERE t."caseId" = c."id")`;

/** Touched cases are those of whom the attempt was credited to, all others those of the owner. */
function creditedTo(within: CaseListQuery['within']): Prisma.Sql {
  if (within === null) return Prisma.sql`TRUE`;
  return Prisma.sql`${keyOfTry(within.group)} IS NOT DISTINCT FROM ${within.key}::uuid`;
}

function ownedBy({ list, within }: CaseListQuery): Prisma.Sql {
  if (within === null || list === 'touched') return Prisma.sql`TRUE`;
  const { group, key } = within;
  // Written as an equation where there is a key: an index answers it.
  return key === null ? Prisma.sql`${keyOfCase(group)} IS NULL` : Prisma.sql`${keyOfCase(group)} = ${key}::uuid`;
}

/**
 * What a list asks of a case. Where its standing follows from its day, the days are named as well: the walk through the
 * index then ends there. A list in two parts has first the cases with a day, then those without.
 */
function partsOf({ list, within }: CaseListQuery, asked: Asked): readonly Prisma.Sql[] {
  const standing = standingOf(asked);
  const promised = (status: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
    SELECT 1 FROM "Promise" p WHERE p."caseId" = c."id" AND p."dueOn" ${inPeriod(asked)} AND ${status})`;
  const owedNow = (which: Prisma.Sql): readonly Prisma.Sql[] => [
    Prisma.sql`${isOpen} AND ${owedOn} <= ${asked.today}::date AND ${which}`,
    Prisma.sql`${isOpen} AND ${owedOn} = ${never} AND c."dueAt" IS NOT NULL AND ${which}`,
  ];
  switch (list) {
    case 'open':
      return [isOpen];
    case 'due':
      return owedNow(Prisma.sql`${standing} IN ('due', 'overdue', 'excused') AND ${isUntouched(asked)}`);
    case 'due_today':
      return owedNow(Prisma.sql`${standing} IN ('due', 'excused')`);
    case 'overdue':
      return [Prisma.sql`${isOpen} AND ${owedOn} < ${asked.today}::date AND ${standing} = 'overdue'`];
    case 'excused':
      return [Prisma.sql`${isOpen} AND ${owedOn} < ${asked.today}::date AND ${standing} = 'excused'`];
    case 'waiting':
      return [Prisma.sql`${isOpen} AND c."waitingUntil" > ${asked.now} AND ${standing} = 'waiting'`];
    case 'stopped':
      return [
        Prisma.sql`${isOpen} AND c."debtorId" IN (SELECT s."debtorId" FROM "CaseStop" s WHERE s."liftedAt" IS NULL)
          AND ${standing} = 'stopped'`,
      ];
    case 'unowned':
      return [Prisma.sql`${isOpen} AND c."ownerId" IS NULL AND c."campaignId" IS NULL`];
    case 'planned':
      return [
        Prisma.sql`${isOpen} AND (c."followUpBy" ${inPeriod(asked)} OR ${promised(Prisma.sql`p."status" = 'open'`)})`,
      ];
    case 'touched':
      return [
        // As a set: those that were tried are fewer than those that might have been.
        Prisma.sql`c."id" = ANY (ARRAY(SELECT t."caseId" FROM (${triesOf(asked)}) t LEFT JOIN "User" u ON u."id" = t."collectorId"
          WHERE ${creditedTo(within)}))`,
      ];
    case 'promises_due':
      return [promised(Prisma.sql`p."status" <> 'replaced'`)];
    case 'promises_broken':
      return [promised(Prisma.sql`p."status" = 'broken'`)];
    case 'newly_broken':
      return [Prisma.sql`c."id" IN (SELECT p."caseId" FROM "Promise" p WHERE ${brokenIn(asked)})`];
    case 'recordings_missing':
      return [Prisma.sql`c."id" IN (SELECT a."caseId" FROM "Attempt" a WHERE ${lostItsRecording})`];
  }
}

/** A page of a list, in the order asked for. */
export async function readCaseList(
  prisma: PrismaClient,
  query: CaseListQuery & { readonly except: readonly string[] },
  asked: Asked,
): Promise<ListedCases> {
  const others = Prisma.sql`NOT (c."debtorId" = ANY (${[...query.except]}::uuid[]))`;
  const { down } = query;
  const order = orders[query.sort];
  const { after, limit } = pageAsked(query, order.isMark);
  const id = Prisma.sql`c."id"`;
  const direction = down ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const parts = partsOf(query, asked).map(
    (asks) => Prisma.sql`(
      SELECT c."id", ${order.column} AS "by" FROM "Case" c LEFT JOIN "User" u ON u."id" = c."ownerId"
      WHERE ${asks} AND ${ownedBy(query)} AND ${others} AND ${behind(order, id, after, down)}
      ORDER BY ${ordered(order, id, down)} LIMIT ${limit + 1})`,
  );
  // The page is found first, what is shown of its cases is read for them alone.
  const rows = await prisma.$queryRaw<Row[]>`
    WITH page AS MATERIALIZED (
      SELECT * FROM (${Prisma.join(parts, ' UNION ALL ')}) found
      ORDER BY "by" ${direction}, "id" ${direction} LIMIT ${limit + 1})
    SELECT c."id", ${order.mark} AS "mark", c."externalRef", d."name" AS "debtorName",
      b."name" AS "clientName", u."displayName" AS "ownerName", c."amountMinor", c."paidMinor", c."currency", c."caseClass",
      c."followUpBy"::text AS "followUpBy", c."waitingUntil", c."lastAttemptAt",
      q."amountMinor" AS "promiseMinor", q."dueOn"::text AS "promiseOn",
      CASE WHEN ${isOpen} THEN ${standingOf(asked)} ELSE 'closed' END AS "standing"
    FROM page
    JOIN "Case" c ON c."id" = page."id"
    JOIN "Debtor" d ON d."id" = c."debtorId"
    JOIN "Client" b ON b."id" = c."clientId"
    LEFT JOIN "User" u ON u."id" = c."ownerId"
    LEFT JOIN LATERAL (
      SELECT p."amountMinor", p."dueOn" FROM "Promise" p
      WHERE p."caseId" = c."id" AND p."status" <> 'replaced'
      ORDER BY p."status" = 'open' DESC, p."createdAt" DESC LIMIT 1) q ON TRUE
    ORDER BY page."by" ${direction}, page."id" ${direction}`;
  const { rows: shown, nextCursor } = cutPage(rows, limit, (row) => ({ value: row.mark, id: row.id }));
  return {
    cases: shown.map((row) => ({
      caseId: row.id,
      externalRef: row.externalRef,
      debtorName: row.debtorName,
      clientName: row.clientName,
      ownerName: row.ownerName,
      amountMinor: owedMinor(Number(row.amountMinor), Number(row.paidMinor)),
      currency: row.currency,
      caseClass: wordOf(caseClasses, row.caseClass),
      followUpBy: row.followUpBy,
      waitingUntil: row.waitingUntil?.getTime() ?? null,
      lastAttemptAt: row.lastAttemptAt?.getTime() ?? null,
      promise:
        row.promiseMinor === null || row.promiseOn === null
          ? null
          : { amountMinor: Number(row.promiseMinor), dueOn: row.promiseOn },
      standing: wordOf(standings, row.standing),
    })),
    nextCursor,
  };
}
