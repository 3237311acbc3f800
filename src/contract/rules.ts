import { z } from 'zod';
import type { Preset } from '../domain/preset.ts';
import type { Tightening } from '../domain/tighten.ts';
import {
  decisionReasons as reasonsOfDecisions,
  dialModes,
  numberClasses,
  presetNames,
  systemResults,
} from '../domain/vocabulary.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'A time of day, HH:MM.');
const hours = z
  .tuple([clockTime, clockTime])
  .refine(([from, to]) => from < to, { message: 'The end lies after the start.' })
  .readonly();
const count = z.number().int().min(0).max(10_000);
const atLeastOne = z.number().int().min(1).max(10_000);
/** Decisions look back over thirty days: no rule may ask for more. */
const mostDaysBack = 30;
const span = z
  .number()
  .int()
  .min(0)
  .max((mostDaysBack - 1) * 86_400_000);
const days = z.number().int().min(0).max(3650);
const rate = z.number().min(0).max(1);

const callWindow = z
  .strictObject({
    calls: count,
    days: z.number().int().min(1).max(mostDaysBack),
    per: z.enum(['person', 'debt']),
    classes: z.array(z.enum(numberClasses)).readonly().nullable(),
    exclude: z.array(z.enum(systemResults)).readonly(),
    excludeConsented: z.boolean(),
  })
  .readonly();

const window = {
  hours,
  days: z.array(z.number().int().min(1).max(7)).min(1).readonly().optional(),
  sunday: hours.nullable().optional(),
  zone: z.enum(['number', 'number_and_address']),
};
const caps = {
  attemptsPerNumberDay: count.nullable(),
  attemptsPerPersonDay: count.nullable(),
  callWindows: z.array(callWindow).max(10).readonly(),
  effectiveTalksPerDebtorDay: count.nullable(),
  quietAfterTalkDays: z
    .number()
    .int()
    .min(0)
    .max(mostDaysBack - 1),
  minRedialMs: span,
  redialScope: z.enum(['line', 'person']),
};
const thirdParty = {
  gate: z.enum(['off', 'own_numbers_tried_this_round', 'location_info_only', 'no_disclosure']),
  noRpcDays: z.number().int().min(0).max(mostDaysBack),
  maxPerPerson: count.nullable(),
  modes: z.array(z.enum(dialModes)).readonly(),
  stopOnRefusal: z.boolean(),
};
const abandon = {
  maxRate: rate,
  overDays: z.number().int().min(1).max(366),
  hardRate: rate.nullable(),
  hardOverHours: z.number().int().min(1).max(72),
  agentWithinMs: span,
  message: z.enum(['identify_only', 'identify_2s', 'off']),
  noAutoRedialMs: span,
  sameDayRedial: z.boolean(),
};
const recording = { all: z.boolean(), announce: z.boolean(), retainDays: days };
const holidayDialing = z.enum(['off', 'ptp_only', 'on']);
const amd = z.enum(['on', 'off']);
const ringMinMs = z.number().int().min(0).max(120_000);

const volumeOf = z.enum(['agent', 'campaign']);
const linkedGate = z.enum(['off', 'soft', 'hard']);
const lookedUp = z.enum(['trace', 'all']);

/**
 * What a campaign may say of the law layer, and what it chooses of the manual; a field left out stays as the preset has
 * it. Only what is obeyed while calls are made is offered, and only where every preset leaves room: all of them record,
 * announce it and stop on refusal.
 */
export const tightening = z.strictObject({
  window: z.strictObject(window).partial().optional(),
  holidayDialing: holidayDialing.optional(),
  caps: z.strictObject(caps).partial().optional(),
  thirdParty: z.strictObject(thirdParty).omit({ stopOnRefusal: true }).partial().optional(),
  abandon: z.strictObject(abandon).omit({ overDays: true, message: true, agentWithinMs: true }).partial().optional(),
  amd: amd.optional(),
  ringMinMs: ringMinMs.optional(),
  cadence: z.strictObject({ scope: volumeOf }).partial().optional(),
  links: z.strictObject({ gate: linkedGate }).partial().optional(),
  clocks: z.strictObject({ lookup114For: lookedUp }).partial().optional(),
}) satisfies z.ZodType<Tightening>;

