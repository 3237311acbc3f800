import { z } from 'zod';
import { caseClasses, dispositionCodes, parties } from '../domain/vocabulary.ts';

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
});
export type WrapUpForm = z.infer<typeof wrapUpForm>;

export const numberOwners = ['debtor', 'family', 'company', 'other'] as const;
const newNumber = z.object({
  number: z.string().trim().min(1).max(40),
  whose: z.enum(numberOwners),
  person: z.string().trim().min(1).max(120).nullable().default(null),
  relation: z.string().trim().min(1).max(60).nullable().default(null),
});

/** `POST /api/agent/wrap-up` */
export const wrapUpInput = z.object({
  attemptId: z.string(),
  code: z.enum(dispositionCodes),
  party: z.enum(parties),
  nextFollowUpOn: localDate.nullable().default(null),
  promise: z.object({ amountMinor: z.number().int().positive(), dueOn: localDate }).nullable().default(null),
  fundDate: localDate.nullable().default(null),
  /** Epoch ms. */
  callbackAt: z.number().nullable().default(null),
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
  acwMs: z.number(),
});
export type WrapUpSaved = z.infer<typeof wrapUpSaved>;
