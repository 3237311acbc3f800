import { z } from 'zod';

/** Milliseconds: one value, or the two bounds of an even spread. */
const rangeMs = z.union([
  z.number().min(0),
  z
    .tuple([z.number().min(0), z.number().min(0)])
    .refine(([from, to]) => from <= to, 'the first bound is above the second'),
]);
const weight = z.number().min(0);
/** A choice in which nothing weighs anything is no choice. */
const weighs = (weights: Readonly<Record<string, number | undefined>>): boolean =>
  Object.values(weights).some((share) => share !== undefined && share > 0);
const NO_WEIGHT = 'nothing here weighs more than 0';
/** Habits are read at the instant of a call: a zone nobody knows must be found before that. */
const timeZone = z.string().refine(isTimeZone, 'not a time zone of the IANA list');
const phoneNumber = z.string().regex(/^\+[1-9]\d{6,14}$/, 'not a number in E.164');
/** Whom a call can be made to; anything else would never be matched. */
const address = z.string().regex(/^(\+[1-9]\d{6,14}|(client|sip):.+)$/, 'not a number in E.164, client: or sip:');
const webAddress = z.url({ protocol: /^https?$/ });

export const OUTCOMES = [
  'answer',
  'no_answer',
  'busy',
  'machine',
  'fax',
  'vacant',
  'vacant_announcement',
  'number_changed',
  'false_answer',
  'rejected',
  'powered_off',
  'failed',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const WHO = ['debtor', 'relative', 'stranger'] as const;
export type Who = (typeof WHO)[number];

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

const habitSchema = z.strictObject({
  /** Local hours [from, to); without it the habit holds all day. */
  hours: z.array(z.tuple([z.number().min(0).max(24), z.number().min(0).max(24)])).optional(),
  days: z.array(z.enum(DAYS)).optional(),
  outcomes: z.partialRecord(z.enum(OUTCOMES), weight).refine(weighs, NO_WEIGHT),
  who: z.partialRecord(z.enum(WHO), weight).refine(weighs, NO_WEIGHT).optional(),
});

export const profileSchema = z.strictObject({
  /** IANA zone in which the habits' hours and days are read. */
  timeZone: timeZone.optional(),
  /** The first habit whose hours and days fit is used; the last one should fit always. */
  habits: z.array(habitSchema).min(1).optional(),
  /** Short form of one habit that always holds. */
  outcomes: z.partialRecord(z.enum(OUTCOMES), weight).refine(weighs, NO_WEIGHT).optional(),
  who: z.partialRecord(z.enum(WHO), weight).refine(weighs, NO_WEIGHT).optional(),
  /** From dialing to ringing (post-dial delay). */
  dialMs: rangeMs.optional(),
  /** From ringing to the answer, or to the busy or rejected reply. */
  ringMs: rangeMs.optional(),
  /** False: the network never signals ringing. */
  ringing: z.boolean().optional(),
  /** Length of a person's call, from the answer to their good-bye. */
  talkMs: rangeMs.optional(),
  helloMs: rangeMs.optional(),
  answerMs: rangeMs.optional(),
  pauseMs: rangeMs.optional(),
  /** A person who hears nothing at all for so long hangs up. */
  silencePatienceMs: rangeMs.optional(),
  greetingMs: rangeMs.optional(),
  beep: z.boolean().optional(),
  announcementMs: rangeMs.optional(),
  falseAnswerMs: rangeMs.optional(),
  /** Somebody who was rung and did not answer rings the number that was shown: how often of each such call, and when. */
  ringsBack: z.strictObject({ share: z.number().min(0).max(1), afterMs: rangeMs }).optional(),
  /** Fundamental of the voice in hertz; by default drawn from the number. */
  voiceHz: z.number().min(80).max(3000).optional(),
  /** Digits the callee presses, and when after the answer. */
  presses: z
    .array(z.strictObject({ afterMs: z.number().min(0), digits: z.string().regex(/^[0-9A-D#*w]+$/i) }))
    .optional(),
  /** The create request itself is refused with this code, as for numbers the carrier will not route. */
  refuseCode: z.number().int().optional(),
  /** Overrides for how network replies are reported. */
  sipCode: z.number().int().min(300).max(699).optional(),
  /** Verdict forced upon answering machine detection, whatever was heard. */
  amdVerdict: z.enum(['human', 'machine', 'fax', 'unknown']).optional(),
});
export type Profile = z.infer<typeof profileSchema>;

const weightedProfiles = z.union([z.string(), z.record(z.string(), weight).refine(weighs, NO_WEIGHT)]);

export const ownNumberSchema = z.strictObject({
  phoneNumber,
  friendlyName: z.string().optional(),
  voiceUrl: webAddress.optional(),
  voiceMethod: z.enum(['GET', 'POST']).optional(),
  voiceFallbackUrl: webAddress.optional(),
  statusCallback: webAddress.optional(),
});

export const populationSchema = z
  .strictObject({
    timeZone: timeZone.default('UTC'),
    profiles: z.record(z.string(), profileSchema).default({}),
    callees: z.record(address, profileSchema.extend({ profile: z.string().optional() })).default({}),
    /** The longest fitting prefix wins. */
    rules: z.array(z.strictObject({ prefix: z.string().min(1), profiles: weightedProfiles })).default([]),
    default: weightedProfiles.optional(),
    /** Numbers the account owns: callers dial them, and they are listed as IncomingPhoneNumbers. */
    numbers: z.array(ownNumberSchema).default([]),
    /** When true, From must be one of `numbers` (error 21210 otherwise). */
    verifyFrom: z.boolean().default(false),
  })
  .superRefine((population, context) => {
    const known = (name: string): boolean => name in population.profiles;
    const names = [
      ...population.rules.flatMap((rule) => namesOf(rule.profiles)),
      ...(population.default === undefined ? [] : namesOf(population.default)),
      ...Object.values(population.callees).flatMap((callee) => (callee.profile === undefined ? [] : [callee.profile])),
    ];
    for (const name of new Set(names)) {
      if (!known(name)) context.addIssue({ code: 'custom', message: `profile ${name} is not defined` });
    }
  });
export type PopulationFile = z.infer<typeof populationSchema>;
export type PopulationInput = z.input<typeof populationSchema>;

const namesOf = (profiles: string | Record<string, number>): string[] =>
  typeof profiles === 'string' ? [profiles] : Object.keys(profiles);

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
