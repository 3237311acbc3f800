import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { addDays, daysBetween } from '../format/zoned-time.ts';
import styles from './day-chips.module.css';

const mostChips = 8;

/** Every allowed day as one key press or click; a long window gets a calendar instead. */
export function DayChips(props: {
  readonly label: string;
  readonly range: { readonly min: string; readonly max: string };
  readonly today: string;
  readonly value: string | null;
  readonly onChange: (date: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const group = useRef<HTMLDivElement>(null);
  const days = daysBetween(props.range.min, props.range.max, mostChips + 1);

  if (days.length > mostChips) {
    return (
      <DatePicker
        aria-label={props.label}
        value={props.value === null ? null : dayjs(props.value)}
        minDate={dayjs(props.range.min)}
        maxDate={dayjs(props.range.max)}
        allowClear={false}
        onChange={(day) => day !== null && props.onChange(day.format('YYYY-MM-DD'))}
      />
    );
  }

  const word = (day: string): string => {
    if (day === props.today) return t('wrapUp.today');
    return day === addDays(props.today, 1) ? t('wrapUp.tomorrow') : format.weekday(day);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const at = Math.max(0, Math.min(days.length - 1, days.indexOf(props.value ?? '') + by));
    const day = days[at];
    if (day === undefined) return;
    props.onChange(day);
    group.current?.querySelectorAll('button')[at]?.focus();
  };
  const tabStop = props.value !== null && days.includes(props.value) ? props.value : days[0];
  return (
    <div ref={group} className={styles.chips} role="radiogroup" aria-label={props.label} onKeyDown={onKeyDown}>
      {days.map((day) => (
        <button
          key={day}
          type="button"
          role="radio"
          aria-checked={day === props.value}
          tabIndex={day === tabStop ? 0 : -1}
          onClick={() => props.onChange(day)}
        >
          <span>{word(day)}</span>
          {day > addDays(props.today, 1) && <small>{format.monthDay(day)}</small>}
        </button>
      ))}
    </div>
  );
}
