import { z } from 'zod';
import { nextCursor } from './page.ts';
import { reasonGiven } from './reason.ts';
import { campaignStatuses } from '../domain/campaign-status.ts';
import { dialModes } from '../domain/vocabulary.ts';

/** How a campaign is dialed, as its supervisor sets it. `POST /api/campaigns/:id/pacing` takes a whole one, with why. */
export const pacingSettings = z.object({
  mode: z.enum(dialModes),
  /** 0..1: what the abandoned share must stay under. */
  target: z.number().min(0).max(0.2),
  /** Calls for each ready agent in the mode `ratio`. */
  ratio: z.number().min(1).max(10),
  /** With fewer working agents it is dialed progressively. */
  smallestGroup: z.number().int().min(1).max(1000),
  /** Calls under way that nobody has answered yet, for each working agent, at most. */
  callsPerAgent: z.number().min(1).max(50),
});
export type PacingSettings = z.infer<typeof pacingSettings>;
export const changePacing = pacingSettings.extend({ reason: reasonGiven });

export const pacingDecisionView = z.object({
  decisionId: z.string(),
  at: z.number(),
  /** How it was dialed then: what is set, or what it fell back to. */
  mode: z.string(),
  launch: z.number().int().nonnegative(),
  because: z.string(),
  figures: z.record(z.string(), z.unknown()),
});
export type PacingDecisionView = z.infer<typeof pacingDecisionView>;

/** `GET /api/campaigns/:id/pacing/decisions?cursor=`: newest first. */
export const pacingDecisionPage = z.object({
  decisions: z.array(pacingDecisionView),
  nextCursor,
});
export type PacingDecisionPage = z.infer<typeof pacingDecisionPage>;

/** `GET /api/campaigns/:id/pacing/decision?at=`: why it dialed, or did not, at that instant. */
export const pacingAnswer = z.object({
  at: z.number(),
  /** In force then; null: nothing had been decided yet. */
  decision: pacingDecisionView.nullable(),
  /** When the next decision took its place; null: it still stands. */
  until: z.number().nullable(),
  /** Decisions are renewed every minute: an older one means that nobody paced then. */
  silent: z.boolean(),
});
export type PacingAnswer = z.infer<typeof pacingAnswer>;

const account = z.object({
  live: z.number().int().nonnegative(),
  abandoned: z.number().int().nonnegative(),
  /** 0..1 */
  share: z.number(),
  /** Upper bound of the share, one-sided 95 %. */
  bound: z.number(),
});
export type AbandonAccountView = z.infer<typeof account>;

/** What a supervisor sees of a campaign, once a second over the socket and at the door. */
export const pacingView = z.object({
  campaignId: z.string(),
  at: z.number(),
  name: z.string(),
  status: z.enum(campaignStatuses),
  settings: pacingSettings,
  /** What the rules allow at most as a target, and over how many days it is counted. */
  rules: z.object({ targetMost: z.number(), days: z.number() }),
  /** The stricter of setting and rules. */
  target: z.number(),
  inForce: z.object({ mode: z.enum(dialModes), because: z.string() }),
  agents: z.object({
    ready: z.number(),
    reserved: z.number(),
    talking: z.number(),
    wrappingUp: z.number(),
    onBreak: z.number(),
    /** In a working state without proof of life: not counted on. */
    lifeless: z.number(),
  }),
  calls: z.object({ placing: z.number(), ringing: z.number(), waiting: z.number(), connected: z.number() }),
  launchesLastMinute: z.number(),
  /** Chance that a call is answered live, and its standard error; null: nothing learned yet. */
  answers: z.object({ rate: z.number(), error: z.number() }).nullable(),
  abandoned: z.object({ today: account, window: account }),
  /** Over the last quarter of an hour; null: nobody was at work. */
  utilisation: z.number().nullable(),
  /** Mean time that an agent waits for a call. */
  waitSec: z.number().nullable(),
  decision: pacingDecisionView.nullable(),
});
export type PacingView = z.infer<typeof pacingView>;

export const pacingMinute = z.object({
  at: z.number(),
  readySec: z.number(),
  reservedSec: z.number(),
  talkingSec: z.number(),
  wrappingUpSec: z.number(),
  onBreakSec: z.number(),
  pendingSec: z.number(),
  launches: z.number(),
  answers: z.number(),
  abandoned: z.number(),
});
export type PacingMinuteView = z.infer<typeof pacingMinute>;

/** `GET /api/campaigns/:id/pacing/history?hours=`: whole minutes, oldest first; a minute that is missing was not paced. */
export const pacingHistory = z.object({ minutes: z.array(pacingMinute) });
export type PacingHistory = z.infer<typeof pacingHistory>;

/** `GET /api/pacing/campaigns`: those that the caller directs. */
export const directedCampaigns = z.object({
  campaigns: z.array(
    z.object({
      campaignId: z.string(),
      name: z.string(),
      status: z.enum(campaignStatuses),
      mode: z.enum(dialModes),
      live: z.number(),
    }),
  ),
});
export type DirectedCampaigns = z.infer<typeof directedCampaigns>;

/** `POST /api/campaigns/:id/pacing/replay`: what a day would have been under other settings. Nothing is changed by it. */
export const replayRequest = z.object({
  /** By the agency's clock; null: the latest on which the campaign rang anybody. */
  day: z.iso.date().nullable(),
  settings: pacingSettings,
});
export type ReplayRequest = z.infer<typeof replayRequest>;

const floorOutcome = z.object({
  /** 0..1: talk and wrap-up over the time at work. */
  utilisation: z.number(),
  talkMs: z.number(),
  /** People who answered, and those of them for whom nobody was there. */
  persons: z.number().int(),
  abandoned: z.number().int(),
  /** 0..1 */
  abandonedShare: z.number(),
  launched: z.number().int(),
});
export type FloorOutcome = z.infer<typeof floorOutcome>;

export const replayView = z.object({
  day: z.string(),
  calls: z.number().int(),
  agents: z.number().int(),
  /** As it was. */
  measured: floorOutcome,
  /** As the simulator has it, under what is set now and under what was asked for: compare these two. */
  asSet: floorOutcome,
  asAsked: floorOutcome,
});
export type ReplayView = z.infer<typeof replayView>;

/** `GET /api/campaigns/:id/pacing/answers`: how good the answer model's probabilities are. */
export const answersView = z.object({
  /** Calls that were judged; older ones count less. */
  calls: z.number(),
  /** Mean squared error of what was said before the outcome; null: nothing yet. */
  brier: z.number().nullable(),
  /** The same for somebody who says the plain answer rate of every number. */
  brierOfBaseRate: z.number().nullable(),
  /** 0..1: mean distance between what was said and what came of it. */
  calibrationError: z.number().nullable(),
  points: z.array(
    z.object({ from: z.number(), to: z.number(), calls: z.number(), said: z.number(), answered: z.number() }),
  ),
});
export type AnswersView = z.infer<typeof answersView>;
