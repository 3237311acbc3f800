import { DownloadOutlined, InboxOutlined } from '@ant-design/icons';
import { Alert, App, Button, Input, Tag, Upload } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigKinds, ConfigPlan } from '../../../src/contract/configuration.ts';
import { ChangeList } from '../../shared/configuration/change-list.tsx';
import { useConfigOrder } from '../../shared/configuration/config-queries.ts';
import { Refusal } from '../../shared/ui/refusal.tsx';
import styles from './configuration.module.css';

const colors = { added: 'success', changed: 'processing', removed: 'error', kept: 'default' } as const;

function Plan({ plan, kinds }: { readonly plan: ConfigPlan; readonly kinds: ConfigKinds }): ReactNode {
  const { t } = useTranslation();
  return (
    <section className={styles.plan} aria-label={t('configuration.plan')}>
      <p role="status">
        {plan.objects.every(({ what }) => what === 'kept')
          ? t('configuration.nothingToDo', { count: plan.unchanged })
          : t('configuration.planSays', { count: plan.objects.length, unchanged: plan.unchanged })}
      </p>
      {plan.notes.map(({ kind, key, says }) => (
        <Alert key={`${kind} ${key}`} type="warning" showIcon title={t(`configuration.note.${says}`, { key })} />
      ))}
      {plan.objects.map(({ kind, key, what, changes }) => (
        <article key={`${kind} ${key}`} className={styles.object}>
          <header>
            <Tag color={colors[what]}>{t(`configuration.whatHappens.${what}`)}</Tag>
            <span className="cd-soft">{t(`configuration.kind.${kind as 'trunk'}`, { defaultValue: kind })}</span>{' '}
            <strong>{key}</strong>
          </header>
          <ChangeList changes={changes} words={kinds.kinds.find((each) => each.kind === kind)?.words ?? {}} most={30} />
        </article>
      ))}
    </section>
  );
}

/** The whole configuration as one document: out, and in again after a look at what it would change. */
export function Exchange({ kinds }: { readonly kinds: ConfigKinds }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [file, setFile] = useState<{ readonly name: string; readonly text: string } | null>(null);
  const [reason, setReason] = useState('');
  const dry = useConfigOrder();
  const real = useConfigOrder();
  const path = '/api/configuration/import';
  const choose = async (chosen: File): Promise<void> => {
    const text = await chosen.text();
    setFile({ name: chosen.name, text });
    real.reset();
    dry.mutate({ path, body: { text, dryRun: true, reason: '' } });
  };
  const changes = dry.data?.objects.some(({ what }) => what !== 'kept') === true;
  const take = (): void => {
    if (file === null) return;
    real.mutate(
      { path, body: { text: file.text, dryRun: false, reason } },
      {
        onSuccess: () => {
          void message.success(t('configuration.imported'));
          setFile(null);
          setReason('');
          dry.reset();
        },
      },
    );
  };
  return (
    <div className={styles.exchange}>
      <section>
        <h2>{t('configuration.export')}</h2>
        <p className="cd-soft">{t('configuration.exportHint')}</p>
        {(['yaml', 'json'] as const).map((as) => (
          <Button
            key={as}
            icon={<DownloadOutlined />}
            href={`/api/configuration/export?as=${as}`}
            download={`casedial-configuration.${as}`}
          >
            {as.toUpperCase()}
          </Button>
        ))}{' '}
        <a href="/schemas/configuration-1.json">{t('configuration.schema')}</a>
      </section>
      <section>
        <h2>{t('configuration.import')}</h2>
        <Upload.Dragger
          accept=".yaml,.yml,.json"
          showUploadList={false}
          beforeUpload={(chosen) => {
            void choose(chosen);
            return false;
          }}
        >
          <InboxOutlined /> <strong>{file?.name ?? t('configuration.choose')}</strong>
          <div className="cd-soft">{t('configuration.chooseHint')}</div>
        </Upload.Dragger>
        {dry.isError && <Refusal title={t('configuration.notImported')} error={dry.error} />}
        {dry.data !== undefined && <Plan plan={dry.data} kinds={kinds} />}
        {changes && (
          <div className={styles.take}>
            <label>
              <span>{t('cases.stop.reason')}</span>
              <Input maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
            </label>
            <Button type="primary" loading={real.isPending} disabled={reason.trim().length < 3} onClick={take}>
              {t('configuration.take')}
            </Button>
          </div>
        )}
        {real.isError && <Refusal title={t('configuration.notImported')} error={real.error} />}
      </section>
    </div>
  );
}
