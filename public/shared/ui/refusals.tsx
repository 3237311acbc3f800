import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiFailure } from '../api/api-failure.ts';
import { codeOf } from './failure-view.tsx';

/** Why a command was refused: each rule in the reader's language, with its id; else the server's own remedy. */
export function Refusals({ error }: { readonly error: Error | null }): ReactNode {
  const { t, i18n } = useTranslation();
  if (error === null) return null;
  const failure = error instanceof ApiFailure ? error.failure : null;
  const errors = failure?.kind === 'problem' ? (failure.problem.errors ?? []) : [];
  if (errors.length === 0)
    return <Alert type="error" showIcon title={t('floor.actionFailed', { why: codeOf(error) })} />;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={
        <>
          {errors.map(({ field, rule, remedy }) => {
            const [id, word] = rule.includes(':') ? rule.split(':', 2) : [null, rule];
            const key = `cases.refusal.${word ?? ''}`;
            return (
              <div key={`${field} ${rule}`}>
                {i18n.exists(key) ? t(key as 'cases.refusal.reason_missing') : remedy}{' '}
                {id !== null && <code>{id}</code>}
              </div>
            );
          })}
        </>
      }
    />
  );
}
