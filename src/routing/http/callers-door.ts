import { Router, type RequestHandler } from 'express';
import type { WaitingCall, WaitingCalls } from '../../contract/inbound.ts';
import { route } from '../../platform/http-problem.ts';

/** Who waits for an agent. */
export function makeCallersDoor(deps: {
  readonly waiting: () => Promise<readonly WaitingCall[]>;
  readonly requireSupervisor: RequestHandler;
}): Router {
  const router = Router();
  router.get(
    '/api/inbound/waiting',
    deps.requireSupervisor,
    route(async (_req, res) => {
      const calls: WaitingCalls = { calls: [...(await deps.waiting())] };
      res.json(calls);
    }),
  );
  return router;
}
