import { StopOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WrapUpOption } from '../../../src/contract/wrap-up.ts';
import styles from './code-list.module.css';

export function useCodeName(): (option: WrapUpOption) => string {
  const { i18n } = useTranslation();
  return (option) => (i18n.language === 'zh-CN' ? option.zh : option.en);
}

export function CodeList(props: {
  readonly options: readonly WrapUpOption[];
  readonly value: WrapUpOption['code'] | null;
  readonly onChange: (option: WrapUpOption) => void;
}): ReactNode {
  const { t } = useTranslation();
  const nameOf = useCodeName();
  const [all, setAll] = useState(false);
  const hiddenChosen = props.options.some((option) => option.code === props.value && !option.suggested);
  const showAll = all || hiddenChosen || !props.options.some((option) => option.suggested);
  const shown = showAll ? props.options : props.options.filter((option) => option.suggested);
  const tabStop = shown.some((option) => option.code === props.value) ? props.value : shown[0]?.code;

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const by = { ArrowDown: 2, ArrowUp: -2, ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const from = buttons.findIndex((button) => button === document.activeElement);
    buttons[Math.max(0, Math.min(buttons.length - 1, from + by))]?.focus();
  };

  return (
    <>
      <div className={styles.codes} role="radiogroup" aria-label={t('wrapUp.code')} onKeyDown={onKeyDown}>
        {shown.map((option) => (
          <button
            key={option.code}
            type="button"
            role="radio"
            aria-checked={option.code === props.value}
            tabIndex={option.code === tabStop ? 0 : -1}
            data-code={option.code}
            onClick={() => props.onChange(option)}
          >
            {option.hotkey === null ? <span className={styles.noKey} /> : <kbd>{option.hotkey.toUpperCase()}</kbd>}
            <span className={styles.name}>{nameOf(option)}</span>
            {option.stopsCase && (
              <Tooltip title={t('wrapUp.stops')}>
                <StopOutlined className={styles.stop ?? ''} aria-label={t('wrapUp.stops')} />
              </Tooltip>
            )}
          </button>
        ))}
      </div>
      {!hiddenChosen && shown.length > 0 && (
        <Button
          type="link"
          size="small"
          className={styles.more ?? ''}
          aria-expanded={showAll}
          onClick={() => setAll(!all)}
        >
          {t(showAll ? 'wrapUp.fewerCodes' : 'wrapUp.allCodes')} (
          {showAll ? props.options.filter((o) => o.suggested).length : props.options.length})
        </Button>
      )}
    </>
  );
}
