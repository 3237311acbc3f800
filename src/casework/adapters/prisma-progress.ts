import type { ProgressGroup, ProgressReport, ProgressRow } from '../../contract/progress.ts';
import { goalMet } from '../../domain/daily-accounts.ts';
import { openDaysOf } from '../../domain/follow-up-plan.ts';
import type { Calendar } from '../../domain/calendar.ts';
import { addDays } from '../../domain/zoned-time.ts';
import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import { keyOfCase, keyOfTry, nameOf, standingOf, triesOf, type Asked } from './progress-sql.ts';

type Keyed<T> = T & { readonly key: string | null };
type DayRow = Keyed<{ day: string; collectorId: string | null; accounts: number }>;
type TryRow = Keyed<{ attempts: number; rightParty: number; touched: number; touchedOpen: number }>;
type StandRow = Keyed<{
  open: number;
  dueLeft: number;
  overdue: number;
  excused: number;
  waiting: number;
  stopped: number;
  unowned: number;
}>;
type PromiseRow = Keyed<{ promisesDue: number; promisesKept: number; promisesBroken: number }>;
type MemberRow = Keyed<{ id: string; dailyGoal: number }>;

const nothing = {
  attempts: 0,
  rightParty: 0,
  touched: 0,
  touchedOpen: 0,
  open: 0,
  dueLeft: 0,
  overdue: 0,
  excused: 0,
  waiting: 0,
  stopped: 0,
  unowned: 0,
  promisesDue: 0,
  promisesKept: 0,
  promisesBroken: 0,
};

const hasGoal = (group: ProgressGroup): boolean => group === 'collector' || group === 'team';

/** Days of the period up to today on which calls are made. */
function operatingDays({ period, today }: Asked, calendar: Calendar): number {
  const days: string[] = [];
  for (let day = period.from; day <= period.to && day <= today; day = addDays(day, 1)) days.push(day);
  return openDaysOf(calendar, days).length;
}

