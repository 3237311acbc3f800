import { DownOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { MenuGroup, MenuItem } from './use-admin-menu.ts';
import styles from './admin-shell.module.css';

const isHere = (pathname: string, { to, away }: MenuItem): boolean =>
  away !== true && (pathname === to || pathname.startsWith(`${to}/`));

/** The screens in groups; the group one is in says where, and opens with a click or a key. */
export function AdminNav({ groups }: { readonly groups: readonly MenuGroup[] }): ReactNode {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <nav aria-label={t('common.screens')}>
      {groups.map((group) => {
        const here = group.items.find((item) => isHere(pathname, item));
        return (
          <Dropdown
            key={group.key}
            trigger={['click']}
            menu={{
              selectedKeys: here === undefined ? [] : [here.to],
              items: group.items.map((item) => ({
                key: item.to,
                label: item.away === true ? <a href={item.to}>{item.title}</a> : <Link to={item.to}>{item.title}</Link>,
              })),
            }}
          >
            <button type="button" className={styles.group} data-here={here !== undefined} aria-haspopup="menu">
              {group.title}
              {here !== undefined && <strong>{here.title}</strong>}
              <DownOutlined aria-hidden="true" />
            </button>
          </Dropdown>
        );
      })}
    </nav>
  );
}
