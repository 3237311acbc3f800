import { json, Router, type RequestHandler } from 'express';
import { z } from 'zod';
import { jobRequest, queueName } from '../../contract/jobs.ts';
import { parseBody, parseParams, parseQuery, route, sendProblem } from '../../platform/http-problem.ts';
import type { AuditTrail, JobBook } from '../ports.ts';
import { userIdOf } from './signed-in.ts';

const atOnce = 50;
const params = z.object({ queue: queueName });
const actParams = z.object({ queue: queueName, act: z.enum(['retry', 'discard']) });
export const query = z.object({ from: z.coerce.number().int().min(0).max(100_000).default(0) });

/** `/api/jobs`: the work behind the screens, for administrators. */
export function makeJobsDoor(deps: {
  readonly book: JobBook;
  readonly audit: AuditTrail;
  readonly requireAdmin: RequestHandler;
}): Router {
  const { book, requireAdmin } = deps;
  const router = Router();
  router.get(
    '/api/jobs',
    requireAdmin,
    route(async (_req, res) => {
      res.json(await book.queues());
    }),
  );
  router.get(
    '/api/jobs/:queue/failed',
    requireAdmin,
    route(async (req, res) => {
      const found = await book.failed(parseParams(params, req).queue, parseQuery(query, req).from, atOnce);
      if (found === null) sendProblem(res, { status: 404, code: 'queue-unknown', title: 'There is no such queue.' });
      else res.json(found);
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
        sendProblem(res, { status: 404, code: 'queue-unknown', title: 'There is no such queue.' });
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
