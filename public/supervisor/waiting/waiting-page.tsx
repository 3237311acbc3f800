import { PhoneOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Select, Skeleton, Tag, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { callbackList } from '../../../src/contract/callback.ts';
import { waitingCalls, type WaitingCall, type WaitingCalls } from '../../../src/contract/inbound.ts';
import { command, request } from '../../shared/api/request.ts';
import table from '../../shared/case-file/case-list.module.css';
import { clockSpan } from '../../shared/format/span.ts';
import { PromisedCalls } from '../../shared/promised/promised-calls.tsx';
import { Pager } from '../../shared/table/pager.tsx';
import { useWalk } from '../../shared/table/use-pages.ts';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { RunningClock } from '../../shared/ui/running-clock.tsx';
import styles from './waiting.module.css';

const key = ['inbound', 'waiting'] as const;
const refreshMs = 2_000;
const columns = ['position', 'number', 'debtor', 'since', 'expected', 'forWhom', 'give'] as const;

/** To whom a caller goes; a busy agent gets him as soon as he is ready. */
function Give({ call, agents }: { readonly call: WaitingCall; readonly agents: WaitingCalls['agents'] }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const give = useMutation({
    mutationFn: (agentId: string | null) => command(`/api/inbound/waiting/${call.attemptId}/agent`, { agentId }, 'PUT'),
    onError: () => void message.error(t('inbound.waiting.gone')),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
  if (call.absent) return <span className="cd-soft">{t('inbound.waiting.ringBack')}</span>;
  const given = agents.find(({ displayName }) => displayName === call.assignedTo)?.agentId ?? null;
  return (
    <Select
      size="small"
      showSearch
      allowClear
      optionFilterProp="label"
      className={styles.give ?? ''}
      aria-label={`${t('inbound.waiting.column.give')} ${call.position}`}
      placeholder={t('inbound.waiting.whoever')}
      loading={give.isPending}
      value={given}
      options={agents.map(({ agentId, displayName, ready }) => ({
        value: agentId,
        label: ready ? displayName : t('inbound.waiting.busy', { name: displayName }),
      }))}
      onChange={(agentId: string | undefined) => give.mutate(agentId ?? null)}
    />
  );
}

function Row({ call, agents }: { readonly call: WaitingCall; readonly agents: WaitingCalls['agents'] }): ReactNode {
  const { t } = useTranslation();
  const nobody = call.ownerName === null && call.teamName === null && call.campaignName === null;
  return (
    <tr data-waiting={call.attemptId}>
      <td>{call.position}</td>
      <td className="cd-mono">{call.numberMasked}</td>
      <td>
        {call.debtorName ?? (
          <span className="cd-soft">{t(call.shared ? 'inbound.waiting.unknown' : 'common.nothing')}</span>
        )}{' '}
        {call.absent && (
          <Tooltip title={t('inbound.waiting.absentHint')}>
            <Tag tabIndex={0}>{t('inbound.waiting.absent')}</Tag>
          </Tooltip>
        )}
      </td>
      <td>
        <RunningClock startAt={call.arrivedAt} offsetMs={0} label={t('inbound.waiting.column.since')} />
      </td>
      <td>{call.expectedWaitMs === null ? t('inbound.waiting.nobody') : clockSpan(call.expectedWaitMs)}</td>
      <td>
        {nobody
          ? t('inbound.waiting.everybody')
          : [call.ownerName, call.teamName ?? call.campaignName].filter((name) => name !== null).join(' → ')}
      </td>
      <td>
        <Give call={call} agents={agents} />
      </td>
    </tr>
  );
}

function Line(): ReactNode {
  const { t } = useTranslation();
  const line = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => request(waitingCalls, '/api/inbound/waiting', { signal }),
    refetchInterval: refreshMs,
  });
  if (line.isPending) return <Skeleton active style={{ padding: 20 }} paragraph={{ rows: 4 }} />;
  if (line.isError) return <FailureView error={line.error} retry={() => void line.refetch()} />;
  const { calls, agents } = line.data;
  if (calls.length === 0) {
    return (
      <EmptyView icon={<PhoneOutlined />} title={t('inbound.waiting.empty')} hint={t('inbound.waiting.emptyHint')} />
    );
  }
  return (
    <table className={table.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              <Tooltip title={t(`inbound.waiting.hint.${column}`)}>{t(`inbound.waiting.column.${column}`)}</Tooltip>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {calls.map((call) => (
          <Row key={call.attemptId} call={call} agents={agents} />
        ))}
      </tbody>
    </table>
  );
}

/** Who waits for an agent, and who was promised a call. */
export function WaitingPage(): ReactNode {
  const { t } = useTranslation();
  const { cursor, onward } = useWalk('');
  const owed = useQuery({
    queryKey: ['callbacks', 'all', cursor],
    queryFn: ({ signal }) =>
      request(callbackList, `/api/callbacks${cursor === undefined ? '' : `?cursor=${cursor}`}`, { signal }),
    refetchInterval: 5_000,
  });
  const walk = onward(owed.data?.nextCursor ?? null);
  return (
    <main className={styles.page}>
      <section className={styles.section} aria-labelledby="waiting-line">
        <h1 id="waiting-line">{t('inbound.waiting.title')}</h1>
        <Line />
      </section>
      <section className={styles.section} aria-labelledby="promised-calls">
        <h2 id="promised-calls">{t('inbound.promised.title')}</h2>
        {owed.isPending ? (
          <Skeleton active style={{ padding: 20 }} paragraph={{ rows: 3 }} />
        ) : owed.isError ? (
          <FailureView error={owed.error} retry={() => void owed.refetch()} />
        ) : (
          <PromisedCalls calls={owed.data.callbacks} withOwner />
        )}
        {(walk.newer !== null || walk.older !== null) && <Pager walk={walk} />}
      </section>
    </main>
  );
}
