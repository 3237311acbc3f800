import { cutPage, isNumberMark, readCursor } from './page-cursor.ts';

const texts = new Intl.Collator('zh-CN', { numeric: true, sensitivity: 'base' });

type Value = string | number;

const compare = (one: Value, other: Value): number =>
  typeof one === 'number' ? one - Number(other) : texts.compare(one, String(other));

/**
 * One page of a list that is read whole, as those that people set up by hand are: in the order asked for, equal ones by
 * id. `valueOf`: what the column asked for orders by, always of one kind.
 */
export function pageOfWhole<R, S extends string>(
  rows: readonly R[],
  asked: { readonly sort: S; readonly down: boolean; readonly cursor?: string | undefined; readonly limit: number },
  of: { readonly value: (row: R, sort: S) => Value; readonly id: (row: R) => string },
): { readonly rows: readonly R[]; readonly nextCursor: string | null } {
  const { sort, down, cursor, limit } = asked;
  const marked = rows.map((row) => ({ row, value: of.value(row, sort), id: of.id(row) }));
  const isNumeric = typeof marked[0]?.value === 'number';
  const after = readCursor(cursor, (value) => !isNumeric || isNumberMark(value));
  const direction = down ? -1 : 1;
  const order = (one: { value: Value; id: string }, other: { value: Value; id: string }): number =>
    direction * (compare(one.value, other.value) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
  const behind = after === null ? marked : marked.filter((each) => order(each, after) > 0);
  const page = cutPage([...behind].sort(order), limit, ({ value, id }) => ({ value: String(value), id }));
  return { rows: page.rows.map(({ row }) => row), nextCursor: page.nextCursor };
}

/** Whether one of the texts has what is sought in it, however it is written. */
export const hasText = (sought: string | undefined, ...found: readonly (string | null)[]): boolean =>
  sought === undefined ||
  sought === '' ||
  found.some((text) => text !== null && text.toLowerCase().includes(sought.toLowerCase()));
