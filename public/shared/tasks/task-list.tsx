import { CheckSquareOutlined } from '@ant-design/icons';
import { Button, Segmented, Select, Tag, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { taskFilters, taskList, taskView, type TaskList as Tasks, type TaskView } from '../../../src/contract/task.ts';
import { fileOf, queryOf } from '../api/query-of.ts';
import { request } from '../api/request.ts';
import { useFormat } from '../format/use-format.ts';
import { ChoiceFilter } from '../table/choice-filter.tsx';
import { ServerTable } from '../table/server-table.tsx';
import type { Column } from '../table/table-columns.ts';
import { usePages } from '../table/use-pages.ts';
import { useCaseColumn } from './case-column.tsx';
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

function useColumns(props: {
  readonly board: boolean;
  readonly done: boolean;
  readonly owners: Tasks['owners'];
  readonly open: (dialog: Dialog) => void;
}): readonly Column<TaskView>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const title = (key: 'kind' | 'because' | 'owner' | 'due' | 'done' | 'state' | 'result') => ({
    key,
    title: t(`tasks.column.${key}`),
  });
  const owner: Column<TaskView> = {
    ...title('owner'),
    cell: (task) => <Owner task={task} owners={props.owners} />,
    sorts: true,
  };
  const done: Column<TaskView> = {
    ...title('done'),
    cell: ({ doneAt }) => (doneAt === null ? t('common.nothing') : format.moment(doneAt)),
    sorts: true,
  };
  return [
    useCaseColumn(),
    { ...title('kind'), cell: ({ kind }) => t(`tasks.kind.${kind}`), sorts: true },
    { ...title('because'), cell: ({ because }) => t(`tasks.because.${because}`) },
    ...(props.board ? [owner] : []),
    { ...title('due'), cell: ({ dueAt }) => format.moment(dueAt), sorts: true },
    ...(props.done ? [done] : []),
    { ...title('state'), cell: (task) => <State task={task} /> },
    { ...title('result'), cell: ({ result }) => result ?? t('common.nothing') },
    {
      key: 'act',
      title: t('table.act'),
      align: 'right',
      cell: (task) => <Actions task={task} open={props.open} />,
      fixed: true,
    },
  ];
}

/** Tasks, the first due first and of those done the latest, or as one wants them: the whole board, or an agent's own list. */
export function TaskList(props: {
  readonly board: boolean;
  /** What is shown at first. */
  readonly state?: (typeof taskFilters)[number];
}): ReactNode {
  const { board } = props;
  const { t } = useTranslation();
  const [state, setState] = useState<(typeof taskFilters)[number]>(props.state ?? 'pending');
  const [kind, setKind] = useState<TaskView['kind']>();
  const [owner, setOwner] = useState<string>();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const filters = { state, kind, owner };
  const pages = usePages<TaskView, Tasks & { readonly rows: readonly TaskView[] }>({
    key: ['tasks'],
    filters,
    sort: state === 'done' ? { by: 'done', down: true } : { by: 'due', down: false },
    refreshMs,
    fetch: async (ask, signal) => {
      const list = await request(taskList, `/api/tasks?${queryOf({ ...filters, ...ask })}`, { signal });
      return { ...list, rows: list.tasks };
    },
  });
  const { data } = pages.query;
  const { open = 0, due_soon: soon = 0, breached: late = 0 } = data?.counts ?? {};
  const owners = data?.owners ?? [];
  const close = (): void => setDialog(null);
  return (
    <>
      <ServerTable
        inside
        screen={board ? 'tasks' : 'my-tasks'}
        title={t('tasks.title')}
        columns={useColumns({ board, done: state === 'done', owners, open: setDialog })}
        pages={pages}
        rowKey={({ taskId }) => taskId}
        exportHref={board ? fileOf('/api/tasks/export.csv', filters) : undefined}
        unfiltered={kind === undefined && owner === undefined}
        empty={{ icon: <CheckSquareOutlined />, title: t('tasks.empty'), hint: t('tasks.emptyHint') }}
        note={
          <Tooltip title={t('tasks.stateHint')}>
            <span tabIndex={0}>{t('tasks.counts', { open, soon, late })}</span>
          </Tooltip>
        }
        filters={
          <>
            <Segmented
              value={state}
              onChange={setState}
              options={taskFilters.map((value) => ({ value, label: t(`tasks.filter.${value}`) }))}
            />
            <ChoiceFilter
              label={t('tasks.column.kind')}
              any={t('tasks.anyKind')}
              value={kind}
              options={kinds.map((value) => ({ value, label: t(`tasks.kind.${value}`) }))}
              onChange={setKind}
            />
            {board && (
              <ChoiceFilter
                label={t('tasks.column.owner')}
                any={t('tasks.anyOwner')}
                value={owner}
                options={[
                  { value: 'none', label: t('tasks.nobody') },
                  ...owners.map(({ userId, displayName }) => ({ value: userId, label: displayName })),
                ]}
                onChange={setOwner}
              />
            )}
          </>
        }
      />
      {dialog?.of === 'done' && <DoneDialog task={dialog.task} onClose={close} />}
      {dialog?.of === 'number' && <NumberDialog caseId={dialog.task.caseId} onClose={close} />}
      {dialog?.of === 'visit' && <VisitDialog caseId={dialog.task.caseId} onClose={close} />}
    </>
  );
}
