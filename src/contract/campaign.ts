import { z } from 'zod';
import { campaignStatuses } from '../domain/campaign-status.ts';
import { dialModes } from '../domain/vocabulary.ts';
import { nextCursor, pageFields } from './page.ts';

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

/** Filters of `GET /api/campaigns` and of its export. */
export const campaignFilters = z.object({
  /** Part of the name. */
  q: z.string().trim().max(80).optional(),
  status: z.enum(campaignStatuses).optional(),
  mode: z.enum(dialModes).optional(),
});
export type CampaignFilters = z.output<typeof campaignFilters>;
export const campaignQuery = campaignFilters.extend(pageFields(['name', 'status', 'mode', 'live'], false));

/** `GET /api/campaigns` */
export const campaignList = z.object({ campaigns: z.array(campaignView), nextCursor });
export type CampaignList = z.infer<typeof campaignList>;
