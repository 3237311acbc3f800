import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { caseFilters, changeCampaign, cloneCampaign, newCampaign } from '../../contract/campaign-setup.ts';
import { BadInput, parseBody, parseParams, route, sendProblem } from '../../platform/http-problem.ts';
import type { CampaignDesk } from '../campaigns/campaign-desk.ts';
import type { AuditTrail } from '../ports.ts';
import type { DeskReply } from '../trunks/trunk-desk.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
import { signedIn } from './signed-in.ts';

const params = z.object({ id: z.uuid() });
const unknown = (res: Response): void =>
  sendProblem(res, { status: 404, code: 'unknown-campaign', title: 'There is no such campaign.' });

/** Campaigns as they are set up, by supervisors and administrators. Mounted before the door that starts them. */
export function makeCampaignSetupDoor(deps: {
  readonly desk: CampaignDesk;
  readonly audit: AuditTrail;
  readonly requireSupervisor: RequestHandler;
}): Router {
  const { desk, audit, requireSupervisor } = deps;
  const router = Router();
  const body = json({ limit: '128kb' });

  async function answer(res: Response, reply: DeskReply, action: string, status = 200, reason = ''): Promise<void> {
    switch (reply.kind) {
      case 'unknown':
        return unknown(res);
      case 'stale':
        return changedMeanwhile(res);
      case 'refused':
        throw new BadInput(reply.problems);
      case 'done': {
        await audit.record({
          actorId: signedIn(res).id,
          action,
          subjectType: 'campaign',
          subjectId: reply.id,
          detail: { ...reply.changed, ...(reason === '' ? {} : { reason }) },
        });
        res.status(status).json({ campaignId: reply.id });
      }
    }
  }

  router.get(
    '/api/campaigns/choices',
    requireSupervisor,
    route(async (_req, res) => {
      res.json(await desk.choices());
    }),
  );
  router.post(
    '/api/campaigns/fit',
    requireSupervisor,
    body,
    route(async (req, res) => {
      res.json(await desk.fit(parseBody(caseFilters, req)));
    }),
  );
  router.post(
    '/api/campaigns',
    requireSupervisor,
    body,
    route(async (req, res) => {
      await answer(res, await desk.add(parseBody(newCampaign, req)), 'campaign.added', 201);
    }),
  );
  router.get(
    '/api/campaigns/:id/setup',
    requireSupervisor,
    route(async (req, res) => {
      const found = await desk.find(parseParams(params, req).id);
      if (found === null) return unknown(res);
      res.json(found);
    }),
  );
  router.put(
    '/api/campaigns/:id/setup',
    requireSupervisor,
    body,
    route(async (req, res) => {
      const { version, reason, ...setup } = parseBody(changeCampaign, req);
      await answer(
        res,
        await desk.change(parseParams(params, req).id, version, setup),
        'campaign.changed',
        200,
        reason,
      );
    }),
  );
  router.post(
    '/api/campaigns/:id/clone',
    requireSupervisor,
    body,
    route(async (req, res) => {
      const reply = await desk.clone(parseParams(params, req).id, parseBody(cloneCampaign, req).name);
      await answer(res, reply, 'campaign.cloned', 201);
    }),
  );
  router.get(
    '/api/campaigns/:id/checklist',
    requireSupervisor,
    route(async (req, res) => {
      const list = await desk.checklist(parseParams(params, req).id);
      if (list === null) return unknown(res);
      res.json(list);
    }),
  );
  // What fails is said before the order is carried out; the order itself is the dialer's.
  router.post('/api/campaigns/:id/start', requireSupervisor, (req, res, next) => {
    route(async () => {
      const failing = await desk.prepareStart(parseParams(params, req).id);
      if (failing === 'unknown') return unknown(res);
      if (failing.length === 0) return next();
      sendProblem(res, {
        status: 409,
        code: 'campaign-not-ready',
        title: 'This campaign cannot start yet.',
        errors: failing,
      });
    })(req, res, next);
  });
  return router;
}
