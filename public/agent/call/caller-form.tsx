import { Alert, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../src/contract/agent.ts';
import { useIdentifyCaller } from './call-duties.ts';
import styles from './call-card.module.css';

/** Several debtors have the number that rings: nobody is shown before the caller has said who he is. */
export function CallerForm({ card }: { readonly card: CallCard }): ReactNode {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const identify = useIdentifyCaller(card);
  return (
    <div className={styles.identity}>
      <Alert type="warning" showIcon title={t('floor.caller.shared')} description={t('floor.caller.ask')} />
      <Input.Search
        aria-label={t('floor.caller.said')}
        placeholder={t('floor.caller.said')}
        enterButton={t('floor.caller.identify')}
        value={said}
        maxLength={200}
        loading={identify.isPending}
        status={identify.isError ? 'error' : ''}
        onChange={(event) => setSaid(event.target.value)}
        onSearch={(text) => {
          if (text.trim() !== '') identify.mutate(text.trim());
        }}
      />
      {identify.isError && (
        <span role="alert" className="cd-soft">
          {t('floor.caller.nobody')}
        </span>
      )}
    </div>
  );
}
