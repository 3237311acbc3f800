import { FieldTimeOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Skeleton } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { leaveView, type LeaveDecision, type WaitingLeaves } from '../../../src/contract/leave.ts';
import { request } from '../api/request.ts';
import table from '../case-file/case-list.module.css';
import { ReasonDialog } from '../case-file/reason-dialog.tsx';
import { useFormat } from '../format/use-format.ts';
import { EmptyView } from '../ui/empty-view.tsx';
import { FailureView } from '../ui/failure-view.tsx';
import { leavesKey, useWaitingLeaves } from './leave-queries.ts';
import styles from './leaves.module.css';

type Waiting = WaitingLeaves['leaves'][number];

function DecideDialog(props: {
  readonly leave: Waiting;
  readonly granted: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const format = useFormat();
  const client = useQueryClient();
  const { leave, granted, onClose } = props;
  const decide = useMutation({
    mutationFn: (body: LeaveDecision) =>
      request(leaveView, `/api/leaves/${leave.leaveId}/decision`, { method: 'POST', body }),
    onSuccess: () => {
      void message.success(t(granted ? 'leaves.grantedNow' : 'leaves.refusedNow', { name: leave.agentName }));
      onClose();
    },
    onSettled: () => client.invalidateQueries({ queryKey: leavesKey }),
  });
  const asked = { name: leave.agentName, code: t(`terms.result.${leave.code}`), day: format.day(leave.day) };
  return (
    <ReasonDialog
      title={t(granted ? 'leaves.grant' : 'leaves.refuse')}
      hint={t(granted ? 'leaves.grantHint' : 'leaves.refuseHint', asked)}
      action={t(granted ? 'leaves.grant' : 'leaves.refuse')}
      danger={!granted}
      busy={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onSubmit={(reason) => decide.mutate({ granted, reason })}
    />
  );
}

function Rows({ leaves }: { readonly leaves: readonly Waiting[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [deciding, setDeciding] = useState<{ leave: Waiting; granted: boolean } | null>(null);
  const columns = ['agent', 'case', 'amount', 'code', 'day', 'why', 'askedAt', 'act'] as const;
  return (
    <>
      <table className={table.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {t(`leaves.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {leaves.map((leave) => (
            <tr key={leave.leaveId}>
              <td>{leave.agentName}</td>
              <td className="cd-mono">
                <Link to={`/cases/${leave.caseId}`}>{leave.externalRef}</Link>
              </td>
              <td data-column="amount">{format.money(leave.amountMinor, leave.currency)}</td>
              <td>{t(`terms.result.${leave.code}`)}</td>
              <td>{format.day(leave.day)}</td>
              <td>{leave.why}</td>
              <td>{format.moment(leave.askedAt)}</td>
              <td>
                <div className={styles.act}>
                  <Button size="small" type="primary" onClick={() => setDeciding({ leave, granted: true })}>
                    {t('leaves.grant')}
                  </Button>
                  <Button size="small" danger onClick={() => setDeciding({ leave, granted: false })}>
                    {t('leaves.refuse')}
                  </Button>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {deciding !== null && <DecideDialog {...deciding} onClose={() => setDeciding(null)} />}
    </>
  );
}

/** Agents who ask to pass a window (R14, R15, R17) while they write up a call. */
export function LeavesPage(): ReactNode {
  const { t } = useTranslation();
  const waiting = useWaitingLeaves();
  const content = (): ReactNode => {
    if (waiting.data === undefined) {
      if (waiting.isError) return <FailureView error={waiting.error} retry={() => void waiting.refetch()} />;
      return <Skeleton active style={{ padding: 20 }} paragraph={{ rows: 6 }} />;
    }
    if (waiting.data.leaves.length > 0) return <Rows leaves={waiting.data.leaves} />;
    return <EmptyView icon={<FieldTimeOutlined />} title={t('leaves.none')} />;
  };
  return (
    <main className={table.page}>
      <header className={table.head}>
        <h1>{t('leaves.title')}</h1>
        <span className="cd-soft">{t('leaves.lead')}</span>
      </header>
      <div className={table.body}>{content()}</div>
    </main>
  );
}
