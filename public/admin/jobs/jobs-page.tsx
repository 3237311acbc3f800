import { DeleteOutlined, ReloadOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { Button, Popconfirm, Segmented, Skeleton } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  jobList,
  jobQueues,
  jobStates,
  listedJobStates,
  type JobList,
  type JobQueues,
  type ListedJob,
  type ListedJobState,
} from '../../../src/contract/jobs.ts';
import { fileOf, queryOf } from '../../shared/api/query-of.ts';
import { command, request } from '../../shared/api/request.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { DataTable } from '../../shared/table/data-table.tsx';
import table from '../../shared/table/data-table.module.css';
import { SearchFilter } from '../../shared/table/search-filter.tsx';
import { ServerTable } from '../../shared/table/server-table.tsx';
import type { Column } from '../../shared/table/table-columns.ts';
import { usePages } from '../../shared/table/use-pages.ts';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { Refusals } from '../../shared/ui/refusals.tsx';
import styles from './jobs.module.css';
import { queueWord } from './queue-word.ts';

const jobsKey = ['jobs'] as const;
const refreshMs = 5_000;
type Queue = JobQueues['queues'][number];

type Page = JobList & { readonly rows: readonly ListedJob[] };

function Settle(props: { readonly job: ListedJob; readonly act: Act }): ReactNode {
  const { t } = useTranslation();
  const { job, act } = props;
  return (
    <span className={styles.actions}>
      <Button size="small" icon={<ReloadOutlined />} onClick={() => act.mutate({ job, what: 'retry' })}>
        {t('jobs.retry')}
      </Button>
      <Popconfirm
        title={t('jobs.discardSure')}
        okText={t('jobs.discard')}
        cancelText={t('common.cancel')}
        onConfirm={() => act.mutate({ job, what: 'discard' })}
      >
        <Button size="small" danger icon={<DeleteOutlined />}>
          {t('jobs.discard')}
        </Button>
      </Popconfirm>
    </span>
  );
}

type Act = UseMutationResult<void, Error, { readonly job: ListedJob; readonly what: 'retry' | 'discard' }>;

function useColumns(state: ListedJobState, act: Act): readonly Column<ListedJob>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const failed: readonly Column<ListedJob>[] = [
    { key: 'reason', title: t('jobs.column.reason'), cell: ({ reason }) => reason },
    { key: 'act', title: t('jobs.column.act'), cell: (job) => <Settle job={job} act={act} />, fixed: true },
  ];
  return [
    { key: 'name', title: t('jobs.column.name'), cell: ({ name }) => <strong>{name}</strong>, fixed: true },
    {
      key: 'about',
      title: t('jobs.column.about'),
      hint: t('jobs.aboutHint'),
      cell: ({ about }) => (
        <span className="cd-mono">
          {Object.entries(about)
            .map(([key, value]) => `${key} ${value}`)
            .join(', ')}
        </span>
      ),
    },
    { key: 'tries', title: t('jobs.column.tries'), cell: ({ tries }) => format.whole(tries), align: 'right' },
    {
      key: 'at',
      title: t('jobs.column.at'),
      hint: t('jobs.atHint'),
      cell: ({ at }) => (at === null ? t('common.nothing') : format.moment(at)),
    },
    ...(state === 'failed' ? failed : []),
  ];
}

