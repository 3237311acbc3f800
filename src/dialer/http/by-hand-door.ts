import { json, Router, type RequestHandler, type Response } from 'express';
import { handDialInput, previewSkip, type PreviewCampaigns, type PreviewOffer } from '../../contract/by-hand.ts';
import { parseBody, route, sendProblem } from '../../platform/http-problem.ts';
import type { DialByHand, HandReply } from '../by-hand/dial-by-hand.ts';
import { signedIn } from './signed-in.ts';

type Refused = Extract<HandReply, { kind: 'refused' }>;

/** `rule`: the gate's own reason where the dial decision refused, else what is in the way. */
function refuseHand(res: Response, { because, reason }: Refused): void {
  if (because === 'unknown_case' || because === 'unknown_number')
    return sendProblem(res, {
      status: 404,
      code: because.replaceAll('_', '-'),
      title: 'There is no such number of a case for you.',
    });
  sendProblem(res, {
    status: 409,
    code: because.replaceAll('_', '-'),
    title: 'This number is not dialed now.',
    errors: [
      {
        field: because === 'not_ready' ? 'agent' : 'numberId',
        rule: reason ?? because,
        remedy: 'Look at the reasons beside the numbers of the case.',
      },
    ],
  });
}

/** `/api/agent/dial` and `/api/agent/preview`: calls that an agent asks for himself. */
export function makeByHandDoor(deps: { readonly byHand: DialByHand; readonly requireAgent: RequestHandler }): Router {
  const { byHand, requireAgent } = deps;
  const router = Router();
  const body = json({ limit: '4kb' });
  router.post(
    '/api/agent/dial',
    requireAgent,
    body,
    route(async (req, res) => {
      const reply = await byHand.dial(signedIn(res).id, parseBody(handDialInput, req));
      if (reply.kind === 'refused') refuseHand(res, reply);
      else res.status(202).json({ attemptId: reply.attemptId });
    }),
  );
  router.get(
    '/api/agent/preview',
    requireAgent,
    route(async (_req, res) => {
      res.json((await byHand.campaigns(signedIn(res).id)) satisfies PreviewCampaigns);
    }),
  );
  router.post(
    '/api/agent/preview/next',
    requireAgent,
    route(async (_req, res) => {
      res.json((await byHand.next(signedIn(res).id)) satisfies PreviewOffer);
    }),
  );
  router.post(
    '/api/agent/preview/skip',
    requireAgent,
    body,
    route(async (req, res) => {
      const { caseId, reason } = parseBody(previewSkip, req);
      if (await byHand.skip(signedIn(res).id, caseId, reason)) res.status(204).end();
      else refuseHand(res, { kind: 'refused', because: 'not_offered' });
    }),
  );
  return router;
}
