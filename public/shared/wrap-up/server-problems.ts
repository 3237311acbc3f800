import { useTranslation } from 'react-i18next';
import { ApiFailure } from '../api/api-failure.ts';
import type { WrapUpField } from './check-draft.ts';

const sameField: Readonly<Record<string, WrapUpField>> = {
  promise: 'promise.amountMinor',
  newNumber: 'newNumber.number',
};

/**
 * What the server refused, by field. `rule` is `R14:too_late`: the word after the colon is said in the agent's
 * language, with the days that would pass; a word unknown here is shown as the server's own remedy.
 */
export function useServerProblems(): (error: Error | null) => ReadonlyMap<WrapUpField, string> {
  const { t, i18n } = useTranslation();
  return (error) => {
    const failure = error instanceof ApiFailure ? error.failure : null;
    const errors = failure?.kind === 'problem' ? (failure.problem.errors ?? []) : [];
    return new Map(
      errors.map(({ field, rule, remedy }) => {
        const key = `wrapUp.rule.${rule.split(':').at(-1) ?? ''}`;
        const days = remedy.match(/\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?/g) ?? [];
        const allowed = days.length === 0 ? '' : ` ${t('wrapUp.allowed', { allowed: days.join(' – ') })}`;
        const text = i18n.exists(key) ? t(key as 'wrapUp.rule.missing') + allowed : remedy;
        return [sameField[field] ?? (field as WrapUpField), text === '' ? rule : text] as const;
      }),
    );
  };
}
