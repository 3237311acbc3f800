import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { leaveDecision, leaveRequest } from '../../contract/leave.ts';
import { parseBody, parseParams, route, sendProblem } from '../../platform/http-problem.ts';
import type { LeaveDesk, LeaveReply } from '../leave-desk.ts';
import { signedIn } from './signed-in.ts';

const call = z.object({ attemptId: z.uuid() });
const leave = z.object({ id: z.uuid() });
const body = json({ limit: '4kb' });

function send(res: Response, reply: LeaveReply): void {
  switch (reply.kind) {
    case 'done':
      res.json(reply.leave);
      return;
    case 'unknown':
      sendProblem(res, { status: 404, code: 'leave-unknown', title: 'There is no such call or question for you.' });
      return;
    case 'too_late':
      sendProblem(res, {
        status: 409,
        code: 'leave-decided',
        title: 'It was decided already, or the call is written up: nothing was changed.',
        state: reply.leave?.state ?? null,
      });
      return;
    case 'refused':
      sendProblem(res, {
        status: 422,
        code: 'leave-refused',
        title: 'This day cannot be asked for.',
        errors: reply.problems,
      });
  }
}

/** A window of the manual is passed while the call is written up: asked by its agent, decided by a supervisor. */
export function makeLeavesDoor(deps: {
  desk: LeaveDesk;
  requireUser: RequestHandler;
  requireSupervisor: RequestHandler;
}): Router {
  const { desk, requireUser, requireSupervisor } = deps;
  const router = Router();
  router.post(
    '/api/agent/calls/:attemptId/leave',
    requireUser,
    body,
    route(async (req, res) => {
      const { attemptId } = parseParams(call, req);
      send(res, await desk.ask(attemptId, signedIn(res).id, parseBody(leaveRequest, req)));
    }),
  );
  router.get(
    '/api/leaves',
    requireSupervisor,
    route(async (_req, res) => {
      res.json(await desk.waiting());
    }),
  );
  router.post(
    '/api/leaves/:id/decision',
    requireSupervisor,
    body,
    route(async (req, res) => {
      send(res, await desk.decide(parseParams(leave, req).id, signedIn(res).id, parseBody(leaveDecision, req)));
    }),
  );
  return router;
}
