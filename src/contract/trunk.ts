import { z } from 'zod';
import { inboundSettings } from './inbound.ts';
import { nextCursor, pageFields } from './page.ts';
import { reasonGiven } from './reason.ts';

/** `/api/trunks`: lines to the outside, their accounts and the numbers they show. */

const e164 = z.string().regex(/^\+[1-9]\d{6,14}$/, 'a number as +8613800138000');
const prefix = z.string().regex(/^\+\d{1,14}$/, 'the beginning of a number, such as +86');
const prefixes = z.array(prefix).max(200);
const webUrl = z.url({ protocol: /^https?$/, error: 'an http or https address' });

/** A provider account as it is handed in; nothing of it but its end is ever shown again. */
export const trunkAccount = z.object({
  accountSid: z.string().regex(/^AC[0-9a-fA-F]{32}$/, 'AC and 32 hexadecimal digits'),
  authToken: z.string().min(1, 'the secret of the account').max(200),
  /** Another server that speaks the provider's interface; null: the provider's own. */
  apiBase: webUrl.nullable(),
});
export type TrunkAccount = z.infer<typeof trunkAccount>;

/** When a trunk counts as bad and is taken out, and how it is tried again. */
export const trunkWatch = z.object({
  watched: z.boolean(),
  windowMinutes: z.number().int().min(1).max(60),
  minCalls: z.number().int().min(5, 'fewer than five calls say nothing').max(1000),
  maxFailureShare: z.number().min(0.05).max(1),
  /** Null: answers are not judged. */
  minAnswerShare: z.number().min(0.01).max(0.9).nullable(),
  probeEverySeconds: z.number().int().min(10).max(3600),
  probesToReturn: z.number().int().min(1).max(10),
  /** An administrator's test number that a probe rings; null: the provider's account is asked for, and nobody rung. */
  probeNumberId: z.uuid().nullable().default(null),
});
export type TrunkWatch = z.infer<typeof trunkWatch>;
export const usualWatch: TrunkWatch = {
  watched: true,
  windowMinutes: 5,
  minCalls: 20,
  maxFailureShare: 0.5,
  minAnswerShare: null,
  probeEverySeconds: 60,
  probesToReturn: 2,
  probeNumberId: null,
};

/** What an administrator sets of a trunk. */
export const trunkSettings = z.object({
  name: z.string().trim().min(1, 'give it a name').max(80),
  enabled: z.boolean(),
  /** Takes no new call of a campaign. */
  quiet: z.boolean(),
  cps: z.number().min(0.1, 'at least one call in ten seconds').max(100, 'at most 100 calls a second'),
  channels: z.number().int().min(1, 'a trunk without channels carries nothing').max(5000),
  priority: z.number().int().min(1).max(99),
  weight: z.number().int().min(1).max(100),
  failoverId: z.uuid().nullable(),
  prefixes,
  refusedPrefixes: prefixes,
  cost: z
    .object({
      /** Units of the currency for each begun minute. */
      perMinute: z.number().min(0).max(1000),
      currency: z.string().regex(/^[A-Z]{3}$/, 'three capital letters, such as CNY'),
    })
    .nullable(),
  watch: trunkWatch.default(usualWatch),
});
export type TrunkSettings = z.infer<typeof trunkSettings>;

/** `POST /api/trunks`; without an account it goes by the one of the configuration. */
export const newTrunk = trunkSettings.extend({ account: trunkAccount.nullable() });
export type NewTrunk = z.infer<typeof newTrunk>;

const version = z.number().int().positive();
/** `PUT /api/trunks/:id`: on the version that was read. */
export const changeTrunk = trunkSettings.extend({ version, reason: reasonGiven });
/** `PUT /api/trunks/:id/account`; null gives the own account up. */
export const changeTrunkAccount = z.object({ version, account: trunkAccount.nullable() });

const callerIdSettings = z.object({
  label: z.string().trim().max(80),
  /** Calls on one business day; null: any number. */
  dailyLimit: z.number().int().min(1, 'at least one call, or no limit').max(100_000).nullable(),
});
/** `POST /api/trunks/:id/caller-ids`: several at once, with the same settings. */
export const newCallerIds = callerIdSettings.extend({ numbers: z.array(e164).min(1, 'name a number').max(100) });
export type NewCallerIds = z.infer<typeof newCallerIds>;
/** `PUT /api/caller-ids/:id` */
export const changeCallerId = callerIdSettings.extend({ enabled: z.boolean(), version, reason: reasonGiven });
export type ChangeCallerId = Omit<z.infer<typeof changeCallerId>, 'reason'>;

