import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { dtmfRequest } from '../../contract/agent.ts';
import { parseBody, parseParams, route } from '../../platform/http-problem.ts';
import type { CallReply } from '../control-call.ts';
import { refuse } from './agent-door.ts';

export interface CallsDoorDeps {
  readonly requireAgent: RequestHandler;
  readonly userIdOf: (res: Response) => string;
  readonly hangUp: (agentId: string, attemptId: string) => Promise<CallReply>;
  readonly hold: (agentId: string, attemptId: string, onHold: boolean) => Promise<CallReply>;
  readonly dtmf: (agentId: string, attemptId: string, digits: string) => Promise<CallReply>;
}

const callParams = z.object({ attemptId: z.uuid() });

/** `/api/calls`: what an agent does with the call he is on. */
export function makeCallsDoor(deps: CallsDoorDeps): Router {
  const router = Router();
  router.use(json({ limit: '4kb' }));
  const act = (run: (agentId: string, attemptId: string, digits: string) => Promise<CallReply>, withDigits = false) => [
    deps.requireAgent,
    route(async (req, res) => {
      const { attemptId } = parseParams(callParams, req);
      const digits = withDigits ? parseBody(dtmfRequest, req).digits : '';
      const reply = await run(deps.userIdOf(res), attemptId, digits);
      if (reply.kind === 'done') res.status(204).end();
      else refuse(res, reply.because, 'You are not on this call.');
    }),
  ];
  router.post('/:attemptId/hangup', ...act((agentId, attemptId) => deps.hangUp(agentId, attemptId)));
  router.post('/:attemptId/hold', ...act((agentId, attemptId) => deps.hold(agentId, attemptId, true)));
  router.post('/:attemptId/resume', ...act((agentId, attemptId) => deps.hold(agentId, attemptId, false)));
  router.post('/:attemptId/dtmf', ...act(deps.dtmf, true));
  return router;
}
