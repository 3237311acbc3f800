import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigFieldChange } from '../../../src/contract/configuration.ts';
import styles from './change-list.module.css';

type Words = Readonly<Record<string, readonly [string, string]>>;

const said = (value: unknown, yes: string, no: string, none: string): string => {
  if (value === undefined || value === null || value === '') return none;
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) return value.join(', ') || none;
  return JSON.stringify(value);
};

/** What differs, field by field: as it was, and as it is. */
export function ChangeList(props: {
  readonly changes: readonly ConfigFieldChange[];
  readonly words?: Words;
  readonly most?: number;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const { changes, words = {}, most = 200 } = props;
  const ruleName = (path: string): string | null => {
    const key = `rules.field.${path.replace(/^tightening\./, '')}`;
    return path.startsWith('tightening.') && i18n.exists(key) ? t(key as 'rules.field.amd') : null;
  };
  const text = (value: unknown): string =>
    said(value, t('configuration.yes'), t('configuration.no'), t('common.nothing'));
  return (
    <ul className={styles.changes}>
      {changes.slice(0, most).map(({ path, before, after }) => {
        const named = words[path]?.[i18n.language.startsWith('zh') ? 1 : 0] ?? ruleName(path);
        return (
          <li key={path}>
            <span title={path}>{named ?? <code>{path}</code>}</span>
            {before !== undefined && <del>{text(before)}</del>}
            {after !== undefined && <ins>{text(after)}</ins>}
          </li>
        );
      })}
      {changes.length > most && (
        <li className="cd-soft">{t('configuration.more', { count: changes.length - most })}</li>
      )}
    </ul>
  );
}
