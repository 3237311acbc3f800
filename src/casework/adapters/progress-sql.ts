import { uncountedResults } from '../../domain/round.ts';
import type { LocalDate, ZoneName } from '../../domain/vocabulary.ts';
import { addDays, startOfLocalDate } from '../../domain/zoned-time.ts';
import type { ProgressGroup } from '../../contract/progress.ts';
import { Prisma } from '../../platform/prisma/client.ts';
import type { ProgressPeriod } from '../progress.ts';

/** The instants and days a question is asked for. */
export interface Asked {
  readonly period: ProgressPeriod;
  readonly today: LocalDate;
  /** Owed by this day or earlier and not done: overdue. */
  readonly missedBy: LocalDate;
  /** The same of campaigns whose open days are others than those of the house. */
  readonly missedElsewhere: readonly { readonly by: LocalDate; readonly campaignIds: readonly string[] }[];
  readonly zone: ZoneName;
  readonly now: Date;
}

const firstInstant = ({ period, zone }: Asked): Date => new Date(startOfLocalDate(period.from, zone));
const endInstant = ({ period, zone }: Asked): Date => new Date(startOfLocalDate(addDays(period.to, 1), zone));
const endOfToday = ({ today, zone }: Asked): Date => new Date(startOfLocalDate(addDays(today, 1), zone));

/** Sent to the carrier in the period, with a result that counts as an attempt (3.2). */
export const triesOf = (asked: Asked): Prisma.Sql => Prisma.sql`
  SELECT a."caseId", (a."intendedAt" AT TIME ZONE ${asked.zone})::date AS "day",
    COALESCE(c."ownerId", a."agentId") AS "collectorId", c."clientId", COALESCE(a."campaignId", c."campaignId") AS "campaignId",
    c."status" = 'open' AS "isOpen", w."party"
  FROM "Attempt" a
  JOIN "Case" c ON c."id" = a."caseId"
  LEFT JOIN "WrapUp" w ON w."attemptId" = a."id"
  WHERE a."intendedAt" >= ${firstInstant(asked)} AND a."intendedAt" < ${endInstant(asked)}
    AND a."placedAt" IS NOT NULL
    AND COALESCE(w."code", a."systemResult", '') <> ALL (${[...uncountedResults]})`;

/** The last day missed of a case `c`: by the open days of its campaign. */
function missedBy(asked: Asked): Prisma.Sql {
  const house = Prisma.sql`${asked.missedBy}::date`;
  if (asked.missedElsewhere.length === 0) return house;
  const own = asked.missedElsewhere.map(
    ({ by, campaignIds }) => Prisma.sql`WHEN c."campaignId" = ANY (${[...campaignIds]}::uuid[]) THEN ${by}::date`,
  );
  return Prisma.sql`CASE ${Prisma.join(own, ' ')} ELSE ${house} END`;
}

/** Asked apart of the person and of the debt: over many cases each becomes one table that is looked up. */
const isStopped = Prisma.sql`(
    EXISTS (SELECT 1 FROM "CaseStop" s WHERE s."debtorId" = c."debtorId" AND s."liftedAt" IS NULL AND s."caseId" IS NULL)
    OR EXISTS (SELECT 1 FROM "CaseStop" s WHERE s."debtorId" = c."debtorId" AND s."caseId" = c."id" AND s."liftedAt" IS NULL))`;

/**
 * 3.4 in one place: stopped, waiting, overdue, excused, due, planned, in this order, of an open case `c`. Its status
 * is not looked at: the index over open cases then answers alone.
 */
export const standingOf = (asked: Asked): Prisma.Sql => Prisma.sql`
  CASE
    WHEN ${isStopped} THEN 'stopped'
    WHEN c."waitingUntil" > ${asked.now} THEN 'waiting'
    WHEN c."followUpBy" <= ${missedBy(asked)} AND c."followUpBy" IS DISTINCT FROM c."excusedOn" THEN 'overdue'
    WHEN c."followUpBy" < ${asked.today}::date THEN 'excused'
    WHEN c."followUpBy" = ${asked.today}::date OR (c."followUpBy" IS NULL AND c."dueAt" < ${endOfToday(asked)}) THEN 'due'
    ELSE 'planned'
  END`;

/** A promise `p` that went by unpaid in the period, whenever it had been due. */
export const brokenIn = (asked: Asked): Prisma.Sql => Prisma.sql`p."status" = 'broken'
  AND p."closedAt" >= ${firstInstant(asked)} AND p."closedAt" < ${endInstant(asked)}`;

/** An attempt `a` whose recording is not there, or not whole, and has not come since. */
export const lostItsRecording = Prisma.sql`a."id" IN (SELECT x."subjectId"::uuid FROM "Alert" x
  WHERE x."resolvedAt" IS NULL AND x."kind" IN ('recording_missing', 'recording_short', 'recording_damaged'))`;

/** What the rows are grouped by, of a case `c` with its owner `u`. */
export const keyOfCase = (group: ProgressGroup): Prisma.Sql =>
  ({
    collector: Prisma.sql`c."ownerId"`,
    team: Prisma.sql`u."teamId"`,
    client: Prisma.sql`c."clientId"`,
    campaign: Prisma.sql`c."campaignId"`,
  })[group];

/** The same of an attempt `t` with its collector `u`. */
export const keyOfTry = (group: ProgressGroup): Prisma.Sql =>
  ({
    collector: Prisma.sql`t."collectorId"`,
    team: Prisma.sql`u."teamId"`,
    client: Prisma.sql`t."clientId"`,
    campaign: Prisma.sql`t."campaignId"`,
  })[group];

export const nameOf = (group: ProgressGroup): Prisma.Sql =>
  ({
    collector: Prisma.sql`SELECT "id", "displayName" AS "name" FROM "User"`,
    team: Prisma.sql`SELECT "id", "name" FROM "Team"`,
    client: Prisma.sql`SELECT "id", "name" FROM "Client"`,
    campaign: Prisma.sql`SELECT "id", "name" FROM "Campaign"`,
  })[group];
