import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Skeleton, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { ConfirmPlacement } from './confirm-placement.tsx';
import { statusColor } from './placement-list-page.tsx';
import { PlacementProgress } from './placement-progress.tsx';
import { usePlacement } from './placement-queries.ts';
import styles from './placements.module.css';

export function PlacementPage(): ReactNode {
  const { t } = useTranslation();
  const { placementId = '' } = useParams();
  const navigate = useNavigate();
  const placement = usePlacement(placementId);
  if (placement.data === undefined) {
    if (placement.isError) return <FailureView error={placement.error} retry={() => void placement.refetch()} />;
    return <Skeleton active style={{ padding: 24 }} paragraph={{ rows: 8 }} />;
  }
  const { fileName, client, status } = placement.data;
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <Button
          icon={<ArrowLeftOutlined />}
          aria-label={t('common.back')}
          onClick={() => void navigate('/placements')}
        />
        <div>
          <h1>{fileName}</h1>
          <span className="cd-soft">{client.name}</span>
        </div>
        <Tag color={statusColor[status]}>{t(`placements.status.${status}`)}</Tag>
      </header>
      {status === 'inspected' ? (
        <ConfirmPlacement key={placementId} placement={placement.data} />
      ) : (
        <PlacementProgress placement={placement.data} />
      )}
    </main>
  );
}
