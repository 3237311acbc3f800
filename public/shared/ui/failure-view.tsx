import { CloudOutlined, ReloadOutlined, StopOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiFailure, statusOf } from '../api/api-failure.ts';
import styles from './failure-view.module.css';

type Kind = 'offline' | 'forbidden' | 'missing' | 'unexpected';

function kindOf(error: unknown): Kind {
  if (error instanceof ApiFailure && error.failure.kind === 'offline') return 'offline';
  const status = statusOf(error);
  if (status === 403) return 'forbidden';
  return status === 404 ? 'missing' : 'unexpected';
}

const icons = { offline: CloudOutlined, forbidden: StopOutlined, missing: StopOutlined, unexpected: WarningOutlined };

export const codeOf = (error: unknown): string => {
  if (!(error instanceof ApiFailure)) return error instanceof Error ? error.name : '?';
  return error.failure.kind === 'problem' ? error.failure.problem.code : `${error.failure.kind} ${error.status}`;
};

/** What went wrong, in place of what could not be shown, with the way out. */
export function FailureView(props: { readonly error: unknown; readonly retry?: () => void }): ReactNode {
  const { t } = useTranslation();
  const kind = kindOf(props.error);
  const Icon = icons[kind];
  return (
    <div className={styles['failure']} role="alert">
      <Icon className={styles['icon']} />
      <strong>{t(`common.failure.${kind}`)}</strong>
      <span className="cd-soft">{t(`common.failure.${kind}Detail`, { code: codeOf(props.error) })}</span>
      {props.retry !== undefined && (
        <Button icon={<ReloadOutlined />} onClick={props.retry}>
          {t('common.retry')}
        </Button>
      )}
    </div>
  );
}