const range = z.tuple([days, days]).readonly();
const invalidRules = z.strictObject({
  vacant: atLeastOne,
  no_such_person: atLeastOne,
  resigned: atLeastOne,
  moved: atLeastOne,
  compare: z.enum(['>=', '>']),
  independence: z.enum(['call', 'daypart', 'day']),
  combined: atLeastOne.nullable(),
});

/** A whole preset: every shipped one passes, and every document that is kept or shown. */
export const presetDocument = z.strictObject({
  name: z.enum(presetNames),
  version: atLeastOne,
  window: z.strictObject({ ...window, unknownZone: z.literal('block') }).readonly(),
  dayparts: z
    .array(clockTime)
    .min(2)
    .refine((parts) => parts.every((part, at) => at === 0 || (parts[at - 1] ?? '') < part), {
      message: 'The boundaries of the dayparts ascend.',
    })
    .readonly(),
  daypartRotation: z.enum(['off', 'trace', 'no_answer']),
  calendar: z.enum(['CN', 'US', 'UK', 'none']),
  openDays: z.enum(['all_but_holidays', 'schedule']),
  holidayDialing,
  order: z.array(z.enum(numberClasses)).readonly(),
  invalid: invalidRules.readonly(),
  suspended: z.strictObject({ threshold: atLeastOne.nullable() }).readonly(),
  vacantGuard: z
    .strictObject({ minShare: rate, minCalls: atLeastOne, withinMs: span.min(1_000) })
    .readonly()
    .nullable(),
  round: z.strictObject({ onRpc: z.enum(['stop', 'continue']) }).readonly(),
  cadence: z
    .strictObject({
      threshold: count,
      atThreshold: z.enum(['lower', 'upper']),
      scope: volumeOf,
      effectiveDays: days,
      otherDays: z.strictObject({ lower: days, upper: days }).readonly(),
    })
    .readonly(),
  windows: z
    .strictObject({
      NEG: range,
      REFUSE: range,
      PTP: range,
      FUND: range,
      PAID_CLAIM: range,
      CALLBACK: range,
      LM_A: range,
      LM_B: range,
      TP_NOINFO: range,
    })
    .readonly(),
  ptp: z
    .strictObject({
      reminderWorkingDays: days.nullable(),
      dueDayCalls: z.boolean(),
      maxPerPart: count,
      graceDays: days,
      onlyWithConsent: z.boolean(),
      holdScope: z.enum(['case', 'number']),
    })
    .readonly(),
  lm: z.strictObject({ holdScope: z.enum(['number', 'case']) }).readonly(),
  links: z.strictObject({ gate: linkedGate }).readonly(),
  fraud: z.strictObject({ hold: z.enum(['all', 'automatic']) }).readonly(),
  acw: z.strictObject({ timeoutMs: span.min(1_000), timeoutAction: z.enum(['alert', 'off']) }).readonly(),
  work: z.strictObject({ allow: z.enum(['always', 'unless_prohibited']) }).readonly(),
  breathingSpaceStop: z.boolean(),
  retry: z
    .strictObject({ busyAfterMs: span, busyExtra: count, congestionAfterMs: span, congestionExtra: count })
    .readonly(),
  caps: z.strictObject(caps).readonly(),
  overlays: z.array(z.enum(['MA', 'WA', 'NYC'])).readonly(),
  thirdParty: z.strictObject(thirdParty).readonly(),
  abandon: z.strictObject(abandon).readonly(),
  recording: z.strictObject(recording).readonly(),
  amd,
  ringMinMs,
  minAccountsDay: count,
  clocks: z
    .strictObject({
      lookup114Days: days,
      lookup114For: lookedUp,
      dataEntryHours: count,
      visitHours: count,
      visitAfterRounds: count,
      visitAfterDayparts: count,
      fraudSignDays: days,
      fraudRecallWorkingDays: range,
    })
    .readonly(),
  acceptsFiction: z.boolean(),
  realCarrierAllowed: z.boolean(),
});
type Document = z.output<typeof presetDocument>;
/** The schema and the domain's type say the same: a rule missing in either does not compile. */
export const documentOf = (preset: Preset): Document => presetDocument.parse(preset);

