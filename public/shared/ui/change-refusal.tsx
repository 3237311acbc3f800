import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from './failure-view.tsx';
import { Refusal } from './refusal.tsx';

/** Why a change was not saved; that somebody else was faster is said in words of its own. */
export function ChangeRefusal(props: { readonly title: string; readonly error: Error | null }): ReactNode {
  const { t } = useTranslation();
  if (props.error === null) return null;
  if (codeOf(props.error) !== 'changed-meanwhile') return <Refusal title={props.title} error={props.error} />;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('common.changedMeanwhile.title')}
      description={t('common.changedMeanwhile.remedy')}
    />
  );
}
