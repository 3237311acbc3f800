import { isNumberMark, type RowMark } from '../page-cursor.ts';
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

/** How findMany orders rows by one field, of their own or of what they belong to, and by id among equals. */
export interface FindOrder<W, O, R> {
  readonly isMark: (value: string) => boolean;
  readonly mark: (row: R) => string;
  readonly orderBy: (direction: 'asc' | 'desc') => O;
  readonly past: (mark: string, down: boolean) => readonly W[];
  readonly same: (mark: string) => W;
}

interface Field<W, O, R, V> {
  readonly is: (value: Than<V> | V) => W;
  readonly orderBy: (direction: 'asc' | 'desc') => O;
  readonly value: (row: R) => V;
}

const than = <V>(value: V, down: boolean): Than<V> => (down ? { lt: value } : { gt: value });

export const findByTime = <W, O, R>({ is, orderBy, value }: Field<W, O, R, Date>): FindOrder<W, O, R> => ({
  isMark: isNumberMark,
  mark: (row) => String(value(row).getTime()),
  orderBy,
  past: (mark, down) => [is(than(instantOf(mark), down))],
  same: (mark) => is(instantOf(mark)),
});

export const findByText = <W, O, R>({ is, orderBy, value }: Field<W, O, R, string>): FindOrder<W, O, R> => ({
  isMark: () => true,
  mark: value,
  orderBy,
  past: (mark, down) => [is(than(mark, down))],
  same: is,
});

const missing = '-';

/** A text that may be missing: rows without one come last, or first from the other end, as the database has them. */
export function findByOptionalText<W, O, R>(
  given: Omit<Field<W, O, R, string>, 'value'> & {
    readonly value: (row: R) => string | null;
    readonly isMissing: W;
    readonly isThere: W;
  },
): FindOrder<W, O, R> {
  const { is, isMissing, isThere, value } = given;
  const textOf = (mark: string): string => mark.slice(1);
  return {
    isMark: (mark) => mark === missing || mark.startsWith('='),
    mark(row) {
      const text = value(row);
      return text === null ? missing : `=${text}`;
    },
    orderBy: given.orderBy,
    past(mark, down) {
      if (mark === missing) return down ? [isThere] : [];
      return down ? [is(than(textOf(mark), true))] : [is(than(textOf(mark), false)), isMissing];
    },
    same: (mark) => (mark === missing ? isMissing : is(textOf(mark))),
  };
}

/** The rows behind `after` as a condition of findMany. */
export function behindFound<W, O, R>(
  order: FindOrder<W, O, R>,
  after: RowMark | null,
  down: boolean,
): { OR?: (W | { AND: (W | { id: Than<string> })[] })[] } {
  if (after === null) return {};
  const among = { AND: [order.same(after.value), { id: than(after.id, down) }] };
  return { OR: [...order.past(after.value, down), among] };
}

/** The rows behind `after`. */
export function behind(order: PageOrder, id: Prisma.Sql, after: RowMark | null, down: boolean): Prisma.Sql {
  if (after === null) return Prisma.sql`TRUE`;
  const row = Prisma.sql`(${order.valueOf(after.value)}, ${after.id}::uuid)`;
  return down ? Prisma.sql`(${order.column}, ${id}) < ${row}` : Prisma.sql`(${order.column}, ${id}) > ${row}`;
}

export const ordered = (order: PageOrder, id: Prisma.Sql, down: boolean): Prisma.Sql =>
  down ? Prisma.sql`${order.column} DESC, ${id} DESC` : Prisma.sql`${order.column}, ${id}`;
