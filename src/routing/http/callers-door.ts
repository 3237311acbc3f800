import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { assignCaller, type WaitingCalls } from '../../contract/inbound.ts';
import { parseBody, parseParams, route, sendProblem } from '../../platform/http-problem.ts';

const params = z.object({ attemptId: z.uuid() });

/** Who waits for an agent, and to whom a supervisor gives him. */
export function makeCallersDoor(deps: {
  readonly waiting: () => Promise<WaitingCalls>;
  readonly give: (attemptId: string, agentId: string | null) => Promise<boolean>;
  readonly given: (entry: { supervisorId: string; attemptId: string; agentId: string | null }) => Promise<void>;
  readonly userIdOf: (res: Response) => string;
  readonly requireSupervisor: RequestHandler;
}): Router {
  const router = Router();
  router.get(
    '/api/inbound/waiting',
    deps.requireSupervisor,
    route(async (_req, res) => {
      res.json(await deps.waiting());
    }),
  );
  router.put(
    '/api/inbound/waiting/:attemptId/agent',
    deps.requireSupervisor,
    json({ limit: '4kb' }),
    route(async (req, res) => {
      const { attemptId } = parseParams(params, req);
      const { agentId } = parseBody(assignCaller, req);
      if (!(await deps.give(attemptId, agentId))) {
        sendProblem(res, {
          status: 404,
          code: 'caller-unknown',
          title: 'This caller does not wait here any more.',
        });
        return;
      }
      await deps.given({ supervisorId: deps.userIdOf(res), attemptId, agentId });
      res.status(204).end();
    }),
  );
  return router;
}
