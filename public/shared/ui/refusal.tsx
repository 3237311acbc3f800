import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiFailure } from '../api/api-failure.ts';
import { codeOf } from './failure-view.tsx';

/** Why the server did not do it, and what would pass, above the form that asked. */
export function Refusal(props: { readonly title: string; readonly error: Error }): ReactNode {
  const { t } = useTranslation();
  const failure = props.error instanceof ApiFailure ? props.error.failure : null;
  if (failure?.kind === 'offline') {
    return (
      <Alert
        type="error"
        showIcon
        title={t('common.failure.offline')}
        description={t('common.failure.offlineDetail')}
      />
    );
  }
  const said = failure?.kind === 'problem' ? failure.problem : null;
  const remedies = said?.errors?.map(({ field, remedy }) => `${field}: ${remedy}`) ?? [];
  const lines = said === null ? [codeOf(props.error)] : remedies.length > 0 ? remedies : [said.title];
  return (
    <Alert
      type="error"
      showIcon
      title={props.title}
      description={lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    />
  );
}
