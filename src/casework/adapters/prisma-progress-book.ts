import type { AgentCalendar, WorklistCounts } from '../../contract/progress.ts';
import { isOpenDay } from '../../domain/calendar.ts';
import { addDays } from '../../domain/zoned-time.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { ProgressBook, ProgressPeriod } from '../progress.ts';
import type { CalendarShelf } from './calendar-shelf.ts';
import { askedNow } from './asked-now.ts';
import { makeCaseVisibility } from './case-visibility.ts';
import { readCaseList } from './prisma-case-lists.ts';
import { readProgress } from './prisma-progress.ts';
import { readExceptions } from './read-exceptions.ts';
import { standingOf } from './progress-sql.ts';

export function makePrismaProgressBook(deps: {
  prisma: PrismaClient;
  clock: Clock;
  shelf: CalendarShelf;
}): ProgressBook {
  const { prisma } = deps;
  const visibility = makeCaseVisibility(prisma);

  const ask = (period: ProgressPeriod | null) => askedNow(deps, period);

  return {
    today: async () => (await ask(null)).asked.today,
    async report(period, group) {
      const { asked, calendar } = await ask(period);
      return readProgress(prisma, asked, group, calendar);
    },
    exceptions: async () => readExceptions(prisma, (await ask(null)).asked),
    async cases(query) {
      return readCaseList(prisma, { ...query, except: [] }, (await ask(query.period)).asked);
    },
    async worklist(query, ownerId) {
      const [{ asked }, except] = await Promise.all([ask(query.period), visibility.coveredDebtors(ownerId)]);
      return readCaseList(prisma, { ...query, within: { group: 'collector', key: ownerId }, except }, asked);
    },
    async counts(ownerId): Promise<WorklistCounts> {
      const { asked } = await ask(null);
      const rows = await prisma.$queryRaw<Omit<WorklistCounts, 'today' | 'promises_due'>[]>`
        WITH mine AS (
          SELECT ${standingOf(asked)} AS "standing" FROM "Case" c
          WHERE c."status" = 'open' AND c."ownerId" = ${ownerId}::uuid)
        SELECT count(*) FILTER (WHERE "standing" IN ('due', 'excused'))::int AS "due",
          count(*) FILTER (WHERE "standing" = 'overdue')::int AS "overdue",
          count(*) FILTER (WHERE "standing" = 'waiting')::int AS "waiting"
        FROM mine`;
      const promises = await prisma.promise.count({
        where: { dueOn: new Date(asked.today), status: { not: 'replaced' }, case: { ownerId } },
      });
      const [row] = rows;
      return {
        today: asked.today,
        due: row?.due ?? 0,
        overdue: row?.overdue ?? 0,
        waiting: row?.waiting ?? 0,
        promises_due: promises,
      };
    },
    async calendar(ownerId, month): Promise<AgentCalendar> {
      const from = `${month}-01`;
      const to = addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1);
      const { asked, calendar } = await ask({ from, to });
      const rows = await prisma.$queryRaw<{ day: string; followUps: number; promises: number; callbacks: number }[]>`
        SELECT "day"::text AS "day", count(*) FILTER (WHERE "kind" = 'f')::int AS "followUps",
          count(*) FILTER (WHERE "kind" = 'p')::int AS "promises",
          count(*) FILTER (WHERE "kind" = 'c')::int AS "callbacks"
        FROM (
          SELECT c."followUpBy" AS "day", CASE WHEN c."callbackAt" IS NULL THEN 'f' ELSE 'c' END AS "kind"
          FROM "Case" c
          WHERE c."ownerId" = ${ownerId}::uuid AND c."status" = 'open'
            AND c."followUpBy" BETWEEN ${from}::date AND ${to}::date
            AND NOT EXISTS (SELECT 1 FROM "Promise" p WHERE p."caseId" = c."id" AND p."status" = 'open')
          UNION ALL
          SELECT p."dueOn", 'p' FROM "Promise" p JOIN "Case" c ON c."id" = p."caseId"
          WHERE c."ownerId" = ${ownerId}::uuid AND c."status" = 'open' AND p."status" = 'open'
            AND p."dueOn" BETWEEN ${from}::date AND ${to}::date
        ) e GROUP BY 1 ORDER BY 1`;
      const by = new Map(rows.map((row) => [row.day, row]));
      const days: AgentCalendar['days'] = [];
      for (let day = from; day <= to; day = addDays(day, 1)) {
        const { followUps, promises, callbacks } = by.get(day) ?? { followUps: 0, promises: 0, callbacks: 0 };
        days.push({ day, followUps, promises, callbacks, open: isOpenDay(calendar, day) });
      }
      return { month, today: asked.today, days };
    },
  };
}
