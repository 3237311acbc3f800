import { json, Router, type RequestHandler } from 'express';
import { probeRequest, probeWeekRequest } from '../../contract/probe.ts';
import { BadInput, parseBody, route } from '../../platform/http-problem.ts';
import type { Probe, ProbeReply } from '../probe-number.ts';

/** `/api/probe`: numbers and references stand in bodies, never in an address. */
export function makeProbeDoor(deps: { readonly probe: Probe; readonly requireSupervisor: RequestHandler }): Router {
  const router = Router();
  router.use('/api/probe', deps.requireSupervisor, json({ limit: '32kb' }));
  const answered = <T>(reply: ProbeReply<T>): T => {
    if (reply.kind === 'refused') throw new BadInput(reply.problems);
    return reply.answer;
  };
  router.post(
    '/api/probe',
    route(async (req, res) => {
      res.json(answered(await deps.probe.at(parseBody(probeRequest, req))));
    }),
  );
  router.post(
    '/api/probe/week',
    route(async (req, res) => {
      res.json(answered(await deps.probe.week(parseBody(probeWeekRequest, req))));
    }),
  );
  return router;
}
