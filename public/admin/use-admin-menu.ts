import { useTranslation } from 'react-i18next';
import type { SignedInUser } from '../../src/contract/session.ts';
import { accessPages } from './people/access-tabs.tsx';

export interface MenuItem {
  /** Below `/admin`, unless it is `away`. */
  readonly to: string;
  readonly title: string;
  /** A page of another console. */
  readonly away?: true;
}

export interface MenuGroup {
  readonly key: string;
  readonly title: string;
  readonly items: readonly MenuItem[];
}

/** The screens of the administration by what one comes for. */
export function useAdminMenu(user: SignedInUser): readonly MenuGroup[] {
  const { role } = user;
  const { t } = useTranslation();
  const supervises = role !== 'agent';
  const only = (may: boolean, ...items: MenuItem[]): MenuItem[] => (may ? items : []);
  return [
    {
      key: 'cases',
      title: t('adminMenu.cases'),
      items: [
        { to: '/placements', title: t('placements.title') },
        { to: '/cases', title: t('cases.title') },
        { to: '/tasks', title: t('tasks.title') },
        { to: '/promises', title: t('promises.title') },
        { to: '/payments', title: t('payments.title') },
        { to: '/fraud', title: t('fraud.title') },
      ],
    },
    {
      key: 'dialing',
      title: t('adminMenu.dialing'),
      items: [
        { to: '/campaigns', title: t('campaigns.title') },
        { to: '/trunks', title: t('trunks.title') },
        { to: '/rules', title: t('rules.title') },
        { to: '/calendars', title: t('calendars.title') },
        { to: '/suppressions', title: t('suppressions.title') },
      ],
    },
    {
      key: 'floor',
      title: t('adminMenu.floor'),
      items: [
        ...only(
          supervises,
          { to: '/supervisor/agents', title: t('wall.title'), away: true },
          { to: '/supervisor/', title: t('pacing.title'), away: true },
          { to: '/leaves', title: t('leaves.title') },
        ),
        { to: '/progress', title: t('progress.title') },
        { to: '/recordings', title: t('recordings.title') },
      ],
    },
    {
      key: 'house',
      title: t('adminMenu.house'),
      items: [
        { to: '/alerts', title: t('alerts.title') },
        ...only(supervises, { to: '/configuration', title: t('configuration.title') }),
        ...only(role === 'admin', { to: '/jobs', title: t('jobs.title') }),
        ...accessPages(user).map(({ path, text }) => ({ to: path, title: t(`people.tab.${text}`) })),
      ],
    },
  ];
}
