import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyView } from '../ui/empty-view.tsx';
import { FailureView } from '../ui/failure-view.tsx';
import { FraudDetails } from './fraud-details.tsx';
import { useFraudsOfCase } from './fraud-queries.ts';
import styles from './fraud.module.css';

/** The fraud applications of one case, the latest first. */
export function CaseFraud({ caseId }: { readonly caseId: string }): ReactNode {
  const { t } = useTranslation();
  const frauds = useFraudsOfCase(caseId);
  if (frauds.data === undefined) {
    if (frauds.isError) return <FailureView error={frauds.error} retry={() => void frauds.refetch()} />;
    return <Skeleton active style={{ padding: 16 }} paragraph={{ rows: 5 }} />;
  }
  if (frauds.data.length === 0) return <EmptyView title={t('fraud.none')} hint={t('fraud.noneHint')} />;
  return (
    <div className={styles.of}>
      {frauds.data.map((fraud) => (
        <FraudDetails key={fraud.applicationId} fraud={fraud} />
      ))}
    </div>
  );
}
