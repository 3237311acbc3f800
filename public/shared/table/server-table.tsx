import { DownloadOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session/session.ts';
import { EmptyView } from '../ui/empty-view.tsx';
import { FailureView } from '../ui/failure-view.tsx';
import { ColumnChooser } from './column-chooser.tsx';
import { DataTable } from './data-table.tsx';
import styles from './data-table.module.css';
import { Pager } from './pager.tsx';
import { chosenColumns, type Column } from './table-columns.ts';
import { useLayout } from './use-layout.ts';
import type { Pages } from './use-pages.ts';

/**
 * A screen that is one big table, or such a part of one: what narrows it down, its columns as one wants them, its rows page
 * by page.
 */
export function ServerTable<
  Row,
  P extends { readonly rows: readonly Row[]; readonly nextCursor: string | null },
>(props: {
  /** Name under which the choice of columns is kept. */
  readonly screen: string;
  readonly title: string;
  /** Stands where the title would, in a line of its own: tabs to the pages beside this one. */
  readonly heading?: ReactNode;
  /** It is part of a screen, which has a title of its own. */
  readonly inside?: true;
  /** Between head and table. */
  readonly above?: ReactNode;
  readonly columns: readonly Column<Row>[];
  readonly pages: Pages<Row, P>;
  readonly rowKey: (row: Row) => string;
  readonly filters?: ReactNode;
  /** Address of the whole list as a file. */
  readonly exportHref?: string | undefined;
  readonly actions?: ReactNode;
  /** Nothing is narrowed down: what is empty then is empty altogether. */
  readonly unfiltered: boolean;
  readonly empty: { readonly icon?: ReactNode; readonly title: string; readonly hint: string };
  readonly tone?: (row: Row) => string | undefined;
  readonly onRowKey?: (row: Row, key: string) => void;
  readonly note?: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const layout = useLayout(props.screen);
  const mayExport = useMay('export');
  const { pages, columns } = props;
  const { query } = pages;
  const content = (): ReactNode => {
    if (query.data === undefined) {
      if (query.isError) return <FailureView error={query.error} retry={() => void query.refetch()} />;
      return <Skeleton active style={{ padding: 20 }} paragraph={{ rows: 8 }} />;
    }
    if (query.data.rows.length === 0) {
      if (props.unfiltered) return <EmptyView {...props.empty} />;
      return <EmptyView icon={props.empty.icon} title={t('table.nothing')} hint={t('table.nothingHint')} />;
    }
    return (
      <DataTable
        label={props.title}
        columns={chosenColumns(columns, layout.chosen)}
        rows={query.data.rows}
        rowKey={props.rowKey}
        sort={pages.sort}
        onSort={pages.onSort}
        {...(props.tone === undefined ? {} : { tone: props.tone })}
        {...(props.onRowKey === undefined ? {} : { onRowKey: props.onRowKey })}
      />
    );
  };
  const tools = (
    <span className={styles.tools}>
      <ColumnChooser columns={columns} chosen={layout.chosen} onChoose={layout.choose} />
      {props.exportHref !== undefined && mayExport && (
        <Button
          icon={<DownloadOutlined />}
          href={props.exportHref}
          aria-label={t('table.export')}
          title={t('table.export')}
        />
      )}
    </span>
  );
  const Frame = props.inside === true ? 'section' : 'main';
  return (
    <Frame className={styles.page} data-inside={props.inside === true}>
      <div className={styles.top}>
        {props.inside === true ? (
          <div className={styles.head}>
            {props.filters}
            {tools}
            {props.actions}
          </div>
        ) : props.heading === undefined ? (
          <header className={styles.head}>
            <h1>{props.title}</h1>
            {props.filters}
            {tools}
            {props.actions}
          </header>
        ) : (
          <>
            <header className={styles.head}>
              {props.heading}
              {props.actions}
            </header>
            <div className={styles.head}>
              {props.filters}
              {tools}
            </div>
          </>
        )}
        {props.above}
      </div>
      <div className={styles.body} data-stale={query.isError || query.isPlaceholderData}>
        {content()}
      </div>
      <Pager walk={pages}>
        <span className={styles.note}>{props.note}</span>
        {query.isError && query.data !== undefined && <span role="alert">{t('common.failure.offline')}</span>}
      </Pager>
    </Frame>
  );
}
