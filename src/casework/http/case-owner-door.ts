import { json, Router, type RequestHandler } from 'express';
import { z } from 'zod';
import { caseOwnerRequest, type CaseOwnerRequest } from '../../contract/case-owner.ts';
import { parseBody, parseParams, route, sendProblem } from '../../platform/http-problem.ts';
import type { GiveReply, OwnerBook } from '../give-case.ts';
import { signedIn } from './signed-in.ts';

const params = z.object({ id: z.uuid() });

/** Whose case it is: supervisors and administrators say so. */
export function makeCaseOwnerDoor(deps: {
  readonly give: (caseId: string, request: CaseOwnerRequest, by: string) => Promise<GiveReply>;
  readonly owners: OwnerBook;
  readonly requireSupervisor: RequestHandler;
}): Router {
  const router = Router();
  router.get(
    '/api/case-owners',
    deps.requireSupervisor,
    route(async (_req, res) => {
      res.json({ owners: await deps.owners.collectors() });
    }),
  );
  router.put(
    '/api/cases/:id/owner',
    deps.requireSupervisor,
    json({ limit: '8kb' }),
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      const reply = await deps.give(id, parseBody(caseOwnerRequest, req), signedIn(res).id);
      if (reply.kind === 'given') res.status(204).end();
      else if (reply.kind === 'unknown') {
        sendProblem(res, { status: 404, code: 'case-unknown', title: 'There is no such case.' });
      } else {
        const title = 'The case stays with its owner.';
        sendProblem(res, { status: 422, code: 'owner-refused', title, errors: reply.problems });
      }
    }),
  );
  return router;
}
