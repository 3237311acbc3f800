import { DeleteOutlined, ReloadOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, Skeleton } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failedJobs, jobQueues, jobStates, type FailedJob, type JobQueues } from '../../../src/contract/jobs.ts';
import { command, request } from '../../shared/api/request.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { DataTable } from '../../shared/table/data-table.tsx';
import table from '../../shared/table/data-table.module.css';
import type { Column } from '../../shared/table/table-columns.ts';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { Refusals } from '../../shared/ui/refusals.tsx';
import styles from './jobs.module.css';

const jobsKey = ['jobs'] as const;
const refreshMs = 5_000;
const atOnce = 50;
type Queue = JobQueues['queues'][number];

/** The failed jobs of one queue, the latest first; tried again or thrown away one by one. */
function Failed({ queue }: { readonly queue: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const [from, setFrom] = useState(0);
  const failed = useQuery({
    queryKey: [...jobsKey, queue, from],
    queryFn: ({ signal }) =>
      request(failedJobs, `/api/jobs/${encodeURIComponent(queue)}/failed?from=${from}`, { signal }),
    refetchInterval: refreshMs,
  });
  const act = useMutation({
    mutationFn: ({ job, what }: { job: FailedJob; what: 'retry' | 'discard' }) =>
      command(`/api/jobs/${encodeURIComponent(queue)}/${what}`, { jobId: job.id }),
    onSettled: () => client.invalidateQueries({ queryKey: jobsKey }),
  });
  const columns: readonly Column<FailedJob>[] = [
    { key: 'name', title: t('jobs.column.name'), cell: ({ name }) => <strong>{name}</strong> },
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
    { key: 'reason', title: t('jobs.column.reason'), cell: ({ reason }) => reason },
    { key: 'tries', title: t('jobs.column.tries'), cell: ({ tries }) => format.whole(tries), align: 'right' },
    {
      key: 'at',
      title: t('jobs.column.at'),
      cell: ({ failedAt }) => (failedAt === null ? t('common.nothing') : format.moment(failedAt)),
    },
    {
      key: 'act',
      title: t('jobs.column.act'),
      cell: (job) => (
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
      ),
    },
  ];
  const { data } = failed;
  if (data === undefined) {
    if (failed.isError) return <FailureView error={failed.error} retry={() => void failed.refetch()} />;
    return <Skeleton active style={{ padding: 20 }} paragraph={{ rows: 3 }} />;
  }
  if (data.total === 0) return <EmptyView title={t('jobs.noneFailed')} hint={t('jobs.noneFailedHint')} />;
  return (
    <>
      <Refusals error={act.error} />
      <DataTable
        label={t('jobs.failedOf', { queue })}
        columns={columns}
        rows={data.jobs}
        rowKey={({ id }) => id}
        sort={null}
        onSort={() => undefined}
      />
      {data.total > atOnce && (
        <div className={styles.more}>
          <Button size="small" disabled={from === 0} onClick={() => setFrom(Math.max(0, from - atOnce))}>
            {t('table.newer')}
          </Button>
          <Button size="small" disabled={from + atOnce >= data.total} onClick={() => setFrom(from + atOnce)}>
            {t('table.older')}
          </Button>
        </div>
      )}
    </>
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
  const open = chosen ?? queues?.find(({ counts }) => counts.failed > 0)?.name ?? queues?.[0]?.name ?? null;
  const columns: readonly Column<Queue>[] = [
    {
      key: 'queue',
      title: t('jobs.column.queue'),
      cell: ({ name, paused }) => (
        <Button type="link" size="small" aria-pressed={name === open} onClick={() => setChosen(name)}>
          {name}
          {paused ? ` · ${t('jobs.paused')}` : ''}
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
      <h2 className={styles.failed}>{open === null ? t('jobs.state.failed') : t('jobs.failedOf', { queue: open })}</h2>
      <div className={table.body}>{open !== null && <Failed key={open} queue={open} />}</div>
    </main>
  );
}
