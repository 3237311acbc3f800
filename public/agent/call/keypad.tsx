import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './keypad.module.css';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** Opens above the controls; while it has the focus, typed digits are sent too. */
export function Keypad(props: {
  readonly onDigits: (digits: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [sent, setSent] = useState('');
  const pad = useRef<HTMLDivElement>(null);
  useEffect(() => pad.current?.focus(), []);

  const press = (digit: string): void => {
    setSent((before) => (before + digit).slice(-14));
    props.onDigits(digit);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') props.onClose();
    else if (keys.includes(event.key) && !event.altKey && !event.ctrlKey) press(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={pad}
      className={styles.pad}
      role="group"
      aria-label={t('floor.call.keypad')}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div className={styles.sent} aria-live="polite">
        {sent === '' ? t('floor.call.dtmfHint') : t('floor.call.dtmfSent', { digits: sent })}
      </div>
      {keys.map((key) => (
        <button key={key} type="button" onClick={() => press(key)}>
          {key}
        </button>
      ))}
    </div>
  );
}
