import { Tag, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { listedCases, type ListedCase, type WorklistSort } from '../../../src/contract/progress.ts';
import { queryOf } from '../api/query-of.ts';
import { request } from '../api/request.ts';
import { useFormat } from '../format/use-format.ts';
import { ServerTable } from '../table/server-table.tsx';
import type { Column } from '../table/table-columns.ts';
import { usePages } from '../table/use-pages.ts';

const color: Readonly<Record<ListedCase['standing'], string>> = {
  stopped: 'error',
  waiting: 'default',
  planned: 'default',
  due: 'processing',
  excused: 'warning',
  overdue: 'error',
  closed: 'default',
};

/** What the server orders by, of the heads that order. */
const sortOf: Readonly<Record<string, WorklistSort>> = {
  ...{ reference: 'reference', amount: 'owed', followUpBy: 'urgency', last: 'last' },
};

type LinkTo = (caseId: string, text: string) => ReactNode;

function Standing({ row }: { readonly row: ListedCase }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const standing = <Tag color={color[row.standing]}>{t(`progress.standing.${row.standing}`)}</Tag>;
  if (row.waitingUntil === null) return standing;
  return (
    <Tooltip title={t('progress.listColumn.waitingUntil', { until: format.moment(row.waitingUntil) })}>
      {standing}
    </Tooltip>
  );
}

function useColumns(withOwner: boolean, sorts: boolean, linkTo: LinkTo): readonly Column<ListedCase>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const ofCase = (key: 'reference' | 'debtor' | 'client' | 'owner' | 'amount' | 'caseClass' | 'last') => ({
    key,
    title: t(`cases.column.${key}`),
  });
  const ofList = (key: 'standing' | 'followUpBy' | 'promise') => ({ key, title: t(`progress.listColumn.${key}`) });
  const owner: Column<ListedCase> = {
    ...ofCase('owner'),
    cell: ({ ownerName }) => ownerName ?? t('common.nothing'),
  };
  const columns: readonly Column<ListedCase>[] = [
    {
      ...ofCase('reference'),
      cell: ({ caseId, externalRef }) => <span className="cd-mono">{linkTo(caseId, externalRef)}</span>,
      fixed: true,
    },
    { ...ofCase('debtor'), cell: ({ debtorName }) => debtorName ?? t('common.nothing') },
    { ...ofCase('client'), cell: ({ clientName }) => clientName },
    ...(withOwner ? [owner] : []),
    {
      ...ofCase('amount'),
      cell: ({ amountMinor, currency }) => format.money(amountMinor, currency),
      align: 'right',
    },
    { ...ofCase('caseClass'), cell: ({ caseClass }) => t(`terms.caseClass.${caseClass}`) },
    { ...ofList('standing'), cell: (row) => <Standing row={row} /> },
    {
      ...ofList('followUpBy'),
      cell: ({ followUpBy }) => (followUpBy === null ? t('common.nothing') : format.day(followUpBy)),
    },
    {
      ...ofList('promise'),
      cell: ({ promise, currency }) =>
        promise === null
          ? t('common.nothing')
          : `${format.money(promise.amountMinor, currency)} · ${format.monthDay(promise.dueOn)}`,
    },
    {
      ...ofCase('last'),
      cell: ({ lastAttemptAt }) => (lastAttemptAt === null ? t('common.nothing') : format.moment(lastAttemptAt)),
    },
  ];
  return sorts ? columns.map((column) => ({ ...column, sorts: column.key in sortOf })) : columns;
}

interface Page {
  readonly rows: readonly ListedCase[];
  readonly nextCursor: string | null;
}

/** The cases behind a figure, or those of a day: the most urgent first unless one wants otherwise, page by page from `path`. */
export function ListedCases(props: {
  /** Name under which the choice of columns is kept. */
  readonly screen: string;
  readonly title: string;
  readonly path: string;
  readonly withOwner: boolean;
  /** The server orders it as one wants; a list of everybody's cases has one order, for which there is an index. */
  readonly sorts?: true;
  readonly exportHref?: string | undefined;
  readonly empty: { readonly icon?: ReactNode; readonly title: string; readonly hint: string };
  readonly linkTo: LinkTo;
  readonly onOpen: (caseId: string) => void;
}): ReactNode {
  const { path, onOpen, sorts = false } = props;
  const pages = usePages<ListedCase, Page>({
    key: ['listed-cases'],
    filters: path,
    sort: { by: 'followUpBy', down: false },
    fetch: async ({ cursor, limit, sort, down }, signal) => {
      const query = queryOf({ cursor, limit, ...(sorts && { sort: sortOf[sort], down }) });
      const { cases, nextCursor } = await request(listedCases, `${path}&${query}`, { signal });
      return { rows: cases, nextCursor };
    },
  });
  return (
    <ServerTable
      inside
      screen={props.screen}
      title={props.title}
      columns={useColumns(props.withOwner, sorts, props.linkTo)}
      pages={pages}
      rowKey={({ caseId }) => caseId}
      unfiltered
      empty={props.empty}
      exportHref={props.exportHref}
      onRowKey={({ caseId }, key) => key === 'Enter' && onOpen(caseId)}
    />
  );
}
