import { Router, type RequestHandler } from 'express';
import { z } from 'zod';
import { campaignList } from '../../contract/campaign.ts';
import { parseParams, route } from '../../platform/http-problem.ts';
import type { CampaignOrder } from '../../domain/campaign-status.ts';
import type { Dialer } from '../dialer.ts';
import type { AuditTrail } from '../ports.ts';
import type { DirectionBook } from '../stores.ts';
import { requireDirection, unknownCampaign } from './pacing-door.ts';
import { signedIn } from './signed-in.ts';

const paramsSchema = z.object({ id: z.uuid() });

/** `GET /api/campaigns` for everybody signed in; start, pause and drain for those who direct the campaign. */
export function makeCampaignsDoor(deps: {
  readonly campaigns: Dialer['campaigns'];
  readonly setCampaign: Dialer['setCampaign'];
  readonly direction: DirectionBook;
  readonly audit: AuditTrail;
  readonly requireUser: RequestHandler;
  readonly requireSupervisor: RequestHandler;
}): Router {
  const router = Router();
  const view = async (): Promise<z.infer<typeof campaignList>> =>
    campaignList.parse({ campaigns: await deps.campaigns() });

  const change = (to: CampaignOrder): RequestHandler =>
    route(async (req, res) => {
      const { id } = parseParams(paramsSchema, req);
      const reply = await deps.setCampaign(id, to);
      if (reply === 'unknown-campaign') return unknownCampaign(res);
      if (reply === 'changed') {
        await deps.audit.record({
          actorId: signedIn(res).id,
          action: 'campaign.ordered',
          subjectType: 'campaign',
          subjectId: id,
          detail: { to },
        });
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
  const directed = [deps.requireSupervisor, requireDirection(deps.direction)];
  router.post('/api/campaigns/:id/start', ...directed, change('running'));
  router.post('/api/campaigns/:id/pause', ...directed, change('paused'));
  router.post('/api/campaigns/:id/drain', ...directed, change('draining'));
  return router;
}
