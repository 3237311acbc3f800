import { CheckSquareOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Segmented, Select, Skeleton, Tag, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { taskFilters, taskList, taskView, type TaskList as Tasks, type TaskView } from '../../../src/contract/task.ts';
import { request } from '../api/request.ts';
import table from '../case-file/case-list.module.css';
import { useFormat } from '../format/use-format.ts';
import { Pager } from '../table/pager.tsx';
import { useWalk } from '../table/use-pages.ts';
import { EmptyView } from '../ui/empty-view.tsx';
import { FailureView } from '../ui/failure-view.tsx';
import { DoneDialog } from './done-dialog.tsx';
import { NumberDialog } from './number-dialog.tsx';
import styles from './tasks.module.css';
import { useAct } from './use-act.ts';
import { VisitDialog } from './visit-dialog.tsx';

const refreshMs = 15_000;
const kinds = taskView.shape.kind.options;
const colors = { open: 'default', due_soon: 'warning', breached: 'error', done: 'success' } as const;

type Dialog = { readonly of: 'done' | 'number' | 'visit'; readonly task: TaskView };

function Actions({ task, open }: { readonly task: TaskView; readonly open: (dialog: Dialog) => void }): ReactNode {
  const { t } = useTranslation();
  if (task.doneAt !== null) return null;
  const isSearch =
    task.kind !== 'visit_proposal' && task.kind !== 'verification_checklist' && task.kind !== 'return_call';
  return (
    <div className={styles['actions']}>
      {isSearch && (
        <Button size="small" onClick={() => open({ of: 'number', task })}>
          {t('tasks.addNumber')}
        </Button>
      )}
      {task.kind === 'visit_proposal' && (
        <Button size="small" type="primary" onClick={() => open({ of: 'visit', task })}>
          {t('tasks.visit.order')}
        </Button>
      )}
      <Button size="small" type={isSearch ? 'primary' : 'default'} onClick={() => open({ of: 'done', task })}>
        {t('tasks.done')}
      </Button>
    </div>
  );
}

function Owner({ task, owners }: { readonly task: TaskView; readonly owners: Tasks['owners'] }): ReactNode {
  const { t } = useTranslation();
  const act = useAct();
  if (owners.length === 0 || task.doneAt !== null) return task.ownerName ?? t('tasks.nobody');
  return (
    <Select
      size="small"
      showSearch
      optionFilterProp="label"
      className={styles['wide'] ?? ''}
      aria-label={t('tasks.assign')}
      placeholder={t('tasks.nobody')}
      value={task.ownerId}
      loading={act.isPending}
      options={owners.map(({ userId, displayName }) => ({ value: userId, label: displayName }))}
      onChange={(ownerId: string) =>
        act.mutate({ path: `/api/tasks/${task.taskId}/owner`, body: { ownerId }, method: 'PUT' })
      }
    />
  );
}

function State({ task }: { readonly task: TaskView }): ReactNode {
  const { t } = useTranslation();
  const word = task.state === 'breached' && task.doneAt !== null ? 'late' : task.state;
  return (
    <Tooltip title={t(task.notNeeded ? 'tasks.notNeededHint' : 'tasks.stateHint')}>
      <Tag color={task.notNeeded ? 'default' : colors[task.state]}>
        {task.notNeeded ? t('tasks.notNeeded') : t(`tasks.state.${word}`)}
      </Tag>
    </Tooltip>
  );
}

function Rows(props: {
  readonly list: Tasks;
  readonly board: boolean;
  readonly open: (dialog: Dialog) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = (['case', 'kind', 'because', 'owner', 'due', 'state', 'result'] as const).filter(
    (column) => props.board || column !== 'owner',
  );
  return (
    <table className={table['table']}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`tasks.column.${column}`)}
            </th>
          ))}
          <th aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {props.list.tasks.map((task) => (
          <tr key={task.taskId}>
            <td>
              <Link className={styles.ref ?? ''} to={`/cases/${task.caseId}`}>
                {task.externalRef}
              </Link>{' '}
              {task.debtorName}
            </td>
            <td>{t(`tasks.kind.${task.kind}`)}</td>
            <td>{t(`tasks.because.${task.because}`)}</td>
            {props.board && (
              <td>
                <Owner task={task} owners={props.list.owners} />
              </td>
            )}
            <td>{format.moment(task.dueAt)}</td>
            <td>
              <State task={task} />
            </td>
            <td>{task.result ?? t('common.nothing')}</td>
            <td>
              <Actions task={task} open={props.open} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Tasks by their due instant: the whole board, or an agent's own list. */
export function TaskList(props: {
  readonly board: boolean;
  /** What is shown at first. */
  readonly state?: (typeof taskFilters)[number];
}): ReactNode {
  const { board } = props;
  const { t } = useTranslation();
  const [state, setState] = useState<(typeof taskFilters)[number]>(props.state ?? 'pending');
  const [kind, setKind] = useState<string | null>(null);
  const [owner, setOwner] = useState<string | null>(null);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { cursor, onward } = useWalk(JSON.stringify([state, kind, owner]));
  const list = useQuery({
    queryKey: ['tasks', state, kind, owner, cursor],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ state });
      if (cursor !== undefined) query.set('cursor', cursor);
      if (kind !== null) query.set('kind', kind);
      if (owner !== null) query.set('owner', owner);
      return request(taskList, `/api/tasks?${query.toString()}`, { signal });
    },
    refetchInterval: refreshMs,
    placeholderData: keepPreviousData,
  });
  const content = (): ReactNode => {
    if (list.isPending) return <Skeleton active style={{ padding: 20 }} paragraph={{ rows: 6 }} />;
    if (list.isError) return <FailureView error={list.error} retry={() => void list.refetch()} />;
    if (list.data.tasks.length === 0)
      return <EmptyView icon={<CheckSquareOutlined />} title={t('tasks.empty')} hint={t('tasks.emptyHint')} />;
    return (
      <>
        <Rows list={list.data} board={board} open={setDialog} />
        <div className={styles['pages']}>
          <Pager walk={onward(list.isPlaceholderData ? null : list.data.nextCursor)} />
        </div>
      </>
    );
  };
  const { open = 0, due_soon: soon = 0, breached: late = 0 } = list.data?.counts ?? {};
  const close = (): void => setDialog(null);
  return (
    <>
      <div className={styles['filters']}>
        <Segmented
          value={state}
          onChange={setState}
          options={taskFilters.map((value) => ({ value, label: t(`tasks.filter.${value}`) }))}
        />
        <Select
          allowClear
          className={styles['wide'] ?? ''}
          placeholder={t('tasks.anyKind')}
          aria-label={t('tasks.column.kind')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`tasks.kind.${value}`) }))}
          onChange={(value: string | undefined) => setKind(value ?? null)}
        />
        {board && (
          <Select
            allowClear
            showSearch
            optionFilterProp="label"
            className={styles['wide'] ?? ''}
            placeholder={t('tasks.anyOwner')}
            aria-label={t('tasks.column.owner')}
            value={owner}
            options={[
              { value: 'none', label: t('tasks.nobody') },
              ...(list.data?.owners ?? []).map(({ userId, displayName }) => ({ value: userId, label: displayName })),
            ]}
            onChange={(value: string | undefined) => setOwner(value ?? null)}
          />
        )}
        <Tooltip title={t('tasks.stateHint')}>
          <span className={`cd-soft ${styles['counts'] ?? ''}`}>{t('tasks.counts', { open, soon, late })}</span>
        </Tooltip>
      </div>
      <div className={table['body']} aria-busy={list.isFetching}>
        {content()}
      </div>
      {dialog?.of === 'done' && <DoneDialog task={dialog.task} onClose={close} />}
      {dialog?.of === 'number' && <NumberDialog caseId={dialog.task.caseId} onClose={close} />}
      {dialog?.of === 'visit' && <VisitDialog caseId={dialog.task.caseId} onClose={close} />}
    </>
  );
}
