import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Skeleton, TimePicker, Tooltip } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PacingDecisionView } from '../../../src/contract/pacing.ts';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { answerQuery, decisionsPage } from './pacing-queries.ts';
import { useFigures, useReason } from './reason.ts';
import styles from './pacing.module.css';

const clockOf = (at: number): string => dayjs(at).format('HH:mm:ss');

export function Decision({ decision }: { readonly decision: PacingDecisionView }): ReactNode {
  const { t, i18n } = useTranslation();
  const reason = useReason();
  const figures = useFigures();
  const mode = i18n.exists(`campaigns.mode.${decision.mode}`)
    ? t(`campaigns.mode.${decision.mode}` as 'campaigns.mode.manual')
    : decision.mode;
  return (
    <div className={styles.decision}>
      <strong>{t('campaigns.launched', { count: decision.launch })}</strong>
      <span>{reason(decision.because, decision.figures)}</span>
      <span className="cd-soft">{mode}</span>
      <dl className={styles.figures}>
        {figures(decision).map(({ name, value, hint }) => (
          <Tooltip key={name} title={hint}>
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          </Tooltip>
        ))}
      </dl>
    </div>
  );
}

/** "Why did it dial, or not, at 14:03:07?" A time later than now is meant of yesterday. */
function Question({ campaignId }: { readonly campaignId: string }): ReactNode {
  const { t } = useTranslation();
  const [at, setAt] = useState<number | null>(null);
  const answer = useQuery(answerQuery(campaignId, at));
  const ask = (time: Dayjs | null): void => {
    if (time === null) return setAt(null);
    const today = dayjs().hour(time.hour()).minute(time.minute()).second(time.second()).millisecond(999);
    setAt((today.isAfter(dayjs()) ? today.subtract(1, 'day') : today).valueOf());
  };
  const given = (): ReactNode => {
    if (at === null) return null;
    if (answer.isError) return <FailureView error={answer.error} retry={() => void answer.refetch()} />;
    if (answer.data === undefined) return <Skeleton active paragraph={{ rows: 1 }} />;
    const { decision, until, silent } = answer.data;
    if (decision === null) return <p className="cd-soft">{t('pacing.nothingThen')}</p>;
    return (
      <>
        <p className="cd-soft">
          {t('pacing.stood', { from: clockOf(decision.at), until: until === null ? t('pacing.now') : clockOf(until) })}
        </p>
        {silent && <p>{t('pacing.silent')}</p>}
        <Decision decision={decision} />
      </>
    );
  };
  return (
    <div className={styles.question}>
      <label>
        <span>{t('pacing.why')}</span>{' '}
        <TimePicker size="small" needConfirm={false} onChange={ask} aria-label={t('pacing.why')} />
      </label>
      <div aria-live="polite">{given()}</div>
    </div>
  );
}

export function DecisionLog({ campaignId }: { readonly campaignId: string }): ReactNode {
  const { t } = useTranslation();
  const log = useInfiniteQuery({
    queryKey: ['pacing-decisions', campaignId],
    queryFn: ({ pageParam, signal }) => decisionsPage(campaignId, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const rows = log.data?.pages.flatMap((page) => page.decisions) ?? [];
  const list = (): ReactNode => {
    if (log.isError) return <FailureView error={log.error} retry={() => void log.refetch()} />;
    if (log.isPending) return <Skeleton active />;
    if (rows.length === 0) return <p className="cd-soft">{t('pacing.noDecisions')}</p>;
    return (
      <ol className={styles.log}>
        {rows.map((decision) => (
          <li key={decision.decisionId}>
            <time dateTime={new Date(decision.at).toISOString()}>{clockOf(decision.at)}</time>
            <Decision decision={decision} />
          </li>
        ))}
      </ol>
    );
  };
  return (
    <div className={styles.logPart}>
      <Question campaignId={campaignId} />
      <div className={styles.logHead}>
        <h3>{t('pacing.log')}</h3>
        <Button size="small" loading={log.isRefetching} onClick={() => void log.refetch()}>
          {t('pacing.refresh')}
        </Button>
      </div>
      {list()}
      {log.hasNextPage && (
        <Button size="small" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </div>
  );
}
