import { Router, type RequestHandler } from 'express';
import { z } from 'zod';
import { timelineQuery } from '../../contract/timeline.ts';
import { parseParams, parseQuery, route } from '../../platform/http-problem.ts';
import type { Timeline } from '../timeline.ts';
import { signedIn } from './signed-in.ts';
import { sendRefusal } from './task-replies.ts';

const params = z.object({ id: z.uuid() });

/** What happened to a case, newest first. */
export function makeTimelineDoor(deps: { timeline: Timeline; requireUser: RequestHandler }): Router {
  const router = Router();
  router.get(
    '/api/cases/:id/timeline',
    deps.requireUser,
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      const page = await deps.timeline.page(id, parseQuery(timelineQuery, req), signedIn(res));
      if (page === null) sendRefusal(res, { kind: 'unknown' });
      else res.json(page);
    }),
  );
  return router;
}
