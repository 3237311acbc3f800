import { LogoutOutlined } from '@ant-design/icons';
import { Button, Spin } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BrowserRouter, Link, NavLink, Route, Routes, useLocation } from 'react-router';
import type { SessionUser } from '../../src/contract/session.ts';
import { AccountButton } from '../shared/account/account-button.tsx';
import { DutiesPage } from '../shared/account/duties-page.tsx';
import { SignInPage } from '../shared/session/sign-in-page.tsx';
import { useSession, useSignOut } from '../shared/session/session.ts';
import { AlertBadge } from '../shared/alerts/alert-badge.tsx';
import { LeaveBadge } from '../shared/leaves/leave-badge.tsx';
import { BrandMark } from '../shared/ui/brand-mark.tsx';
import { FailureView } from '../shared/ui/failure-view.tsx';
import { LanguageSwitch } from '../shared/ui/language-switch.tsx';
import { NotFoundPage } from '../shared/ui/not-found-page.tsx';
import { PacingPage } from './pacing/pacing-page.tsx';
import { WaitingPage } from './waiting/waiting-page.tsx';
import { WallPage } from './wall/wall-page.tsx';
import styles from './supervisor.module.css';

function Head({ user }: { readonly user: SessionUser }): ReactNode {
  const { t } = useTranslation();
  const signOut = useSignOut();
  const { pathname } = useLocation();
  const onPacing = pathname === '/' || pathname.startsWith('/campaigns');
  return (
    <header className={styles.bar}>
      <BrandMark size={26} />
      <strong>{t('common.product')}</strong>
      <nav className={styles.screens} aria-label={t('common.screens')}>
        <Link to="/" aria-current={onPacing ? 'page' : undefined}>
          {t('pacing.title')}
        </Link>
        <NavLink to="/agents">{t('wall.title')}</NavLink>
        <NavLink to="/waiting">{t('inbound.waiting.title')}</NavLink>
        <a href="/admin/">{t('common.console.admin')}</a>
      </nav>
      {user.role !== 'agent' && (
        <AlertBadge
          link={(children, label) => (
            <a href="/admin/alerts" aria-label={label}>
              {children}
            </a>
          )}
        />
      )}
      {user.role !== 'agent' && (
        <LeaveBadge
          link={(children, label) => (
            <a href="/admin/leaves" aria-label={label}>
              {children}
            </a>
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
  );
}

export function SupervisorApp(): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  if (session.isPending) return <Spin fullscreen description={t('common.loading')} />;
  if (session.isError) return <FailureView error={session.error} retry={() => void session.refetch()} />;
  if (session.data === null) return <SignInPage title={t('common.console.supervisor')} />;
  if (session.data.duties.length > 0) return <DutiesPage duties={session.data.duties} />;
  return (
    <BrowserRouter basename="/supervisor">
      <div className={styles.shell}>
        <Head user={session.data} />
        <Routes>
          <Route index element={<PacingPage />} />
          <Route path="campaigns/:campaignId" element={<PacingPage />} />
          <Route path="agents" element={<WallPage />} />
          <Route path="waiting" element={<WaitingPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </div>
    </BrowserRouter>
  );
}
