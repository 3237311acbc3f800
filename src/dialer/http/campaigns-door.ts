import { Router, type RequestHandler } from 'express';
import { z } from 'zod';
import { campaignList } from '../../contract/campaign.ts';
import { parseParams, route, sendProblem } from '../../platform/http-problem.ts';
import type { Dialer } from '../dialer.ts';

const paramsSchema = z.object({ id: z.uuid() });

/** `GET /api/campaigns` for everybody signed in; start and pause for supervisors. */
export function makeCampaignsDoor(deps: {
  readonly campaigns: Dialer['campaigns'];
  readonly setCampaign: Dialer['setCampaign'];
  readonly requireUser: RequestHandler;
  readonly requireSupervisor: RequestHandler;
}): Router {
  const router = Router();
  const view = async (): Promise<z.infer<typeof campaignList>> =>
    campaignList.parse({ campaigns: await deps.campaigns() });

  const change = (to: 'running' | 'paused'): RequestHandler =>
    route(async (req, res) => {
      const { id } = parseParams(paramsSchema, req);
      if ((await deps.setCampaign(id, to)) === 'unknown-campaign') {
        sendProblem(res, { status: 404, code: 'unknown-campaign', title: 'There is no such campaign.' });
        return;
      }
      const { campaigns } = await view();
      res.json(campaigns.find((campaign) => campaign.campaignId === id));
    });

  router.get(
    '/api/campaigns',
    deps.requireUser,
    route(async (_req, res) => {
      res.json(await view());
    }),
  );
  router.post('/api/campaigns/:id/start', deps.requireSupervisor, change('running'));
  router.post('/api/campaigns/:id/pause', deps.requireSupervisor, change('paused'));
  return router;
}
