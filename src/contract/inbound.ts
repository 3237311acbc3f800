import { z } from 'zod';
import { reasonGiven } from './reason.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as 08:00');
/** A day may be open to its end. */
const closingTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time as 20:00, or 24:00');
const words = z.string().min(1).max(500);

export const menuKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;
/** queue: an agent. reference: enter a case number. */
export const menuChoices = ['queue', 'reference', 'voicemail', 'hang_up'] as const;
export type MenuChoice = (typeof menuChoices)[number];

/** How calls to one of our numbers are taken (`CallerId.inbound`). What is left out is as usual. */
export const inboundSettings = z
  .strictObject({
    language: z.enum(['zh-CN', 'en-US']).default('zh-CN'),
    /** Half-open, in the business zone. */
    opens: clockTime.default('08:00'),
    closes: closingTime.default('20:00'),
    /** 1 = Monday .. 7 = Sunday. */
    days: z.array(z.int().min(1).max(7)).min(1, 'name a day').default([1, 2, 3, 4, 5, 6, 7]),
    /** Whom callers fall to after the owner and his team; null: the agents of the case's campaign. */
    teamId: z.uuid().nullable().default(null),
    /** What somebody who waits may choose by a key. */
    offers: z
      .strictObject({ callback: z.boolean(), voicemail: z.boolean() })
      .default({ callback: true, voicemail: true }),
    afterHours: z.enum(['message', 'voicemail']).default('voicemail'),
    /** What a number that nobody in the books has may choose, by key; empty: it is told so, and the call ends. */
    menu: z.partialRecord(z.enum(menuKeys), z.enum(menuChoices)).default({}),
    /** Own words instead of the usual ones. */
    greeting: words.optional(),
    closed: words.optional(),
    unknown: words.optional(),
    menuGreeting: words.optional(),
  })
  .refine(({ opens, closes }) => opens < closes, { path: ['closes'], error: 'closes after it opens' });
export type InboundSettings = z.infer<typeof inboundSettings>;

/** `PUT /api/caller-ids/:id/inbound`: on the version that was read; null: calls to the number are not taken. */
export const changeInbound = z.object({
  inbound: inboundSettings.nullable(),
  version: z.number().int().positive(),
  reason: reasonGiven,
});
export type ChangeInbound = Omit<z.infer<typeof changeInbound>, 'reason'>;

/** `POST /api/agent/calls/:attemptId/caller`: the name or the case number that the caller gave. */
export const callerIdentified = z.object({ said: z.string().trim().min(1).max(200) });

/** How many callers wait, for the head of the console. */
export const waitingCallers = z.object({
  waiting: z.number(),
  /** Since when the first of them waits. */
  since: z.number().nullable(),
});
export type WaitingCallers = z.infer<typeof waitingCallers>;

/** `GET /api/inbound/waiting`: for supervisors, the longest wait first. */
export const waitingCall = z.object({
  attemptId: z.string(),
  caseId: z.string(),
  numberMasked: z.string(),
  /** Null while several debtors have the line. */
  debtorName: z.string().nullable(),
  ownerName: z.string().nullable(),
  campaignName: z.string().nullable(),
  arrivedAt: z.number(),
  shared: z.boolean(),
  /** He hung up and kept his place: he is rung when it is reached. */
  absent: z.boolean(),
  /** 1 = next of all. */
  position: z.number(),
  /** Null: nobody who may take the call is at work. */
  expectedWaitMs: z.number().nullable(),
  /** Whom the caller falls to after the owner and his team; null: the agents of the campaign. */
  teamName: z.string().nullable(),
  /** A supervisor gave him to this agent. */
  assignedTo: z.string().nullable(),
});
export type WaitingCall = z.infer<typeof waitingCall>;
export const waitingCalls = z.object({
  calls: z.array(waitingCall),
  /** Agents at work, to whom a caller can be given. */
  agents: z.array(z.object({ agentId: z.string(), displayName: z.string(), ready: z.boolean() })),
});

/** `PUT /api/inbound/waiting/:attemptId/agent`; null: whoever is free again. */
export const assignCaller = z.object({ agentId: z.uuid().nullable() });
export type WaitingCalls = z.infer<typeof waitingCalls>;
