import { z } from 'zod';
import { campaignStatuses } from '../domain/campaign-status.ts';
import { dialModes } from '../domain/vocabulary.ts';

/** `POST /api/campaigns/:id/start|pause|drain` answers with one of these. */
export const campaignView = z.object({
  campaignId: z.string(),
  name: z.string(),
  status: z.enum(campaignStatuses),
  mode: z.enum(dialModes),
  preset: z.string(),
  /** Calls under way. */
  live: z.number().int().nonnegative(),
  /** The last time pacing launched or changed its mind: how many, and what bounded the number. */
  lastDecision: z
    .object({
      at: z.number(),
      launch: z.number(),
      because: z.string(),
      /** Name of the campaign that it shares with and that was served before it. */
      waitsFor: z.string().nullable(),
    })
    .nullable(),
});
export type CampaignView = z.infer<typeof campaignView>;

/** `GET /api/campaigns` */
export const campaignList = z.object({ campaigns: z.array(campaignView) });
export type CampaignList = z.infer<typeof campaignList>;
