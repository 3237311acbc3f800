import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Skeleton, Tag, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { listedCases, type ListedCase } from '../../../src/contract/progress.ts';
import { request } from '../api/request.ts';
import { useFormat } from '../format/use-format.ts';
import { FailureView } from '../ui/failure-view.tsx';
import table from './case-list.module.css';

const color: Readonly<Record<ListedCase['standing'], string>> = {
  stopped: 'error',
  waiting: 'default',
  planned: 'default',
  due: 'processing',
  excused: 'warning',
  overdue: 'error',
  closed: 'default',
};

function Row(props: {
  readonly row: ListedCase;
  readonly withOwner: boolean;
  readonly linkTo: (caseId: string, text: string) => ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { row } = props;
  const standing = <Tag color={color[row.standing]}>{t(`progress.standing.${row.standing}`)}</Tag>;
  return (
    <tr>
      <td className="cd-mono">{props.linkTo(row.caseId, row.externalRef)}</td>
      <td>{row.debtorName ?? t('common.nothing')}</td>
      <td>{row.clientName}</td>
      {props.withOwner && <td>{row.ownerName ?? t('common.nothing')}</td>}
      <td data-column="amount">{format.money(row.amountMinor, row.currency)}</td>
      <td>{t(`terms.caseClass.${row.caseClass}`)}</td>
      <td>
        {row.waitingUntil === null ? (
          standing
        ) : (
          <Tooltip title={t('progress.listColumn.waitingUntil', { until: format.moment(row.waitingUntil) })}>
            {standing}
          </Tooltip>
        )}
      </td>
      <td>{row.followUpBy === null ? t('common.nothing') : format.day(row.followUpBy)}</td>
      <td>
        {row.promise === null
          ? t('common.nothing')
          : `${format.money(row.promise.amountMinor, row.currency)} · ${format.monthDay(row.promise.dueOn)}`}
      </td>
      <td>{row.lastAttemptAt === null ? t('common.nothing') : format.moment(row.lastAttemptAt)}</td>
    </tr>
  );
}

/** The cases behind a figure, fetched page by page from `path`. */
export function ListedCases(props: {
  readonly path: string;
  readonly withOwner: boolean;
  readonly empty: ReactNode;
  readonly linkTo: (caseId: string, text: string) => ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: ['listed-cases', props.path],
    queryFn: ({ pageParam, signal }) =>
      request(listedCases, pageParam === null ? props.path : `${props.path}&cursor=${pageParam}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
  if (list.isPending) return <Skeleton active style={{ padding: 20 }} paragraph={{ rows: 6 }} />;
  if (list.isError) return <FailureView error={list.error} retry={() => void list.refetch()} />;
  const rows = list.data.pages.flatMap(({ cases }) => cases);
  if (rows.length === 0) return props.empty;
  const heads = [
    t('cases.column.reference'),
    t('cases.column.debtor'),
    t('cases.column.client'),
    ...(props.withOwner ? [t('cases.column.owner')] : []),
    t('cases.column.amount'),
    t('cases.column.caseClass'),
    t('progress.listColumn.standing'),
    t('progress.listColumn.followUpBy'),
    t('progress.listColumn.promise'),
    t('cases.column.last'),
  ];
  return (
    <>
      <table className={table.table}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.caseId} row={row} withOwner={props.withOwner} linkTo={props.linkTo} />
          ))}
        </tbody>
      </table>
      {list.hasNextPage && (
        <div className={table.more}>
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('cases.loadMore')}
          </Button>
        </div>
      )}
    </>
  );
}
