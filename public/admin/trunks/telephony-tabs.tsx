import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import styles from './telephony-tabs.module.css';

/** Pages under one entry of the bar: the lines to the outside, their costs, the clocks of the numbers they reach, and what both come to. */
export function TelephonyTabs(): ReactNode {
  const { t } = useTranslation();
  return (
    <h1 className={styles.tabs}>
      <NavLink to="/trunks" end title={t('trunks.lead')}>
        {t('trunks.title')}
      </NavLink>
      <NavLink to="/trunks/costs" title={t('trunks.cost.lead')}>
        {t('trunks.cost.title')}
      </NavLink>
      <NavLink to="/trunks/zones" title={t('zones.lead')}>
        {t('zones.title')}
      </NavLink>
      <NavLink to="/trunks/windows" title={t('windows.lead')}>
        {t('windows.title')}
      </NavLink>
      <NavLink to="/trunks/probe" title={t('probe.lead')}>
        {t('probe.title')}
      </NavLink>
    </h1>
  );
}
