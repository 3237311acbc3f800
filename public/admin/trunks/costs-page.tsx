import { DownloadOutlined, PayCircleOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Skeleton, Tooltip } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trunkCosts, type TrunkCosts } from '../../../src/contract/trunk-cost.ts';
import { request } from '../../shared/api/request.ts';
import table from '../../shared/case-file/case-list.module.css';
import { useFormat } from '../../shared/format/use-format.ts';
import { useMay } from '../../shared/session/session.ts';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { TelephonyTabs } from './telephony-tabs.tsx';
import { trunksKey } from './trunk-queries.ts';
import styles from './trunks.module.css';

const isoDay = 'YYYY-MM-DD';
const microsPerMinor = 10_000;
const columns = ['calls', 'answered', 'minutes', 'cost', 'unpriced'] as const;

type Figures = TrunkCosts['totals'][number];

function useFigure(): (row: Figures, column: (typeof columns)[number]) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (row, column) => {
    if (column !== 'cost') return format.whole(row[column]);
    if (row.currency === null) return t('common.nothing');
    return format.money(Math.round(row.micros / microsPerMinor), row.currency);
  };
}

function CostTable({ costs }: { readonly costs: TrunkCosts }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = useFigure();
  const cells = (row: Figures): ReactNode =>
    columns.map((column) => (
      <td key={column} data-column="amount">
        {figure(row, column)}
      </td>
    ));
  return (
    <table className={table.table}>
      <thead>
        <tr>
          {(['day', 'trunk', 'campaign', ...columns] as const).map((column) => (
            <th key={column} scope="col" data-column={columns.some((one) => one === column) ? 'amount' : undefined}>
              <Tooltip title={t(`trunks.cost.hint.${column}`)}>
                <span tabIndex={0}>{t(`trunks.cost.column.${column}`)}</span>
              </Tooltip>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {costs.rows.map((row) => (
          <tr key={`${row.day} ${row.trunkId} ${row.campaign ?? ''} ${row.currency ?? ''}`}>
            <td>{format.day(row.day)}</td>
            <td>{row.trunk}</td>
            <td>{row.campaign ?? t('common.nothing')}</td>
            {cells(row)}
          </tr>
        ))}
      </tbody>
      <tfoot className={styles.sums}>
        {costs.totals.map((row) => (
          <tr key={row.currency ?? ''}>
            <th scope="row" colSpan={3}>
              {t('trunks.cost.total')} {row.currency ?? ''}
            </th>
            {cells(row)}
          </tr>
        ))}
      </tfoot>
    </table>
  );
}

/** What calls cost, by day, trunk and campaign. */
export function CostsPage(): ReactNode {
  const mayExport = useMay('export');
  const { t, i18n } = useTranslation();
  const [days, setDays] = useState(() => ({
    from: dayjs().startOf('month').format(isoDay),
    to: dayjs().format(isoDay),
  }));
  const query = new URLSearchParams(days).toString();
  const costs = useQuery({
    queryKey: [...trunksKey, 'costs', query],
    queryFn: ({ signal }) => request(trunkCosts, `/api/trunks/costs?${query}`, { signal }),
    placeholderData: keepPreviousData,
  });
  const content = (): ReactNode => {
    if (costs.isPending) return <Skeleton active style={{ padding: 20 }} />;
    if (costs.isError) return <FailureView error={costs.error} retry={() => void costs.refetch()} />;
    if (costs.data.rows.length > 0) return <CostTable costs={costs.data} />;
    return <EmptyView icon={<PayCircleOutlined />} title={t('trunks.cost.empty')} hint={t('trunks.cost.emptyHint')} />;
  };
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return (
    <main className={table.page}>
      <header className={table.head}>
        <TelephonyTabs />
        <DatePicker.RangePicker
          allowClear={false}
          aria-label={t('trunks.cost.period')}
          value={[dayjs(days.from), dayjs(days.to)]}
          onChange={(range) => {
            const [from, to] = range ?? [];
            if (from != null && to != null) setDays({ from: from.format(isoDay), to: to.format(isoDay) });
          }}
        />
        {(mayExport ? (['xlsx', 'csv'] as const) : []).map((format) => (
          <Button
            key={format}
            icon={<DownloadOutlined />}
            href={`/api/trunks/costs/export?${query}&format=${format}&language=${language}`}
            download
          >
            {format.toUpperCase()}
          </Button>
        ))}
      </header>
      <div className={table.body} aria-busy={costs.isFetching}>
        <p className="cd-soft" style={{ margin: 0, padding: '12px 20px' }}>
          {t('trunks.cost.rule')}
        </p>
        {content()}
      </div>
    </main>
  );
}
