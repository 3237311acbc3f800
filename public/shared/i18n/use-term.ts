import { useTranslation } from 'react-i18next';
import type { english } from './locales.ts';

type Terms = typeof english.terms;

/** The word for a code from the server; a code this console does not know yet is shown as it is. */
export function useTerm(): <G extends keyof Terms>(group: G, code: string) => string {
  const { t, i18n } = useTranslation();
  return (group, code) => {
    const key = `terms.${group}.${code}`;
    return i18n.exists(key) ? t(key as 'terms.result.PTP') : code;
  };
}
