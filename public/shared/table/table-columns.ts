import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** What the column says, on hover and focus. */
  readonly hint?: string;
  readonly cell: (row: Row) => ReactNode;
  readonly sorts?: boolean;
  readonly align?: 'left' | 'right';
  /** Not shown until somebody asks for it. */
  readonly spare?: boolean;
  /** Cannot be taken away: the row would not be known by anything. */
  readonly fixed?: boolean;
}

export interface Sort {
  readonly by: string;
  readonly down: boolean;
}

/** The columns to show: as chosen, without those that are gone and with the fixed ones; without a choice as the screen has them. */
export function chosenColumns<Row>(
  all: readonly Column<Row>[],
  chosen: readonly string[] | null,
): readonly Column<Row>[] {
  if (chosen === null) return all.filter((column) => column.spare !== true);
  const fixed = all.filter((column) => column.fixed === true && !chosen.includes(column.key));
  const named = chosen.flatMap((key) => all.filter((column) => column.key === key));
  return [...fixed, ...named];
}

/** One place up or down. */
export function moved(keys: readonly string[], key: string, by: -1 | 1): readonly string[] {
  const from = keys.indexOf(key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= keys.length) return keys;
  const next = [...keys];
  next.splice(from, 1);
  next.splice(to, 0, key);
  return next;
}

/** Rows that are all there, in the order asked for; equal ones keep theirs. */
export function sorted<Row>(
  rows: readonly Row[],
  sort: Sort,
  valueOf: (row: Row, by: string) => string | number,
): readonly Row[] {
  const direction = sort.down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [one, other] = [valueOf(a, sort.by), valueOf(b, sort.by)];
    return direction * (typeof one === 'string' ? one.localeCompare(String(other)) : one - Number(other));
  });
}
