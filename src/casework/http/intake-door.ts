import { json, Router, type RequestHandler } from 'express';
import { z } from 'zod';
import { intakeRequest, type IntakeReply } from '../../contract/intake.ts';
import { BadInput, parseBody, parseParams, route } from '../../platform/http-problem.ts';
import type { CampaignIntake } from '../casework.ts';
import type { AuditTrail } from '../ports.ts';
import { signedIn } from './signed-in.ts';

const params = z.object({ id: z.uuid() });

/** From a placement to the phones: its cases are put into a campaign. */
export function makeIntakeDoor(deps: {
  intake: CampaignIntake;
  audit: AuditTrail;
  requireSupervisor: RequestHandler;
}): Router {
  const router = Router();
  router.post(
    '/api/placements/:id/campaign',
    deps.requireSupervisor,
    json({ limit: '4kb' }),
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      const { campaignId } = parseBody(intakeRequest, req);
      const assigned = await deps.intake.assignPlacement(id, campaignId);
      if (assigned === 'unknown-campaign') {
        throw new BadInput([{ field: 'campaignId', rule: 'exists', remedy: 'Name a campaign of GET /api/campaigns.' }]);
      }
      await deps.audit.record({
        actorId: signedIn(res).id,
        action: 'placement.assigned',
        subjectType: 'placement',
        subjectId: id,
        detail: { campaignId, assigned },
      });
      res.json({ assigned } satisfies IntakeReply);
    }),
  );
  return router;
}
