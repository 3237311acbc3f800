import { useTranslation } from 'react-i18next';

/** A shipped calendar by its name in the reader's language, another one by its country. */
export function useCalendarName(): (name: string) => string {
  const { t, i18n } = useTranslation();
  const regions = new Intl.DisplayNames([i18n.language], { type: 'region', fallback: 'code' });
  return (name) => {
    if (i18n.exists(`calendars.name.${name}`)) return t(`calendars.name.${name as 'CN'}`);
    const [country = name, part] = name.split('-');
    return [regions.of(country) ?? country, ...(part === undefined ? [] : [part])].join(' ');
  };
}
