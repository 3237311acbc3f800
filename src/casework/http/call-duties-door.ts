import { Router, type RequestHandler } from 'express';
import { z } from 'zod';
import { parseParams, route, sendProblem } from '../../platform/http-problem.ts';
import { callDuties, type CallDuty } from '../call-duties.ts';
import { signedIn } from './signed-in.ts';

const params = z.object({ attemptId: z.uuid(), duty: z.enum(callDuties) });

/** `POST /api/agent/calls/:attemptId/identity` and `/linked`. */
export function makeCallDutiesDoor(deps: {
  fulfil: (attemptId: string, agentId: string, duty: CallDuty) => Promise<'done' | 'unknown'>;
  requireUser: RequestHandler;
}): Router {
  const router = Router();
  router.post(
    '/api/agent/calls/:attemptId/:duty',
    deps.requireUser,
    route(async (req, res) => {
      const { attemptId, duty } = parseParams(params, req);
      if ((await deps.fulfil(attemptId, signedIn(res).id, duty)) === 'done') res.status(204).end();
      else sendProblem(res, { status: 404, code: 'call-unknown', title: 'There is no such call of yours.' });
    }),
  );
  return router;
}
