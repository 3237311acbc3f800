import type { LibraryCalendars } from '../calendars.ts';

const wholeDay = /^(\d{4}-\d{2}-\d{2}) 00:00:00/;
const dayMs = 86_400_000;

/** Public holidays of countries and their parts as `date-holidays` knows them; loaded at the first need. */
export const libraryCalendars: LibraryCalendars = {
  async year(name, year) {
    const { default: Holidays } = await import('date-holidays');
    const [country = '', part] = name.split('-');
    const known = part === undefined ? new Holidays(country) : new Holidays(country, part);
    const found = known.getHolidays(year, 'en');
    if (found.length === 0) return null;
    const offDays = found.flatMap(({ type, date, start, end }) => {
      // Half a day off is a day on which people work.
      const first = type === 'public' ? wholeDay.exec(date)?.[1] : undefined;
      if (first === undefined) return [];
      const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMs));
      const from = Date.parse(`${first}T00:00:00Z`);
      return Array.from({ length: days }, (_, nth) => new Date(from + nth * dayMs).toISOString().slice(0, 10));
    });
    const ofYear = [...new Set(offDays)].filter((date) => date.startsWith(`${year}-`)).sort();
    return { year, offDays: ofYear, makeupWorkdays: [] };
  },
  source: 'date-holidays',
};
