import { InboxOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Skeleton, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { PlacementView } from '../../../src/contract/placement.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { ColumnChooser } from '../../shared/table/column-chooser.tsx';
import { DataTable } from '../../shared/table/data-table.tsx';
import table from '../../shared/table/data-table.module.css';
import { chosenColumns, sorted, type Column, type Sort } from '../../shared/table/table-columns.ts';
import { useLayout } from '../../shared/table/use-layout.ts';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { usePlacements } from './placement-queries.ts';

export const statusColor = {
  inspected: 'warning',
  queued: 'processing',
  running: 'processing',
  cancelled: 'default',
  failed: 'error',
  done: 'success',
} as const;

const valueOf = (placement: PlacementView, by: string): string | number => {
  switch (by) {
    case 'client':
      return placement.client.name;
    case 'rows':
      return placement.progress.rowsRead;
    case 'accepted':
      return placement.progress.accepted;
    case 'rejected':
      return placement.progress.rejected;
    case 'at':
      return placement.createdAt;
    default:
      return placement.fileName;
  }
};

function useColumns(): readonly Column<PlacementView>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const column = (key: 'file' | 'client' | 'status' | 'rows' | 'accepted' | 'rejected' | 'at') => ({
    key,
    title: t(`placements.column.${key}`),
    sorts: key !== 'status',
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

export function PlacementListPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const placements = usePlacements();
  const layout = useLayout('placements');
  const columns = useColumns();
  const [sort, setSort] = useState<Sort>({ by: 'at', down: true });
  const content = (): ReactNode => {
    if (placements.isPending) return <Skeleton active style={{ padding: 20 }} paragraph={{ rows: 6 }} />;
    if (placements.isError) return <FailureView error={placements.error} retry={() => void placements.refetch()} />;
    const list = placements.data.placements;
    if (list.length === 0)
      return <EmptyView icon={<InboxOutlined />} title={t('placements.empty')} hint={t('placements.emptyHint')} />;
    return (
      <DataTable
        label={t('placements.title')}
        columns={chosenColumns(columns, layout.chosen)}
        rows={sorted(list, sort, valueOf)}
        rowKey={({ id }) => id}
        sort={sort}
        onSort={setSort}
        onRowKey={({ id }, key) => key === 'Enter' && void navigate(`/placements/${id}`)}
      />
    );
  };
  return (
    <main className={table.page}>
      <header className={table.head}>
        <h1>{t('placements.title')}</h1>
        <ColumnChooser columns={columns} chosen={layout.chosen} onChoose={layout.choose} />
        <Button type="primary" icon={<UploadOutlined />} onClick={() => void navigate('/placements/new')}>
          {t('placements.create')}
        </Button>
      </header>
      <div className={table.body}>{content()}</div>
    </main>
  );
}
