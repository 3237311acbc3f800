import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { Modal, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.ts';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { useChecklist } from './campaign-queries.ts';
import styles from './campaigns.module.css';

/** What must be in place before it rings anybody, each with what to do. */
export function ChecklistDialog(props: {
  readonly campaignId: string;
  readonly name: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useChecklist(props.campaignId);
  const content = (): ReactNode => {
    if (list.data !== undefined) {
      const { checks, cases } = list.data;
      return (
        <>
          <ul className={styles.checks}>
            {checks.map(({ check, holds }) => (
              <li key={check} data-holds={holds}>
                {holds ? (
                  <CheckCircleFilled style={{ color: '#1a7f4b' }} aria-label={t('campaigns.check.holds')} />
                ) : (
                  <CloseCircleFilled style={{ color: '#c0392b' }} aria-label={t('campaigns.check.fails')} />
                )}
                <span>
                  {t(`campaigns.check.name.${check}`)}
                  {!holds && <div className="cd-soft">{t(`campaigns.check.remedy.${check}`)}</div>}
                </span>
              </li>
            ))}
          </ul>
          <p className="cd-soft">
            {t('campaigns.check.cases', {
              within: format.whole(cases.within),
              free: format.whole(cases.free),
              dialable: format.whole(cases.dialable),
            })}
          </p>
        </>
      );
    }
    if (list.isError) return <FailureView error={list.error} retry={() => void list.refetch()} />;
    return <Skeleton active paragraph={{ rows: 8 }} />;
  };
  return (
    <Modal open title={t('campaigns.check.title', { name: props.name })} footer={null} onCancel={props.onClose}>
      {content()}
    </Modal>
  );
}
