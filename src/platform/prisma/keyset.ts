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

type Than<T> = { readonly lt: T } | { readonly gt: T };
type Behind<F extends string, T> = { [K in F]: Than<T> | T } & { id?: Than<string> };

/** The rows behind `after` as a condition of findMany, ordered by `field` and then by id. */
export function behindMark<F extends string, T>(
  field: F,
  valueOf: (mark: string) => T,
  after: RowMark | null,
  down: boolean,
): { OR?: Behind<F, T>[] } {
  if (after === null) return {};
  const value = valueOf(after.value);
  const than = <V>(of: V): Than<V> => (down ? { lt: of } : { gt: of });
  // A key that is computed widens to string, whatever it was.
  const on = (is: Than<T> | T) => ({ [field]: is }) as { [K in F]: Than<T> | T };
  return { OR: [on(than(value)), { ...on(value), id: than(after.id) }] };
}

export const instantOf = (mark: string): Date => new Date(Number(mark));
export const dayOf = (mark: string): Date => new Date(`${mark}T00:00:00Z`);

/** The rows behind `after`. */
export function behind(order: PageOrder, id: Prisma.Sql, after: RowMark | null, down: boolean): Prisma.Sql {
  if (after === null) return Prisma.sql`TRUE`;
  const row = Prisma.sql`(${order.valueOf(after.value)}, ${after.id}::uuid)`;
  return down ? Prisma.sql`(${order.column}, ${id}) < ${row}` : Prisma.sql`(${order.column}, ${id}) > ${row}`;
}

export const ordered = (order: PageOrder, id: Prisma.Sql, down: boolean): Prisma.Sql =>
  down ? Prisma.sql`${order.column} DESC, ${id} DESC` : Prisma.sql`${order.column}, ${id}`;
