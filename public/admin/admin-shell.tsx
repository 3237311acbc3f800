import { LogoutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import type { SignedInUser } from '../../src/contract/session.ts';
import { useSignOut } from '../shared/session/session.ts';
import { AlertBadge } from '../shared/alerts/alert-badge.tsx';
import { LeaveBadge } from '../shared/leaves/leave-badge.tsx';
import { BrandMark } from '../shared/ui/brand-mark.tsx';
import { LanguageSwitch } from '../shared/ui/language-switch.tsx';
import { AdminNav } from './admin-nav.tsx';
import { CalendarBanner } from './calendars/calendar-banner.tsx';
import { AccountButton } from '../shared/account/account-button.tsx';
import { useAdminMenu } from './use-admin-menu.ts';
import styles from './admin-shell.module.css';

export function AdminShell({ user }: { readonly user: SignedInUser }): ReactNode {
  const { t } = useTranslation();
  const signOut = useSignOut();
  const groups = useAdminMenu(user);
  return (
    <div className={styles.shell}>
      <header className={styles.bar}>
        <BrandMark size={26} />
        <strong>{t('common.product')}</strong>
        <AdminNav groups={groups} />
        {user.role !== 'agent' && (
          <AlertBadge
            link={(children, label) => (
              <Link to="/alerts" aria-label={label}>
                {children}
              </Link>
            )}
          />
        )}
        {user.role !== 'agent' && (
          <LeaveBadge
            link={(children, label) => (
              <Link to="/leaves" aria-label={label}>
                {children}
              </Link>
            )}
          />
        )}
        <AccountButton name={user.displayName} className={styles.icon ?? ''} />
        <LanguageSwitch />
        <Button
          type="text"
          className={styles.icon ?? ''}
          icon={<LogoutOutlined />}
          aria-label={t('common.signOut')}
          title={t('common.signOut')}
          onClick={() => signOut.mutate()}
        />
      </header>
      <div className={styles.content}>
        {user.role !== 'agent' && <CalendarBanner mayImport={user.role === 'admin'} />}
        <Outlet />
      </div>
    </div>
  );
}
