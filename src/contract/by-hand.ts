import { z } from 'zod';

/** Dialing by an agent's own hand: a number of a case, or the case that is offered to him to look at first. */

/** `POST /api/agent/dial`: 202 with the attempt, 409 with what is in the way. */
export const handDialInput = z.object({
  caseId: z.uuid(),
  numberId: z.uuid(),
  /** `preview`: of a case that was offered; `manual`: of any other. */
  mode: z.enum(['manual', 'preview']),
});
export type HandDialInput = z.infer<typeof handDialInput>;
export const handDialed = z.object({ attemptId: z.string() });

/** Why a number is not dialed although an agent asks for it. */
export const handRefusals = [
  'unknown_case',
  'unknown_number',
  'no_campaign',
  'not_of_campaign',
  'campaign_not_running',
  'not_offered',
  'not_ready',
  'not_now',
  'live_call',
  'trunk_unavailable',
  'no_trunk',
  'no_channel',
  'no_caller_id',
  'fiction_on_real_carrier',
] as const;
export type HandRefusal = (typeof handRefusals)[number];

/** `GET /api/agent/preview`: the running campaigns whose cases this agent looks at before they are dialed. */
export const previewCampaigns = z.object({
  campaigns: z.array(z.object({ campaignId: z.string(), name: z.string() })),
});
export type PreviewCampaigns = z.infer<typeof previewCampaigns>;

/** `POST /api/agent/preview/next` */
export const previewOffer = z.object({
  offer: z
    .object({
      caseId: z.string(),
      ref: z.string(),
      campaignId: z.string(),
      numberId: z.string(),
      masked: z.string(),
      /** Until then nobody else is offered it, epoch milliseconds. */
      keptUntil: z.number(),
    })
    .nullable(),
  /** Nothing to offer: why the next one waits. */
  because: z.enum(['no_campaign', 'not_ready', 'no_case_due']).nullable(),
});
export type PreviewOffer = z.infer<typeof previewOffer>;

/** `POST /api/agent/preview/skip` */
export const passOverReasons = ['bad_moment', 'needs_preparation', 'not_mine', 'other'] as const;
export const previewSkip = z.object({ caseId: z.uuid(), reason: z.enum(passOverReasons) });
