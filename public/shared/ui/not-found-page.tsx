import { StopOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './failure-view.module.css';

/** An address no page has: an old bookmark, a mistyped link. */
export function NotFoundPage(): ReactNode {
  const { t } = useTranslation();
  return (
    <main className={styles['failure']}>
      <StopOutlined className={styles['icon']} />
      <h1>{t('common.failure.missing')}</h1>
      <span className="cd-soft">{t('common.failure.missingDetail')}</span>
    </main>
  );
}
