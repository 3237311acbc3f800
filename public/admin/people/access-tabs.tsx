import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { SignedInUser } from '../../../src/contract/session.ts';
import { useSession } from '../../shared/session/session.ts';
import styles from '../trunks/telephony-tabs.module.css';

const tabs = [
  { path: '/people', text: 'people', needs: 'people.manage' },
  { path: '/teams', text: 'teams', needs: 'people.manage' },
  { path: '/sign-in-rules', text: 'rules', needs: 'people.manage' },
  { path: '/audit', text: 'audit', needs: 'audit.read' },
  { path: '/api-keys', text: 'keys', needs: 'keys.manage' },
  { path: '/webhooks', text: 'webhooks', needs: 'webhooks.manage' },
] as const;

/** Those that are open to whoever asks. */
export const accessPages = (user: SignedInUser): (typeof tabs)[number][] =>
  tabs.filter(({ needs }) => user.permissions.includes(needs));

/** Who gets in, by what rules, and what was done. */
export function AccessTabs(): ReactNode {
  const { t } = useTranslation();
  const user = useSession().data;
  return (
    <h1 className={styles.tabs}>
      {(user == null ? [] : accessPages(user)).map(({ path, text }) => (
        <NavLink key={path} to={path} end title={t(`people.tab.${text}Hint`)}>
          {t(`people.tab.${text}`)}
        </NavLink>
      ))}
    </h1>
  );
}
