import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { Sort } from './table-columns.ts';

/** What the server is asked for one page. */
export interface PageAsk {
  readonly sort: string;
  readonly down: boolean;
  readonly cursor?: string;
  readonly limit: number;
}

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
}

/** A walk through pages: where one is, and the ways on. */
export interface Walk {
  /** 1 for the first. */
  readonly page: number;
  readonly newer: (() => void) | null;
  readonly older: (() => void) | null;
}

/** `about`: what the list is of; another one begins with the first page again. */
export function useWalk(about: string): {
  readonly cursor: string | undefined;
  /** `next`: the cursor that the page at hand ends with; null: it is the last one, or not there yet. */
  readonly onward: (next: string | null) => Walk;
} {
  const [walk, setWalk] = useState<{ readonly about: string; readonly cursors: readonly string[] }>({
    about,
    cursors: [],
  });
  const cursors = walk.about === about ? walk.cursors : [];
  return {
    cursor: cursors.at(-1),
    onward: (next) => ({
      page: cursors.length + 1,
      newer: cursors.length === 0 ? null : () => setWalk({ about, cursors: cursors.slice(0, -1) }),
      older: next === null ? null : () => setWalk({ about, cursors: [...cursors, next] }),
    }),
  };
}

export interface Pages<Row, P extends Page<Row>> extends Walk {
  readonly query: UseQueryResult<P>;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

const pageSize = 50;

/** Pages of a big table, fetched one by one; other filters or another order begin with the first again. */
export function usePages<Row, P extends Page<Row>>(given: {
  readonly key: readonly string[];
  readonly filters: unknown;
  readonly sort: Sort;
  readonly fetch: (ask: PageAsk, signal: AbortSignal) => Promise<P>;
  readonly refreshMs?: number | ((page: P | undefined) => number | false);
}): Pages<Row, P> {
  // Where the screen's own order changes with what it shows, what was chosen before is of another list.
  const usual = `${given.sort.by} ${String(given.sort.down)}`;
  const [chosen, setChosen] = useState<{ readonly usual: string; readonly sort: Sort } | null>(null);
  const sort = chosen?.usual === usual ? chosen.sort : given.sort;
  const about = JSON.stringify([given.filters, sort]);
  const { cursor, onward } = useWalk(about);
  const { refreshMs } = given;
  const query = useQuery<P>({
    queryKey: [...given.key, about, cursor ?? ''],
    queryFn: ({ signal }) =>
      given.fetch(
        { sort: sort.by, down: sort.down, limit: pageSize, ...(cursor === undefined ? {} : { cursor }) },
        signal,
      ),
    placeholderData: keepPreviousData,
    refetchInterval: typeof refreshMs === 'function' ? ({ state }) => refreshMs(state.data) : (refreshMs ?? false),
  });
  const next = query.isPlaceholderData ? null : (query.data?.nextCursor ?? null);
  return { query, sort, onSort: (wanted) => setChosen({ usual, sort: wanted }), ...onward(next) };
}
