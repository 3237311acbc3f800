import { LogoutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet } from 'react-router';
import type { SessionUser } from '../../src/contract/session.ts';
import { useSignOut } from '../shared/session/session.ts';
import { LeaveBadge } from '../shared/leaves/leave-badge.tsx';
import { BrandMark } from '../shared/ui/brand-mark.tsx';
import { LanguageSwitch } from '../shared/ui/language-switch.tsx';
import { CalendarBanner } from './calendars/calendar-banner.tsx';
import styles from './admin-shell.module.css';

export function AdminShell({ user }: { readonly user: SessionUser }): ReactNode {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <div className={styles.shell}>
      <header className={styles.bar}>
        <BrandMark size={26} />
        <strong>{t('common.product')}</strong>
        <nav>
          <NavLink to="/placements">{t('placements.title')}</NavLink>
          <NavLink to="/progress">{t('progress.title')}</NavLink>
          <NavLink to="/campaigns">{t('campaigns.title')}</NavLink>
          <NavLink to="/trunks">{t('trunks.title')}</NavLink>
          {user.role !== 'agent' && <a href="/supervisor/">{t('pacing.title')}</a>}
          <NavLink to="/tasks">{t('tasks.title')}</NavLink>
          <NavLink to="/fraud">{t('fraud.title')}</NavLink>
          <NavLink to="/rules">{t('rules.title')}</NavLink>
          <NavLink to="/cases">{t('cases.title')}</NavLink>
          <NavLink to="/promises">{t('promises.title')}</NavLink>
          <NavLink to="/payments">{t('payments.title')}</NavLink>
          <NavLink to="/calendars">{t('calendars.title')}</NavLink>
        </nav>
        {user.role !== 'agent' && (
          <LeaveBadge
            link={(children, label) => (
              <Link to="/leaves" aria-label={label}>
                {children}
              </Link>
            )}
          />
        )}
        <span className={styles.user}>{user.displayName}</span>
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
