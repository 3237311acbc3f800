import { Router, type RequestHandler } from 'express';
import { z } from 'zod';
import type { campaignList } from '../../contract/campaign.ts';
import {
  campaignFilters,
  campaignQuery,
  campaignView,
  type CampaignFilters,
  type CampaignView,
} from '../../contract/campaign.ts';
import { csvDoor, csvInstant } from '../../platform/csv.ts';
import { parseParams, parseQuery, route } from '../../platform/http-problem.ts';
import { hasText, pageOfWhole } from '../../platform/whole-page.ts';
import type { CampaignOrder } from '../../domain/campaign-status.ts';
import type { Dialer } from '../dialer.ts';
import type { AuditTrail } from '../ports.ts';
import type { DirectionBook } from '../stores.ts';
import { requireDirection, unknownCampaign } from './pacing-door.ts';
import { signedIn } from './signed-in.ts';

const paramsSchema = z.object({ id: z.uuid() });

type Sort = z.output<typeof campaignQuery>['sort'];
const statuses: readonly string[] = campaignView.shape.status.options;

function valueOf(campaign: CampaignView, sort: Sort): string | number {
  switch (sort) {
    case 'name':
      return campaign.name;
    case 'status':
      return statuses.indexOf(campaign.status);
    case 'mode':
      return campaign.mode;
    case 'live':
      return campaign.live;
  }
}

/** `GET /api/campaigns` for everybody signed in; start, pause and drain for those who direct the campaign. */
export function makeCampaignsDoor(deps: {
  readonly campaigns: Dialer['campaigns'];
  readonly setCampaign: Dialer['setCampaign'];
  readonly direction: DirectionBook;
  readonly audit: AuditTrail;
  readonly requireUser: RequestHandler;
  readonly requireSupervisor: RequestHandler;
  readonly requireExporter: RequestHandler;
}): Router {
  const router = Router();
  const found = async ({ q, status, mode }: CampaignFilters): Promise<CampaignView[]> => {
    const all = z.array(campaignView).parse(await deps.campaigns());
    return all.filter(
      (each) =>
        hasText(q, each.name) &&
        (status === undefined || each.status === status) &&
        (mode === undefined || each.mode === mode),
    );
  };

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
      res.json((await found({})).find((campaign) => campaign.campaignId === id));
    });

  router.get(
    '/api/campaigns',
    deps.requireUser,
    route(async (req, res) => {
      const { q, status, mode, ...page } = parseQuery(campaignQuery, req);
      const { rows, nextCursor } = pageOfWhole(await found({ q, status, mode }), page, {
        value: valueOf,
        id: ({ campaignId }) => campaignId,
      });
      res.json({ campaigns: [...rows], nextCursor } satisfies z.output<typeof campaignList>);
    }),
  );
  router.get(
    '/api/campaigns/export.csv',
    deps.requireSupervisor,
    deps.requireExporter,
    csvDoor({
      query: campaignFilters,
      note: ({ q = null, status = null, mode = null }, res) =>
        deps.audit.record({
          actorId: signedIn(res).id,
          action: 'campaigns.exported',
          subjectType: 'campaign',
          subjectId: null,
          detail: { q, status, mode },
        }),
      file: (filters) => ({
        name: 'campaigns',
        heads: ['name', 'status', 'mode', 'rules', 'live_calls', 'decided_at', 'launched', 'because'],
        parts: (async function* () {
          yield (await found(filters)).map(({ name, status, mode, preset, live, lastDecision }) => [
            ...[name, status, mode, preset, live, csvInstant(lastDecision?.at ?? null)],
            ...[lastDecision?.launch ?? null, lastDecision?.because ?? null],
          ]);
        })(),
      }),
    }),
  );
  const directed = [deps.requireSupervisor, requireDirection(deps.direction)];
  router.post('/api/campaigns/:id/start', ...directed, change('running'));
  router.post('/api/campaigns/:id/pause', ...directed, change('paused'));
  router.post('/api/campaigns/:id/drain', ...directed, change('draining'));
  return router;
}
