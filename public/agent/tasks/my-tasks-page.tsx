import { Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import table from '../../shared/case-file/case-list.module.css';
import { TaskList } from '../../shared/tasks/task-list.tsx';
import { VisitBoard } from '../../shared/tasks/visit-board.tsx';

const tabs = ['tracing', 'visits'] as const;

/** What the agent has to do beside the calls, and where the visits of his cases stand. */
export function MyTasksPage(): ReactNode {
  const { t } = useTranslation();
  const [tab, setTab] = useState<(typeof tabs)[number]>('tracing');
  return (
    <main className={table['page']}>
      <header className={table['head']}>
        <h1>{t('tasks.mine')}</h1>
        <Segmented
          value={tab}
          onChange={setTab}
          options={tabs.map((value) => ({ value, label: t(`tasks.tabs.${value}`) }))}
        />
      </header>
      {tab === 'tracing' ? <TaskList board={false} /> : <VisitBoard mine />}
    </main>
  );
}
