import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { correctionRequest } from '../../contract/correction.ts';
import { parseBody, parseParams, parseQuery, route, sendProblem } from '../../platform/http-problem.ts';
import type { CaseBooks } from '../case-books.ts';
import type { CorrectionDesk } from '../correct-wrap-up.ts';
import { signedIn } from './signed-in.ts';

const params = z.object({ id: z.uuid(), attemptId: z.uuid() });
export const formQuery = z.object({ override: z.enum(['true', 'false']).default('false') });

const unknown = (res: Response): void =>
  sendProblem(res, { status: 404, code: 'wrap-up-unknown', title: 'There is no such wrap-up for you.' });

/** Corrections of what was written down after a call (3.3 item 8): its agent the same day, later a supervisor. */
export function makeCorrectionsDoor(deps: {
  desk: CorrectionDesk;
  cases: Pick<CaseBooks, 'mayView'>;
  requireUser: RequestHandler;
}): Router {
  const { desk, cases, requireUser } = deps;
  const router = Router();
  router.get(
    '/api/cases/:id/wrap-ups/:attemptId',
    requireUser,
    route(async (req, res) => {
      const { id, attemptId } = parseParams(params, req);
      const user = signedIn(res);
      const override = parseQuery(formQuery, req).override === 'true' && user.role !== 'agent';
      const form = (await cases.mayView(id, user)) ? await desk.form(id, attemptId, override) : null;
      if (form === null) unknown(res);
      else res.json(form);
    }),
  );
  router.post(
    '/api/cases/:id/wrap-ups/:attemptId/correction',
    requireUser,
    json({ limit: '32kb' }),
    route(async (req, res) => {
      const { id, attemptId } = parseParams(params, req);
      const request = parseBody(correctionRequest, req);
      const user = signedIn(res);
      const reply = (await cases.mayView(id, user))
        ? await desk.correct(id, attemptId, request, user)
        : { kind: 'unknown' as const };
      switch (reply.kind) {
        case 'saved':
          res.json(reply.saved);
          return;
        case 'unknown':
          unknown(res);
          return;
        case 'refused':
          sendProblem(res, {
            status: 422,
            code: 'correction-refused',
            title: 'The wrap-up stays as it is.',
            errors: reply.problems,
          });
      }
    }),
  );
  return router;
}
