import { z } from 'zod';
import { resultScript } from './wrap-up.ts';
import { startChecks } from '../domain/start-checklist.ts';
import {
  languageRules,
  longestAffinityMs,
  longestStickyDays,
  lowestLevel,
  usualRouting,
} from '../domain/routing/routing-rules.ts';
import { caseClasses, dialModes, dispositionCodes, presetNames } from '../domain/vocabulary.ts';
import { reasonGiven } from './reason.ts';
import { listed, skill } from './skills.ts';

/** `/api/campaigns`: how a campaign is set up. Its rules and its live pacing have doors of their own. */

const ids = z.array(z.uuid()).max(500);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time of day, such as 09:00');
const text = z.string().trim().max(1000);

export const caseFilters = z.object({
  clientIds: ids,
  placementIds: ids,
  classes: z.array(z.enum(caseClasses)),
  /** Minor units. */
  owedFrom: z.number().int().min(0).nullable(),
  owedTo: z.number().int().min(0).nullable(),
  overdueFrom: z.number().int().min(0).nullable(),
  overdueTo: z.number().int().min(0).nullable(),
});

export const scheduleEntry = z.object({
  days: z.array(z.number().int().min(1).max(7)),
  from: clock,
  to: clock,
});

/** How its calls are given to agents; what is left out is as usual. */
export const campaignRouting = z.strictObject({
  /** An agent needs every one of them. */
  requiredSkills: listed(skill).default([...usualRouting.requiredSkills]),
  languageRule: z.enum(languageRules).default(usualRouting.languageRule),
  /** How long an answered call waits for an owner who writes up another one; 0: not at all. */
  affinityMs: z
    .number()
    .int('Whole milliseconds.')
    .min(0, 'Not below 0.')
    .max(longestAffinityMs, `At most ${longestAffinityMs} ms: nobody waits longer.`)
    .default(usualRouting.affinityMs),
  /** Who was busy less in the last hour comes before who is ready longer. */
  balanceOccupancy: z.boolean().default(usualRouting.balanceOccupancy),
  /** For so many days a third party reaches the agent he talked to; 0: never. */
  stickyDays: z
    .number()
    .int('Whole days.')
    .min(0, 'Not below 0.')
    .max(longestStickyDays, `At most ${longestStickyDays} days.`)
    .default(usualRouting.stickyDays),
});
const level = z
  .number()
  .int()
  .min(1, 'From 1, who comes first.')
  .max(lowestLevel, `To ${lowestLevel}, who comes last.`);
/** Agents who come before others, or after them: 1 first, 9 last, everybody else 5. */
export const agentLevel = z.strictObject({ agentId: z.uuid(), level });

export const asUsual = () => ({ ...usualRouting, requiredSkills: [], levels: [] });
export const routingLimits = { affinityMs: longestAffinityMs, stickyDays: longestStickyDays, level: lowestLevel };

/** What a supervisor sets, new or changed. */
export const campaignSetup = z.object({
  name: z.string().trim().min(1, 'give it a name').max(80),
  /** Smaller ones take in a case that fits several. */
  priority: z.number().int().min(1).max(99),
  filters: caseFilters,
  /** The first one, and those besides it. */
  trunkId: z.uuid('choose a trunk'),
  furtherTrunkIds: ids,
  /** None: every caller id of its trunks. */
  callerIdIds: ids,
  agentIds: ids,
  teamIds: ids,
  schedule: z.array(scheduleEntry).max(30),
  abandonTreatment: z.enum(['message', 'hangup']),
  abandonMessage: text.nullable(),
  amd: z.boolean(),
  machine: z.enum(['hang_up', 'keep']),
  machineWhenConnected: z.enum(['tell', 'hang_up']),
  /** Said to whoever answers before the agent is on the line. */
  recordingNotice: text.nullable(),
  /** Shown to the agent with the result he chooses, each once. */
  scripts: z.array(resultScript).max(60).default([]),
  routing: campaignRouting.extend({ levels: z.array(agentLevel).max(500).default([]) }).default(asUsual),
});
export type CampaignSetup = z.infer<typeof campaignSetup>;

/** `POST /api/campaigns`: a draft; mode and target can be changed while it runs. */
export const newCampaign = campaignSetup.extend({
  preset: z.enum(presetNames),
  mode: z.enum(dialModes),
  target: z.number().min(0).max(0.2),
});
export type NewCampaign = z.infer<typeof newCampaign>;

/** `PUT /api/campaigns/:id/setup`: on the version that was read. */
export const changeCampaign = campaignSetup.extend({ version: z.number().int().positive(), reason: reasonGiven });
/** `POST /api/campaigns/:id/clone` */
export const cloneCampaign = z.object({ name: z.string().trim().min(1).max(80) });

/** `GET /api/campaigns/:id/setup` */
export const campaignSetupView = campaignSetup.extend({
  campaignId: z.string(),
  preset: z.string(),
  version: z.number(),
});
export type CampaignSetupView = z.infer<typeof campaignSetupView>;

const named = z.object({ id: z.string(), name: z.string() });
/** `GET /api/campaigns/choices`: what there is to choose from. */
export const campaignChoices = z.object({
  clients: z.array(named),
  placements: z.array(named.extend({ clientId: z.string() })),
  trunks: z.array(named.extend({ kind: z.string(), callerIds: z.array(named) })),
  teams: z.array(named),
  agents: z.array(named.extend({ teamId: z.string().nullable() })),
  /** What its agents can do, each once. */
  skills: z.array(z.string()),
  /** Results that a script can be given for. */
  results: z.array(z.object({ code: z.enum(dispositionCodes), zh: z.string(), en: z.string() })),
  /** What the agency itself goes by. */
  preset: z.string(),
});
export type CampaignChoices = z.infer<typeof campaignChoices>;

/** `POST /api/campaigns/fit`: open cases that fit, and those of them that belong to no campaign yet. */
export const campaignFit = z.object({ open: z.number(), free: z.number() });
export type CampaignFit = z.infer<typeof campaignFit>;

/** `GET /api/campaigns/:id/checklist` */
export const campaignChecklist = z.object({
  ready: z.boolean(),
  checks: z.array(z.object({ check: z.enum(startChecks), holds: z.boolean() })),
  /** Open cases in it, and those it would take in at the start. */
  cases: z.object({ within: z.number(), free: z.number(), dialable: z.number() }),
});
export type CampaignChecklist = z.infer<typeof campaignChecklist>;

/** Answer of what makes a campaign. */
export const campaignMade = z.object({ campaignId: z.string() });
