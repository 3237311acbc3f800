import { Tag, Timeline } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FraudDetail } from '../../../src/contract/fraud.ts';
import { useFormat } from '../format/use-format.ts';
import { useSession } from '../session/session.ts';
import { DueTag } from './due-tag.tsx';
import { FraudDocuments } from './fraud-documents.tsx';
import { NextStep } from './next-step.tsx';
import styles from './fraud.module.css';

/** One application: what is claimed, where it stands, what was done when, its documents. Agents only look. */
export function FraudDetails({ fraud }: { readonly fraud: FraudDetail }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const session = useSession();
  const mayAdd = session.data !== null && session.data !== undefined && session.data.role !== 'agent';
  return (
    <div className={styles.detail}>
      <div className={styles.row}>
        <Tag color="processing">{t(`fraud.step.${fraud.step}`)}</Tag>
        <DueTag deadline={fraud.deadline} />
      </div>
      <dl className={styles.facts}>
        <dt>{t('fraud.claimedOn')}</dt>
        <dd>{format.day(fraud.claimedOn)}</dd>
        <dt>{t('fraud.suspect')}</dt>
        <dd>{fraud.suspect}</dd>
        <dt>{t('fraud.clues')}</dt>
        <dd>{fraud.clues}</dd>
        {fraud.signOn !== null && fraud.signPlace !== null && (
          <>
            <dt>{t('fraud.signOn')}</dt>
            <dd>
              {format.day(fraud.signOn)} · {t(`fraud.place.${fraud.signPlace}`)}
            </dd>
          </>
        )}
        <dt title={t('fraud.classBeforeHint')}>{t('fraud.classBefore')}</dt>
        <dd>{t(`terms.caseClass.${fraud.classBefore}`)}</dd>
      </dl>
      <NextStep key={fraud.step} fraud={fraud} />
      <FraudDocuments fraud={fraud} mayAdd={mayAdd} />
      <section>
        <h3>{t('fraud.log')}</h3>
        <Timeline
          items={fraud.log.map((step) => ({
            key: step.stepId,
            content: (
              <>
                <strong>{t(`fraud.done.${step.kind}`)}</strong> · {format.day(step.on)}
                {step.signOn !== null && step.place !== null && (
                  <> · {t('fraud.signAt', { day: format.day(step.signOn), place: t(`fraud.place.${step.place}`) })}</>
                )}
                <div className="cd-soft">
                  {format.moment(step.at)} · {step.actorName ?? t('cases.system')}
                </div>
                {step.note !== null && <div>{step.note}</div>}
              </>
            ),
          }))}
        />
      </section>
    </div>
  );
}
