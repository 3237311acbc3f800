import { calendarNames, type Calendar, type CalendarName, type Calendars } from '../../domain/calendar.ts';
import { withYears } from '../../domain/calendars/calendar-year.ts';
import { calendars } from '../../domain/calendars/calendars.ts';
import type { Db } from './read-case-record.ts';

/**
 * The calendars that hold: the shipped ones with the imported years in their place. Whoever reads a case reads the
 * latest edition's number along with it, so an import holds for the next decision of every node.
 */
export interface CalendarShelf {
  calendarOf(db: Db, name: CalendarName, edition: number): Promise<Calendar>;
  /** One that a window rule names: shipped or imported; null when no year of it is here. */
  named(db: Db, name: string, edition: number): Promise<Calendar | null>;
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

/** What the program itself knows of a calendar; one that is imported besides begins without a day. */
export const shippedCalendar = (name: string): Calendar => {
  const shipped = calendarNames.find((each) => each === name);
  return shipped === undefined ? { ...calendars.none, name } : calendars[shipped];
};

interface Kept {
  readonly edition: number;
  readonly byName: Calendars;
  readonly others: ReadonlyMap<string, Calendar>;
}

export function makeCalendarShelf(): CalendarShelf {
  let kept: Kept = { edition: 0, byName: calendars, others: new Map() };

  async function at(db: Db, edition: number): Promise<Kept> {
    if (kept.edition === edition) return kept;
    const years = await importedYears(db, edition);
    const merged = (each: CalendarName): Calendar =>
      withYears(
        calendars[each],
        years.filter((year) => year.name === each),
      );
    const byName = { CN: merged('CN'), US: merged('US'), UK: merged('UK'), none: merged('none') };
    const others = new Map(
      [...new Set(years.map(({ name }) => name))]
        .filter((name) => !(name in calendars))
        .map(
          (name) =>
            [
              name,
              withYears(
                { ...calendars.none, name },
                years.filter((year) => year.name === name),
              ),
            ] as const,
        ),
    );
    kept = { edition, byName, others };
    return kept;
  }

  return {
    calendarOf: async (db, name, edition) => (await at(db, edition)).byName[name],
    async named(db, name, edition) {
      const { byName, others } = await at(db, edition);
      const shipped = calendarNames.find((each) => each === name);
      return shipped === undefined ? (others.get(name) ?? null) : byName[shipped];
    },
    async latest(db) {
      const { _max } = await db.calendarEdition.aggregate({ _max: { id: true } });
      return (await at(db, _max.id ?? 0)).byName;
    },
  };
}
