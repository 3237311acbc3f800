import { expect, it } from 'vitest';
import { chosenColumns, moved, sorted, type Column } from '../../../public/shared/table/table-columns.ts';

const column = (key: string, more: Partial<Column<string>> = {}): Column<string> => ({
  key,
  title: key,
  cell: () => key,
  ...more,
});
const all = [column('name', { fixed: true }), column('state'), column('since'), column('rare', { spare: true })];
const keys = (chosen: readonly string[] | null): string[] => chosenColumns(all, chosen).map(({ key }) => key);

it('[TBL-1] without a choice the columns are as the screen has them, the spare ones left out', () => {
  expect(keys(null)).toEqual(['name', 'state', 'since']);
});

it('[TBL-1] a choice holds with its order; what the screen no longer has is forgotten, what it needs is there', () => {
  expect(keys(['rare', 'gone', 'state'])).toEqual(['name', 'rare', 'state']);
  expect(keys(['since', 'name'])).toEqual(['since', 'name']);
});

it('[TBL-1] a column moves one place, and not beyond the ends', () => {
  expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b'], 'x', 1)).toEqual(['a', 'b']);
});

it('[TBL-2] rows that are all there are ordered by words or numbers, equal ones keep their order', () => {
  const rows = [
    { name: 'b', n: 10 },
    { name: 'a', n: 9 },
    { name: 'c', n: 10 },
  ];
  const valueOf = (row: (typeof rows)[number], by: string): string | number => (by === 'n' ? row.n : row.name);
  const names = (by: string, down: boolean): string =>
    sorted(rows, { by, down }, valueOf)
      .map(({ name }) => name)
      .join('');
  expect(names('n', true)).toBe('bca');
  expect(names('n', false)).toBe('abc');
  expect(names('name', true)).toBe('cba');
});
