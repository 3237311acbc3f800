import { Checkbox, InputNumber, Select, TimePicker } from 'antd';
import dayjs from 'dayjs';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RulesOverview } from '../../../src/contract/rules.ts';
import { CallWindowsField, type CallWindows } from './call-windows-field.tsx';
import styles from './rules.module.css';
import { useRuleWords } from './use-rule-words.ts';

type Law = RulesOverview['presets'][number];

export type RuleInput =
  | { readonly field: string; readonly kind: 'hours' | 'dayOff' | 'callWindows' | 'modes' }
  | { readonly field: string; readonly kind: 'flag' }
  | { readonly field: string; readonly kind: 'number'; readonly unit: number; readonly mark?: '%' }
  | { readonly field: string; readonly kind: 'choice'; readonly choices: readonly string[] };

const second = 1_000;
const minute = 60_000;
const hour = 3_600_000;
const count = (field: string): RuleInput => ({ field, kind: 'number', unit: 1 });

/** What a campaign may tighten and choose on this page, in the order of the document. */
export const ruleInputs: readonly RuleInput[] = [
  { field: 'window.hours', kind: 'hours' },
  { field: 'window.sunday', kind: 'dayOff' },
  { field: 'window.zone', kind: 'choice', choices: ['number', 'number_and_address'] },
  { field: 'holidayDialing', kind: 'choice', choices: ['off', 'ptp_only', 'on'] },
  count('caps.attemptsPerNumberDay'),
  count('caps.attemptsPerPersonDay'),
  { field: 'caps.callWindows', kind: 'callWindows' },
  count('caps.effectiveTalksPerDebtorDay'),
  count('caps.quietAfterTalkDays'),
  { field: 'caps.minRedialMs', kind: 'number', unit: minute },
  { field: 'caps.redialScope', kind: 'choice', choices: ['line', 'person'] },
  {
    field: 'thirdParty.gate',
    kind: 'choice',
    choices: ['off', 'no_disclosure', 'own_numbers_tried_this_round', 'location_info_only'],
  },
  count('thirdParty.noRpcDays'),
  count('thirdParty.maxPerPerson'),
  { field: 'thirdParty.modes', kind: 'modes' },
  { field: 'abandon.maxRate', kind: 'number', unit: 0.01, mark: '%' },
  { field: 'abandon.noAutoRedialMs', kind: 'number', unit: hour },
  { field: 'abandon.sameDayRedial', kind: 'flag' },
  { field: 'amd', kind: 'choice', choices: ['on', 'off'] },
  { field: 'ringMinMs', kind: 'number', unit: second },
  { field: 'cadence.scope', kind: 'choice', choices: ['agent', 'campaign'] },
  { field: 'links.gate', kind: 'choice', choices: ['off', 'soft', 'hard'] },
  { field: 'clocks.lookup114For', kind: 'choice', choices: ['trace', 'all'] },
];

/** Written with as many digits as people type: 0.03 / 0.01 is not 3 in floating point. */
const tidy = (n: number): number => Number(n.toFixed(6));
const clock = (text: string) => dayjs(`2000-01-01T${text === '24:00' ? '23:59' : text}`);

function unitSuffix(input: RuleInput, t: TFunction): string | undefined {
  if (input.kind !== 'number') return undefined;
  if (input.mark !== undefined) return input.mark;
  if (input.field.endsWith('Days')) return t('rules.form.daysUnit');
  if (input.unit === hour) return t('rules.hoursUnit', { n: '' }).trim();
  if (input.unit === minute) return t('rules.minutesUnit', { n: '' }).trim();
  return input.unit === second ? t('rules.secondsUnit', { n: '' }).trim() : undefined;
}

/** In the field's own unit, which stands behind it. */
const asTyped = (input: RuleInput, law: unknown): string | undefined =>
  input.kind === 'number' && typeof law === 'number' ? String(tidy(law / input.unit)) : undefined;

