import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCalendars } from './calendar-queries.ts';
import { useCalendarName } from './use-calendar-name.ts';

/** On every page of whoever can do something about it: a year is here, or near, without its holidays. */
export function CalendarBanner({ mayImport }: { readonly mayImport: boolean }): ReactNode {
  const { t } = useTranslation();
  const calendars = useCalendars();
  const nameOf = useCalendarName();
  const missing = (calendars.data?.calendars ?? []).flatMap(({ name, inUse, missing: years }) =>
    inUse ? years.map((year) => ({ name, year })) : [],
  );
  return missing.map(({ name, year }) => (
    <Alert
      key={`${name}-${year}`}
      banner
      type="warning"
      title={t('calendars.missing', { year, name: nameOf(name) })}
      action={mayImport ? <Link to="/calendars">{t('calendars.banner')}</Link> : undefined}
    />
  ));
}
