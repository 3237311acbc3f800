import { z } from 'zod';
import { leaveView } from './leave.ts';
import { caseClasses, dispositionCodes, parties, type DispositionCode } from '../domain/vocabulary.ts';

const localDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** One choice of the wrap-up form with everything the form must know; computed by the same rules that check it. */
export const wrapUpOption = z.object({
  code: z.enum(dispositionCodes),
  zh: z.string(),
  en: z.string(),
  parties: z.array(z.enum(parties)),
  /** Offered for this number's class; others stay reachable through "all codes". */
  suggested: z.boolean(),
  /** Next follow-up date: null when the code sets none (stop codes, cadence codes). */
  nextFollowUp: z.object({ min: localDate, max: localDate, prefill: localDate }).nullable(),
  /** What else the code requires. */
  requires: z.array(z.enum(['promise', 'fundDate', 'callbackAt', 'suspect', 'clues'])),
  promiseDue: z.object({ min: localDate, max: localDate, prefill: localDate }).nullable(),
  fundDate: z.object({ min: localDate, max: localDate, prefill: localDate }).nullable(),
  classAfter: z.enum(caseClasses).nullable(),
  stopsCase: z.boolean(),
  hotkey: z.string().nullable(),
});
export type WrapUpOption = z.infer<typeof wrapUpOption>;

/** What an agent is to say or do with a result, as the campaign words it. */
export const resultScript = z.object({
  code: z.enum(dispositionCodes),
  text: z.string().trim().min(1, 'write what the agent reads').max(2000),
});
export type ResultScript = z.infer<typeof resultScript>;

/** `GET /api/agent/wrap-up?attemptId=` */
export const wrapUpForm = z.object({
  attemptId: z.string(),
  caseId: z.string(),
  /** Zone in which the dates are read. */
  businessZone: z.string(),
  today: localDate,
  /** Zone of the called number, in which a callback time is agreed; null = unknown, use businessZone. */
  calleeZone: z.string().nullable(),
  /** Null while the debt is withheld from the screen. */
  amountMinor: z.number().nullable(),
  currency: z.string(),
  currentClass: z.enum(caseClasses).nullable(),
  options: z.array(wrapUpOption),
  /** The latest question for leave about this call; what was granted is in the bounds of its option. */
  leave: leaveView.nullable(),
  /** By result; most have none. */
  scripts: z.array(resultScript),
});
export type WrapUpForm = z.infer<typeof wrapUpForm>;

export const numberOwners = ['debtor', 'family', 'company', 'other'] as const;
const newNumber = z.object({
  number: z.string().trim().min(1).max(40),
  whose: z.enum(numberOwners),
  person: z.string().trim().min(1).max(120).nullable().default(null),
  relation: z.string().trim().min(1).max(60).nullable().default(null),
});

/** By the clock on the wall of the called number; `second`: of a time that comes twice that night the later one. */
const wallTime = z.object({
  date: localDate,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  second: z.boolean().default(false),
});

/** When to call back: epoch ms, or as it was agreed on. */
export const agreedCallback = z.union([z.number(), wallTime]).nullable().default(null);

/** R30: a code that the catalogue does not know is named as such. */
const code = z.custom<DispositionCode>((given) => dispositionCodes.some((known) => known === given), {
  message: 'Choose one of the results that the form offers.',
  params: { rule: 'R30:unknown_code' },
});

/** `POST /api/agent/wrap-up` */
export const wrapUpInput = z.object({
  attemptId: z.string(),
  code,
  party: z.enum(parties),
  nextFollowUpOn: localDate.nullable().default(null),
  promise: z.object({ amountMinor: z.number().int().positive(), dueOn: localDate }).nullable().default(null),
  fundDate: localDate.nullable().default(null),
  callbackAt: agreedCallback,
  /** Whose call it is at that time, before others: the owner's, or his team's. Left out: the owner's. */
  callbackFor: z.enum(['owner', 'team']).optional(),
  note: z.string().max(4000).default(''),
  suspect: z.string().max(400).nullable().default(null),
  clues: z.string().max(4000).nullable().default(null),
  /** R36: a number that a third party offered, and whose it is said to be. */
  newNumber: newNumber.nullable().default(null),
  /** What to become after saving. */
  then: z.enum(['ready', 'on_break']).default('ready'),
});
export type WrapUpInput = z.infer<typeof wrapUpInput>;

export const wrapUpSaved = z.object({
  attemptId: z.string(),
  classAfter: z.enum(caseClasses),
  nextFollowUpOn: localDate.nullable(),
  /** The instant that an agreed time was taken for. */
  callbackAt: z.number().nullable(),
  acwMs: z.number(),
});
export type WrapUpSaved = z.infer<typeof wrapUpSaved>;
