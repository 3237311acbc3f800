import { z } from 'zod';

/** A page of a big table: in which order, and after which row of the page before. */
export const pageSizes = [50, 100, 200] as const;

/** Room for the longest text that a list is ordered by. */
const cursorForm = /^[A-Za-z0-9_-]{1,1000}$/;

const cursor = z.string().regex(cursorForm, 'the cursor of the page before').optional();

/** Fields of a query for one page of a list that has one order. */
export const cursorFields = (usual = 50) => ({
  cursor,
  limit: z.coerce.number().int().min(1).max(200).default(usual),
});
export interface CursorQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
}
/** Of every list that grows: where the next page begins; null at the end. */
export const nextCursor = z.string().nullable();

/**
 * Fields of a query for one page; `sorts` are the columns that the server can order by, the first one by default, from
 * its top down unless it is said otherwise.
 */
export const pageFields = <const S extends readonly [string, ...string[]]>(sorts: S, down = true) => ({
  sort: z.enum(sorts).default(sorts[0] as S[number]),
  down: z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]).default(down),
  ...cursorFields(),
});

/** The same for a list whose usual order depends on what is asked for. */
export const orderFields = <const S extends readonly [string, ...string[]]>(sorts: S) => {
  const { sort, down, ...page } = pageFields(sorts);
  return { sort: sort.unwrap().optional(), down: down.unwrap().optional(), ...page };
};

export interface PageOrder {
  readonly sort: string;
  readonly down: boolean;
  readonly cursor?: string | undefined;
  readonly limit: number;
}
