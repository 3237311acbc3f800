import { PlusOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LadderNumber } from '../../../src/contract/case.ts';
import { useFormat } from '../format/use-format.ts';
import { NumberDialog } from '../tasks/number-dialog.tsx';
import { EmptyView } from '../ui/empty-view.tsx';
import { FailureView } from '../ui/failure-view.tsx';
import { useCaseDecision } from './case-queries.ts';
import { LadderTable } from './ladder-table.tsx';
import styles from './panel.module.css';

export function NumbersPanel(props: {
  readonly caseId: string;
  readonly ladder: readonly LadderNumber[];
  readonly calledNumberId?: string | undefined;
  /** Nothing is added to a case that is withheld from the screen (IDC-1). */
  readonly covered?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [asked, setAsked] = useState(false);
  const [adding, setAdding] = useState(false);
  const decision = useCaseDecision(props.caseId, asked);
  return (
    <section className={styles.panel} aria-labelledby="numbers-title" id="numbers" tabIndex={-1}>
      <header className={styles.head}>
        <h2 id="numbers-title">
          {t('cases.numbers')} <span className={styles.count}>{props.ladder.length}</span>
        </h2>
        {asked && decision.data !== undefined && (
          <span className={styles.aside}>
            {t('cases.whyNotAt', {
              at: format.time(decision.data.at),
              preset: decision.data.presetName,
              version: decision.data.presetVersion,
              rules: decision.data.rulesVersion,
            })}
          </span>
        )}
        {props.covered !== true && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t('tasks.addNumber')}
          </Button>
        )}
        {adding && <NumberDialog caseId={props.caseId} onClose={() => setAdding(false)} />}
        <Tooltip title={t('cases.whyNotHint')}>
          <Button
            size="small"
            icon={<QuestionCircleOutlined />}
            loading={asked && decision.isFetching}
            aria-pressed={asked}
            onClick={() => setAsked((was) => !was)}
          >
            {t(asked ? 'cases.whyNotHide' : 'cases.whyNot')}
          </Button>
        </Tooltip>
      </header>
      <div className={styles.body}>
        {props.ladder.length === 0 ? (
          <EmptyView title={t('cases.numbersEmpty')} />
        ) : asked && decision.isError ? (
          <FailureView error={decision.error} retry={() => void decision.refetch()} />
        ) : (
          <LadderTable
            caseId={props.caseId}
            ladder={props.ladder}
            calledNumberId={props.calledNumberId}
            decision={asked ? decision.data : undefined}
            showDecision={asked}
          />
        )}
      </div>
    </section>
  );
}
