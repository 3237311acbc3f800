import { z } from 'zod';

export const FAULT_KINDS = [
  'callback-lost',
  'callback-duplicated',
  'callback-late',
  'callback-reordered',
  'callback-before-response',
  'error-before-acceptance',
  'error-after-acceptance',
  'timeout-after-acceptance',
  'too-many-requests',
  'slow-answer',
  'media-socket-dropped',
  'media-socket-refused',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export const faultSchema = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  /** Strikes this share of the fitting occasions; with `next` alone it is 1. */
  probability: z.number().min(0).max(1).default(1),
  /** Strikes so many times and is then spent; without it, for ever. */
  next: z.number().int().min(1).optional(),
  /** Lets so many fitting occasions pass first. */
  skip: z.number().int().min(0).default(0),
  delayMs: z.number().min(0).optional(),
  /** HTTP status of the two error kinds. */
  status: z.number().int().min(400).max(599).optional(),
  /** Error code in the body of the two error kinds. */
  code: z.number().int().optional(),
  /** Only these occasions; what is left out fits all. */
  match: z
    .strictObject({
      /** status, amd, recording, stream, twiml, dial, conference */
      callback: z.string().optional(),
      /** initiated, ringing, answered, completed, in-progress, stream-started ... */
      event: z.string().optional(),
      /** create, fetch, list, update, delete */
      operation: z.string().optional(),
      /** calls, recordings, numbers, account */
      resource: z.string().optional(),
      toPrefix: z.string().optional(),
      callSid: z.string().optional(),
    })
    .default({}),
});
export const faultsSchema = z.array(faultSchema);
export type FaultSpec = z.infer<typeof faultSchema>;
export type FaultInput = z.input<typeof faultSchema>;
