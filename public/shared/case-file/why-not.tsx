import { ReloadOutlined } from '@ant-design/icons';
import { Button, Skeleton, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { useTerm } from '../i18n/use-term.ts';
import { FailureView } from '../ui/failure-view.tsx';
import { useCaseDecision } from './case-queries.ts';
import { DecisionCell, GateTrace } from './decision-cell.tsx';
import styles from './why-not.module.css';

/** The dial decision of this moment, number by number, each with its gates. */
export function WhyNot({ caseId }: { readonly caseId: string }): ReactNode {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  const [open, setOpen] = useState<string | null>(null);
  const decision = useCaseDecision(caseId, true);
  const { data } = decision;
  const content = (): ReactNode => {
    if (data === undefined) {
      if (decision.isError) return <FailureView error={decision.error} retry={() => void decision.refetch()} />;
      return <Skeleton active paragraph={{ rows: 4 }} />;
    }
    return (
      <>
        <p className={styles.said}>
          {data.dueAt === null
            ? t('timeline.whyNot.never')
            : t('timeline.whyNot.next', { at: format.moment(data.dueAt) })}
          {data.dueReason !== null &&
            i18n.exists(`terms.reason.${data.dueReason}`) &&
            ` · ${term('reason', data.dueReason)}`}
        </p>
        {data.numbers.length === 0 && <p className="cd-soft">{t('timeline.whyNot.none')}</p>}
        <ul className={styles.numbers}>
          {data.numbers.map((number) => (
            <li key={number.numberId}>
              <span className={styles.number}>
                <strong>{term('numberClass', number.class)}</strong> <span className="cd-mono">{number.masked}</span>
                {data.next === number.numberId && <span className={styles.next}> {t('cases.nextUp')}</span>}
              </span>
              <DecisionCell
                decision={number}
                open={open === number.numberId}
                onToggle={() => setOpen(open === number.numberId ? null : number.numberId)}
              />
              {open === number.numberId && <GateTrace trace={number.trace} />}
            </li>
          ))}
        </ul>
        <p className={styles.said}>
          {t('cases.whyNotAt', {
            at: format.time(data.at),
            preset: data.presetName,
            version: data.presetVersion,
            rules: data.rulesVersion,
          })}
        </p>
      </>
    );
  };
  return (
    <aside className={styles.aside} aria-label={t('timeline.whyNot.title')}>
      <header className={styles.head}>
        <Tooltip title={t('timeline.whyNot.hint')}>
          <h3>{t('timeline.whyNot.title')}</h3>
        </Tooltip>
        <Tooltip title={t('timeline.whyNot.refresh')}>
          <Button
            type="text"
            size="small"
            icon={<ReloadOutlined />}
            loading={decision.isFetching}
            aria-label={t('timeline.whyNot.refresh')}
            onClick={() => void decision.refetch()}
          />
        </Tooltip>
      </header>
      {content()}
    </aside>
  );
}
