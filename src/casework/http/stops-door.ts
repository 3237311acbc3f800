import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { liftRequest, stopRequest } from '../../contract/stops.ts';
import { parseBody, parseParams, route, sendProblem } from '../../platform/http-problem.ts';
import type { StopDesk, StopOutcome } from '../set-stop.ts';
import { signedIn } from './signed-in.ts';

const params = z.object({ id: z.uuid() });

function answer(res: Response, outcome: StopOutcome): void {
  switch (outcome.kind) {
    case 'done':
      res.json(outcome.reply);
      return;
    case 'unknown':
      sendProblem(res, { status: 404, code: 'stop-unknown', title: 'There is no such case, or the stop is lifted.' });
      return;
    case 'refused':
      sendProblem(res, {
        status: 422,
        code: 'stop-refused',
        title: 'The stop stays as it is.',
        errors: outcome.problems,
      });
  }
}

/** Stops are set by supervisors and administrators (5.4), lifted by whoever has the permission. */
export function makeStopsDoor(deps: {
  desk: StopDesk;
  requireSupervisor: RequestHandler;
  requireLifter: RequestHandler;
}): Router {
  const router = Router();
  const body = json({ limit: '8kb' });
  router.post(
    '/api/cases/:id/stops',
    deps.requireSupervisor,
    body,
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      answer(res, await deps.desk.set(id, parseBody(stopRequest, req), signedIn(res)));
    }),
  );
  router.post(
    '/api/stops/:id/lift',
    deps.requireLifter,
    body,
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      answer(res, await deps.desk.lift(id, parseBody(liftRequest, req), signedIn(res)));
    }),
  );
  return router;
}
