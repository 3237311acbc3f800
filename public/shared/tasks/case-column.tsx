import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '../table/table-columns.ts';
import styles from './tasks.module.css';

/** Which case a row is of: the way to it, and whose it is. */
export function useCaseColumn(): Column<{
  readonly caseId: string;
  readonly externalRef: string;
  readonly debtorName: string | null;
}> {
  const { t } = useTranslation();
  return {
    key: 'case',
    title: t('tasks.column.case'),
    cell: ({ caseId, externalRef, debtorName }) => (
      <>
        <Link className={styles['ref'] ?? ''} to={`/cases/${caseId}`}>
          {externalRef}
        </Link>{' '}
        {debtorName}
      </>
    ),
    sorts: true,
    fixed: true,
  };
}
