import { Segmented, Skeleton } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import table from '../../shared/case-file/case-list.module.css';
import { useConfigKinds } from '../../shared/configuration/config-queries.ts';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { Exchange } from './exchange.tsx';
import { History } from './history.tsx';
import styles from './configuration.module.css';

const views = ['history', 'exchange'] as const;

/** Configuration as data: its history, and the whole of it as one document. */
export function ConfigurationPage(): ReactNode {
  const { t } = useTranslation();
  const kinds = useConfigKinds();
  const [view, setView] = useState<(typeof views)[number]>('history');
  const content = (): ReactNode => {
    if (kinds.data === undefined) {
      if (kinds.isError) return <FailureView error={kinds.error} retry={() => void kinds.refetch()} />;
      return <Skeleton active style={{ padding: 20 }} />;
    }
    return view === 'exchange' && kinds.data.mayChange ? (
      <Exchange kinds={kinds.data} />
    ) : (
      <History kinds={kinds.data} />
    );
  };
  return (
    <main className={`${table.page} ${styles.page}`}>
      <header className={table.head}>
        <h1 title={t('configuration.lead')}>{t('configuration.title')}</h1>
        {kinds.data?.mayChange === true && (
          <Segmented
            aria-label={t('configuration.view')}
            value={view}
            options={views.map((value) => ({ value, label: t(`configuration.views.${value}`) }))}
            onChange={setView}
          />
        )}
      </header>
      {content()}
    </main>
  );
}
