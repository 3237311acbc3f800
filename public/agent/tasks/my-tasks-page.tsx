import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import table from '../../shared/case-file/case-list.module.css';
import { TaskList } from '../../shared/tasks/task-list.tsx';
import styles from '../../shared/tasks/tasks-page.module.css';

export function MyTasksPage(): ReactNode {
  const { t } = useTranslation();
  return (
    <main className={`${table['page'] ?? ''} ${styles['page'] ?? ''}`}>
      <header className={table['head']}>
        <h1>{t('tasks.mine')}</h1>
      </header>
      <TaskList board={false} />
    </main>
  );
}