/** Which rules: a shipped preset and what the campaign tightens of it. */
export const rulesChoice = z.object({
  preset: z.enum(presetNames),
  presetVersion: atLeastOne,
  tightening,
});
export type RulesChoice = z.output<typeof rulesChoice>;

/** `POST /api/rules/campaigns/:id/versions` */
export const saveRulesRequest = rulesChoice.extend({
  reason: z.string().trim().min(3, 'Say why, in a few words.').max(500),
  /** The version that was looked at: somebody else's change in between is not written over. */
  basedOn: z.number().int().min(0),
  restoredFrom: z.number().int().min(0).nullable().default(null),
});
export type SaveRulesRequest = z.output<typeof saveRulesRequest>;

export const ruleVersionView = rulesChoice.extend({
  number: z.number().int(),
  at: z.number().nullable(),
  byName: z.string().nullable(),
  reason: z.string().nullable(),
  restoredFrom: z.number().int().nullable(),
  document: presetDocument,
});
export type RuleVersionView = z.output<typeof ruleVersionView>;

export const campaignRules = rulesChoice.extend({
  campaignId: z.string(),
  name: z.string(),
  rulesVersion: z.number().int(),
  openCases: z.number().int(),
  document: presetDocument,
});
export type CampaignRules = z.output<typeof campaignRules>;

/** `GET /api/rules` */
export const rulesOverview = z.object({
  presets: z.array(presetDocument),
  campaigns: z.array(campaignRules),
  /** What the agency itself goes by; no campaign is made looser than it. */
  house: z.object({ preset: z.enum(presetNames), presetVersion: atLeastOne }),
  /** Changes are saved by administrators. */
  maySave: z.boolean(),
});
export type RulesOverview = z.output<typeof rulesOverview>;

/** `GET /api/rules/campaigns/:id/versions`, newest first */
export const ruleVersions = z.object({ versions: z.array(ruleVersionView) });

/** `POST /api/rules/campaigns/:id/check` */
export const checkedRules = z.object({ document: presetDocument });

/** For those who list counts by reason, in the order of the gates. */
export const decisionReasons = reasonsOfDecisions;

const counts = z.object({
  cases: z.number(),
  numbers: z.number(),
  reasons: z.partialRecord(z.enum(reasonsOfDecisions), z.number()),
});
const standing = z.enum([...reasonsOfDecisions, 'dialable']);

export const rulesEffect = z.object({
  /** The day it is about, in the business zone. */
  date: z.string(),
  zone: z.string(),
  hours: z.array(
    z.object({ at: z.number(), before: counts, after: counts, casesGained: z.number(), casesLost: z.number() }),
  ),
  changes: z.array(z.object({ from: standing, to: standing, numberHours: z.number() })),
  /** Null: every open case was looked at. Else so many of all, and 95 % of such samples err by at most this share of cases. */
  sample: z.object({ taken: z.number(), of: z.number(), marginShare: z.number() }).nullable(),
});
export type RulesEffectView = z.output<typeof rulesEffect>;

/** `POST /api/rules/campaigns/:id/previews`, `GET /api/rules/previews/:id`, `POST /api/rules/previews/:id/cancel` */
export const rulePreview = rulesChoice.extend({
  previewId: z.string(),
  campaignId: z.string(),
  status: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  casesTotal: z.number(),
  casesDone: z.number(),
  result: rulesEffect.nullable(),
});
export type RulePreviewView = z.output<typeof rulePreview>;
