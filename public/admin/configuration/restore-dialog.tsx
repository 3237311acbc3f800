import { Skeleton } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigVersionView } from '../../../src/contract/configuration.ts';
import { ReasonDialog } from '../../shared/case-file/reason-dialog.tsx';
import { ChangeList } from '../../shared/configuration/change-list.tsx';
import { useConfigOrder } from '../../shared/configuration/config-queries.ts';
import { Refusal } from '../../shared/ui/refusal.tsx';

/** A new version like an old one; what it would change is found out first. */
export function RestoreDialog(props: {
  readonly version: ConfigVersionView;
  readonly newestSeen: number;
  readonly words: Readonly<Record<string, readonly [string, string]>>;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { version, newestSeen, onClose } = props;
  const dry = useConfigOrder();
  const real = useConfigOrder();
  const path = `/api/configuration/versions/${version.versionId}/restore`;
  const { mutate: tryIt } = dry;
  useEffect(() => {
    tryIt({ path, body: { reason: 'dry run', newestSeen, dryRun: true } });
  }, [tryIt, path, newestSeen]);
  const changes = dry.data?.objects.flatMap((object) => object.changes) ?? [];
  const preview = (): ReactNode => {
    if (dry.isError) return <Refusal title={t('configuration.notRestored')} error={dry.error} />;
    if (dry.data === undefined) return <Skeleton active paragraph={{ rows: 2 }} />;
    if (changes.length === 0) return <p>{t('configuration.sameAlready')}</p>;
    return <ChangeList changes={changes} words={props.words} />;
  };
  return (
    <ReasonDialog
      title={t('configuration.restoreOf', { key: version.key, number: version.number })}
      hint={t('configuration.restoreHint')}
      action={t('configuration.restore')}
      busy={real.isPending}
      error={null}
      ready={changes.length > 0}
      onClose={onClose}
      onSubmit={(reason) => real.mutate({ path, body: { reason, newestSeen } }, { onSuccess: onClose })}
    >
      {preview()}
      {real.isError && <Refusal title={t('configuration.notRestored')} error={real.error} />}
    </ReasonDialog>
  );
}
