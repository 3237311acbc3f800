import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { Router, type RequestHandler } from 'express';
import { z } from 'zod';
import { cursorFields, pageFields } from '../../contract/page.ts';
import { progressGroups, progressLists, worklistNames, worklistSorts } from '../../contract/progress.ts';
import type { ListedCase, ListedCases } from '../../contract/progress.ts';
import { daysBetween, isLocalDate } from '../../domain/zoned-time.ts';
import { csvDoor, csvInstant, everyPage } from '../../platform/csv.ts';
import { BadInput, parseQuery, route } from '../../platform/http-problem.ts';
import type { AuditTrail } from '../ports.ts';
import type { ProgressBook, ProgressPeriod } from '../progress.ts';
import { signedIn } from './signed-in.ts';

/** A quarter and a little: longer questions are for a report that nobody waits for. */
const mostDays = 100;

const day = z.string().refine(isLocalDate, 'a day as YYYY-MM-DD');
const periodFields = { from: day.optional(), to: day.optional() };
const exportedAtOnce = 100;
const limit = z.coerce.number().int().min(1).max(100).default(50);
export const reportQuery = z.object({ ...periodFields, group: z.enum(progressGroups).default('collector') });
export const exportQuery = reportQuery.extend({ language: z.enum(['zh-CN', 'en']).default('zh-CN') });
export const casesQuery = z.object({
  ...periodFields,
  list: z.enum(progressLists),
  group: z.enum(progressGroups).optional(),
  /** Of a row of the report; `none` for the row of those without. */
  key: z.union([z.uuid(), z.literal('none')]).optional(),
  ...cursorFields(),
  limit,
});
/** Of the list behind a figure as a file. */
export const caseFileQuery = casesQuery.omit({ cursor: true, limit: true });
/** What narrows the worklist down: of the list and of its file. */
export const worklistFilters = z.object({ list: z.enum(worklistNames).default('due'), day: day.optional() });
export const worklistQuery = worklistFilters.extend({ ...pageFields(worklistSorts, false), limit });
const byUrgency = { sort: 'urgency', down: false } as const;

/** The columns of a list of cases as a file. */
const fileHeads = [
  ...['case', 'client', 'debtor', 'owner', 'owed_minor', 'currency', 'class', 'standing', 'follow_up_by'],
  ...['promised_minor', 'promised_on', 'last_attempt_at'],
];
const fileLine = (row: ListedCase) => [
  ...[row.externalRef, row.clientName, row.debtorName, row.ownerName, row.amountMinor, row.currency],
  ...[row.caseClass, row.standing, row.followUpBy],
  ...[row.promise?.amountMinor ?? null, row.promise?.dueOn ?? null, csvInstant(row.lastAttemptAt)],
];
/** The whole of a list, read page by page. */
async function* fileLines(
  page: (at: { readonly cursor: string | undefined; readonly limit: number }) => Promise<ListedCases>,
): AsyncGenerator<ReturnType<typeof fileLine>[]> {
  const next = async (cursor: string | undefined) => {
    const { cases, nextCursor } = await page({ cursor, limit: exportedAtOnce });
    return { rows: cases, nextCursor };
  };
  for await (const rows of everyPage(next)) yield rows.map(fileLine);
}
export const monthQuery = z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month as YYYY-MM') });

const refused = (field: string, rule: string, remedy: string): never => {
  throw new BadInput([{ field, rule, remedy }]);
};

