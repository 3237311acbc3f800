import type { CaseSort } from '../../contract/case.ts';
import { cutPage, type PageAsk } from '../../platform/page-cursor.ts';
import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import { behind, byNumber, byTime, ordered, type PageOrder } from '../../platform/prisma/keyset.ts';
import type { CaseQuery } from '../case-books.ts';
import type { Listener } from '../may-listen.ts';
import { visibleRows } from './visible-to.ts';

const id = Prisma.sql`c."id"`;
const text = (column: Prisma.Sql): PageOrder => ({ column, mark: column, valueOf: (mark) => Prisma.sql`${mark}` });

/** Each has an index of its own; the ids of cases grow with time. */
export const caseOrders: Readonly<Record<CaseSort, PageOrder>> = {
  added: { column: id, mark: Prisma.sql`c."id"::text`, valueOf: (mark) => Prisma.sql`${mark}::uuid` },
  reference: text(Prisma.sql`c."refKey"`),
  owed: byNumber(Prisma.sql`GREATEST(c."amountMinor" - c."paidMinor", 0)`),
  next: {
    column: Prisma.sql`COALESCE(c."nextFollowUpOn", 'infinity'::date)`,
    mark: Prisma.sql`COALESCE(c."nextFollowUpOn", 'infinity'::date)::text`,
    valueOf: (mark) => Prisma.sql`${mark}::date`,
  },
  last: byTime(Prisma.sql`COALESCE(c."lastAttemptAt", '1970-01-01 00:00:00+00'::timestamptz)`),
};

const likely = (sought: string): string => sought.replaceAll(/[\\%_]/g, String.raw`\$&`);
const beginsSo = (ref: string): Prisma.Sql => Prisma.sql`c."refKey" LIKE ${`${likely(ref.toLowerCase())}%`}`;
/** The index knows the pieces of names; whether they stand together is seen by the name. */
const isCalled = (name: string): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT 1 FROM "Debtor" d WHERE d."id" = c."debtorId"
    AND name_pieces(d."name") @> name_pieces(${name}) AND d."name" ILIKE ${`%${likely(name)}%`})`;

function* asked(query: CaseQuery, viewer: Listener): Generator<Prisma.Sql> {
  const { ref, name, text: sought, caseClass, status, owner, clientId, campaignId } = query;
  if (ref !== null) yield beginsSo(ref);
  if (name !== null) yield isCalled(name);
  if (sought !== null) yield Prisma.sql`(${beginsSo(sought)} OR ${isCalled(sought)})`;
  if (caseClass !== null) yield Prisma.sql`c."caseClass" = ${caseClass}`;
  if (status !== null) yield Prisma.sql`c."status" = ${status}::"CaseStatus"`;
  if (query.mine) yield Prisma.sql`c."ownerId" = ${viewer.id}::uuid`;
  if (owner === 'none') yield Prisma.sql`c."ownerId" IS NULL`;
  else if (owner !== null) yield Prisma.sql`c."ownerId" = ${owner}::uuid`;
  if (clientId !== null) yield Prisma.sql`c."clientId" = ${clientId}::uuid`;
  if (campaignId !== null) yield Prisma.sql`c."campaignId" = ${campaignId}::uuid`;
}

/** Ids of the cases of one page in their order, and where the next one begins. `withheld`: debtors left out. */
export async function readCasePage(
  prisma: PrismaClient,
  given: {
    readonly query: CaseQuery;
    readonly page: PageAsk;
    readonly viewer: Listener;
    readonly withheld: readonly string[];
  },
): Promise<{ readonly ids: readonly string[]; readonly nextCursor: string | null }> {
  const { query, page, viewer, withheld } = given;
  const order = caseOrders[query.sort];
  const conditions = [
    visibleRows(viewer),
    ...(withheld.length === 0 ? [] : [Prisma.sql`NOT (c."debtorId" = ANY (${[...withheld]}::uuid[]))`]),
    ...asked(query, viewer),
    behind(order, id, page.after, query.down),
  ];
  const rows = await prisma.$queryRaw<{ id: string; mark: string }[]>`
    SELECT c."id", ${order.mark} AS "mark" FROM "Case" c
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY ${ordered(order, id, query.down)} LIMIT ${page.limit + 1}`;
  const cut = cutPage(rows, page.limit, (row) => ({ value: row.mark, id: row.id }));
  return { ids: cut.rows.map((row) => row.id), nextCursor: cut.nextCursor };
}
