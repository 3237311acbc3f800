import { AlertOutlined } from '@ant-design/icons';
import { Badge, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../leaves/leaves.module.css';
import { useAlertNews, useOpenAlerts } from './alert-queries.ts';

/** How many alerts nobody has seen yet, always in sight; `link` leads to the list. */
export function AlertBadge({ link }: { readonly link: (children: ReactNode, label: string) => ReactNode }): ReactNode {
  const { t } = useTranslation();
  useAlertNews();
  const count = useOpenAlerts().data?.unseen ?? 0;
  const label = t('alerts.unseen', { count });
  return (
    <Tooltip title={label}>
      <span className={styles.badge} aria-live="polite">
        {link(
          <Badge count={count} size="small" offset={[2, -2]}>
            <AlertOutlined className={styles.clock ?? ''} />
          </Badge>,
          label,
        )}
      </span>
    </Tooltip>
  );
}
