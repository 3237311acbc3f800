import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignSetup } from '../../../src/contract/campaign-setup.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import styles from './campaigns.module.css';

type Schedule = CampaignSetup['schedule'];
const workweek = { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' };
/** A Monday, to name the days in the reader's language. */
const monday = (day: number): string => `2024-01-0${day}`;
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** The campaign's own hours; without any it dials whenever its rules allow. */
export function ScheduleField(props: {
  readonly value?: Schedule;
  readonly onChange?: (schedule: Schedule) => void;
}): ReactNode {
  const { value = [], onChange } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const set = (at: number, over: Partial<Schedule[number]>): void =>
    onChange?.(value.map((entry, index) => (index === at ? { ...entry, ...over } : entry)));
  return (
    <div>
      {value.length === 0 && <span className="cd-soft">{t('campaigns.schedule.always')} </span>}
      {value.map((entry, at) => (
        // Entries have no name but their place.
        <div key={at} className={styles.entry}>
          <Checkbox.Group
            value={[...entry.days]}
            onChange={(days) => set(at, { days: days.map(Number) })}
            options={weekdays.map((day) => ({ value: day, label: format.weekday(monday(day)) }))}
          />
          {(['from', 'to'] as const).map((end) => (
            <Input
              key={end}
              aria-label={`${t(`campaigns.schedule.${end}`)} ${at + 1}`}
              maxLength={5}
              className={styles.clock ?? ''}
              value={entry[end]}
              onChange={(event) => set(at, { [end]: event.target.value })}
            />
          ))}
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`${t('campaigns.schedule.remove')} ${at + 1}`}
            onClick={() => onChange?.(value.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined />} onClick={() => onChange?.([...value, workweek])}>
        {t('campaigns.schedule.add')}
      </Button>
    </div>
  );
}
