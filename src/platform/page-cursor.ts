import { BadInput } from './http-problem.ts';

/** The last row of a page: what it was ordered by, and its id. */
export interface RowMark {
  readonly value: string;
  readonly id: string;
}

export const writeCursor = ({ value, id }: RowMark): string =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url');

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const isUuid = (id: string): boolean => uuid.test(id);

/** Null: the first page. One that this server never wrote is refused. */
export function readCursor(
  cursor: string | undefined,
  isValue: (value: string) => boolean,
  isId: (id: string) => boolean = isUuid,
): RowMark | null {
  if (cursor === undefined) return null;
  try {
    const [value, id, ...rest] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (typeof value === 'string' && typeof id === 'string' && isId(id) && rest.length === 0 && isValue(value)) {
      return { value, id };
    }
  } catch {
    // Falls through to the refusal.
  }
  throw new BadInput([{ field: 'cursor', rule: 'format', remedy: 'Give the cursor of the page before, as it was.' }]);
}

/** Which page is asked for: that behind `after`, null being the first one. */
export interface PageAsk {
  readonly after: RowMark | null;
  readonly limit: number;
}

export const pageAsked = (
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  isValue: (value: string) => boolean,
): PageAsk => ({ after: readCursor(cursor, isValue), limit });

const numeric = /^-?\d{1,16}(\.\d{1,6})?$/;
export const isNumberMark = (value: string): boolean => numeric.test(value);

const whole = /^-?\d{1,15}$/;
export const isWholeMark = (value: string): boolean => whole.test(value);

const day = /^\d{4}-\d{2}-\d{2}$/;
export const isDayMark = (value: string): boolean => day.test(value);

/** One page out of one row more than it holds. */
export function cutPage<R>(
  rows: readonly R[],
  limit: number,
  mark: (row: R) => RowMark,
): { readonly rows: readonly R[]; readonly nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, nextCursor: rows.length > limit && last !== undefined ? writeCursor(mark(last)) : null };
}
