import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { handoverCancel, handoverRequest } from '../../contract/handover.ts';
import { parseBody, parseParams, route, sendProblem } from '../../platform/http-problem.ts';
import type { HandoverDesk } from '../handover/hand-over.ts';
import { signedIn } from './signed-in.ts';

const params = z.object({ id: z.uuid() });

/** A leaver's cases, all at once: who may hand them over says to whom. */
export function makeHandoverDoor(deps: {
  readonly desk: HandoverDesk;
  readonly requireHandover: RequestHandler;
}): Router {
  const { desk } = deps;
  const router = Router();
  const unknown = (res: Response): void =>
    sendProblem(res, { status: 404, code: 'person-unknown', title: 'There is no such person in your team.' });

  router.get(
    '/api/people/:id/handover',
    deps.requireHandover,
    route(async (req, res) => {
      const offer = await desk.offer(parseParams(params, req).id, signedIn(res));
      if (offer === null) unknown(res);
      else res.json(offer);
    }),
  );
  router.post(
    '/api/people/:id/handover',
    deps.requireHandover,
    json({ limit: '32kb' }),
    route(async (req, res) => {
      const reply = await desk.begin(parseParams(params, req).id, parseBody(handoverRequest, req), signedIn(res));
      switch (reply.kind) {
        case 'begun':
          res.status(202).json(reply.offer);
          return;
        case 'unknown':
          unknown(res);
          return;
        case 'running':
          sendProblem(res, {
            status: 409,
            code: 'handover-running',
            title: 'The cases of this person are being handed over: wait until that is through.',
          });
          return;
        case 'refused':
          sendProblem(res, {
            status: 422,
            code: 'handover-refused',
            title: 'Nothing was handed over.',
            errors: reply.problems,
          });
      }
    }),
  );
  router.post(
    '/api/people/:id/handover/cancel',
    deps.requireHandover,
    json({ limit: '4kb' }),
    route(async (req, res) => {
      const { handoverId } = parseBody(handoverCancel, req);
      const reply = await desk.cancel(parseParams(params, req).id, handoverId, signedIn(res));
      switch (reply.kind) {
        case 'cancelled':
          res.json(reply.offer);
          return;
        case 'unknown':
          unknown(res);
          return;
        case 'over':
          sendProblem(res, {
            status: 409,
            code: 'handover-over',
            title: 'Nothing of this handover waits any more: there is nothing to cancel.',
          });
      }
    }),
  );
  return router;
}
