import { z } from 'zod';
import { decisionReasons, dialModes, numberClasses } from '../domain/vocabulary.ts';
import { gateTrace } from './case.ts';
import { windowRule } from './window-rule.ts';
import { placeZone } from './zone.ts';

/** `POST /api/probe`, `POST /api/probe/week`: what would ring, and when. Numbers stand in bodies alone. */

const localDate = z.iso.date('a date as YYYY-MM-DD');

/** Somebody's number as it might be placed: nothing has happened to it yet. */
const typedNumber = z.object({
  number: z.string().trim().min(3, 'Give a number as +8613800138000.').max(30),
  class: z.enum(numberClasses),
  campaignId: z.uuid().nullable(),
  clientId: z.uuid().nullable(),
  /** Where the person lives; null: not known. Local law follows state and city. */
  addressZone: placeZone.nullable(),
  state: z.string().trim().max(40).nullable(),
  city: z.string().trim().max(80).nullable(),
});
/** A number of a case, with all that has happened to it. */
const numberOfCase = z.object({
  /** The client's own reference of the case. */
  ref: z.string().trim().min(1, 'Give the reference of the case.').max(80),
  /** Null: the first one of its ladder. */
  numberId: z.uuid().nullable(),
});

const asked = {
  typed: typedNumber.nullable(),
  case: numberOfCase.nullable(),
  /** A window as it is being written: laid beside the saved ones, or in the place of the one it changes. */
  trial: windowRule.extend({ windowId: z.uuid().nullable() }).nullable().default(null),
};
const either = ({ typed, case: ofCase }: { typed: unknown; case: unknown }): boolean =>
  (typed === null) !== (ofCase === null);
const eitherSaid = { error: 'Give a number or a case, one of them.', path: ['typed'] };

export const probeRequest = z
  .object({ ...asked, /** Null: now. */ at: z.number().int().min(0).nullable() })
  .refine(either, eitherSaid);
export type ProbeRequest = z.infer<typeof probeRequest>;

export const probeWeekRequest = z
  .object({
    ...asked,
    /** The clock by which days begin; null: that of the number. */
    zone: placeZone.nullable(),
    /** Null: today. */
    from: localDate.nullable(),
  })
  .refine(either, eitherSaid);
export type ProbeWeekRequest = z.infer<typeof probeWeekRequest>;

const dayKind = z.enum(['workday', 'weekend', 'holiday', 'makeup_workday']);
const span = z.tuple([z.string(), z.string()]).readonly();

/** By what it was judged. */
const judged = {
  masked: z.string(),
  class: z.enum(numberClasses),
  presetName: z.string(),
  presetVersion: z.number(),
  campaignName: z.string().nullable(),
  /** What its orders are: only a running one dials. Null: no campaign. */
  campaignStatus: z.string().nullable(),
  mode: z.enum(dialModes),
  businessZone: z.string(),
  calendar: z.string(),
  /** Of a case: its numbers, to ask about another one. */
  numbers: z.array(z.object({ numberId: z.string(), masked: z.string(), class: z.enum(numberClasses) })),
  numberId: z.string().nullable(),
};

export const probeAnswer = z.object({
  ...judged,
  at: z.number(),
  allowed: z.boolean(),
  kind: z.enum(['ALLOW', 'DEFER', 'BLOCK']),
  /** The first gate that is shut, and why; null: none is. */
  gate: z.string().nullable(),
  reason: z.enum(decisionReasons).nullable(),
  detail: z.string().nullable(),
  inSchedule: z.boolean(),
  nextAt: z.number().nullable(),
  trace: z.array(gateTrace),
  zones: z.array(
    z.object({
      zone: z.string(),
      of: z.array(z.enum(['number', 'address'])).readonly(),
      date: z.string(),
      time: z.string(),
      offsetMin: z.number(),
      day: dayKind,
      hours: z.array(span).readonly(),
      holds: span.nullable(),
      rules: z.array(z.string()).readonly(),
    }),
  ),
});
export type ProbeAnswerView = z.infer<typeof probeAnswer>;

export const probeWeek = z.object({
  ...judged,
  zone: z.string(),
  zones: z.array(z.string()),
  days: z.array(
    z.object({
      date: z.string(),
      weekday: z.number(),
      kind: dayKind,
      hours: z.number(),
      startsAt: z.number(),
      cells: z.array(
        z.object({
          from: z.number(),
          to: z.number(),
          allowed: z.boolean(),
          gate: z.string().nullable(),
          reason: z.enum(decisionReasons).nullable(),
          detail: z.string().nullable(),
        }),
      ),
    }),
  ),
});
export type ProbeWeekView = z.infer<typeof probeWeek>;
