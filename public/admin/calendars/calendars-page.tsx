import { BookOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Skeleton, Tag, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarView, CalendarYearView } from '../../../src/contract/calendar.ts';
import table from '../../shared/case-file/case-list.module.css';
import { useFormat } from '../../shared/format/use-format.ts';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { useCalendars } from './calendar-queries.ts';
import { FromLibrary } from './from-library.tsx';
import { ImportCalendar } from './import-calendar.tsx';
import { useCalendarName } from './use-calendar-name.ts';

function Days({ dates }: { readonly dates: readonly string[] }): ReactNode {
  const format = useFormat();
  return (
    <Tooltip title={dates.map((date) => date.slice(5)).join(', ')}>
      <span tabIndex={0}>{format.whole(dates.length)}</span>
    </Tooltip>
  );
}

function YearRow({ name, year }: { readonly name: ReactNode; readonly year: CalendarYearView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const provisionalOr = (version: string): ReactNode =>
    year.provisional ? (
      <Tooltip title={t('calendars.provisionalHint')}>
        <Tag color="warning" tabIndex={0}>
          {t('calendars.provisional')}
        </Tag>
      </Tooltip>
    ) : (
      version
    );
  return (
    <tr>
      <td>{name}</td>
      <td>{year.year}</td>
      <td>
        <Days dates={year.offDays} />
      </td>
      <td>
        <Days dates={year.makeupWorkdays} />
      </td>
      <td>
        {provisionalOr(year.version === 0 ? t('calendars.shipped') : t('calendars.version', { version: year.version }))}
      </td>
      <td>{year.source ?? t('common.nothing')}</td>
      <td>{year.importedAt === null ? t('common.nothing') : format.moment(year.importedAt)}</td>
    </tr>
  );
}

/** US and UK holidays follow rules and reach far ahead; the years near today are what people look for. */
const shownYears = (calendar: CalendarView): readonly CalendarYearView[] => {
  const now = new Date().getFullYear();
  return calendar.years.filter(({ year, version }) => version > 0 || (year >= now - 1 && year <= now + 2));
};

export function CalendarsPage({ mayImport }: { readonly mayImport: boolean }): ReactNode {
  const { t } = useTranslation();
  const calendars = useCalendars();
  const [importing, setImporting] = useState<'file' | 'library' | null>(null);
  const columns = ['year', 'offDays', 'makeup', 'version', 'source', 'at'] as const;
  const nameOf = useCalendarName();
  const content = (): ReactNode => {
    if (calendars.isPending) return <Skeleton active style={{ padding: 20 }} paragraph={{ rows: 6 }} />;
    if (calendars.isError) return <FailureView error={calendars.error} retry={() => void calendars.refetch()} />;
    return (
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('calendars.which')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`calendars.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {calendars.data.calendars.flatMap((calendar) =>
            shownYears(calendar).map((year, at) => (
              <YearRow
                key={`${calendar.name}-${year.year}`}
                year={year}
                name={
                  at > 0 ? null : (
                    <>
                      <strong>{nameOf(calendar.name)}</strong>{' '}
                      {calendar.inUse && <Tag color="success">{t('calendars.inUse')}</Tag>}
                    </>
                  )
                }
              />
            )),
          )}
        </tbody>
      </table>
    );
  };
  return (
    <main className={table.page}>
      <header className={table.head}>
        <h1 title={t('calendars.lead')}>{t('calendars.title')}</h1>
        {mayImport && (
          <>
            <Button icon={<BookOutlined />} onClick={() => setImporting('library')}>
              {t('calendars.library.open')}
            </Button>
            <Button type="primary" icon={<UploadOutlined />} onClick={() => setImporting('file')}>
              {t('calendars.importOne')}
            </Button>
          </>
        )}
      </header>
      <div className={table.body}>{content()}</div>
      {importing === 'file' && <ImportCalendar onClose={() => setImporting(null)} />}
      {importing === 'library' && <FromLibrary onClose={() => setImporting(null)} />}
    </main>
  );
}
