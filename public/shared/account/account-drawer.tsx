import { Button, Drawer, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnAccount } from '../../../src/contract/account.ts';
import { FailureView } from '../ui/failure-view.tsx';
import { useEndSession, useOwnAccount } from './account-queries.ts';
import { PasswordSection } from './password-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { SessionTable } from './session-table.tsx';
import styles from './account.module.css';

function Sessions({ account }: { readonly account: OwnAccount }): ReactNode {
  const { t } = useTranslation();
  const end = useEndSession();
  const others = account.sessions.some(({ current }) => !current);
  return (
    <section className={styles.section}>
      <h2>{t('account.sessions.title')}</h2>
      <SessionTable sessions={account.sessions} busy={end.isPending} onEnd={(sessionId) => end.mutate(sessionId)} />
      <div className={styles.row}>
        <Button disabled={!others} loading={end.isPending} onClick={() => end.mutate(null)}>
          {t('account.sessions.endOthers')}
        </Button>
      </div>
    </section>
  );
}

/** Password, second factor and sessions of whoever is signed in; the same in every console. */
export function AccountDrawer({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const account = useOwnAccount();
  const content = (): ReactNode => {
    if (account.data !== undefined) {
      return (
        <>
          <PasswordSection minLength={account.data.passwordMinLength} />
          <SecondFactorSection factor={account.data.secondFactor} />
          <Sessions account={account.data} />
        </>
      );
    }
    return account.isError ? (
      <FailureView error={account.error} retry={() => void account.refetch()} />
    ) : (
      <Skeleton active paragraph={{ rows: 8 }} />
    );
  };
  return (
    <Drawer open size={640} title={t('account.title')} onClose={onClose}>
      {content()}
    </Drawer>
  );
}
