import { calendarKeys, type CalendarYearView } from '../../contract/calendar.ts';
import type { Calendar } from '../../domain/calendar.ts';
import { missingYears, withYears, type CalendarYear } from '../../domain/calendars/calendar-year.ts';
import { presets } from '../../domain/presets.ts';
import { presetNames } from '../../domain/vocabulary.ts';
import { localDate } from '../../domain/zoned-time.ts';
import { newId } from '../../platform/ids.ts';
import type { Db, PrismaClient } from '../../platform/prisma/client.ts';
import type { CalendarBook } from '../calendars.ts';
import { wordOf } from '../dial-facts-of.ts';
import { askForReplan } from './ask-for-replan.ts';
import { importedYears, shippedCalendar } from './calendar-shelf.ts';
import { lookAgainForDays } from './look-again.ts';

const latest = 2 ** 31 - 1;
const alertKind = 'calendar_missing';

/** Days of a shipped year, as a view. */
function shippedYear(calendar: Calendar, year: number): CalendarYearView {
  const own = (dates: ReadonlySet<string>): string[] => [...dates].filter((date) => date.startsWith(`${year}-`)).sort();
  return {
    year,
    offDays: own(calendar.offDays),
    makeupWorkdays: own(calendar.makeupWorkdays),
    version: 0,
    source: null,
    importedAt: null,
    provisional: calendar.provisionalYears.has(year),
  };
}

/** One more version of a year, which holds once the transaction is committed. */
export async function addEdition(
  db: Db,
  name: string,
  { year, offDays, makeupWorkdays }: CalendarYear,
  { source, by, at }: { readonly source: string; readonly by: string | null; readonly at: number },
): Promise<number> {
  // One import after the other: the highest id seen is then always the last one committed.
  await db.$executeRaw`LOCK TABLE "CalendarEdition" IN SHARE ROW EXCLUSIVE MODE`;
  const { _max } = await db.calendarEdition.aggregate({ where: { name, year }, _max: { version: true } });
  const version = (_max.version ?? 0) + 1;
  await db.calendarEdition.create({
    data: {
      ...{ name, year, version, source },
      offDays: [...offDays].sort(),
      makeupWorkdays: [...makeupWorkdays].sort(),
      importedAt: new Date(at),
      importedById: by,
    },
  });
  await askForReplan(db, null, new Date(at));
  return version;
}

export function makePrismaCalendarBook(prisma: PrismaClient): CalendarBook {
  /** Calendars that windows go by. */
  async function namesBound(): Promise<ReadonlySet<string>> {
    const rules = await prisma.windowRule.findMany({ where: { calendar: { not: null } }, select: { calendar: true } });
    return new Set(rules.flatMap(({ calendar }) => (calendar === null ? [] : [calendar])));
  }

  async function namesInUse(): Promise<ReadonlySet<string>> {
    const [tenant, campaigns] = await Promise.all([
      prisma.tenant.findUniqueOrThrow({ where: { id: 1 }, select: { preset: true } }),
      prisma.campaign.findMany({ select: { preset: true }, distinct: ['preset'] }),
    ]);
    return new Set([tenant, ...campaigns].map(({ preset }) => presets[wordOf(presetNames, preset)].calendar));
  }

  return {
    async views(today) {
      const [imported, used, bound] = await Promise.all([importedYears(prisma, latest), namesInUse(), namesBound()]);
      const names = [...new Set<string>([...calendarKeys, ...imported.map(({ name }) => name)])];
      return names.map((name) => {
        const own = imported.filter((row) => row.name === name);
        const replaced = new Set(own.map(({ year }) => year));
        const shipped = shippedCalendar(name);
        const years = [
          ...[...shipped.coveredYears, ...shipped.provisionalYears]
            .filter((year) => !replaced.has(year))
            .map((year) => shippedYear(shipped, year)),
          ...own.map(({ year, offDays, makeupWorkdays, version, source, importedAt }) => ({
            ...{ year, offDays, makeupWorkdays, version, source },
            importedAt: importedAt.getTime(),
            provisional: false,
          })),
        ].sort((a, b) => a.year - b.year);
        return {
          name,
          inUse: used.has(name) || bound.has(name),
          years,
          missing: [...missingYears(withYears(shipped, own), today)],
        };
      });
    },
    async add(name, years, given) {
      const versions = await prisma.$transaction(async (db) => {
        const added: { year: number; version: number }[] = [];
        for (const year of years) added.push({ year: year.year, version: await addEdition(db, name, year, given) });
        return added;
      });
      await lookAgainForDays(prisma, given.at);
      return versions;
    },
    async inUse() {
      const [imported, used, bound] = await Promise.all([importedYears(prisma, latest), namesInUse(), namesBound()]);
      return [...new Set([...used, ...bound])].map((name) =>
        withYears(
          shippedCalendar(name),
          imported.filter((row) => row.name === name),
        ),
      );
    },
    async alertFor(subjects, at) {
      await prisma.alert.updateMany({
        where: { kind: alertKind, resolvedAt: null, subjectId: { notIn: [...subjects] } },
        data: { resolvedAt: new Date(at) },
      });
      for (const subjectId of subjects) {
        await prisma.$executeRaw`
          INSERT INTO "Alert" ("id", "kind", "subjectId", "raisedAt")
          VALUES (${newId()}::uuid, ${alertKind}, ${subjectId}, ${new Date(at)}) ON CONFLICT DO NOTHING`;
      }
    },
    async businessDate(now) {
      const { businessZone } = await prisma.tenant.findUniqueOrThrow({ where: { id: 1 } });
      return localDate(now, businessZone);
    },
  };
}
