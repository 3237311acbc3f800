import { AudioOutlined, IdcardOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountDrawer } from '../../shared/account/account-drawer.tsx';
import { command } from '../../shared/api/request.ts';
import { useSignOut } from '../../shared/session/session.ts';
import { useFloor } from '../floor/floor-context.ts';
import styles from './user-menu.module.css';

export function UserMenu({ onSoundCheck }: { readonly onSoundCheck: () => void }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { view } = useFloor();
  const signOut = useSignOut();
  const [showsAccount, setShowsAccount] = useState(false);
  const { state } = view.state;
  const busy = state === 'reserved' || state === 'talking' || state === 'wrapping_up';

  const leave = async (): Promise<void> => {
    if (busy) {
      void message.warning(t('floor.signOutBlocked'));
      return;
    }
    // Leaving the floor may be refused or fail; the session ends all the same and the server notices the socket.
    await command('/api/agent/state', { to: 'signed_out' }).catch(() => undefined);
    signOut.mutate();
  };

  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'sound', icon: <AudioOutlined />, label: t('audio.check.again'), disabled: busy },
            { key: 'account', icon: <IdcardOutlined />, label: t('account.title') },
            { type: 'divider' },
            { key: 'leave', icon: <LogoutOutlined />, label: t('common.signOut') },
          ],
          onClick: ({ key }) => {
            if (key === 'sound') onSoundCheck();
            else if (key === 'account') setShowsAccount(true);
            else void leave();
          },
        }}
      >
        <Button
          type="text"
          icon={<UserOutlined />}
          className={styles.user ?? ''}
          aria-label={view.user.displayName}
          title={view.user.displayName}
        >
          <span className={styles.name}>{view.user.displayName}</span>
        </Button>
      </Dropdown>
      {showsAccount && <AccountDrawer onClose={() => setShowsAccount(false)} />}
    </>
  );
}
