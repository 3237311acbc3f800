import { CarOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  visitList,
  visitStatus,
  visitView,
  type VisitList,
  type VisitSort,
  type VisitView,
} from '../../../src/contract/visit.ts';
import { fileOf, queryOf } from '../api/query-of.ts';
import { request } from '../api/request.ts';
import { useFormat } from '../format/use-format.ts';
import { ChoiceFilter } from '../table/choice-filter.tsx';
import { ServerTable } from '../table/server-table.tsx';
import type { Column } from '../table/table-columns.ts';
import { usePages } from '../table/use-pages.ts';
import { useCaseColumn } from './case-column.tsx';
import styles from './tasks.module.css';
import { VisitStep } from './visit-step.tsx';

const refreshMs = 15_000;
/** What the server orders by, where a head is called otherwise. */
const sortOf: Readonly<Record<string, VisitSort>> = { by: 'ordered', step: 'status' };
const colors = {
  ordered: 'warning',
  approved: 'processing',
  rejected: 'default',
  dispatched: 'processing',
  returned: 'success',
} as const;

function useColumns(mine: boolean): readonly Column<VisitView>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const title = (key: 'address' | 'kind' | 'reason' | 'by' | 'step' | 'result') => ({
    key,
    title: t(`tasks.visit.${key}`),
  });
  const step: Column<VisitView> = {
    key: 'act',
    title: t('table.act'),
    align: 'right',
    cell: (visit) => <VisitStep visit={visit} />,
    fixed: true,
  };
  return [
    useCaseColumn(),
    { ...title('address'), cell: ({ address }) => <div className={styles['address']}>{address}</div> },
    {
      ...title('kind'),
      hint: t('tasks.visit.kindHint'),
      cell: ({ kind }) => <Tag color={kind === 'lost' ? 'error' : 'processing'}>{t(`tasks.visit.kinds.${kind}`)}</Tag>,
      sorts: true,
    },
    { ...title('reason'), cell: ({ reason }) => reason },
    {
      ...title('by'),
      cell: ({ orderedBy, orderedAt }) => (
        <>
          {orderedBy} <span className="cd-soft">{format.moment(orderedAt)}</span>
        </>
      ),
      sorts: true,
    },
    {
      ...title('step'),
      cell: ({ status, visitor }) => (
        <>
          <Tag color={colors[status]}>{t(`tasks.visit.status.${status}`)}</Tag>
          {visitor}
        </>
      ),
      sorts: true,
    },
    {
      ...title('result'),
      cell: ({ result, resultNote, decisionNote, photos }) => (
        <div title={resultNote ?? decisionNote ?? ''}>
          {result === null ? t('common.nothing') : t(`tasks.visit.results.${result}`)}
          <span className={styles['photos']}>
            {photos.map(({ photoId }) => (
              <a key={photoId} href={`/api/visits/photos/${photoId}`} target="_blank" rel="noreferrer">
                <img src={`/api/visits/photos/${photoId}`} alt={t('tasks.visit.photoOf')} loading="lazy" />
              </a>
            ))}
          </span>
        </div>
      ),
    },
    ...(mine ? [] : [step]),
  ];
}

type Page = VisitList & { readonly rows: readonly VisitView[] };

/** Orders of visits and where they stand: all of them with the supervisor's next step, or those of one's own cases. */
export function VisitBoard({ mine = false }: { readonly mine?: boolean }): ReactNode {
  const { t } = useTranslation();
  const [status, setStatus] = useState<VisitView['status']>();
  const [kind, setKind] = useState<VisitView['kind']>();
  const filters = { mine, status, kind };
  const pages = usePages<VisitView, Page>({
    key: ['visits'],
    filters,
    sort: { by: 'by', down: true },
    refreshMs,
    fetch: async ({ sort, ...ask }, signal) => {
      const query = queryOf({ ...filters, ...ask, sort: sortOf[sort] ?? sort });
      const list = await request(visitList, `/api/visits?${query}`, { signal });
      return { ...list, rows: list.visits };
    },
  });
  return (
    <ServerTable
      inside
      screen={mine ? 'my-visits' : 'visits'}
      title={t('tasks.tabs.visits')}
      columns={useColumns(mine)}
      pages={pages}
      rowKey={({ visitId }) => visitId}
      exportHref={fileOf('/api/visits/export.csv', filters)}
      unfiltered={status === undefined && kind === undefined}
      empty={{ icon: <CarOutlined />, title: t('tasks.visit.empty'), hint: t('tasks.visit.emptyHint') }}
      filters={
        <>
          <ChoiceFilter
            label={t('tasks.visit.step')}
            any={t('tasks.visit.anyStatus')}
            value={status}
            options={visitStatus.options.map((value) => ({ value, label: t(`tasks.visit.status.${value}`) }))}
            onChange={setStatus}
          />
          <ChoiceFilter
            label={t('tasks.visit.kind')}
            any={t('tasks.visit.anyKind')}
            value={kind}
            options={visitView.shape.kind.options.map((value) => ({ value, label: t(`tasks.visit.kinds.${value}`) }))}
            onChange={setKind}
          />
        </>
      }
    />
  );
}
