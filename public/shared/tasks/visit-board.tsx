import { CarOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select, Skeleton, Tag, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { visitList, visitStatus, visitView, type VisitView } from '../../../src/contract/visit.ts';
import { request } from '../api/request.ts';
import table from '../case-file/case-list.module.css';
import { useFormat } from '../format/use-format.ts';
import { Pager } from '../table/pager.tsx';
import { useWalk } from '../table/use-pages.ts';
import styles from './tasks.module.css';
import { EmptyView } from '../ui/empty-view.tsx';
import { FailureView } from '../ui/failure-view.tsx';
import { VisitStep } from './visit-step.tsx';

const refreshMs = 15_000;
const colors = {
  ordered: 'warning',
  approved: 'processing',
  rejected: 'default',
  dispatched: 'processing',
  returned: 'success',
} as const;

function Row({ visit, mine }: { readonly visit: VisitView; readonly mine: boolean }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <tr>
      <td>
        <Link to={`/cases/${visit.caseId}`}>{visit.externalRef}</Link> {visit.debtorName}
      </td>
      <td className={styles['address']}>{visit.address}</td>
      <td>
        <Tooltip title={t('tasks.visit.kindHint')}>
          <Tag color={visit.kind === 'lost' ? 'error' : 'processing'}>{t(`tasks.visit.kinds.${visit.kind}`)}</Tag>
        </Tooltip>
      </td>
      <td>{visit.reason}</td>
      <td>
        {visit.orderedBy} <span className="cd-soft">{format.moment(visit.orderedAt)}</span>
      </td>
      <td>
        <Tag color={colors[visit.status]}>{t(`tasks.visit.status.${visit.status}`)}</Tag>
        {visit.visitor}
      </td>
      <td title={visit.resultNote ?? visit.decisionNote ?? ''}>
        {visit.result === null ? t('common.nothing') : t(`tasks.visit.results.${visit.result}`)}
        <span className={styles['photos']}>
          {visit.photos.map(({ photoId }) => (
            <a key={photoId} href={`/api/visits/photos/${photoId}`} target="_blank" rel="noreferrer">
              <img src={`/api/visits/photos/${photoId}`} alt={t('tasks.visit.photoOf')} loading="lazy" />
            </a>
          ))}
        </span>
      </td>
      {!mine && (
        <td>
          <VisitStep visit={visit} />
        </td>
      )}
    </tr>
  );
}

/** Orders of visits and where they stand: all of them with the supervisor's next step, or those of one's own cases. */
export function VisitBoard({ mine = false }: { readonly mine?: boolean }): ReactNode {
  const { t } = useTranslation();
  const [status, setStatus] = useState<string | null>(null);
  const [kind, setKind] = useState<string | null>(null);
  const { cursor, onward } = useWalk(JSON.stringify([mine, status, kind]));
  const list = useQuery({
    queryKey: ['visits', mine, status, kind, cursor],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ mine: String(mine) });
      if (cursor !== undefined) query.set('cursor', cursor);
      if (status !== null) query.set('status', status);
      if (kind !== null) query.set('kind', kind);
      return request(visitList, `/api/visits?${query.toString()}`, { signal });
    },
    refetchInterval: refreshMs,
    placeholderData: keepPreviousData,
  });
  const columns = ['address', 'kind', 'reason', 'by', 'step', 'result'] as const;
  const content = (): ReactNode => {
    if (list.isPending) return <Skeleton active style={{ padding: 20 }} paragraph={{ rows: 6 }} />;
    if (list.isError) return <FailureView error={list.error} retry={() => void list.refetch()} />;
    if (list.data.visits.length === 0)
      return <EmptyView icon={<CarOutlined />} title={t('tasks.visit.empty')} hint={t('tasks.visit.emptyHint')} />;
    return (
      <>
        <table className={table['table']}>
          <thead>
            <tr>
              <th scope="col">{t('tasks.column.case')}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`tasks.visit.${column}`)}
                </th>
              ))}
              {!mine && <th aria-hidden="true" />}
            </tr>
          </thead>
          <tbody>
            {list.data.visits.map((visit) => (
              <Row key={visit.visitId} visit={visit} mine={mine} />
            ))}
          </tbody>
        </table>
        <div className={styles['pages']}>
          <Pager walk={onward(list.isPlaceholderData ? null : list.data.nextCursor)} />
        </div>
      </>
    );
  };
  return (
    <>
      <div className={styles['filters']}>
        <Select
          allowClear
          className={styles['wide'] ?? ''}
          placeholder={t('tasks.visit.anyStatus')}
          aria-label={t('tasks.visit.step')}
          value={status}
          options={visitStatus.options.map((value) => ({ value, label: t(`tasks.visit.status.${value}`) }))}
          onChange={(value: string | undefined) => setStatus(value ?? null)}
        />
        <Select
          allowClear
          className={styles['wide'] ?? ''}
          placeholder={t('tasks.visit.anyKind')}
          aria-label={t('tasks.visit.kind')}
          value={kind}
          options={visitView.shape.kind.options.map((value) => ({ value, label: t(`tasks.visit.kinds.${value}`) }))}
          onChange={(value: string | undefined) => setKind(value ?? null)}
        />
      </div>
      <div className={table['body']} aria-busy={list.isFetching}>
        {content()}
      </div>
    </>
  );
}
