import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeList } from '../configuration/change-list.tsx';
import { useConfigKinds, useLatestVersion, type Subject } from '../configuration/config-queries.ts';
import { useFormat } from '../format/use-format.ts';
import { codeOf } from './failure-view.tsx';
import { Refusal } from './refusal.tsx';

const staleCodes = ['changed-meanwhile', 'rules-changed-meanwhile'];
/** It was changed by somebody else since it was looked at. */
export const isStale = (error: Error): boolean => staleCodes.includes(codeOf(error));

/** Why a change was not saved; that somebody else was faster is said in words of its own. */
export function ChangeRefusal(props: {
  readonly title: string;
  readonly error: Error | null;
  /** What it is about, as the audit trail calls it: then it is said who was faster, when, and what differs. */
  readonly subject?: Subject;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const stale = props.error !== null && isStale(props.error);
  const { data: lately } = useLatestVersion(stale ? props.subject : undefined);
  const { data: kinds } = useConfigKinds(stale);
  if (props.error === null) return null;
  if (!stale) return <Refusal title={props.title} error={props.error} />;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('common.changedMeanwhile.title')}
      description={
        <>
          {lately != null && (
            <>
              <p>
                {t('configuration.lately', {
                  name: lately.byName ?? t('configuration.nobody'),
                  at: format.moment(lately.at),
                  reason: lately.reason,
                })}
              </p>
              <ChangeList
                changes={lately.changes}
                words={kinds?.kinds.find(({ kind }) => kind === lately.kind)?.words ?? {}}
              />
            </>
          )}
          {t('common.changedMeanwhile.remedy')}
        </>
      }
    />
  );
}
