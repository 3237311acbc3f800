import { z } from 'zod';
import { hindrances, precedences } from '../domain/routing/choose-agent.ts';
import { agentStates } from '../domain/vocabulary.ts';
import { campaignRouting } from './campaign-setup.ts';

/** `GET /api/cases/:id/routing` */
export const routingPreviewQuery = z.object({
  /** called: somebody answers whom we rang; calling: somebody of the case rings us. */
  as: z.enum(['called', 'calling']).default('called'),
  /** On which of its numbers; left out: nobody knows who is on the line. */
  numberId: z.uuid().optional(),
  /** As if it were of this campaign; left out: of its own. */
  campaignId: z.uuid().optional(),
});
export type RoutingPreviewQuery = z.infer<typeof routingPreviewQuery>;

const why = z.enum([...precedences, 'only_one', ...hindrances]);

/** Who would get a call of the case at this moment, and why everybody else would not. */
export const routingPreview = z.object({
  at: z.number(),
  campaign: z.object({ campaignId: z.string(), name: z.string() }).nullable(),
  /** As they act: for callers the owner is waited for longer. */
  rules: campaignRouting.extend({ affinityMs: z.number() }),
  language: z.string().nullable(),
  ownerId: z.string().nullable(),
  /** Whom the third party on this number talked to last. */
  knownTo: z.string().nullable(),
  /** Null: nobody now, or the call waits for its owner. */
  agentId: z.string().nullable(),
  because: z.enum([...precedences, 'only_one', 'owner_is_coming', 'nobody']),
  waitMs: z.number(),
  /** Those who can have it in their order, then the others. */
  agents: z.array(
    z.object({
      agentId: z.string(),
      name: z.string(),
      /** 1 gets it; null: cannot have it. */
      rank: z.number().nullable(),
      /** Of the first: what puts him before the second. Of the others: what puts them behind the one before, or hinders them. */
      because: why,
      state: z.enum(agentStates),
      readySince: z.number().nullable(),
      level: z.number(),
      /** 0..1 of the last hour; null: it does not count, or no work in it. */
      occupancy: z.number().nullable(),
      languages: z.array(z.string()),
      missingSkills: z.array(z.string()),
    }),
  ),
});
export type RoutingPreview = z.infer<typeof routingPreview>;