async function figures(prisma: PrismaClient, asked: Asked, group: ProgressGroup) {
  const tries = triesOf(asked);
  const credited = hasGoal(group) ? Prisma.sql`t."collectorId"` : Prisma.sql`NULL::uuid`;
  return Promise.all([
    prisma.$queryRaw<DayRow[]>`
      SELECT ${keyOfTry(group)} AS "key", t."day"::text AS "day", ${credited} AS "collectorId",
        count(DISTINCT t."caseId")::int AS "accounts"
      FROM (${tries}) t LEFT JOIN "User" u ON u."id" = t."collectorId"
      GROUP BY 1, 2, 3 ORDER BY 2`,
    prisma.$queryRaw<TryRow[]>`
      SELECT ${keyOfTry(group)} AS "key", count(*)::int AS "attempts",
        count(*) FILTER (WHERE t."party" = 'RPC')::int AS "rightParty",
        count(DISTINCT t."caseId")::int AS "touched",
        count(DISTINCT t."caseId") FILTER (WHERE t."isOpen")::int AS "touchedOpen"
      FROM (${tries}) t LEFT JOIN "User" u ON u."id" = t."collectorId"
      GROUP BY 1`,
    prisma.$queryRaw<StandRow[]>`
      WITH touched AS MATERIALIZED (SELECT DISTINCT "caseId" FROM (${tries}) t),
      stand AS (
        SELECT ${keyOfCase(group)} AS "key", ${standingOf(asked)} AS "standing",
          c."ownerId" IS NULL AND c."campaignId" IS NULL AS "unowned", x."caseId" IS NOT NULL AS "touched"
        FROM "Case" c LEFT JOIN "User" u ON u."id" = c."ownerId"
        LEFT JOIN touched x ON x."caseId" = c."id"
        WHERE c."status" = 'open')
      SELECT "key", count(*)::int AS "open",
        count(*) FILTER (WHERE "standing" IN ('due', 'overdue', 'excused') AND NOT "touched")::int AS "dueLeft",
        count(*) FILTER (WHERE "standing" = 'overdue')::int AS "overdue",
        count(*) FILTER (WHERE "standing" = 'excused')::int AS "excused",
        count(*) FILTER (WHERE "standing" = 'waiting')::int AS "waiting",
        count(*) FILTER (WHERE "standing" = 'stopped')::int AS "stopped",
        count(*) FILTER (WHERE "unowned")::int AS "unowned"
      FROM stand GROUP BY 1`,
    prisma.$queryRaw<PromiseRow[]>`
      SELECT ${keyOfCase(group)} AS "key", count(*)::int AS "promisesDue",
        count(*) FILTER (WHERE p."status" = 'kept')::int AS "promisesKept",
        count(*) FILTER (WHERE p."status" = 'broken')::int AS "promisesBroken"
      FROM "Promise" p JOIN "Case" c ON c."id" = p."caseId" LEFT JOIN "User" u ON u."id" = c."ownerId"
      WHERE p."dueOn" BETWEEN ${asked.period.from}::date AND ${asked.period.to}::date AND p."status" <> 'replaced'
      GROUP BY 1`,
    prisma.$queryRaw<{ id: string; name: string }[]>(nameOf(group)),
    hasGoal(group)
      ? prisma.$queryRaw<MemberRow[]>`
          SELECT "id", "dailyGoal", ${group === 'team' ? Prisma.sql`"teamId"` : Prisma.sql`"id"`} AS "key"
          FROM "User" WHERE "role" = 'agent' AND "disabledAt" IS NULL`
      : Promise.resolve<MemberRow[]>([]),
  ] as const);
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Accounts of each day against what its members are asked for; a group without members has no goal. */
function accountsOf(rows: readonly DayRow[], members: readonly MemberRow[], days: number, withGoal: boolean) {
  const daily = sum(members.map(({ dailyGoal }) => dailyGoal));
  const goal = withGoal && members.length > 0 ? daily * days : null;
  const byDay = new Map<string, number>();
  for (const { day, accounts } of rows) byDay.set(day, (byDay.get(day) ?? 0) + accounts);
  const counted = [...byDay].map(([day, accounts]) => ({
    day,
    accounts,
    met: goal !== null && goalMet(accounts, daily),
  }));
  return {
    accounts: sum(counted.map(({ accounts }) => accounts)),
    goal,
    daysMet: counted.filter(({ met }) => met).length,
    days: counted,
  };
}

export async function readProgress(
  prisma: PrismaClient,
  asked: Asked,
  group: ProgressGroup,
  calendar: Calendar,
): Promise<ProgressReport> {
  const [days, tries, stands, promises, names, members] = await figures(prisma, asked, group);
  const operating = operatingDays(asked, calendar);
  const keys = new Set([...days, ...tries, ...stands, ...promises, ...members].map(({ key }) => key));
  const nameBy = new Map(names.map(({ id, name }) => [id, name]));
  const rows = [...keys].map((key): ProgressRow => {
    const of = <T extends { key: string | null }>(from: readonly T[]): T[] => from.filter((row) => row.key === key);
    const accounts = accountsOf(of(days), of(members), operating, hasGoal(group));
    const parts = [of(tries)[0], of(stands)[0], of(promises)[0]];
    const merged = Object.assign({ ...nothing }, ...parts) as typeof nothing;
    return { ...merged, ...accounts, key, name: key === null ? null : (nameBy.get(key) ?? null) };
  });
  // Cases of nobody last, everybody else by name.
  rows.sort((a, b) => Number(a.key === null) - Number(b.key === null) || (a.name ?? '').localeCompare(b.name ?? ''));
  const { from, to } = asked.period;
  const added = (field: keyof typeof nothing): number => sum(rows.map((row) => row[field]));
  const totals = Object.fromEntries(
    Object.keys(nothing).map((field) => [field, added(field as keyof typeof nothing)]),
  ) as typeof nothing;
  const goals = rows.flatMap(({ goal }) => goal ?? []);
  return {
    from,
    to,
    today: asked.today,
    group,
    operatingDays: operating,
    rows,
    total: {
      ...totals,
      key: null,
      name: null,
      accounts: sum(rows.map((row) => row.accounts)),
      goal: goals.length === 0 ? null : sum(goals),
      daysMet: sum(rows.map((row) => row.daysMet)),
      days: [],
    },
  };
}
