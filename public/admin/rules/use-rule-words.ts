import { useTranslation } from 'react-i18next';
import { useTerm } from '../../shared/i18n/use-term.ts';

const secondMs = 1_000;
const minuteMs = 60_000;
const hourMs = 3_600_000;
const neverWhenNull = new Set(['invalid.combined', 'suspended.threshold', 'vacantGuard', 'abandon.hardRate']);
const counts = new Set([
  'combined',
  'busyExtra',
  'congestionExtra',
  'vacant',
  'no_such_person',
  'resigned',
  'moved',
  'maxPerPart',
]);

interface CallWindow {
  readonly calls: number;
  readonly days: number;
  readonly per: string;
}

export interface RuleWords {
  name(field: string): string;
  value(field: string, value: unknown): string;
}

/** The document in words: what each rule is called and what its value says. */
export function useRuleWords(): RuleWords {
  const { t, i18n } = useTranslation();
  const term = useTerm();

  const word = (code: string): string =>
    i18n.exists(`rules.value.${code}`) ? t(`rules.value.${code}` as 'rules.value.off') : code;
  const span = (ms: number): string => {
    if (ms % hourMs === 0 && ms > 0) return t('rules.hoursUnit', { n: ms / hourMs });
    return ms % minuteMs === 0 && ms > 0
      ? t('rules.minutesUnit', { n: ms / minuteMs })
      : t('rules.secondsUnit', { n: ms / secondMs });
  };
  const amount = (field: string, n: number): string => {
    const leaf = field.split('.').at(-1) ?? '';
    if (leaf.endsWith('Ms')) return span(n);
    if (leaf === 'maxRate' || leaf === 'hardRate' || leaf === 'minShare') return `${Number((n * 100).toFixed(2))} %`;
    if (/Days$/.test(leaf) && leaf !== 'reminderWorkingDays') return t('rules.days', { count: n });
    if (field.startsWith('cadence.otherDays.')) return t('rules.days', { count: n });
    if (counts.has(leaf) || leaf.startsWith('attempts') || leaf.startsWith('effectiveTalks') || leaf === 'maxPerPerson')
      return t('rules.times', { count: n });
    return String(n);
  };
  const list = (field: string, items: readonly unknown[]): string => {
    if (items.length === 0) return t('rules.value.none');
    const [from, to] = items;
    if (field === 'window.hours' || field === 'window.sunday') return `${String(from)} – ${String(to)}`;
    if (field === 'dayparts') return items.map(String).join(' · ');
    if (field.startsWith('windows.')) return t('rules.daysAfter', { from: Number(from), to: Number(to) });
    if (field === 'caps.callWindows')
      return (items as readonly CallWindow[])
        .map(({ calls, days, per }) => t('rules.callWindow', { calls, days, per: word(per) }))
        .join('; ');
    if (field === 'order') return items.map((each) => term('numberClass', String(each))).join(' → ');
    if (field === 'thirdParty.modes')
      return items.map((each) => t(`campaigns.mode.${String(each)}` as 'campaigns.mode.preview')).join(', ');
    return items.map(String).join(' / ');
  };

  return {
    name: (field) => (i18n.exists(`rules.field.${field}`) ? t(`rules.field.${field}` as 'rules.field.amd') : field),
    value: (field, value) => {
      if (field === 'window.sunday' && value === undefined) return t('rules.asOtherDays');
      if (field === 'window.sunday' && value === null) return t('rules.noneAtAll');
      if (value === null && neverWhenNull.has(field)) return t('rules.value.never');
      if (value === null) return field === 'ptp.reminderWorkingDays' ? t('rules.value.none') : t('rules.unlimited');
      // Words of their own where the same word means something else elsewhere.
      if (field === 'fraud.hold' && value === 'all') return t('rules.value.every_call');
      if (field.endsWith('.holdScope') && value === 'number') return t('rules.value.the_number');
      if (value === undefined) return t('common.nothing');
      if (typeof value === 'boolean') return value ? t('rules.yes') : t('rules.no');
      if (typeof value === 'number') return amount(field, value);
      if (Array.isArray(value)) return list(field, value);
      if (field === 'thirdParty.gate' && value === 'off') return t('rules.noGate');
      return typeof value === 'string' ? word(value) : JSON.stringify(value);
    },
  };
}
