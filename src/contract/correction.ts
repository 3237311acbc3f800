import { z } from 'zod';
import { dispositionCodes, parties } from '../domain/vocabulary.ts';
import { agreedCallback, wrapUpForm, wrapUpInput } from './wrap-up.ts';

/** What a wrap-up says now. */
export const wrapUpGiven = wrapUpInput
  .omit({ attemptId: true, newNumber: true, then: true })
  .extend({ callbackAt: z.number().nullable(), note: z.string().trim().max(4000).default('') });
export type WrapUpGiven = z.infer<typeof wrapUpGiven>;

/** `GET /api/cases/:id/wrap-ups/:attemptId?override=` */
export const correctionForm = z.object({
  form: wrapUpForm,
  given: wrapUpGiven,
  agentName: z.string(),
  /** Epoch ms: until then its own agent may correct it, later a supervisor. */
  agentUntil: z.number(),
  /** What it said before, the latest first. */
  revisions: z.array(
    z.object({
      at: z.number(),
      byName: z.string(),
      reason: z.string().nullable(),
      overridden: z.boolean(),
      code: z.enum(dispositionCodes),
      party: z.enum(parties),
      note: z.string().nullable(),
    }),
  ),
});
export type CorrectionForm = z.infer<typeof correctionForm>;

/** `POST /api/cases/:id/wrap-ups/:attemptId/correction` */
export const correctionRequest = wrapUpGiven.extend({
  callbackAt: agreedCallback,
  reason: z.string().trim().max(1000).default(''),
  /** A supervisor lets a window of the manual be passed (R14, R15, R17). */
  override: z.boolean().default(false),
});
export type CorrectionRequest = z.infer<typeof correctionRequest>;
