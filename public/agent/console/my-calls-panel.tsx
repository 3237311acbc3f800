import { HistoryOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { agentCalls } from '../../../src/contract/agent-calls.ts';
import { statusOf } from '../../shared/api/api-failure.ts';
import { request } from '../../shared/api/request.ts';
import { CallsList } from '../../shared/case-file/calls-list.tsx';
import panel from '../../shared/case-file/panel.module.css';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { myCallsKey } from '../floor/bootstrap.ts';

/** Between calls: what was said today, ready to be heard again. */
export function MyCallsPanel(): ReactNode {
  const { t } = useTranslation();
  const calls = useQuery({
    queryKey: myCallsKey,
    queryFn: ({ signal }) => request(agentCalls, '/api/agent/calls', { signal }),
  });
  const empty = (
    <EmptyView icon={<HistoryOutlined />} title={t('floor.idle.noCalls')} hint={t('floor.idle.noCallsHint')} />
  );
  const content = (): ReactNode => {
    if (calls.isPending) return <Skeleton active style={{ padding: 16 }} paragraph={{ rows: 6 }} />;
    if (calls.isError && statusOf(calls.error) === 404) return empty;
    if (calls.isError) return <FailureView error={calls.error} retry={() => void calls.refetch()} />;
    const listed = calls.data.calls.map((call) => ({
      ...call,
      caseLabel: (
        <Link to={`/cases/${call.caseId}`} title={call.externalRef}>
          {call.debtorName ?? call.externalRef}
        </Link>
      ),
    }));
    return <CallsList calls={listed} withCase empty={empty} />;
  };
  return (
    <section className={panel.panel} aria-labelledby="my-calls">
      <header className={panel.head}>
        <h2 id="my-calls">
          {t('floor.idle.myCalls')} <span className={panel.count}>{calls.data?.calls.length ?? ''}</span>
        </h2>
      </header>
      <div className={panel.body}>{content()}</div>
    </section>
  );
}
