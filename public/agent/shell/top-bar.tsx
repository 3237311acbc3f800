import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { BrandMark } from '../../shared/ui/brand-mark.tsx';
import { LanguageSwitch } from '../../shared/ui/language-switch.tsx';
import { HotkeysOverlay } from '../hotkeys/hotkeys-overlay.tsx';
import { isPlain, useHotkeys } from '../hotkeys/use-hotkeys.ts';
import { AudioQuality } from './audio-quality.tsx';
import { StateControl } from './state-control.tsx';
import { TodayStrip } from './today-strip.tsx';
import { UserMenu } from './user-menu.tsx';
import styles from './top-bar.module.css';

export function TopBar(props: { readonly ready: boolean; readonly onSoundCheck: () => void }): ReactNode {
  const { t } = useTranslation();
  const [keysOpen, setKeysOpen] = useState(false);
  useHotkeys((pressed) => {
    if (pressed.key !== '?' || !isPlain(pressed)) return false;
    setKeysOpen(true);
    return true;
  });
  return (
    <header className={styles.bar}>
      <NavLink to="/" className={styles.brand ?? ''} aria-label={t('common.console.agent')}>
        <BrandMark size={26} />
      </NavLink>
      <StateControl ready={props.ready} />
      <TodayStrip />
      <nav className={styles.nav}>
        <NavLink to="/tasks">{t('tasks.mine')}</NavLink>
        <NavLink to="/work">{t('worklist.title')}</NavLink>
        <NavLink to="/cases">{t('cases.title')}</NavLink>
      </nav>
      <AudioQuality />
      <LanguageSwitch />
      <Tooltip title={t('floor.hotkeys.open')}>
        <Button
          type="text"
          className={styles.icon ?? ''}
          icon={<QuestionCircleOutlined />}
          aria-label={t('floor.hotkeys.open')}
          onClick={() => setKeysOpen(true)}
        />
      </Tooltip>
      <UserMenu onSoundCheck={props.onSoundCheck} />
      <HotkeysOverlay open={keysOpen} onClose={() => setKeysOpen(false)} />
    </header>
  );
}
