import { AudioOutlined, PlayCircleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Input, InputNumber, Select, Tag } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  integrityStates,
  recordingChoices,
  recordingPage,
  type IntegrityState,
  type RecordingPage,
  type RecordingRow,
} from '../../../src/contract/recording-search.ts';
import { english } from '../../shared/i18n/locales.ts';
import { fileOf, queryOf } from '../../shared/api/query-of.ts';
import { request } from '../../shared/api/request.ts';
import { clockSpan } from '../../shared/format/span.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useTerm } from '../../shared/i18n/use-term.ts';
import { RecordingPlayer } from '../../shared/recording/lazy-player.tsx';
import { ServerTable } from '../../shared/table/server-table.tsx';
import type { Column } from '../../shared/table/table-columns.ts';
import { usePages } from '../../shared/table/use-pages.ts';
import styles from './recordings.module.css';

interface Filters {
  readonly from?: number;
  readonly to?: number;
  readonly agentId?: string;
  readonly campaignId?: string;
  readonly caseRef?: string;
  readonly code?: string;
  readonly direction?: 'outbound' | 'inbound';
  readonly leastMs?: number;
  readonly mostMs?: number;
  readonly integrity?: IntegrityState;
}

const results = Object.keys(english.terms.result);
const integrityColor = {
  whole: 'success',
  short: 'warning',
  damaged: 'error',
  missing: 'error',
  writing: 'processing',
} as const;
const secondMs = 1_000;

