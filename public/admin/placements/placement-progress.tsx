import { DownloadOutlined, RedoOutlined, StopOutlined } from '@ant-design/icons';
import { Alert, App, Button, Popconfirm, Progress } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlacementView } from '../../../src/contract/placement.ts';
import { clockSpan } from '../../shared/format/span.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import panel from '../../shared/case-file/panel.module.css';
import { useMay } from '../../shared/session/session.ts';
import { codeOf } from '../../shared/ui/failure-view.tsx';
import { useCodeText } from './field-choices.ts';
import { usePlacementOrder } from './placement-queries.ts';
import { ToCampaign } from './to-campaign.tsx';
import styles from './placements.module.css';

const figures = ['accepted', 'withWarnings', 'unchanged', 'rejected', 'skipped', 'numbers'] as const;
const barStatus = {
  inspected: 'normal',
  queued: 'active',
  running: 'active',
  cancelled: 'normal',
  failed: 'exception',
  done: 'success',
} as const;

function Counts(props: { readonly title: string; readonly counts: Readonly<Record<string, number>> }): ReactNode {
  const format = useFormat();
  const codeText = useCodeText();
  const rows = Object.entries(props.counts).sort(([, a], [, b]) => b - a);
  if (rows.length === 0) return null;
  return (
    <div className={styles.counts}>
      <h2>{props.title}</h2>
      <dl>
        {rows.map(([code, count]) => (
          <div key={code}>
            <dt>{codeText(code)}</dt>
            <dd>{format.whole(count)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Orders({ placement }: { readonly placement: PlacementView }): ReactNode {
  const mayExport = useMay('export');
  const { t } = useTranslation();
  const { message } = App.useApp();
  const order = usePlacementOrder(placement.id);
  const onError = (error: Error): void => void message.error(t('floor.actionFailed', { why: codeOf(error) }));
  const running = placement.status === 'running' || placement.status === 'queued';
  const stopped = placement.status === 'cancelled' || placement.status === 'failed';
  return (
    <div className={styles.orders}>
      {running && (
        <Popconfirm title={t('placements.cancelSure')} onConfirm={() => order.mutate({ do: 'cancel' }, { onError })}>
          <Button danger icon={<StopOutlined />} loading={order.isPending}>
            {t('placements.cancel')}
          </Button>
        </Popconfirm>
      )}
      {stopped && (
        <Button
          type="primary"
          icon={<RedoOutlined />}
          loading={order.isPending}
          onClick={() => order.mutate({ do: 'start', reading: {} }, { onError })}
        >
          {t('placements.resume')}
        </Button>
      )}
      {placement.progress.rejected > 0 && mayExport && (
        <Button
          icon={<DownloadOutlined />}
          href={`/api/placements/${placement.id}/rejected`}
          title={t('placements.downloadHint')}
        >
          {t('placements.downloadRejected')}
        </Button>
      )}
    </div>
  );
}

export function PlacementProgress({ placement }: { readonly placement: PlacementView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { progress, problem, status } = placement;
  const share = progress.totalRows > 0 ? progress.rowsRead / progress.totalRows : status === 'done' ? 1 : 0;
  return (
    <section className={`${panel.panel ?? ''} ${styles.block ?? ''}`}>
      <div className={styles.progress}>
        {problem !== null && <Alert type="error" showIcon title={problem.title} description={problem.remedy} />}
        <Progress
          percent={Math.floor(Math.min(1, share) * 100)}
          status={barStatus[status]}
          aria-label={t('placements.progress.read')}
        />
        <div className={styles.pace}>
          <span>
            {t('placements.progress.read')} {format.whole(progress.rowsRead)} / {format.whole(progress.totalRows)}
          </span>
          {progress.rowsPerSecond !== null && (
            <span>{t('placements.progress.speed', { rows: format.whole(progress.rowsPerSecond) })}</span>
          )}
          {progress.secondsLeft !== null && status === 'running' && (
            <span>{t('placements.progress.left', { left: clockSpan(progress.secondsLeft * 1_000) })}</span>
          )}
          <Orders placement={placement} />
        </div>
        {status === 'done' && <ToCampaign placementId={placement.id} />}
        <dl className={styles.figures}>
          {figures.map((figure) => (
            <div key={figure} data-figure={figure}>
              <dt>{t(`placements.progress.${figure}`)}</dt>
              <dd>{format.whole(progress[figure])}</dd>
            </div>
          ))}
        </dl>
        <div className={styles.why}>
          <Counts title={t('placements.progress.reasons')} counts={progress.reasons} />
          <Counts title={t('placements.progress.warnings')} counts={progress.warnings} />
        </div>
      </div>
    </section>
  );
}
