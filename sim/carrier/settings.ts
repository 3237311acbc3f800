import { z } from 'zod';
import { faultsSchema } from './faults/schema.ts';
import { populationSchema } from './population/schema.ts';

const sipStatus = z.enum(['busy', 'no-answer', 'failed']);

/** Everything that can be set about the carrier. Instants of doubt in the public documentation are settings, not choices. */
export const settingsSchema = z.strictObject({
  port: z.coerce.number().int().min(0).max(65_535).default(4010),
  host: z.string().default('127.0.0.1'),
  /** Base of RecordingUrl and media_url; by default the address listened on. */
  publicUrl: z.url().optional(),
  accountSid: z
    .string()
    .regex(/^AC[0-9a-fA-F]{32}$/)
    .default('AC00000000000000000000000000000001'),
  /** Signs webhooks and opens the REST interface. */
  authToken: z.string().min(1).default('simulated-carrier-token'),
  /** Also accepted over REST, never signs. */
  authTokenSecondary: z.string().min(1).optional(),
  seed: z.coerce.number().int().default(1),
  population: populationSchema.prefault({}),
  faults: faultsSchema.default([]),
  /** Recordings live here; without it in a temporary folder that goes with the process. */
  dataDir: z.string().optional(),
  /** Calls per second released from the queue. */
  cps: z.coerce.number().positive().default(1),
  /** Queue longer than this many ms of dialing: create is refused with 22005. */
  maxQueueMs: z.coerce.number().positive().default(86_400_000),
  /** Calls alive at once; one more is refused with 10004. */
  maxConcurrentCalls: z.coerce.number().int().positive().default(10_000),
  /** From the slot in the queue to the `initiated` event. */
  releaseMs: z.coerce.number().min(0).default(20),
  /** Twilio may let it ring longer than Timeout says. */
  ringBufferMs: z.coerce.number().min(0).default(0),
  statusBySipCode: z
    .record(z.string(), sipStatus)
    .default({ '480': 'no-answer', '486': 'busy', '487': 'no-answer', '600': 'busy', '603': 'no-answer' }),
  /** Which voice is on the first channel of API and TwiML recordings. */
  dualChannelOrder: z.enum(['callee-first', 'api-first']).default('callee-first'),
  recordingFormat: z.enum(['pcm16', 'mulaw']).default('pcm16'),
  /** From the end of a recording until it is fetchable. */
  processingMs: z.coerce.number().min(0).default(400),
  /** Media addresses ask for Basic auth, as Twilio does when the account enforces it. */
  mediaAuth: z.boolean().default(false),
  createTrimDefault: z.enum(['trim-silence', 'do-not-trim']).default('trim-silence'),
  recordingTrimDefault: z.enum(['trim-silence', 'do-not-trim']).default('do-not-trim'),
  /** Chunk counters of a two-track stream: one for both, or one for each. */
  chunkCounter: z.enum(['shared', 'per-track']).default('shared'),
  /** A stream message that breaks the protocol also closes the stream. */
  closeStreamOnViolation: z.boolean().default(false),
  /** Accept only wss, as the real carrier does. */
  requireWss: z.boolean().default(false),
  /** Port of HTTPS callbacks takes part in the signature. */
  signHttpsPort: z.boolean().default(false),
  /** Also delivers the machine detection verdict when the call ended first. */
  amdAfterEnd: z.boolean().default(false),
  /** Countries (ISO 3166-1) that the account may not call. */
  blockedCountries: z.array(z.string().regex(/^[A-Z]{2}$/)).default([]),
  accountType: z.enum(['Full', 'Trial']).default('Full'),
  /** State of the account's customer profile; none: it has none. */
  customerProfile: z.enum(['none', 'draft', 'pending-review', 'twilio-approved']).default('twilio-approved'),
  /** Finished calls kept for listing. */
  keptCalls: z.coerce.number().int().positive().default(20_000),
});
export type Settings = z.infer<typeof settingsSchema>;
export type CarrierOptions = z.input<typeof settingsSchema>;
