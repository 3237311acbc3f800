import { useTranslation } from 'react-i18next';
import { ApiFailure } from '../../shared/api/api-failure.ts';
import type { WrapUpField } from './check-draft.ts';

const sameField: Readonly<Record<string, WrapUpField>> = { promise: 'promise.amountMinor' };

/** What the server refused, by field. A word it knows is said in the agent's language, anything else as it came. */
export function useServerProblems(): (error: Error | null) => ReadonlyMap<WrapUpField, string> {
  const { t, i18n } = useTranslation();
  return (error) => {
    const failure = error instanceof ApiFailure ? error.failure : null;
    const errors = failure?.kind === 'problem' ? (failure.problem.errors ?? []) : [];
    return new Map(
      errors.map(({ field, rule, remedy }) => {
        const key = `wrapUp.rule.${rule}`;
        const text = i18n.exists(key) ? t(key as 'wrapUp.rule.missing') : remedy;
        return [sameField[field] ?? (field as WrapUpField), text === '' ? rule : text] as const;
      }),
    );
  };
}
