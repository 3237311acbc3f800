import { useTranslation } from 'react-i18next';

/** The log's own words, `object.deed`, as one says them; what is not known stands as it is written. */
export function useAuditTerms(): {
  readonly object: (subjectType: string) => string;
  readonly action: (action: string) => string;
} {
  const { t } = useTranslation();
  const key = (word: string): string => word.replaceAll('-', '_');
  const object = (word: string): string => t(`auditWords.object.${key(word)}`, { defaultValue: word });
  return {
    object,
    action(action) {
      const [of = '', deed = ''] = action.split('.');
      const known = t(`auditWords.deed.${key(deed)}`, { defaultValue: deed });
      return deed === '' ? object(of) : t('auditWords.said', { object: object(of), deed: known });
    },
  };
}
