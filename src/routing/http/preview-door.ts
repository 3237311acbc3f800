import { Router, type RequestHandler } from 'express';
import { z } from 'zod';
import { routingPreviewQuery, type RoutingPreview, type RoutingPreviewQuery } from '../../contract/routing-preview.ts';
import { parseParams, parseQuery, route, sendProblem } from '../../platform/http-problem.ts';

const params = z.object({ id: z.uuid() });

/** Who would get a call of this case, and why. */
export function makePreviewDoor(deps: {
  readonly preview: (caseId: string, query: RoutingPreviewQuery) => Promise<RoutingPreview | null>;
  readonly requireSupervisor: RequestHandler;
}): Router {
  const router = Router();
  router.get(
    '/api/cases/:id/routing',
    deps.requireSupervisor,
    route(async (req, res) => {
      const found = await deps.preview(parseParams(params, req).id, parseQuery(routingPreviewQuery, req));
      if (found === null) {
        const title = 'There is no such case, or it has no such number, or there is no such campaign.';
        sendProblem(res, { status: 404, code: 'case-unknown', title });
      } else res.set('Cache-Control', 'no-store').json(found);
    }),
  );
  return router;
}
