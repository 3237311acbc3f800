import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './data-table.module.css';
import type { Walk } from './use-pages.ts';

/** Where one is in a list that is read page by page, and the ways on. */
export function Pager({ walk, children }: { readonly walk: Walk; readonly children?: ReactNode }): ReactNode {
  const { t } = useTranslation();
  return (
    <footer className={styles.pages}>
      {children}
      <span>{t('table.page', { page: walk.page })}</span>
      <Button
        size="small"
        icon={<LeftOutlined />}
        disabled={walk.newer === null}
        aria-label={t('table.newer')}
        title={t('table.newer')}
        onClick={() => walk.newer?.()}
      />
      <Button
        size="small"
        icon={<RightOutlined />}
        disabled={walk.older === null}
        aria-label={t('table.older')}
        title={t('table.older')}
        onClick={() => walk.older?.()}
      />
    </footer>
  );
}
