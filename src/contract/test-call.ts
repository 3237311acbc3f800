import { z } from 'zod';

/** Calls to an administrator's own phone, and the check of a trunk. */

/** `POST /api/test-numbers` */
export const newTestNumber = z.object({
  e164: z.string().regex(/^\+[1-9]\d{6,14}$/, 'a number as +8613800138000'),
  label: z.string().trim().max(80),
});

/** `GET /api/test-numbers`: one's own. */
export const testNumberList = z.object({
  numbers: z.array(z.object({ testNumberId: z.string(), e164: z.string(), label: z.string() })),
});
export type TestNumberList = z.infer<typeof testNumberList>;

export const testCallPurposes = ['test', 'check', 'probe'] as const;
export type TestCallPurpose = (typeof testCallPurposes)[number];

/** `POST /api/trunks/:id/test-calls` */
export const newTestCall = z.object({
  testNumberId: z.uuid('choose a number of your own'),
  language: z.enum(['zh-CN', 'en']),
});

export const testCallWords = [
  'asked',
  'accepted',
  'refused',
  'unknown',
  'initiated',
  'ringing',
  'answered',
  'key',
  'socket',
  'echo',
  'completed',
  'busy',
  'no-answer',
  'failed',
  'canceled',
] as const;
export type TestCallWord = (typeof testCallWords)[number];

/** One of `GET /api/test-calls/:id/events`, which goes on until the call is over. */
export const testCallEvent = z.object({
  eventId: z.string(),
  at: z.number(),
  what: z.enum(testCallWords),
  /** A code of the provider, a key, or milliseconds. */
  detail: z.string(),
});
export type TestCallEvent = z.infer<typeof testCallEvent>;

export const checkSteps = ['credentials', 'caller_id', 'geography', 'concurrency', 'webhook', 'media_socket'] as const;
export type CheckStep = (typeof checkSteps)[number];

/** `POST /api/trunks/:id/checks/:step`; the last two ring the number that is named. */
export const askedCheck = z.object({ testNumberId: z.uuid().nullable(), testCallId: z.uuid().nullable() });
export const checkReply = z.object({
  step: z.enum(checkSteps),
  holds: z.boolean(),
  /** Why; the console has the remedy for each. */
  because: z.string(),
  detail: z.string(),
  /** The call by which it was found out; the next step goes on with it. */
  testCallId: z.string().nullable(),
});
export type CheckReply = z.infer<typeof checkReply>;
