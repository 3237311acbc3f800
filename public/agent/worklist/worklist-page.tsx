import { CheckCircleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Badge, Skeleton, Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { worklistCounts } from '../../../src/contract/progress.ts';
import { fileOf } from '../../shared/api/query-of.ts';
import { request } from '../../shared/api/request.ts';
import table from '../../shared/case-file/case-list.module.css';
import { ListedCases } from '../../shared/case-file/listed-cases.tsx';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { MonthCalendar } from './month-calendar.tsx';
import styles from './worklist.module.css';

const refreshMs = 30_000;
const lists = ['due', 'overdue', 'waiting', 'promises_due'] as const;
type Tab = (typeof lists)[number] | 'calendar';

const linkTo = (caseId: string, text: string): ReactNode => <Link to={`/cases/${caseId}`}>{text}</Link>;

/** The agent's own cases by what is to be done with them, and a calendar of what comes. */
export function WorklistPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const open = (caseId: string): void => void navigate(`/cases/${caseId}`);
  const [tab, setTab] = useState<Tab>('due');
  const counts = useQuery({
    queryKey: ['worklist-counts'],
    queryFn: ({ signal }) => request(worklistCounts, '/api/agent/worklist/counts', { signal }),
    refetchInterval: refreshMs,
  });
  const content = (): ReactNode => {
    if (tab !== 'calendar')
      return (
        <ListedCases
          key={tab}
          path={`/api/agent/worklist?list=${tab}`}
          screen="worklist"
          title={t(`worklist.tabs.${tab}`)}
          withOwner={false}
          sorts
          exportHref={fileOf('/api/agent/worklist/export.csv', { list: tab })}
          empty={{ icon: <CheckCircleOutlined />, title: t('worklist.empty'), hint: t('worklist.emptyHint') }}
          linkTo={linkTo}
          onOpen={open}
        />
      );
    if (counts.data !== undefined) return <MonthCalendar today={counts.data.today} linkTo={linkTo} onOpen={open} />;
    if (counts.isError) return <FailureView error={counts.error} retry={() => void counts.refetch()} />;
    return <Skeleton active style={{ padding: 20 }} />;
  };
  return (
    <main className={table.page}>
      <header className={table.head}>
        <h1>{t('worklist.title')}</h1>
        {tab !== 'calendar' && <p className={styles.hint}>{t(`worklist.hint.${tab}`)}</p>}
        <Tabs
          className={styles.tabs ?? ''}
          activeKey={tab}
          onChange={(key) => setTab(key as Tab)}
          items={[...lists, 'calendar' as const].map((key) => ({
            key,
            label: (
              <>
                {t(`worklist.tabs.${key}`)}{' '}
                {key !== 'calendar' && counts.data !== undefined && (
                  <Badge
                    count={counts.data[key]}
                    showZero
                    overflowCount={9999}
                    size="small"
                    color={key === 'overdue' && counts.data[key] > 0 ? '#b42318' : '#5c6d7e'}
                  />
                )}
              </>
            ),
          }))}
        />
      </header>
      {tab === 'calendar' ? <div className={table.body}>{content()}</div> : content()}
    </main>
  );
}
