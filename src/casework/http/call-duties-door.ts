import { json, Router, type RequestHandler } from 'express';
import { z } from 'zod';
import { parseBody, parseParams, route, sendProblem } from '../../platform/http-problem.ts';
import { callerIdentified } from '../../contract/inbound.ts';
import { callDuties, type CallDuty, type Identified } from '../call-duties.ts';
import { signedIn } from './signed-in.ts';

const params = z.object({ attemptId: z.uuid(), duty: z.enum(callDuties) });

const call = z.object({ attemptId: z.uuid() });

/** `POST /api/agent/calls/:attemptId/identity`, `/linked` and `/caller`. */
export function makeCallDutiesDoor(deps: {
  fulfil: (attemptId: string, agentId: string, duty: CallDuty) => Promise<'done' | 'unknown'>;
  identify: (attemptId: string, agentId: string, said: string) => Promise<Identified>;
  requireUser: RequestHandler;
}): Router {
  const router = Router();
  router.post(
    '/api/agent/calls/:attemptId/caller',
    json({ limit: '4kb' }),
    deps.requireUser,
    route(async (req, res) => {
      const { attemptId } = parseParams(call, req);
      const { said } = parseBody(callerIdentified, req);
      const reply = await deps.identify(attemptId, signedIn(res).id, said);
      switch (reply.kind) {
        case 'identified':
          res.status(204).end();
          return;
        case 'nobody':
          sendProblem(res, {
            status: 422,
            code: 'caller-not-identified',
            title: 'Nobody with this number goes by that name or case.',
          });
          return;
        case 'busy':
          sendProblem(res, {
            status: 409,
            code: 'caller-has-a-call',
            title: 'Another call of this person is being ended. Try again in a moment.',
          });
          return;
        case 'unknown':
          sendProblem(res, { status: 404, code: 'call-unknown', title: 'There is no such call of yours.' });
      }
    }),
  );
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