function FilterBar(props: { readonly filters: Filters; readonly onChange: (change: Filters) => void }): ReactNode {
  const { t } = useTranslation();
  const term = useTerm();
  const { filters, onChange } = props;
  const choices = useQuery({
    queryKey: ['recordings', 'choices'],
    queryFn: ({ signal }) => request(recordingChoices, '/api/recordings/choices', { signal }),
    staleTime: 60_000,
  });
  const named = (list: readonly { readonly id: string; readonly name: string }[] | undefined) =>
    (list ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const choose = <K extends keyof Filters>(
    key: K,
    options: { value: NonNullable<Filters[K]>; label: string }[],
    label: string,
  ) => (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      className={styles.choice ?? ''}
      popupMatchSelectWidth={220}
      placeholder={label}
      aria-label={label}
      value={filters[key] ?? null}
      onChange={(value: Filters[K] | null | undefined) => onChange({ [key]: value ?? undefined })}
      options={options as { value: string; label: string }[]}
    />
  );
  const length = (key: 'leastMs' | 'mostMs'): ReactNode => (
    <InputNumber
      className={styles.length ?? ''}
      min={0}
      max={86_400}
      placeholder={t(`recordings.${key}`)}
      aria-label={t(`recordings.${key}`)}
      onChange={(value) => onChange({ [key]: value === null ? undefined : Number(value) * secondMs })}
    />
  );
  return (
    <>
      <DatePicker.RangePicker
        showTime={{ format: 'HH:mm' }}
        format="MM-DD HH:mm"
        className={styles.range ?? ''}
        aria-label={t('recordings.column.at')}
        allowEmpty={[true, true]}
        onChange={(range: [Dayjs | null, Dayjs | null] | null) =>
          onChange({ from: range?.[0]?.valueOf(), to: range?.[1]?.valueOf() } as Filters)
        }
      />
      <Input.Search
        allowClear
        className={styles.choice ?? ''}
        placeholder={t('recordings.column.case')}
        aria-label={t('recordings.column.case')}
        onSearch={(text) => onChange({ caseRef: text.trim() })}
      />
      {choose('agentId', named(choices.data?.agents), t('recordings.column.agent'))}
      {choose('campaignId', named(choices.data?.campaigns), t('recordings.column.campaign'))}
      {choose(
        'code',
        results.map((value) => ({ value, label: term('result', value) })),
        t('recordings.column.result'),
      )}
      {choose(
        'direction',
        (['outbound', 'inbound'] as const).map((value) => ({ value, label: t(`recordings.direction.${value}`) })),
        t('recordings.column.direction'),
      )}
      {choose(
        'integrity',
        integrityStates.map((value) => ({ value, label: t(`recordings.integrity.${value}`) })),
        t('recordings.column.integrity'),
      )}
      {length('leastMs')}
      {length('mostMs')}
    </>
  );
}

function useColumns(playing: string | null, onPlay: (row: RecordingRow) => void): readonly Column<RecordingRow>[] {
  const { t } = useTranslation();
  const term = useTerm();
  const format = useFormat();
  const title = (key: keyof typeof english.recordings.column) => ({ key, title: t(`recordings.column.${key}`) });
  return [
    {
      key: 'play',
      title: t('recordings.column.play'),
      fixed: true,
      cell: (row) => (
        <Button
          size="small"
          type={playing === row.recordingId && playing !== null ? 'primary' : 'default'}
          icon={<PlayCircleOutlined />}
          disabled={row.recordingId === null}
          aria-label={t('recordings.play', { case: row.caseRef })}
          title={
            row.recordingId === null ? t(`recordings.integrityHint.${row.integrity}`) : t('recordings.column.play')
          }
          onClick={() => onPlay(row)}
        />
      ),
    },
    { ...title('at'), cell: ({ at }) => format.moment(at), sorts: true },
    { ...title('agent'), cell: ({ agentName }) => agentName ?? t('common.nothing') },
    { ...title('case'), cell: ({ caseId, caseRef }) => <Link to={`/cases/${caseId}`}>{caseRef}</Link> },
    { ...title('number'), cell: ({ numberMasked }) => <span className="cd-mono">{numberMasked}</span> },
    { ...title('campaign'), cell: ({ campaignName }) => campaignName ?? t('common.nothing') },
    { ...title('direction'), cell: ({ direction }) => t(`recordings.direction.${direction}`), spare: true },
    { ...title('result'), cell: ({ result }) => (result === null ? t('common.nothing') : term('result', result)) },
    {
      ...title('duration'),
      hint: t('recordings.durationHint'),
      cell: ({ durationMs }) => clockSpan(durationMs),
      sorts: true,
      align: 'right',
    },
    {
      ...title('call'),
      hint: t('recordings.callHint'),
      cell: ({ callMs }) => (callMs === null ? t('common.nothing') : clockSpan(callMs)),
      align: 'right',
      spare: true,
    },
    {
      ...title('integrity'),
      cell: ({ integrity, source }) => (
        <Tag color={integrityColor[integrity]} title={t(`recordings.integrityHint.${integrity}`)}>
          {t(`recordings.integrity.${integrity}`)}
          {source === 'carrier' ? ` · ${t('recordings.carrier')}` : ''}
        </Tag>
      ),
    },
  ];
}

/** Every answered call with what became of its recording; what is played is noted. */
export function RecordingsPage(): ReactNode {
  const { t } = useTranslation();
  const [filters, setFilters] = useState<Filters>({});
  const [playing, setPlaying] = useState<RecordingRow | null>(null);
  const given = queryOf({ ...filters });
  const pages = usePages<RecordingRow, RecordingPage>({
    key: ['recordings'],
    filters,
    sort: { by: 'at', down: true },
    fetch: (ask, signal) => request(recordingPage, `/api/recordings?${queryOf({ ...filters, ...ask })}`, { signal }),
  });
  const columns = useColumns(playing?.recordingId ?? null, (row) =>
    setPlaying(playing?.attemptId === row.attemptId ? null : row),
  );
  return (
    <ServerTable
      screen="recordings"
      title={t('recordings.title')}
      heading={<h1>{t('recordings.title')}</h1>}
      columns={columns}
      pages={pages}
      rowKey={({ attemptId }) => attemptId}
      unfiltered={given === ''}
      empty={{ icon: <AudioOutlined />, title: t('recordings.empty'), hint: t('recordings.emptyHint') }}
      exportHref={fileOf('/api/recordings/export.csv', filters)}
      tone={({ integrity }) =>
        integrity === 'missing' || integrity === 'damaged' ? 'bad' : integrity === 'short' ? 'warn' : undefined
      }
      onRowKey={(row, key) => {
        if (key === 'Enter' && row.recordingId !== null) setPlaying(row);
        if (key === 'Escape') setPlaying(null);
      }}
      filters={<FilterBar filters={filters} onChange={(change) => setFilters({ ...filters, ...change })} />}
      note={
        playing?.recordingId == null ? (
          t('recordings.noted')
        ) : (
          <RecordingPlayer
            key={playing.recordingId}
            recordingId={playing.recordingId}
            mediaUrl={`/api/recordings/${playing.recordingId}/media`}
            onClose={() => setPlaying(null)}
          />
        )
      }
    />
  );
}
