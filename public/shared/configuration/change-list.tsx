import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigFieldChange } from '../../../src/contract/configuration.ts';
import { useFormat } from '../format/use-format.ts';
import styles from './change-list.module.css';

type Words = Readonly<Record<string, readonly [string, string]>>;

/** Values that have a word of their own on the screens, by the field that has them. */
const spoken: Readonly<Record<string, string>> = {
  mode: 'campaigns.mode',
  on: 'windows.on',
  classes: 'terms.numberClass',
  'filters.classes': 'terms.caseClass',
  abandonTreatment: 'campaigns.treatment',
  machine: 'campaigns.treatment',
  machineWhenConnected: 'campaigns.treatment',
};
const secondMs = 1_000;

/** Nothing was there, and nothing is: no change that somebody looks for. */
const isVoid = ({ before, after }: ConfigFieldChange): boolean =>
  before === undefined &&
  (after === undefined || after === null || after === '' || (Array.isArray(after) && after.length === 0));

type Say = (value: unknown, path: string) => string;

function useSay(): Say {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const seconds = new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'second', maximumFractionDigits: 3 });
  const say: Say = (value, path) => {
    if (value === undefined || value === null || value === '') return t('common.nothing');
    if (typeof value === 'boolean') return t(value ? 'configuration.yes' : 'configuration.no');
    if (typeof value === 'number') {
      if (path.endsWith('Ms')) return value < secondMs ? `${value} ms` : seconds.format(value / secondMs);
      return path === 'target' || path.endsWith('Share') ? format.share(value) : String(value);
    }
    if (typeof value === 'string') {
      const word = `${spoken[path] ?? ''}.${value}`;
      return i18n.exists(word) ? t(word as 'campaigns.mode.manual') : value;
    }
    if (Array.isArray(value)) return value.map((each) => say(each, path)).join(', ') || t('common.nothing');
    const parts = Object.entries(value as Readonly<Record<string, unknown>>);
    const { from, to } = value as { readonly from?: unknown; readonly to?: unknown };
    // Hours, as they are said.
    const span = typeof from === 'string' && typeof to === 'string' ? [`${from}–${to}`] : [];
    const rest = parts.filter(([key]) => span.length === 0 || (key !== 'from' && key !== 'to'));
    return [...rest.map(([key, each]) => `${key}: ${say(each, `${path}.${key}`)}`), ...span].join(' ');
  };
  return say;
}

/** What differs, field by field: as it was, and as it is. */
export function ChangeList(props: {
  readonly changes: readonly ConfigFieldChange[];
  readonly words?: Words;
  readonly most?: number;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const { words = {}, most = 200 } = props;
  const changes = props.changes.filter((change) => !isVoid(change));
  const ruleName = (path: string): string | null => {
    const key = `rules.field.${path.replace(/^tightening\./, '')}`;
    return path.startsWith('tightening.') && i18n.exists(key) ? t(key as 'rules.field.amd') : null;
  };
  const say = useSay();
  return (
    <ul className={styles.changes}>
      {changes.slice(0, most).map(({ path, before, after }) => {
        const named = words[path]?.[i18n.language.startsWith('zh') ? 1 : 0] ?? ruleName(path);
        return (
          <li key={path}>
            <span title={path}>{named ?? <code>{path}</code>}</span>
            <div>
              {before !== undefined && <del>{say(before, path)}</del>}{' '}
              {after !== undefined && <ins>{say(after, path)}</ins>}
            </div>
          </li>
        );
      })}
      {changes.length > most && (
        <li className="cd-soft">{t('configuration.more', { count: changes.length - most })}</li>
      )}
    </ul>
  );
}
