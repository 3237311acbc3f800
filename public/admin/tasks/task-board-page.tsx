import { Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { taskFilters } from '../../../src/contract/task.ts';
import table from '../../shared/case-file/case-list.module.css';
import { TaskList } from '../../shared/tasks/task-list.tsx';
import { VisitBoard } from '../../shared/tasks/visit-board.tsx';

const tabs = ['tracing', 'visits'] as const;

export function TaskBoardPage(): ReactNode {
  const { t } = useTranslation();
  // Another page may lead here for the tasks of one state.
  const wanted = useSearchParams()[0].get('state');
  const state = taskFilters.find((each) => each === wanted) ?? 'pending';
  const [tab, setTab] = useState<(typeof tabs)[number]>('tracing');
  return (
    <main className={table['page']}>
      <header className={table['head']}>
        <h1>{t('tasks.title')}</h1>
        <Segmented
          value={tab}
          onChange={setTab}
          options={tabs.map((value) => ({ value, label: t(`tasks.tabs.${value}`) }))}
        />
      </header>
      {tab === 'tracing' ? <TaskList key={state} board state={state} /> : <VisitBoard />}
    </main>
  );
}
