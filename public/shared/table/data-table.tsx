import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column, Sort } from './table-columns.ts';
import styles from './data-table.module.css';

/** The row before or after the one that has the focus. */
function step(event: KeyboardEvent<HTMLTableRowElement>): void {
  if (event.target !== event.currentTarget) return;
  const to =
    event.key === 'ArrowDown' ? 'nextElementSibling' : event.key === 'ArrowUp' ? 'previousElementSibling' : null;
  if (to === null) return;
  event.preventDefault();
  const row = event.currentTarget[to];
  if (row instanceof HTMLElement) row.focus();
}

function Heading<Row>(props: {
  readonly column: Column<Row>;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { column, sort } = props;
  const { key, title, hint } = column;
  const on = sort?.by === key;
  if (column.sorts !== true) {
    return (
      <th scope="col" data-align={column.align} title={hint}>
        {title}
      </th>
    );
  }
  const Mark = on && sort.down ? CaretDownOutlined : CaretUpOutlined;
  return (
    <th scope="col" data-align={column.align} aria-sort={on ? (sort.down ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        className={styles.sort}
        title={hint ?? t('table.sort', { column: title })}
        onClick={() => props.onSort({ by: key, down: on ? !sort.down : true })}
      >
        {title}
        <Mark className={styles.mark ?? ''} data-on={on} aria-hidden="true" />
      </button>
    </th>
  );
}

/**
 * A big table: heads that stay and sort, rows that the arrow keys walk. Where its rows come from, and in which order, is
 * the screen's business.
 */
export function DataTable<Row>(props: {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort) => void;
  readonly onRowKey?: (row: Row, key: string) => void;
  readonly tone?: (row: Row) => string | undefined;
}): ReactNode {
  const { columns, rows, rowKey, onRowKey, tone } = props;
  return (
    <table className={styles.table} aria-label={props.label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <Heading key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, nth) => (
          <tr
            key={rowKey(row)}
            tabIndex={nth === 0 ? 0 : -1}
            data-tone={tone?.(row)}
            onKeyDown={(event) => {
              step(event);
              if (event.target === event.currentTarget && !event.altKey && !event.ctrlKey && !event.metaKey)
                onRowKey?.(row, event.key);
            }}
          >
            {columns.map((column) => (
              <td key={column.key} data-align={column.align}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