/** Jobs of one queue: those that failed, the latest first, are tried again or thrown away one by one. */
function Jobs({ queue, title }: { readonly queue: string; readonly title: string }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [state, setState] = useState<ListedJobState>('failed');
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const filters = { state, q };
  const path = `/api/jobs/${encodeURIComponent(queue)}`;
  const pages = usePages<ListedJob, Page>({
    key: [...jobsKey, queue],
    filters,
    sort: { by: 'at', down: true },
    refreshMs,
    fetch: async ({ cursor, limit }, signal) => {
      const list = await request(jobList, `${path}/list?${queryOf({ ...filters, cursor, limit })}`, { signal });
      return { ...list, rows: list.jobs };
    },
  });
  const act: Act = useMutation({
    mutationFn: ({ job, what }) => command(`${path}/${what}`, { jobId: job.id }),
    onSettled: () => client.invalidateQueries({ queryKey: jobsKey }),
  });
  return (
    <ServerTable
      inside
      screen="jobs"
      title={title}
      columns={useColumns(state, act)}
      pages={pages}
      rowKey={({ id }) => id}
      unfiltered={q === ''}
      empty={{ title: t('jobs.none'), hint: t('jobs.noneHint') }}
      exportHref={fileOf(`${path}/export.csv`, filters)}
      above={<Refusals error={act.error} />}
      filters={
        <>
          <Segmented<ListedJobState>
            value={state}
            onChange={setState}
            options={listedJobStates.map((value) => ({ value, label: t(`jobs.state.${value}`) }))}
          />
          <SearchFilter label={t('jobs.find')} value={text} onChange={setText} />
        </>
      }
    />
  );
}

/** The work behind the screens: every queue with what waits, runs and failed in it. */
export function JobsPage(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setChosen] = useState<string | null>(null);
  const jobs = useQuery({
    queryKey: jobsKey,
    queryFn: ({ signal }) => request(jobQueues, '/api/jobs', { signal }),
    refetchInterval: refreshMs,
  });
  const queues = jobs.data?.queues;
  const open =
    queues?.find(({ name }) => name === chosen) ?? queues?.find(({ counts }) => counts.failed > 0) ?? queues?.[0];
  const wordOf = (queue: Queue): string =>
    queueWord(queue, {
      callsOver: (trunk) => t('jobs.callsOver', { trunk }),
      ofHouse: (name) => t(`jobs.queue.${name}`),
    });
  const columns: readonly Column<Queue>[] = [
    {
      key: 'queue',
      title: t('jobs.column.queue'),
      cell: (queue) => (
        <Button
          type="link"
          size="small"
          title={queue.name}
          aria-pressed={queue.name === open?.name}
          onClick={() => setChosen(queue.name)}
        >
          {wordOf(queue)}
          {queue.paused ? ` · ${t('jobs.paused')}` : ''}
        </Button>
      ),
    },
    ...jobStates.map((state): Column<Queue> => ({
      key: state,
      title: t(`jobs.state.${state}`),
      hint: t(`jobs.stateHint.${state}`),
      cell: ({ counts }) => (
        <span className={state === 'failed' && counts.failed > 0 ? styles.bad : ''}>{format.whole(counts[state])}</span>
      ),
      align: 'right',
    })),
  ];
  const content = (): ReactNode => {
    if (queues === undefined) {
      if (jobs.isError) return <FailureView error={jobs.error} retry={() => void jobs.refetch()} />;
      return <Skeleton active style={{ padding: 20 }} paragraph={{ rows: 6 }} />;
    }
    if (queues.length === 0)
      return <EmptyView icon={<UnorderedListOutlined />} title={t('jobs.empty')} hint={t('jobs.emptyHint')} />;
    return (
      <DataTable
        label={t('jobs.title')}
        columns={columns}
        rows={queues}
        rowKey={({ name }) => name}
        sort={null}
        onSort={() => undefined}
        tone={({ counts }) => (counts.failed > 0 ? 'bad' : undefined)}
        onRowKey={(queue, key) => key === 'Enter' && setChosen(queue.name)}
      />
    );
  };
  return (
    <main className={styles.page}>
      <header className={table.head}>
        <h1>{t('jobs.title')}</h1>
        <span className="cd-soft">{t('jobs.lead')}</span>
      </header>
      <div className={table.body}>{content()}</div>
      {open !== undefined && (
        <section className={styles.jobs}>
          <h2 className={styles.failed} title={open.name}>
            {t('jobs.listOf', { queue: wordOf(open) })}
          </h2>
          <Jobs key={open.name} queue={open.name} title={t('jobs.listOf', { queue: wordOf(open) })} />
        </section>
      )}
    </main>
  );
}
