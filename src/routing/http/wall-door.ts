import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { forceStateRequest, type AgentWall, type ForceStateRequest } from '../../contract/agent-wall.ts';
import { parseBody, parseParams, route, sendProblem } from '../../platform/http-problem.ts';
import { fieldRefusals } from '../set-state.ts';
import type { WallReading } from '../wall/agent-wall.ts';
import type { ForceReply } from '../wall/force-state.ts';
import type { WallViewer } from '../wall/wall-ports.ts';
import { refuse } from './agent-door.ts';

const agentParams = z.object({ agentId: z.uuid() });

/** `/api/floor`: what supervisors see of the agents, and the help they can give. */
export function makeWallDoor(deps: {
  readonly wall: { read(): Promise<WallReading> };
  readonly force: (user: WallViewer, agentId: string, request: ForceStateRequest) => Promise<ForceReply>;
  readonly requireSupervisor: RequestHandler;
  readonly userOf: (res: Response) => WallViewer;
}): Router {
  const router = Router();
  router.get(
    '/api/floor/agents',
    deps.requireSupervisor,
    route(async (_req, res) => {
      const reading = await deps.wall.read();
      const view: AgentWall = { at: reading.at, agents: [...(await reading.for(deps.userOf(res)))] };
      res.json(view);
    }),
  );
  router.post(
    '/api/floor/agents/:agentId/state',
    deps.requireSupervisor,
    json({ limit: '8kb' }),
    route(async (req, res) => {
      const { agentId } = parseParams(agentParams, req);
      const reply = await deps.force(deps.userOf(res), agentId, parseBody(forceStateRequest, req));
      switch (reply.kind) {
        case 'forced':
          res.json({ state: reply.state });
          return;
        case 'unknown':
          sendProblem(res, { status: 404, code: 'not-found', title: 'There is no such agent of yours.' });
          return;
        case 'refused':
          refuse(
            res,
            reply.because,
            'The agent cannot be taken out of this state.',
            fieldRefusals(reply.because, reply.because === 'wrap_up_due' ? ['owed_wrap_up'] : ['state']),
          );
      }
    }),
  );
  return router;
}
