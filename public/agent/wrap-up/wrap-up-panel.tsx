import { FormOutlined } from '@ant-design/icons';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../src/contract/agent.ts';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { useWrapUpForm } from './save-wrap-up.ts';
import { WrapUpBody } from './wrap-up-body.tsx';
import styles from './wrap-up-panel.module.css';

function Loaded({ card }: { readonly card: CallCard }): ReactNode {
  const form = useWrapUpForm(card.attemptId);
  if (form.data !== undefined) return <WrapUpBody card={card} form={form.data} />;
  if (form.isError) return <FailureView error={form.error} retry={() => void form.refetch()} />;
  return <Skeleton active className={styles.skeleton ?? ''} paragraph={{ rows: 8 }} />;
}

/** Usable from the first second of the call; saved when it is over. */
export function WrapUpPanel({ card }: { readonly card: CallCard | null }): ReactNode {
  const { t } = useTranslation();
  const due = card !== null && card.endedAt !== null;
  return (
    <section className={styles.panel} aria-labelledby="wrap-up-title" id="wrap-up" tabIndex={-1} data-due={due}>
      <header className={styles.head}>
        <h2 id="wrap-up-title">{t('wrapUp.title')}</h2>
        {card !== null && <span>{t(due ? 'wrapUp.due' : 'wrapUp.duringCall')}</span>}
      </header>
      {card === null ? (
        <EmptyView icon={<FormOutlined />} title={t('wrapUp.idle')} />
      ) : (
        <Loaded key={card.attemptId} card={card} />
      )}
    </section>
  );
}
