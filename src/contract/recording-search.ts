import { z } from 'zod';
import { pageFields } from './page.ts';

/**
 * What became of the recording of an answered call: whole, shorter than the call, not what was recorded any more, absent, or
 * still being written.
 */
export const integrityStates = ['whole', 'short', 'damaged', 'missing', 'writing'] as const;
export type IntegrityState = (typeof integrityStates)[number];

const instant = z.coerce.number().int().nonnegative();
const minutesMs = z.coerce.number().int().min(0).max(86_400_000);

/** Filters of `GET /api/recordings` and of its export. */
const filters = {
  /** Of the answer, epoch milliseconds. */
  from: instant.optional(),
  to: instant.optional(),
  agentId: z.uuid().optional(),
  campaignId: z.uuid().optional(),
  /** Beginning of the bank's case id. */
  caseRef: z.string().trim().max(80).optional(),
  code: z.string().max(40).optional(),
  direction: z.enum(['outbound', 'inbound']).optional(),
  leastMs: minutesMs.optional(),
  mostMs: minutesMs.optional(),
  integrity: z.enum(integrityStates).optional(),
};
export const recordingFilters = z.object(filters);
export const recordingSearch = z.object({ ...filters, ...pageFields(['at', 'duration']) });

export const recordingRow = z.object({
  attemptId: z.string(),
  /** Null: nothing to play. */
  recordingId: z.string().nullable(),
  source: z.enum(['own', 'carrier']).nullable(),
  at: z.number(),
  /** From the answer to the end of the call; null while it lives. */
  callMs: z.number().nullable(),
  durationMs: z.number(),
  agentName: z.string().nullable(),
  caseId: z.string(),
  caseRef: z.string(),
  campaignName: z.string().nullable(),
  numberMasked: z.string(),
  direction: z.enum(['outbound', 'inbound']),
  /** The agent's code, else what the system read. */
  result: z.string().nullable(),
  integrity: z.enum(integrityStates),
});
export type RecordingRow = z.infer<typeof recordingRow>;
export const recordingPage = z.object({ rows: z.array(recordingRow), nextCursor: z.string().nullable() });
export type RecordingPage = z.infer<typeof recordingPage>;

/** `GET /api/recordings/choices`: whom and what one can ask for. */
export const recordingChoices = z.object({
  agents: z.array(z.object({ id: z.string(), name: z.string() })),
  campaigns: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type RecordingChoices = z.infer<typeof recordingChoices>;
