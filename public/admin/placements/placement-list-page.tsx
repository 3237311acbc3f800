import { InboxOutlined, SearchOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Input, Select, Tag } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { placementList, placementView, type PlacementView } from '../../../src/contract/placement.ts';
import { fileOf } from '../../shared/api/query-of.ts';
import { request } from '../../shared/api/request.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import table from '../../shared/table/data-table.module.css';
import { ServerTable } from '../../shared/table/server-table.tsx';
import type { Column } from '../../shared/table/table-columns.ts';
import { usePages } from '../../shared/table/use-pages.ts';
import { placementsKey, useClients } from './placement-queries.ts';

export const statusColor = {
  inspected: 'warning',
  queued: 'processing',
  running: 'processing',
  cancelled: 'default',
  failed: 'error',
  done: 'success',
} as const;

function useColumns(): readonly Column<PlacementView>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const column = (key: 'file' | 'client' | 'status' | 'rows' | 'accepted' | 'rejected' | 'at') => ({
    key,
    title: t(`placements.column.${key}`),
    sorts: key === 'rows' || key === 'accepted' || key === 'rejected' || key === 'at',
  });
  return [
    {
      ...column('file'),
      cell: ({ id, fileName }) => <Link to={`/placements/${id}`}>{fileName}</Link>,
      fixed: true,
    },
    { ...column('client'), cell: ({ client }) => client.name },
    {
      ...column('status'),
      cell: ({ status }) => <Tag color={statusColor[status]}>{t(`placements.status.${status}`)}</Tag>,
    },
    {
      ...column('rows'),
      cell: ({ progress }) => `${format.whole(progress.rowsRead)} / ${format.whole(progress.totalRows)}`,
      align: 'right',
    },
    { ...column('accepted'), cell: ({ progress }) => format.whole(progress.accepted), align: 'right' },
    { ...column('rejected'), cell: ({ progress }) => format.whole(progress.rejected), align: 'right' },
    { ...column('at'), cell: ({ createdAt }) => format.moment(createdAt) },
  ];
}

const pollMs = 2_000;
const underWay = ({ status }: PlacementView): boolean => status === 'queued' || status === 'running';

interface Page {
  readonly rows: readonly PlacementView[];
  readonly nextCursor: string | null;
}

export function PlacementListPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const clients = useClients().data?.clients ?? [];
  const [clientId, setClientId] = useState<string | null>(null);
  const [status, setStatus] = useState<PlacementView['status'] | null>(null);
  const [search, setSearch] = useState('');
  const q = useDeferredValue(search.trim());
  const pages = usePages<PlacementView, Page>({
    key: placementsKey,
    filters: { clientId, status, q },
    sort: { by: 'at', down: true },
    refreshMs: (page) => (page?.rows.some(underWay) === true ? pollMs : false),
    fetch: async ({ sort, down, cursor, limit }, signal) => {
      const query = new URLSearchParams({ sort, down: String(down), limit: String(limit) });
      for (const [field, value] of Object.entries({ clientId, status, cursor, q: q === '' ? null : q }))
        if (value !== null && value !== undefined) query.set(field, value);
      const { placements, nextCursor } = await request(placementList, `/api/placements?${query.toString()}`, {
        signal,
      });
      return { rows: placements, nextCursor };
    },
  });
  return (
    <ServerTable
      screen="placements"
      title={t('placements.title')}
      columns={useColumns()}
      pages={pages}
      rowKey={({ id }) => id}
      unfiltered={clientId === null && status === null && q === ''}
      empty={{ icon: <InboxOutlined />, title: t('placements.empty'), hint: t('placements.emptyHint') }}
      exportHref={fileOf('/api/placements/export.csv', { clientId, status, q })}
      onRowKey={({ id }, key) => key === 'Enter' && void navigate(`/placements/${id}`)}
      filters={
        <>
          <Input
            allowClear
            className={table.search ?? ''}
            prefix={<SearchOutlined />}
            aria-label={t('placements.column.file')}
            placeholder={t('placements.column.file')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          <Select
            allowClear
            showSearch
            optionFilterProp="label"
            className={table.filter ?? ''}
            aria-label={t('placements.column.client')}
            placeholder={t('placements.column.client')}
            value={clientId}
            onChange={(value: string | undefined) => setClientId(value ?? null)}
            options={clients.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select
            allowClear
            className={table.filter ?? ''}
            aria-label={t('placements.column.status')}
            placeholder={t('placements.column.status')}
            value={status}
            onChange={(value: PlacementView['status'] | undefined) => setStatus(value ?? null)}
            options={placementView.shape.status.options.map((value) => ({
              value,
              label: t(`placements.status.${value}`),
            }))}
          />
        </>
      }
      actions={
        <Button type="primary" icon={<UploadOutlined />} onClick={() => void navigate('/placements/new')}>
          {t('placements.create')}
        </Button>
      }
    />
  );
}
