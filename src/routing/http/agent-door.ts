import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { agentStateRequest, type AgentBootstrap, type AgentStateRequest } from '../../contract/agent.ts';
import { wrapUpInput, type WrapUpForm, type WrapUpInput } from '../../contract/wrap-up.ts';
import { parseBody, parseQuery, route, sendProblem } from '../../platform/http-problem.ts';
import type { StateReply } from '../routing.ts';
import type { SaveReply } from '../wrap-up.ts';
import type { FieldRefusal } from '../ports.ts';
import type { TodayFigures } from '../../contract/agent.ts';

export interface AgentDoorDeps {
  readonly requireAgent: RequestHandler;
  readonly userIdOf: (res: Response) => string;
  readonly bootstrap: (agentId: string) => Promise<AgentBootstrap>;
  readonly setState: (agentId: string, request: AgentStateRequest) => Promise<StateReply>;
  readonly today: (agentId: string) => Promise<TodayFigures>;
  readonly wrapUpForm: (attemptId: string, agentId: string) => Promise<WrapUpForm | null>;
  readonly saveWrapUp: (agentId: string, input: WrapUpInput) => Promise<SaveReply>;
}

export const refuse = (res: Response, code: string, title: string, errors: readonly FieldRefusal[] = []): void =>
  sendProblem(res, { status: 409, code: code.replaceAll('_', '-'), title, errors });

export const wrapUpQuery = z.object({ attemptId: z.uuid() });

/** `/api/agent`: state, wrap-up, the day's figures. */
export function makeAgentDoor(deps: AgentDoorDeps): Router {
  const router = Router();
  router.use(deps.requireAgent, json({ limit: '64kb' }));
  router.get(
    '/bootstrap',
    route(async (_req, res) => {
      res.set('Cache-Control', 'no-store').json(await deps.bootstrap(deps.userIdOf(res)));
    }),
  );
  router.post(
    '/state',
    route(async (req, res) => {
      const reply = await deps.setState(deps.userIdOf(res), parseBody(agentStateRequest, req));
      if (reply.kind === 'moved') res.json(reply.view);
      else refuse(res, reply.because, 'This state cannot be taken now.', reply.problems);
    }),
  );
  router.get(
    '/today',
    route(async (_req, res) => {
      res.json(await deps.today(deps.userIdOf(res)));
    }),
  );
  router.get(
    '/wrap-up',
    route(async (req, res) => {
      const form = await deps.wrapUpForm(parseQuery(wrapUpQuery, req).attemptId, deps.userIdOf(res));
      if (form === null) sendProblem(res, { status: 404, code: 'not-found', title: 'No such call of yours.' });
      else res.json(form);
    }),
  );
  router.post(
    '/wrap-up',
    route(async (req, res) => {
      const reply = await deps.saveWrapUp(deps.userIdOf(res), parseBody(wrapUpInput, req));
      switch (reply.kind) {
        case 'saved':
          res.json(reply.saved);
          return;
        case 'not-due':
          refuse(res, 'wrap-up-not-due', 'No wrap-up of this call is due.', [
            { field: 'attemptId', rule: reply.because, remedy: 'Reload to see which call is open.' },
          ]);
          return;
        case 'refused':
          sendProblem(res, {
            status: 422,
            code: 'wrap-up-refused',
            title: 'The wrap-up is not complete or lies outside its rules.',
            errors: reply.problems,
          });
      }
    }),
  );
  return router;
}
