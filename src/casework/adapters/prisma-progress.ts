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

interface Counted {
  readonly days: readonly DayRow[];
  readonly tries: readonly TryRow[];
  readonly stands: readonly StandRow[];
  readonly promises: readonly PromiseRow[];
}

/** How many of the cases counted together are meant. */
const cases = (which: Prisma.Sql): Prisma.Sql => Prisma.sql`COALESCE(sum("n") FILTER (WHERE ${which}), 0)::int`;

/** One statement: what was tried is read once, and all figures are of the same instant. */
async function count(prisma: PrismaClient, asked: Asked, group: ProgressGroup): Promise<Counted> {
  const credited = hasGoal(group) ? Prisma.sql`t."collectorId"` : Prisma.sql`NULL::uuid`;
  const [row] = await prisma.$queryRaw<Counted[]>`
    WITH tries AS MATERIALIZED (
      SELECT ${keyOfTry(group)} AS "key", t."day", ${credited} AS "collectorId", t."caseId", bool_or(t."isOpen") AS "isOpen",
        count(*) AS "n", count(*) FILTER (WHERE t."party" = 'RPC') AS "right"
      FROM (${triesOf(asked)}) t LEFT JOIN "User" u ON u."id" = t."collectorId" GROUP BY 1, 2, 3, 4),
    days AS (SELECT "key", "day"::text AS "day", "collectorId", count(*)::int AS "accounts" FROM tries GROUP BY 1, tries."day", 3),
    sums AS (
      SELECT "key", sum("n")::int AS "attempts", sum("right")::int AS "rightParty", count(*)::int AS "touched",
        count(*) FILTER (WHERE "isOpen")::int AS "touchedOpen"
      FROM (SELECT "key", "caseId", bool_or("isOpen") AS "isOpen", sum("n") AS "n", sum("right") AS "right" FROM tries GROUP BY 1, 2) d
      GROUP BY 1),
    stand AS (
      SELECT ${keyOfCase(group)} AS "key", ${standingOf(asked)} AS "standing",
        c."ownerId" IS NULL AND c."campaignId" IS NULL AS "unowned", x."caseId" IS NOT NULL AS "touched", count(*) AS "n"
      FROM "Case" c LEFT JOIN "User" u ON u."id" = c."ownerId"
      LEFT JOIN (SELECT DISTINCT "caseId" FROM tries) x ON x."caseId" = c."id"
      WHERE c."status" = 'open' GROUP BY 1, 2, 3, 4),
    stands AS (
      SELECT "key", sum("n")::int AS "open",
        ${cases(Prisma.sql`"standing" IN ('due', 'overdue', 'excused') AND NOT "touched"`)} AS "dueLeft",
        ${cases(Prisma.sql`"standing" = 'overdue'`)} AS "overdue", ${cases(Prisma.sql`"standing" = 'excused'`)} AS "excused",
        ${cases(Prisma.sql`"standing" = 'waiting'`)} AS "waiting", ${cases(Prisma.sql`"standing" = 'stopped'`)} AS "stopped",
        ${cases(Prisma.sql`"unowned"`)} AS "unowned"
      FROM stand GROUP BY 1),
    promises AS (
      SELECT ${keyOfCase(group)} AS "key", count(*)::int AS "promisesDue",
        count(*) FILTER (WHERE p."status" = 'kept')::int AS "promisesKept",
        count(*) FILTER (WHERE p."status" = 'broken')::int AS "promisesBroken"
      FROM "Promise" p JOIN "Case" c ON c."id" = p."caseId" LEFT JOIN "User" u ON u."id" = c."ownerId"
      WHERE p."dueOn" BETWEEN ${asked.period.from}::date AND ${asked.period.to}::date AND p."status" <> 'replaced'
      GROUP BY 1)
    SELECT (SELECT COALESCE(json_agg(d ORDER BY d."day"), '[]') FROM days d) AS "days", (SELECT COALESCE(json_agg(d), '[]') FROM sums d) AS "tries",
      (SELECT COALESCE(json_agg(d), '[]') FROM stands d) AS "stands",
      (SELECT COALESCE(json_agg(d), '[]') FROM promises d) AS "promises"`;
  return row ?? { days: [], tries: [], stands: [], promises: [] };
}

const figures = (prisma: PrismaClient, asked: Asked, group: ProgressGroup) =>
  Promise.all([
    count(prisma, asked, group),
    prisma.$queryRaw<{ id: string; name: string }[]>(nameOf(group)),
    hasGoal(group)
      ? prisma.$queryRaw<MemberRow[]>`
          SELECT "id", "dailyGoal", ${group === 'team' ? Prisma.sql`"teamId"` : Prisma.sql`"id"`} AS "key"
          FROM "User" WHERE "role" = 'agent' AND "disabledAt" IS NULL`
      : Promise.resolve<MemberRow[]>([]),
  ] as const);

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
  const [{ days, tries, stands, promises }, names, members] = await figures(prisma, asked, group);
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
