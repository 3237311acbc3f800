import { EditOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select, Skeleton, Tag, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { timelineKinds, timelinePage, type TimelineEntry, type TimelineKind } from '../../../src/contract/timeline.ts';
import { request } from '../api/request.ts';
import { useFormat } from '../format/use-format.ts';
import { RecordingPlayer } from '../recording/lazy-player.tsx';
import { EmptyView } from '../ui/empty-view.tsx';
import { FailureView } from '../ui/failure-view.tsx';
import { bestRecording, RecordingButton } from './calls-list.tsx';
import { CorrectionDialog } from './correction-dialog.tsx';
import { useTimelineText } from './timeline-text.ts';
import { WhyNot } from './why-not.tsx';
import styles from './timeline.module.css';

const pageSize = 40;

function CallActs(props: {
  readonly call: Extract<TimelineEntry, { what: 'call' }>['call'];
  readonly caseId: string;
  readonly onPlay: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [correcting, setCorrecting] = useState(false);
  const { call, caseId } = props;
  return (
    <>
      <RecordingButton recording={bestRecording(call.recordings)} onPlay={props.onPlay} />
      {call.mayCorrect && (
        <Tooltip title={t('wrapUp.correction.title')}>
          <Button
            type="text"
            size="small"
            icon={<EditOutlined />}
            aria-label={`${t('wrapUp.correction.title')} ${format.moment(call.intendedAt)}`}
            onClick={() => setCorrecting(true)}
          />
        </Tooltip>
      )}
      {correcting && (
        <CorrectionDialog caseId={caseId} attemptId={call.attemptId} onClose={() => setCorrecting(false)} />
      )}
    </>
  );
}

function Entry({ entry, caseId }: { readonly entry: TimelineEntry; readonly caseId: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const text = useTimelineText()(entry);
  const [playing, setPlaying] = useState(false);
  const recording = entry.what === 'call' ? bestRecording(entry.call.recordings) : undefined;
  return (
    <li className={styles.entry} data-kind={entry.kind} data-what={entry.what}>
      <time className={styles.at} dateTime={new Date(entry.at).toISOString()}>
        {format.moment(entry.at)}
      </time>
      <Tag className={styles.kind ?? ''}>{t(`timeline.kind.${entry.kind}`)}</Tag>
      <div className={styles.text}>
        <span className={styles.title}>{text.title}</span>
        {text.rest.length > 0 && <span className="cd-soft">{text.rest.join(' · ')}</span>}
      </div>
      <span className={styles.by}>{entry.byName ?? t('cases.system')}</span>
      <span className={styles.acts}>
        {entry.what === 'call' && (
          <CallActs call={entry.call} caseId={caseId} onPlay={() => setPlaying((open) => !open)} />
        )}
      </span>
      {playing && recording !== undefined && recording.mediaUrl !== null && (
        <div className={styles.player}>
          <RecordingPlayer
            recordingId={recording.recordingId}
            mediaUrl={recording.mediaUrl}
            onClose={() => setPlaying(false)}
          />
        </div>
      )}
    </li>
  );
}

function Entries({ caseId, kind }: { readonly caseId: string; readonly kind: TimelineKind | null }): ReactNode {
  const { t } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: ['case', caseId, 'timeline', kind],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: String(pageSize) });
      if (kind !== null) query.set('kind', kind);
      if (pageParam !== null) query.set('cursor', pageParam);
      return request(timelinePage, `/api/cases/${caseId}/timeline?${query.toString()}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
  if (list.isPending) return <Skeleton active style={{ padding: 14 }} paragraph={{ rows: 6 }} />;
  if (list.isError) return <FailureView error={list.error} retry={() => void list.refetch()} />;
  const entries = list.data.pages.flatMap((page) => page.entries);
  if (entries.length === 0) return <EmptyView title={t('timeline.empty')} />;
  return (
    <>
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <Entry key={entry.entryId} entry={entry} caseId={caseId} />
        ))}
      </ol>
      {list.hasNextPage && (
        <div className={styles.more}>
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('timeline.earlier')}
          </Button>
        </div>
      )}
    </>
  );
}

/** All that happened to the case, newest first, and beside it what keeps it from being dialed now. */
export function Timeline({ caseId }: { readonly caseId: string }): ReactNode {
  const { t } = useTranslation();
  const [kind, setKind] = useState<TimelineKind | null>(null);
  return (
    <div className={styles.room}>
      <div className={styles.both}>
        <div className={styles.main}>
          <div className={styles.filter}>
            <Select<TimelineKind | 'all'>
              size="small"
              aria-label={t('timeline.kindLabel')}
              className={styles.select ?? ''}
              value={kind ?? 'all'}
              options={[
                { value: 'all' as const, label: t('timeline.all') },
                ...timelineKinds.map((value) => ({ value, label: t(`timeline.kind.${value}`) })),
              ]}
              onChange={(chosen) => setKind(chosen === 'all' ? null : chosen)}
            />
          </div>
          {/* Nothing in it need take the focus, and it must scroll by keyboard all the same. */}
          <div className={styles.scroll} role="region" aria-label={t('timeline.title')} tabIndex={0}>
            <Entries key={kind ?? 'all'} caseId={caseId} kind={kind} />
          </div>
        </div>
        <WhyNot caseId={caseId} />
      </div>
    </div>
  );
}
