import { InboxOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Skeleton, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { PlacementView } from '../../../src/contract/placement.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import table from '../../shared/case-file/case-list.module.css';
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

function Rows({ placements }: { readonly placements: readonly PlacementView[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = ['file', 'client', 'status', 'rows', 'accepted', 'rejected', 'at'] as const;
  return (
    <table className={table.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`placements.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {placements.map((placement) => (
          <tr key={placement.id}>
            <td>
              <Link to={`/placements/${placement.id}`}>{placement.fileName}</Link>
            </td>
            <td>{placement.client.name}</td>
            <td>
              <Tag color={statusColor[placement.status]}>{t(`placements.status.${placement.status}`)}</Tag>
            </td>
            <td>
              {format.whole(placement.progress.rowsRead)} / {format.whole(placement.progress.totalRows)}
            </td>
            <td>{format.whole(placement.progress.accepted)}</td>
            <td>{format.whole(placement.progress.rejected)}</td>
            <td>{format.moment(placement.createdAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function PlacementListPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const placements = usePlacements();
  const content = (): ReactNode => {
    if (placements.isPending) return <Skeleton active style={{ padding: 20 }} paragraph={{ rows: 6 }} />;
    if (placements.isError) return <FailureView error={placements.error} retry={() => void placements.refetch()} />;
    if (placements.data.placements.length > 0) return <Rows placements={placements.data.placements} />;
    return <EmptyView icon={<InboxOutlined />} title={t('placements.empty')} hint={t('placements.emptyHint')} />;
  };
  return (
    <main className={table.page}>
      <header className={table.head}>
        <h1>{t('placements.title')}</h1>
        <Button type="primary" icon={<UploadOutlined />} onClick={() => void navigate('/placements/new')}>
          {t('placements.create')}
        </Button>
      </header>
      <div className={table.body}>{content()}</div>
    </main>
  );
}
