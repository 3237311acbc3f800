import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { jobFilters, jobId, jobQuery, jobRequest, queueName } from '../../contract/jobs.ts';
import { csvDoor, csvInstant, everyPage } from '../../platform/csv.ts';
import { parseBody, parseParams, parseQuery, route, sendProblem } from '../../platform/http-problem.ts';
import { readCursor, type RowMark } from '../../platform/page-cursor.ts';
import { isJobMark } from '../../platform/queue-jobs.ts';
import type { AuditTrail, JobBook } from '../ports.ts';
import { userIdOf } from './signed-in.ts';

const exportedAtOnce = 200;
const params = z.object({ queue: queueName });
const actParams = z.object({ queue: queueName, act: z.enum(['retry', 'discard']) });

const placeOf = (cursor: string | undefined): RowMark | null =>
  readCursor(cursor, isJobMark, (id) => jobId.safeParse(id).success);

/** `/api/jobs`: the work behind the screens, for administrators. */
export function makeJobsDoor(deps: {
  readonly book: JobBook;
  readonly audit: AuditTrail;
  readonly requireAdmin: RequestHandler;
  readonly requireExporter: RequestHandler;
}): Router {
  const { book, requireAdmin } = deps;
  const router = Router();
  const unknown = (res: Response): void =>
    sendProblem(res, { status: 404, code: 'queue-unknown', title: 'There is no such queue.' });
  router.get(
    '/api/jobs',
    requireAdmin,
    route(async (_req, res) => {
      res.json(await book.queues());
    }),
  );
  router.get(
    '/api/jobs/:queue/list',
    requireAdmin,
    route(async (req, res) => {
      const { state, q = '', cursor, limit } = parseQuery(jobQuery, req);
      const asked = { state, sought: q === '' ? null : q, after: placeOf(cursor), limit };
      const found = await book.list(parseParams(params, req).queue, asked);
      if (found === null) unknown(res);
      else res.json(found);
    }),
  );
  router.get(
    '/api/jobs/:queue/export.csv',
    requireAdmin,
    deps.requireExporter,
    (req, res, next) => {
      // Before the file begins, so that it is not one of nothing.
      const { queue } = parseParams(params, req);
      book
        .queues()
        .then(({ queues }) => (queues.some(({ name }) => name === queue) ? next() : unknown(res)))
        .catch(next);
    },
    csvDoor({
      query: jobFilters,
      note: ({ state }, res) =>
        deps.audit.record({
          actorId: userIdOf(res),
          action: 'jobs.exported',
          subjectType: 'job',
          subjectId: null,
          detail: { queue: parseParams(params, res.req).queue, state },
        }),
      file: ({ state, q = '' }, res) => {
        const { queue } = parseParams(params, res.req);
        const asked = { state, sought: q === '' ? null : q, limit: exportedAtOnce };
        return {
          name: `jobs-${queue}-${state}`,
          heads: ['id', 'job', 'about', 'tries', 'at', 'reason'],
          parts: (async function* () {
            const page = async (cursor: string | undefined) => {
              const found = await book.list(queue, { ...asked, after: placeOf(cursor) });
              return { rows: found?.jobs ?? [], nextCursor: found?.nextCursor ?? null };
            };
            for await (const rows of everyPage(page))
              yield rows.map(({ id, name, about, tries, at, reason }) => [
                ...[id, name, Object.entries(about).flat().join(' '), tries, csvInstant(at), reason],
              ]);
          })(),
        };
      },
    }),
  );
  router.post(
    '/api/jobs/:queue/:act',
    requireAdmin,
    json({ limit: '4kb' }),
    route(async (req, res) => {
      const { queue, act } = parseParams(actParams, req);
      const { jobId } = parseBody(jobRequest, req);
      const done = await (act === 'retry' ? book.retry(queue, jobId) : book.discard(queue, jobId));
      if (done === 'unknown') {
        unknown(res);
        return;
      }
      if (done === 'not-failed') {
        sendProblem(res, { status: 409, code: 'job-not-failed', title: 'This job has not failed, or is gone.' });
        return;
      }
      await deps.audit.record({
        actorId: userIdOf(res),
        action: act === 'retry' ? 'job.retried' : 'job.discarded',
        subjectType: 'job',
        subjectId: jobId,
        detail: { queue, job: done.name },
      });
      res.status(204).end();
    }),
  );
  return router;
}
