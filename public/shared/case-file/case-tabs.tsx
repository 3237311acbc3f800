import { Badge, Skeleton, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { UseQueryResult } from '@tanstack/react-query';
import type { CasePage } from '../../../src/contract/case.ts';
import { FailureView } from '../ui/failure-view.tsx';
import { CaseFraud } from '../fraud/case-fraud.tsx';
import { CallsList } from './calls-list.tsx';
import { CaseDetails, LinkedCases, Notes, Promises } from './case-lists.tsx';
import { Checklist } from './checklist.tsx';
import { Consents } from './consents.tsx';
import { useMaySupervise } from './stop-commands.ts';
import { Timeline } from './timeline.tsx';
import { WhoGetsIt } from './who-gets-it.tsx';
import panel from './panel.module.css';
import styles from './case-tabs.module.css';

export type CaseTab =
  'timeline' | 'calls' | 'checklist' | 'linked' | 'notes' | 'promises' | 'consents' | 'fraud' | 'routing' | 'details';

export function CaseTabs(props: {
  readonly page: UseQueryResult<CasePage>;
  readonly tab: CaseTab;
  readonly onTab: (tab: CaseTab) => void;
  readonly linkTo: (caseId: string, text: string) => ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const { page, linkTo } = props;
  const maySupervise = useMaySupervise();
  const data = page.data;
  const counts = {
    timeline: undefined,
    calls: data?.attempts.length,
    linked: data?.linked.length,
    notes: data?.notes.length,
    promises: data === undefined ? undefined : data.promises.length + data.payments.length,
    consents: data?.consents.length,
    fraud: undefined,
    routing: undefined,
    checklist: undefined,
    details: undefined,
  };
  const content = (tab: CaseTab): ReactNode => {
    if (page.isError && data === undefined) return <FailureView error={page.error} retry={() => void page.refetch()} />;
    if (data === undefined) return <Skeleton active className={styles.skeleton ?? ''} paragraph={{ rows: 5 }} />;
    switch (tab) {
      case 'timeline':
        return <Timeline key={data.caseId} caseId={data.caseId} />;
      case 'calls':
        return <CallsList calls={data.attempts} caseId={data.caseId} />;
      case 'linked':
        return <LinkedCases page={data} linkTo={linkTo} />;
      case 'notes':
        return <Notes page={data} />;
      case 'promises':
        return <Promises page={data} />;
      case 'consents':
        return <Consents key={data.caseId} page={data} />;
      case 'fraud':
        return <CaseFraud caseId={data.caseId} />;
      case 'routing':
        return <WhoGetsIt key={data.caseId} caseId={data.caseId} numbers={data.ladder} />;
      case 'checklist':
        return <Checklist key={data.caseId} caseId={data.caseId} />;
      case 'details':
        return <CaseDetails page={data} />;
    }
  };
  const label = (tab: CaseTab): ReactNode => (
    <span className={styles.label}>
      {t(`cases.tabs.${tab}`)}
      {counts[tab] !== undefined && (
        <Badge
          count={counts[tab]}
          showZero
          overflowCount={999}
          color={tab === 'linked' && counts[tab] > 0 ? '#a65a00' : '#5c6d7e'}
          size="small"
        />
      )}
    </span>
  );
  const tabs: readonly CaseTab[] = [
    'timeline',
    'calls',
    'linked',
    'notes',
    'promises',
    'checklist',
    'consents',
    'fraud',
    ...(maySupervise ? (['routing'] as const) : []),
    'details',
  ];
  return (
    <section className={panel.panel} id="case-tabs" tabIndex={-1}>
      <Tabs
        size="small"
        activeKey={props.tab}
        onChange={(key) => props.onTab(key as CaseTab)}
        className={styles.tabs ?? ''}
        items={tabs.map((tab) => ({
          key: tab,
          label: label(tab),
          children: <div className={styles.pane}>{content(tab)}</div>,
        }))}
      />
    </section>
  );
}
