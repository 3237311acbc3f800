import { json, Router, type RequestHandler } from 'express';
import { z } from 'zod';
import { numberActRequest, numberActs } from '../../contract/number-release.ts';
import { parseBody, parseParams, route, sendProblem } from '../../platform/http-problem.ts';
import type { ChangeNumber } from '../change-number.ts';
import { signedIn } from './signed-in.ts';

const params = z.object({ id: z.uuid(), numberId: z.uuid(), act: z.enum(numberActs) });

/** A supervisor's hand on a number: reinstated (3.3 item 8), blocked, released. */
export function makeNumbersDoor(deps: { change: ChangeNumber; requireSupervisor: RequestHandler }): Router {
  const router = Router();
  router.post(
    '/api/cases/:id/numbers/:numberId/:act',
    deps.requireSupervisor,
    json({ limit: '8kb' }),
    route(async (req, res) => {
      const { id, numberId, act } = parseParams(params, req);
      const { reason } = parseBody(numberActRequest, req);
      const outcome = await deps.change({ caseId: id, numberId }, act, reason, signedIn(res));
      switch (outcome.kind) {
        case 'done':
          res.json(outcome.reply);
          return;
        case 'unknown':
          sendProblem(res, { status: 404, code: 'number-unknown', title: 'The case has no such number.' });
          return;
        case 'refused':
          sendProblem(res, {
            status: 422,
            code: 'number-refused',
            title: 'The number stays as it is.',
            errors: outcome.problems,
          });
      }
    }),
  );
  return router;
}
