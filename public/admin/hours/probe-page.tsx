import { QuestionCircleOutlined } from '@ant-design/icons';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProbeRequest } from '../../../src/contract/probe.ts';
import table from '../../shared/case-file/case-list.module.css';
import { useTerm } from '../../shared/i18n/use-term.ts';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { Refusal } from '../../shared/ui/refusal.tsx';
import { TelephonyTabs } from '../trunks/telephony-tabs.tsx';
import { useProbe, useWindows } from './hours-queries.ts';
import styles from './hours.module.css';
import { ProbeAnswer } from './probe-answer.tsx';
import { emptyProbe, subjectOf } from './probe-draft.ts';
import { ProbeForm } from './probe-form.tsx';
import { WeekView } from './week-view.tsx';

/** What would ring now, at any instant and over a week: asked of the decision itself. */
export function ProbePage(): ReactNode {
  const { t } = useTranslation();
  const term = useTerm();
  const [draft, setDraft] = useState(emptyProbe);
  const [asked, setAsked] = useState<ProbeRequest | null>(null);
  const windows = useWindows();
  const probe = useProbe(asked);
  const ask = (): void => {
    const next = { ...subjectOf(draft), at: draft.at };
    if (JSON.stringify(next) === JSON.stringify(asked)) void probe.refetch();
    else setAsked(next);
  };
  const result = (): ReactNode => {
    if (asked === null)
      return <EmptyView icon={<QuestionCircleOutlined />} title={t('probe.empty')} hint={t('probe.emptyHint')} />;
    if (probe.isError) return <Refusal title={t('probe.refused')} error={probe.error} />;
    return (
      <>
        {probe.data === undefined ? <div className={styles.pending} /> : <ProbeAnswer answer={probe.data} />}
        <WeekView subject={{ typed: asked.typed, case: asked.case, trial: null }} />
      </>
    );
  };
  return (
    <main className={table.page}>
      <header className={table.head}>
        <TelephonyTabs />
      </header>
      <div className={styles.columns}>
        <ProbeForm
          draft={draft}
          campaigns={windows.data?.campaigns ?? []}
          clients={windows.data?.clients ?? []}
          numbers={
            probe.data?.numbers.map(({ numberId, masked, class: of }) => ({
              numberId,
              label: `${term('numberClass', of)} ${masked}`,
            })) ?? []
          }
          busy={probe.isFetching}
          onChange={setDraft}
          onAsk={ask}
        />
        <div className={styles.result}>{result()}</div>
      </div>
    </main>
  );
}
