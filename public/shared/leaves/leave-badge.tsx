import { FieldTimeOutlined } from '@ant-design/icons';
import { Badge, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLeaveNews, useWaitingLeaves } from './leave-queries.ts';
import styles from './leaves.module.css';

/** How many agents wait for leave, always in sight; `link` leads to the list. */
export function LeaveBadge({ link }: { readonly link: (children: ReactNode, label: string) => ReactNode }): ReactNode {
  const { t } = useTranslation();
  useLeaveNews();
  const count = useWaitingLeaves().data?.leaves.length ?? 0;
  const label = t('leaves.waiting', { count });
  return (
    <Tooltip title={label}>
      <span className={styles.badge} aria-live="polite">
        {link(
          <Badge count={count} size="small" offset={[2, -2]}>
            <FieldTimeOutlined className={styles.clock ?? ''} />
          </Badge>,
          label,
        )}
      </span>
    </Tooltip>
  );
}
