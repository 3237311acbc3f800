import { z } from 'zod';
import { caseClasses, stopKinds } from '../domain/vocabulary.ts';

/** The forms ask for what the rules ask for. */
export { needsClientInstruction, stopScopeOf } from '../domain/stops.ts';

const reason = z.string().trim().max(1000).default('');

/** `POST /api/cases/:id/stops` */
export const stopRequest = z.object({
  kind: z.enum(stopKinds),
  reason,
  /** Whether a lawyer speaks for the one debt or for the person. */
  attorneyFor: z.enum(['debt', 'person']).default('debt'),
});
export type StopRequest = z.infer<typeof stopRequest>;

/** `POST /api/stops/:id/lift` */
export const liftRequest = z.object({
  reason,
  /** How the client refers to its instruction; deceased, bankruptcy and recalled need one. */
  clientInstruction: z.string().trim().max(200).nullable().default(null),
});
export type LiftStopRequest = z.infer<typeof liftRequest>;

export const stopReply = z.object({ caseClass: z.enum(caseClasses) });
export type StopReply = z.infer<typeof stopReply>;
