import { PlusOutlined } from '@ant-design/icons';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import table from '../case-file/case-list.module.css';
import { EmptyView } from '../ui/empty-view.tsx';
import { FailureView } from '../ui/failure-view.tsx';

/** A page of what people set up by hand, few of each: all of them as they stand, and how one is added. */
export function SetUpPage<T>(props: {
  readonly tabs: ReactNode;
  readonly query: Pick<UseQueryResult, 'isError' | 'error' | 'refetch'>;
  /** Undefined: not there yet. */
  readonly rows: readonly T[] | undefined;
  /** The last column, in which something is done, has no head. */
  readonly heads: readonly { readonly key: string; readonly title: string; readonly hint?: string | undefined }[];
  readonly row: (one: T) => ReactNode;
  readonly empty: { readonly icon: ReactNode; readonly title: string; readonly hint: string };
  /** Null: nothing is added by whoever looks. */
  readonly add: { readonly label: string; readonly onAdd: () => void } | null;
  readonly children: ReactNode;
}): ReactNode {
  const { query, rows, add } = props;
  const content = (): ReactNode => {
    if (rows === undefined) {
      if (query.isError) return <FailureView error={query.error} retry={() => void query.refetch()} />;
      return <Skeleton active style={{ padding: 20 }} paragraph={{ rows: 5 }} />;
    }
    if (rows.length === 0) return <EmptyView {...props.empty} />;
    return (
      <table className={table.table}>
        <thead>
          <tr>
            {props.heads.map(({ key, title, hint }) => (
              <th key={key} scope="col" title={hint}>
                {title}
              </th>
            ))}
            <th aria-hidden="true" />
          </tr>
        </thead>
        <tbody>{rows.map(props.row)}</tbody>
      </table>
    );
  };
  return (
    <main className={table.page}>
      <header className={table.head}>
        {props.tabs}
        {add !== null && (
          <Button type="primary" icon={<PlusOutlined />} disabled={rows === undefined} onClick={add.onAdd}>
            {add.label}
          </Button>
        )}
      </header>
      <div className={table.body}>{content()}</div>
      {props.children}
    </main>
  );
}