interface RuleFieldProps {
  readonly input: RuleInput;
  readonly law: Law;
  readonly lawValue: unknown;
  readonly value: unknown;
  /** Hours of the other days, as the form has them: a preset without hours of its own for Sunday takes these. */
  readonly weekdayHours: unknown;
  readonly bad: boolean;
  readonly id: string;
  readonly onChange: (value: unknown) => void;
}

function Hours(props: RuleFieldProps & { readonly disabled: boolean }): ReactNode {
  const { value, id, onChange } = props;
  const [from, to] = (value as readonly [string, string] | undefined) ?? [];
  const [lawFrom, lawTo] =
    ((props.lawValue ?? props.weekdayHours) as readonly [string, string] | undefined) ?? props.law.window.hours;
  return (
    <TimePicker.RangePicker
      id={{ start: id, end: `${id}-to` }}
      format="HH:mm"
      minuteStep={15}
      needConfirm={false}
      disabled={props.disabled}
      placeholder={[lawFrom, lawTo]}
      {...(props.bad ? { status: 'error' as const } : {})}
      value={from === undefined || to === undefined ? null : [clock(from), clock(to)]}
      onChange={(times) => {
        const [start, end] = times ?? [];
        onChange(start && end ? [start.format('HH:mm'), end.format('HH:mm')] : undefined);
      }}
    />
  );
}

/** One field of the form; `undefined` is "as the preset has it". */
export function RuleField(props: RuleFieldProps): ReactNode {
  const { t } = useTranslation();
  const words = useRuleWords();
  const { input, value, id, onChange } = props;
  const placeholder = asTyped(input, props.lawValue) ?? words.value(input.field, props.lawValue);
  const status = props.bad ? ('error' as const) : undefined;
  const shared = { id, placeholder, ...(status === undefined ? {} : { status }) };
  switch (input.kind) {
    case 'hours':
      return <Hours {...props} disabled={false} />;
    case 'dayOff':
      return (
        <div className={styles.stack}>
          <Hours {...props} value={value ?? undefined} disabled={value === null} />
          <Checkbox checked={value === null} onChange={({ target }) => onChange(target.checked ? null : undefined)}>
            {t('rules.noneAtAll')}
          </Checkbox>
        </div>
      );
    case 'modes':
      return (
        <Select
          {...shared}
          mode="multiple"
          allowClear
          options={props.law.thirdParty.modes.map((mode) => ({
            value: mode,
            label: words.value('thirdParty.modes', [mode]),
          }))}
          value={Array.isArray(value) ? (value as string[]) : []}
          onChange={(modes: string[]) => onChange(modes.length === 0 ? undefined : modes)}
        />
      );
    case 'flag':
    case 'choice': {
      const options =
        input.kind === 'flag'
          ? [true, false].map((each) => ({ value: String(each), label: words.value(input.field, each) }))
          : input.choices.map((each) => ({ value: each, label: words.value(input.field, each) }));
      return (
        <Select
          {...shared}
          allowClear
          options={options}
          value={typeof value === 'string' || typeof value === 'boolean' ? String(value) : null}
          onChange={(chosen: string | null | undefined) =>
            onChange(
              chosen === null || chosen === undefined ? undefined : input.kind === 'flag' ? chosen === 'true' : chosen,
            )
          }
        />
      );
    }
    case 'callWindows':
      return (
        <CallWindowsField
          id={id}
          law={props.law.caps.callWindows}
          own={value as CallWindows | undefined}
          bad={props.bad}
          onChange={onChange}
        />
      );
    case 'number': {
      const suffix = unitSuffix(input, t);
      return (
        <InputNumber
          {...shared}
          min={0}
          {...(suffix === undefined ? {} : { suffix })}
          {...(input.mark === undefined ? { precision: 0 } : {})}
          value={typeof value === 'number' ? tidy(value / input.unit) : null}
          onChange={(n) => onChange(n === null ? undefined : tidy(n * input.unit))}
        />
      );
    }
  }
}
