import { UserOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountDrawer } from './account-drawer.tsx';

/** The name of whoever is signed in, and behind it his own account. */
export function AccountButton(props: { readonly name: string; readonly className?: string }): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        type="text"
        className={props.className ?? ''}
        icon={<UserOutlined />}
        aria-label={`${t('account.title')} ${props.name}`}
        title={t('account.title')}
        onClick={() => setOpen(true)}
      >
        {props.name}
      </Button>
      {open && <AccountDrawer onClose={() => setOpen(false)} />}
    </>
  );
}
