import { InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RulesChoice } from '../../../src/contract/rules.ts';
import styles from './rules.module.css';
import { useRuleWords } from './use-rule-words.ts';

export type CallWindows = NonNullable<NonNullable<RulesChoice['tightening']['caps']>['callWindows']>;
type CallWindow = CallWindows[number];

const usualDays = 7;
/** Every call that was made counts, to whichever number of the person. */
const ownWindow = (calls: number, days: number): CallWindow => ({
  calls,
  days,
  per: 'person',
  classes: null,
  exclude: ['SUPPRESSED'],
  excludeConsented: false,
});

/** Each limit that the preset has, to be lowered, and one more of the campaign's own. */
export function CallWindowsField(props: {
  readonly id: string;
  readonly law: CallWindows;
  readonly own: CallWindows | undefined;
  readonly bad: boolean;
  readonly onChange: (windows: CallWindows | undefined) => void;
}): ReactNode {
  const { t } = useTranslation();
  const words = useRuleWords();
  const { id, law, own } = props;
  const extra = own?.[law.length];
  const status = props.bad ? { status: 'error' as const } : {};
  const tell = (lowered: CallWindows, more: CallWindow | undefined): void => {
    const same = more === undefined && lowered.every(({ calls }, at) => calls === law[at]?.calls);
    props.onChange(same ? undefined : [...lowered, ...(more === undefined ? [] : [more])]);
  };
  const lowered = law.map((each, at) => own?.[at] ?? each);
  return (
    <div className={styles.stack}>
      {law.map((each, at) => (
        <InputNumber
          key={`${each.days}-${each.per}`}
          id={at === 0 ? id : `${id}-${at}`}
          aria-label={words.value('caps.callWindows', [each])}
          placeholder={String(each.calls)}
          suffix={t('rules.form.callsIn', { days: each.days, per: words.value('', each.per) })}
          min={0}
          precision={0}
          {...status}
          value={lowered[at]?.calls === each.calls ? null : (lowered[at]?.calls ?? null)}
          onChange={(calls) =>
            tell(
              lowered.map((window, place) => (place === at ? { ...window, calls: calls ?? each.calls } : window)),
              extra,
            )
          }
        />
      ))}
      <div className={styles.pair}>
        <InputNumber
          id={law.length === 0 ? id : `${id}-own`}
          aria-label={t('rules.form.ownCalls')}
          placeholder={t('common.nothing')}
          title={t('rules.form.ownCalls')}
          suffix={t('rules.form.callsUnit')}
          min={0}
          precision={0}
          {...status}
          value={extra?.calls ?? null}
          onChange={(calls) => tell(lowered, calls === null ? undefined : ownWindow(calls, extra?.days ?? usualDays))}
        />
        <InputNumber
          aria-label={t('rules.form.ownDays')}
          suffix={t('rules.form.daysUnit')}
          min={1}
          max={30}
          precision={0}
          disabled={extra === undefined}
          value={extra?.days ?? usualDays}
          onChange={(days) => extra !== undefined && tell(lowered, ownWindow(extra.calls, days ?? usualDays))}
        />
      </div>
    </div>
  );
}