export const callerIdView = z.object({
  callerIdId: z.string(),
  e164: z.string(),
  label: z.string(),
  enabled: z.boolean(),
  /** The provider lets it be shown; others are never dialed with. */
  verified: z.boolean(),
  checkedAt: z.number().nullable(),
  dailyLimit: z.number().nullable(),
  /** Calls placed with it today. */
  today: z.number(),
  /** How calls to it are taken; null: they are not. */
  inbound: inboundSettings.nullable(),
  version,
});
export type CallerIdView = z.infer<typeof callerIdView>;

export const trunkView = trunkSettings.extend({
  trunkId: z.string(),
  /** Where its calls end: in the simulated carrier, or at people. */
  kind: z.enum(['sim', 'twilio']),
  account: z.object({
    /** house: of the configuration. */
    whose: z.enum(['house', 'own']),
    /** The last characters of the account id. */
    tail: z.string().nullable(),
    setAt: z.number().nullable(),
    apiBase: z.string().nullable(),
    /** Sealed with another key: set it again. */
    readable: z.boolean(),
  }),
  /** Calls under way. */
  live: z.number(),
  campaigns: z.array(z.string()),
  callerIds: z.array(callerIdView),
  version,
});
export type TrunkView = z.infer<typeof trunkView>;

/** Filters of `GET /api/trunks` and of its export. */
export const trunkFilters = z.object({
  /** Part of the name. */
  q: z.string().trim().max(80).optional(),
  kind: z.enum(['sim', 'twilio']).optional(),
  enabled: z.enum(['true', 'false']).optional(),
});
export type TrunkFilters = z.output<typeof trunkFilters>;
export const trunkQuery = trunkFilters.extend(pageFields(['name', 'channels', 'cps', 'priority'], false));

/** `GET /api/trunks` */
export const trunkList = z.object({
  trunks: z.array(trunkView),
  nextCursor,
  /** All of them by name, whatever the page shows: one names another for its failover. */
  names: z.array(z.object({ trunkId: z.string(), name: z.string(), kind: z.enum(['sim', 'twilio']) })),
  mayChange: z.boolean(),
  /** Without a key no trunk can have an account of its own. */
  maySeal: z.boolean(),
  /** Accounts sealed with the key before. */
  oldSeals: z.number(),
  /** Teams that callers can fall to. */
  teams: z.array(z.object({ teamId: z.string(), name: z.string() })),
});
export type TrunkList = z.infer<typeof trunkList>;

/** `POST /api/trunks/:id/out`, `/back`: by hand, and why. */
export const trunkOrder = z.object({ reason: z.string().trim().min(3, 'say why').max(300) });

const share = z.number().nullable();
/** Calls of a trunk that ended in a sliding window. */
export const trunkHealthFigures = z.object({
  minutes: z.number(),
  calls: z.number(),
  answered: z.number(),
  answerShare: share,
  averageCallMs: share,
  postDialMs: share,
  failed: z.number(),
  failureShare: share,
  vacant: z.number(),
  vacantShare: share,
  reasons: z.array(
    z.object({
      fault: z.enum(['callee', 'carrier', 'ours', 'agent', 'none']),
      reason: z.string(),
      calls: z.number(),
      /** By the trunk's own doing. */
      ofTrunk: z.boolean(),
    }),
  ),
});
export type TrunkHealthFigures = z.infer<typeof trunkHealthFigures>;

/** What happened to a trunk, newest first. */
export const trunkPassage = z.object({
  at: z.number(),
  what: z.enum(['out', 'back', 'probe_failed']),
  /** Null: the rule, or the probe. */
  by: z.string().nullable(),
  because: z.string(),
});
export type TrunkPassage = z.infer<typeof trunkPassage>;

export const trunkHealthView = z.object({
  trunkId: z.string(),
  windows: z.array(trunkHealthFigures),
  /** Null: in. */
  out: z
    .object({
      since: z.number(),
      because: z.string(),
      /** Null: by the rule. */
      by: z.string().nullable(),
      probeAt: z.number().nullable(),
      probesFailed: z.number(),
      probesGood: z.number(),
    })
    .nullable(),
  /** The provider asked for less: it rests for some seconds. */
  resting: z.boolean(),
  /** Its vacant results do not count at present. */
  guardedSince: z.number().nullable(),
  passages: z.array(trunkPassage),
});
export type TrunkHealthView = z.infer<typeof trunkHealthView>;

/** `GET /api/trunks/health` */
export const trunkHealthList = z.object({ trunks: z.array(trunkHealthView) });
export type TrunkHealthList = z.infer<typeof trunkHealthList>;

/** `POST /api/trunks/seal-anew`: how many secrets (accounts, second factors, webhooks) are now under the key in force. */
export const trunksSealed = z.object({ sealed: z.number().int() });
