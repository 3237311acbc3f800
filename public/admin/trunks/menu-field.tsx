import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select, Space } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { menuChoices, menuKeys, type InboundSettings, type MenuChoice } from '../../../src/contract/inbound.ts';

type Menu = InboundSettings['menu'];
type Key = (typeof menuKeys)[number];

/** What each key does for somebody nobody knows. */
export function MenuField(props: { readonly value?: Menu; readonly onChange?: (menu: Menu) => void }): ReactNode {
  const { value = {}, onChange } = props;
  const { t } = useTranslation();
  const used = menuKeys.filter((key) => value[key] !== undefined);
  const free = menuKeys.filter((key) => value[key] === undefined);
  const without = (key: Key): Menu => Object.fromEntries(Object.entries(value).filter(([each]) => each !== key));
  const [next] = free;
  return (
    <Space orientation="vertical" size={6}>
      {used.length === 0 && <span className="cd-soft">{t('inbound.number.noMenu')}</span>}
      {used.map((key) => (
        <Space key={key}>
          <Select
            size="small"
            aria-label={t('inbound.number.menuKey')}
            value={key}
            options={[key, ...free].sort().map((each) => ({ value: each, label: each }))}
            onChange={(to: Key) => onChange?.({ ...without(key), [to]: value[key] })}
          />
          <Select
            size="small"
            aria-label={`${t('inbound.number.menuChoice')} ${key}`}
            style={{ width: 240 }}
            value={value[key] ?? 'queue'}
            options={menuChoices.map((each) => ({ value: each, label: t(`inbound.number.choice.${each}`) }))}
            onChange={(choice: MenuChoice) => onChange?.({ ...value, [key]: choice })}
          />
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={t('inbound.number.menuRemove', { key })}
            onClick={() => onChange?.(without(key))}
          />
        </Space>
      ))}
      {next !== undefined && (
        <Button size="small" icon={<PlusOutlined />} onClick={() => onChange?.({ ...value, [next]: 'queue' })}>
          {t('inbound.number.menuAdd')}
        </Button>
      )}
    </Space>
  );
}
