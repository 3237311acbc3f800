import type { Calendar, CalendarName, Calendars } from '../../domain/calendar.ts';
import { withYears } from '../../domain/calendars/calendar-year.ts';
import { calendars } from '../../domain/calendars/calendars.ts';
import type { Db } from './read-case-record.ts';

/**
 * The calendars that hold: the shipped ones with the imported years in their place. Whoever reads a case reads the
 * latest edition's number along with it, so an import holds for the next decision of every node.
 */
export interface CalendarShelf {
  calendarOf(db: Db, name: CalendarName, edition: number): Promise<Calendar>;
  /** For whoever reads no single case. */
  latest(db: Db): Promise<Calendars>;
}

/** The highest version of each imported year, up to an edition. */
export const importedYears = (db: Db, upTo: number) =>
  db.calendarEdition.findMany({
    where: { id: { lte: upTo } },
    orderBy: [{ name: 'asc' }, { year: 'asc' }, { version: 'desc' }],
    distinct: ['name', 'year'],
  });

export function makeCalendarShelf(): CalendarShelf {
  let kept: { readonly edition: number; readonly byName: Calendars } = { edition: 0, byName: calendars };

  async function at(db: Db, edition: number): Promise<Calendars> {
    if (kept.edition === edition) return kept.byName;
    const years = await importedYears(db, edition);
    const merged = (each: CalendarName): Calendar =>
      withYears(
        calendars[each],
        years.filter((year) => year.name === each),
      );
    const byName = { CN: merged('CN'), US: merged('US'), UK: merged('UK'), none: merged('none') };
    kept = { edition, byName };
    return byName;
  }

  return {
    calendarOf: async (db, name, edition) => (await at(db, edition))[name],
    async latest(db) {
      const { _max } = await db.calendarEdition.aggregate({ _max: { id: true } });
      return at(db, _max.id ?? 0);
    },
  };
}
