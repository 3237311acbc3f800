import { ScheduleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Segmented, Skeleton, Tag, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { promiseBoard, type PromiseFilter, type PromiseRow } from '../../../src/contract/payment.ts';
import { request } from '../api/request.ts';
import table from '../case-file/case-list.module.css';
import { useFormat } from '../format/use-format.ts';
import { Pager } from '../table/pager.tsx';
import { useWalk } from '../table/use-pages.ts';
import { EmptyView } from '../ui/empty-view.tsx';
import { FailureView } from '../ui/failure-view.tsx';
import { standingColor } from './standing-color.ts';

const shows = ['due_today', 'open', 'broken', 'kept'] as const satisfies readonly PromiseFilter[];
const refreshMs = 15_000;

function Rows(props: {
  readonly rows: readonly PromiseRow[];
  readonly linkTo: (caseId: string, text: string) => ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = ['caseRef', 'debtor', 'owner', 'dueOn', 'amount', 'paid', 'standing', 'visit'] as const;
  return (
    <table className={table.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column}
              scope="col"
              data-column={column === 'paid' ? 'amount' : column}
              title={column === 'visit' ? t('promises.visitHint') : undefined}
            >
              {t(`promises.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.promiseId}>
            <td className="cd-mono">{props.linkTo(row.caseId, row.caseRef)}</td>
            <td>{row.debtorName ?? t('common.nothing')}</td>
            <td>{row.ownerName ?? t('common.nothing')}</td>
            <td>{format.day(row.dueOn)}</td>
            <td data-column="amount">{format.money(row.amountMinor, row.currency)}</td>
            <td data-column="amount">{format.money(row.paidMinor, row.currency)}</td>
            <td>
              <Tag color={standingColor[row.standing]}>{t(`promises.standing.${row.standing}`)}</Tag>
            </td>
            <td>{row.visitDueAt === null ? t('common.nothing') : format.moment(row.visitDueAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What debtors have promised: due today, to come, gone by unpaid, kept. */
export function PromisesPage(props: { readonly linkTo: (caseId: string, text: string) => ReactNode }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [show, setShow] = useState<PromiseFilter>('due_today');
  const { cursor, onward } = useWalk(show);
  const board = useQuery({
    queryKey: ['promises', show, cursor],
    queryFn: ({ signal }) =>
      request(promiseBoard, `/api/promises?show=${show}${cursor === undefined ? '' : `&cursor=${cursor}`}`, { signal }),
    placeholderData: (before) => before,
    refetchInterval: refreshMs,
  });
  const data = board.data;
  const content = (): ReactNode => {
    if (data === undefined) {
      if (board.isError) return <FailureView error={board.error} retry={() => void board.refetch()} />;
      return <Skeleton active style={{ padding: 20 }} paragraph={{ rows: 6 }} />;
    }
    if (data.promises.length > 0) return <Rows rows={data.promises} linkTo={props.linkTo} />;
    return <EmptyView icon={<ScheduleOutlined />} title={t('promises.empty')} hint={t('promises.emptyHint')} />;
  };
  return (
    <main className={table.page}>
      <header className={table.head}>
        <h1>{t('promises.title')}</h1>
        {data !== undefined && (
          <Tooltip title={t('promises.keptRateHint')}>
            <span tabIndex={0}>
              {t('promises.keptRate')}{' '}
              <strong>{data.keptRate === null ? t('promises.none') : format.share(data.keptRate)}</strong>
            </span>
          </Tooltip>
        )}
        <Segmented<PromiseFilter>
          value={show}
          onChange={setShow}
          options={shows.map((value) => ({
            value,
            label:
              data === undefined ? t(`promises.show.${value}`) : `${t(`promises.show.${value}`)} ${data.counts[value]}`,
          }))}
        />
      </header>
      <div className={table.body}>{content()}</div>
      <Pager walk={onward(board.isPlaceholderData ? null : (data?.nextCursor ?? null))} />
    </main>
  );
}
