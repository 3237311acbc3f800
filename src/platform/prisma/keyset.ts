import type { RowMark } from '../page-cursor.ts';
import { Prisma } from './client.ts';

/** What pages are ordered by, never null; the id decides among equals. The column stands bare, so that an index serves it. */
export interface PageOrder {
  readonly column: Prisma.Sql;
  /** The column's value as a cursor keeps it. */
  readonly mark: Prisma.Sql;
  readonly valueOf: (mark: string) => Prisma.Sql;
}

/** Instants, marked by their milliseconds. */
export const byTime = (column: Prisma.Sql): PageOrder => ({
  column,
  mark: Prisma.sql`((extract(epoch FROM ${column}) * 1000)::bigint)::text`,
  valueOf: (mark) => Prisma.sql`to_timestamp(${mark}::float8 / 1000)`,
});

export const byNumber = (column: Prisma.Sql): PageOrder => ({
  column,
  mark: Prisma.sql`(${column})::text`,
  valueOf: (mark) => Prisma.sql`${mark}::bigint`,
});

/** The rows behind `after`. */
export function behind(order: PageOrder, id: Prisma.Sql, after: RowMark | null, down: boolean): Prisma.Sql {
  if (after === null) return Prisma.sql`TRUE`;
  const row = Prisma.sql`(${order.valueOf(after.value)}, ${after.id}::uuid)`;
  return down ? Prisma.sql`(${order.column}, ${id}) < ${row}` : Prisma.sql`(${order.column}, ${id}) > ${row}`;
}

export const ordered = (order: PageOrder, id: Prisma.Sql, down: boolean): Prisma.Sql =>
  down ? Prisma.sql`${order.column} DESC, ${id} DESC` : Prisma.sql`${order.column}, ${id}`;
