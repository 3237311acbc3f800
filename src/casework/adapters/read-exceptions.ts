import type { ProgressExceptions } from '../../contract/progress.ts';
import { dueSoonMs } from '../../domain/case-tasks.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import { brokenIn, lostItsRecording, standingOf, type Asked } from './progress-sql.ts';

interface Counted {
  readonly overdue: number;
  readonly excused: number;
  readonly newlyBroken: number;
  readonly tasksBreached: number;
  readonly tasksSoon: number;
  readonly fraudBreached: number;
  readonly recordingsMissing: number;
  readonly importsRejected: number;
}

/** Files of the last days: older refusals have been sent back or given up. */
const importDays = 7;
const dayMs = 86_400_000;

/** What has to be looked at now, counted in one statement, each figure by the condition of its list. */
export async function readExceptions(prisma: PrismaClient, asked: Asked): Promise<ProgressExceptions> {
  const soon = new Date(asked.now.getTime() + dueSoonMs);
  const since = new Date(asked.now.getTime() - importDays * dayMs);
  const rows = await prisma.$queryRaw<Counted[]>`
    WITH standing AS (SELECT ${standingOf(asked)} AS "is" FROM "Case" c
      WHERE c."status" = 'open' AND c."followUpBy" < ${asked.today}::date)
    SELECT count(*) FILTER (WHERE "is" = 'overdue')::int AS "overdue",
      count(*) FILTER (WHERE "is" = 'excused')::int AS "excused",
      (SELECT count(DISTINCT p."caseId") FROM "Promise" p WHERE ${brokenIn(asked)})::int AS "newlyBroken",
      (SELECT count(*) FROM "CaseTask" t WHERE t."doneAt" IS NULL AND t."dueAt" < ${asked.now})::int AS "tasksBreached",
      (SELECT count(*) FROM "CaseTask" t WHERE t."doneAt" IS NULL AND t."dueAt" >= ${asked.now}
        AND t."dueAt" < ${soon})::int AS "tasksSoon",
      (SELECT count(*) FROM "Alert" x WHERE x."resolvedAt" IS NULL
        AND x."kind" IN ('fraud_sign_overdue', 'fraud_recall_overdue'))::int AS "fraudBreached",
      (SELECT count(DISTINCT a."caseId") FROM "Attempt" a WHERE ${lostItsRecording})::int AS "recordingsMissing",
      (SELECT count(*) FROM "Placement" f WHERE f."rejected" > 0 AND f."createdAt" >= ${since})::int AS "importsRejected"
    FROM standing`;
  const [counted] = rows;
  if (counted === undefined) return { exceptions: [] };
  return {
    exceptions: [
      { name: 'overdue', level: 'breached', count: counted.overdue },
      { name: 'newly_broken', level: 'breached', count: counted.newlyBroken },
      { name: 'tasks_breached', level: 'breached', count: counted.tasksBreached },
      { name: 'fraud_breached', level: 'breached', count: counted.fraudBreached },
      { name: 'recordings_missing', level: 'breached', count: counted.recordingsMissing },
      { name: 'tasks_soon', level: 'warned', count: counted.tasksSoon },
      { name: 'imports_rejected', level: 'warned', count: counted.importsRejected },
      { name: 'excused', level: 'excused', count: counted.excused },
    ],
  };
}
