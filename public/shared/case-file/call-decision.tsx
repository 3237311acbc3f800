import { Modal, Skeleton, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { useAttemptDecision } from './case-queries.ts';
import { GateTrace } from './decision-cell.tsx';
import styles from './calls-list.module.css';

const colors = { ALLOW: 'success', DEFER: 'warning', BLOCK: 'error' } as const;

/** The decision that stands behind a call: by which rules, gate by gate, and on which facts. */
export function CallDecision(props: {
  readonly caseId: string;
  readonly attemptId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, isError } = useAttemptDecision(props.caseId, props.attemptId);
  return (
    <Modal open title={t('cases.decided')} footer={null} width={720} onCancel={props.onClose}>
      {isError && <p className="cd-soft">{t('cases.decidedNone')}</p>}
      {data === undefined && !isError && <Skeleton active />}
      {data !== undefined && (
        <>
          <p>
            <Tag color={colors[data.kind]}>{t(`terms.decision.${data.kind}`)}</Tag>{' '}
            {t('cases.decidedBy', {
              preset: data.presetName,
              version: data.presetVersion,
              rules: data.rulesVersion,
              at: format.moment(data.at),
            })}
          </p>
          <GateTrace trace={data.trace} />
          <details>
            <summary>{t('cases.decidedInputs')}</summary>
            <pre className={styles.inputs}>{JSON.stringify(data.inputs, null, 2)}</pre>
          </details>
        </>
      )}
    </Modal>
  );
}