export function makeProgressDoor(deps: {
  progress: ProgressBook;
  workbook: (report: Awaited<ReturnType<ProgressBook['report']>>, language: 'zh-CN' | 'en') => AsyncIterable<Buffer>;
  audit: AuditTrail;
  requireUser: RequestHandler;
  requireSupervisor: RequestHandler;
  requireExporter: RequestHandler;
}): Router {
  const { progress, requireUser, requireSupervisor } = deps;
  const router = Router();

  async function periodOf(asked: { from?: string | undefined; to?: string | undefined }): Promise<ProgressPeriod> {
    const today = await progress.today();
    const to = asked.to ?? asked.from ?? today;
    const from = asked.from ?? to;
    if (from > to) refused('from', 'range_reversed', 'The first day may not come after the last.');
    if (daysBetween(from, to) >= mostDays) refused('to', 'range_too_long', `At most ${mostDays} days at a time.`);
    return { from, to };
  }

  async function listOf(asked: z.output<typeof caseFileQuery>) {
    const { list, group, key } = asked;
    if ((group === undefined) !== (key === undefined))
      refused('key', 'group_and_key', 'Name both the group and the key of its row, or neither.');
    const within = group === undefined ? null : { group, key: key === 'none' ? null : (key ?? null) };
    return { list, period: await periodOf(asked), within };
  }

  async function workOf(asked: z.output<typeof worklistFilters>) {
    const today = await progress.today();
    const on = asked.list === 'day' ? (asked.day ?? today) : today;
    const list = asked.list === 'day' ? 'planned' : asked.list === 'due' ? 'due_today' : asked.list;
    return { list, period: { from: on, to: on } } as const;
  }

  router.get(
    '/api/progress',
    requireSupervisor,
    route(async (req, res) => {
      const query = parseQuery(reportQuery, req);
      res.json(await progress.report(await periodOf(query), query.group));
    }),
  );
  router.get(
    '/api/progress/exceptions',
    requireSupervisor,
    route(async (_req, res) => {
      res.json(await progress.exceptions());
    }),
  );
  router.get(
    '/api/progress/export',
    deps.requireExporter,
    route(async (req, res) => {
      const query = parseQuery(exportQuery, req);
      const period = await periodOf(query);
      const report = await progress.report(period, query.group);
      await deps.audit.record({
        actorId: signedIn(res).id,
        action: 'progress.exported',
        subjectType: 'progress',
        subjectId: null,
        detail: { ...period, group: query.group },
      });
      res
        .status(200)
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .attachment(`progress-${period.from}-${period.to}-${query.group}.xlsx`);
      await pipeline(Readable.from(deps.workbook(report, query.language)), res);
    }),
  );
  router.get(
    '/api/progress/cases',
    requireSupervisor,
    route(async (req, res) => {
      const { cursor: at, limit: most, ...asked } = parseQuery(casesQuery, req);
      res.json(await progress.cases({ ...(await listOf(asked)), ...byUrgency, cursor: at, limit: most }));
    }),
  );
  router.get(
    '/api/progress/cases/export.csv',
    requireSupervisor,
    deps.requireExporter,
    csvDoor({
      query: caseFileQuery,
      note: ({ list, group = null, key = null, from = null, to = null }, res) =>
        deps.audit.record({
          actorId: signedIn(res).id,
          action: 'progress_cases.exported',
          subjectType: 'progress',
          subjectId: null,
          detail: { list, group, key, from, to },
        }),
      async file(asked) {
        const query = await listOf(asked);
        const parts = fileLines((at) => progress.cases({ ...query, ...byUrgency, ...at }));
        return { name: `cases-${asked.list}`, heads: fileHeads, parts };
      },
    }),
  );
  router.get(
    '/api/agent/worklist/counts',
    requireUser,
    route(async (_req, res) => {
      res.json(await progress.counts(signedIn(res).id));
    }),
  );
  router.get(
    '/api/agent/worklist',
    requireUser,
    route(async (req, res) => {
      const { list, day: on, ...page } = parseQuery(worklistQuery, req);
      res.json(await progress.worklist({ ...(await workOf({ list, day: on })), ...page }, signedIn(res).id));
    }),
  );
  router.get(
    '/api/agent/worklist/export.csv',
    deps.requireExporter,
    csvDoor({
      query: worklistFilters,
      note: ({ list, day: on = null }, res) =>
        deps.audit.record({
          actorId: signedIn(res).id,
          action: 'worklist.exported',
          subjectType: 'user',
          subjectId: signedIn(res).id,
          detail: { list, day: on },
        }),
      async file(asked, res) {
        const work = await workOf(asked);
        const parts = fileLines((at) => progress.worklist({ ...work, ...byUrgency, ...at }, signedIn(res).id));
        return { name: `worklist-${asked.list}`, heads: fileHeads, parts };
      },
    }),
  );
  router.get(
    '/api/agent/calendar',
    requireUser,
    route(async (req, res) => {
      res.json(await progress.calendar(signedIn(res).id, parseQuery(monthQuery, req).month));
    }),
  );
  return router;
}
