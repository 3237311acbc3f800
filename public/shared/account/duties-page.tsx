import { Alert, Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Duty } from '../../../src/contract/session.ts';
import { useRefreshSession, useSignOut } from '../session/session.ts';
import { BrandMark } from '../ui/brand-mark.tsx';
import { FailureView } from '../ui/failure-view.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { useOwnAccount } from './account-queries.ts';
import { PasswordSection } from './password-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import styles from './account.module.css';

/** What has to be done before anything else opens. */
export function DutiesPage({ duties }: { readonly duties: readonly Duty[] }): ReactNode {
  const { t } = useTranslation();
  const account = useOwnAccount();
  const signOut = useSignOut();
  const refresh = useRefreshSession();
  const [duty] = duties;
  const content = (): ReactNode => {
    if (account.isError) return <FailureView error={account.error} retry={() => void account.refetch()} />;
    if (account.data === undefined) return <Skeleton active paragraph={{ rows: 6 }} />;
    return duty === 'change-password' ? (
      <PasswordSection minLength={account.data.passwordMinLength} onChanged={refresh} />
    ) : (
      <SecondFactorSection factor={account.data.secondFactor} onSet={refresh} />
    );
  };
  return (
    <main className={styles.duties}>
      <header>
        <BrandMark size={30} />
        <LanguageSwitch />
        <Button onClick={() => signOut.mutate()}>{t('common.signOut')}</Button>
      </header>
      {duty !== undefined && <Alert type="info" showIcon title={t(`account.duty.${duty}`)} />}
      {content()}
    </main>
  );
}
