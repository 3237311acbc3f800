import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WindowRuleSettings } from '../../../src/contract/window-rule.ts';
import styles from './hours.module.css';

type Hours = WindowRuleSettings['hours'];

/** The hours in which such calls are let through; none: such days are closed. */
export function WindowHoursField(props: {
  readonly value: Hours;
  /** What is wrong, by the place of the entry. */
  readonly faults: ReadonlyMap<number, string>;
  readonly onChange: (hours: Hours) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { value, faults, onChange } = props;
  return (
    <div>
      {value.length === 0 && <p className="cd-soft">{t('windows.closed')}</p>}
      {value.map((entry, at) => (
        // Entries have no name but their place.
        <div key={at} className={styles.entry}>
          {(['from', 'to'] as const).map((end) => (
            <Input
              key={end}
              aria-label={`${t(`campaigns.schedule.${end}`)} ${at + 1}`}
              maxLength={5}
              className={styles.clock ?? ''}
              {...(faults.has(at) ? { status: 'error' as const } : {})}
              value={entry[end]}
              onChange={(event) =>
                onChange(value.map((each, index) => (index === at ? { ...each, [end]: event.target.value } : each)))
              }
            />
          ))}
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`${t('windows.removeHours')} ${at + 1}`}
            onClick={() => onChange(value.filter((_, index) => index !== at))}
          />
          {faults.has(at) && (
            <span className={styles.bad} role="alert">
              {faults.get(at)}
            </span>
          )}
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...value, { from: '09:00', to: '18:00' }])}>
        {t('windows.addHours')}
      </Button>
    </div>
  );
}
