import { ScheduleOutlined } from '@ant-design/icons';
import { Segmented, Tag, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { promiseBoard, type PromiseBoard, type PromiseFilter, type PromiseRow } from '../../../src/contract/payment.ts';
import { fileOf, queryOf } from '../api/query-of.ts';
import { request } from '../api/request.ts';
import { useFormat } from '../format/use-format.ts';
import { ServerTable } from '../table/server-table.tsx';
import type { Column } from '../table/table-columns.ts';
import { usePages } from '../table/use-pages.ts';
import { standingColor } from './standing-color.ts';

const shows = ['due_today', 'open', 'broken', 'kept'] as const satisfies readonly PromiseFilter[];
const refreshMs = 15_000;

type LinkTo = (caseId: string, text: string) => ReactNode;

function useColumns(linkTo: LinkTo): readonly Column<PromiseRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const title = (key: 'caseRef' | 'debtor' | 'owner' | 'dueOn' | 'amount' | 'paid' | 'standing' | 'visit') => ({
    key,
    title: t(`promises.column.${key}`),
  });
  return [
    {
      ...title('caseRef'),
      cell: ({ caseId, caseRef }) => <span className="cd-mono">{linkTo(caseId, caseRef)}</span>,
      sorts: true,
      fixed: true,
    },
    { ...title('debtor'), cell: ({ debtorName }) => debtorName ?? t('common.nothing') },
    { ...title('owner'), cell: ({ ownerName }) => ownerName ?? t('common.nothing'), sorts: true },
    { ...title('dueOn'), cell: ({ dueOn }) => format.day(dueOn), sorts: true },
    {
      ...title('amount'),
      cell: ({ amountMinor, currency }) => format.money(amountMinor, currency),
      sorts: true,
      align: 'right',
    },
    { ...title('paid'), cell: ({ paidMinor, currency }) => format.money(paidMinor, currency), align: 'right' },
    {
      ...title('standing'),
      cell: ({ standing }) => <Tag color={standingColor[standing]}>{t(`promises.standing.${standing}`)}</Tag>,
      sorts: true,
    },
    {
      ...title('visit'),
      hint: t('promises.visitHint'),
      cell: ({ visitDueAt }) => (visitDueAt === null ? t('common.nothing') : format.moment(visitDueAt)),
    },
  ];
}

/** What debtors have promised: due today, to come, gone by unpaid, kept. */
export function PromisesPage(props: { readonly linkTo: LinkTo }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [show, setShow] = useState<PromiseFilter>('due_today');
  const pages = usePages<PromiseRow, PromiseBoard & { readonly rows: readonly PromiseRow[] }>({
    key: ['promises'],
    filters: show,
    sort: { by: 'dueOn', down: false },
    refreshMs,
    fetch: async (ask, signal) => {
      const board = await request(promiseBoard, `/api/promises?${queryOf({ show, ...ask })}`, { signal });
      return { ...board, rows: board.promises };
    },
  });
  const { data } = pages.query;
  return (
    <ServerTable
      screen="promises"
      title={t('promises.title')}
      columns={useColumns(props.linkTo)}
      pages={pages}
      rowKey={({ promiseId }) => promiseId}
      unfiltered
      exportHref={fileOf('/api/promises/export.csv', { show })}
      empty={{ icon: <ScheduleOutlined />, title: t('promises.empty'), hint: t('promises.emptyHint') }}
      filters={
        <>
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
                data === undefined
                  ? t(`promises.show.${value}`)
                  : `${t(`promises.show.${value}`)} ${data.counts[value]}`,
            }))}
          />
        </>
      }
    />
  );
}
