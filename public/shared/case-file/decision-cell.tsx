import { CheckCircleFilled, CloseCircleFilled, DownOutlined } from '@ant-design/icons';
import { Button, Skeleton, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDecisionView } from '../../../src/contract/case.ts';
import { useTerm } from '../i18n/use-term.ts';
import { useFormat } from '../format/use-format.ts';
import styles from './decision-cell.module.css';

type NumberDecision = CaseDecisionView['numbers'][number];

const colors = { ALLOW: 'success', DEFER: 'warning', BLOCK: 'error' } as const;

export function DecisionCell(props: {
  readonly decision: NumberDecision | undefined;
  readonly open: boolean;
  readonly onToggle: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (props.decision === undefined) return <Skeleton.Button active size="small" />;
  const { kind, reason, nextEligibleAt } = props.decision;
  return (
    <div className={styles.cell}>
      <div>
        <Tag color={colors[kind]} className={styles.tag ?? ''}>
          {t(`terms.decision.${kind}`)}
        </Tag>
        {reason !== null && <div className={styles.reason}>{t(`terms.reason.${reason}`)}</div>}
        {nextEligibleAt !== null && kind !== 'ALLOW' && (
          <div className={styles.until}>{t('cases.until', { until: format.moment(nextEligibleAt) })}</div>
        )}
      </div>
      <Button
        type="text"
        size="small"
        icon={<DownOutlined rotate={props.open ? 180 : 0} />}
        aria-expanded={props.open}
        aria-label={t('cases.trace')}
        onClick={props.onToggle}
      />
    </div>
  );
}

/** Every gate up to the first that failed, in the order in which they are asked. */
export function GateTrace({ trace }: { readonly trace: NumberDecision['trace'] }): ReactNode {
  const { t } = useTranslation();
  const term = useTerm();
  const format = useFormat();
  return (
    <ol className={styles.trace}>
      {trace.map((gate, i) => (
        <li key={i} data-passed={gate.passed}>
          {gate.passed ? (
            <CheckCircleFilled aria-label={t('cases.gatePassed')} />
          ) : (
            <CloseCircleFilled aria-label={t('cases.gateFailed')} />
          )}
          <span>{term('gate', gate.gate)}</span>
          {gate.reason !== undefined && <span>{t(`terms.reason.${gate.reason}`)}</span>}
          {gate.until !== undefined && gate.until !== null && (
            <span>{t('cases.until', { until: format.moment(gate.until) })}</span>
          )}
          {gate.detail !== undefined && <span className="cd-soft">{term('gateDetail', gate.detail)}</span>}
        </li>
      ))}
    </ol>
  );
}
