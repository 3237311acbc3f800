import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const RECORDING_SOURCES = [
  'DialVerb',
  'Conference',
  'OutboundAPI',
  'RecordVerb',
  'StartCallRecordingAPI',
] as const;
export type RecordingSource = (typeof RECORDING_SOURCES)[number];

const recordSchema = z.object({
  sid: z.string(),
  accountSid: z.string(),
  callSid: z.string(),
  conferenceSid: z.string().nullable(),
  channels: z.union([z.literal(1), z.literal(2)]),
  source: z.enum(RECORDING_SOURCES),
  track: z.enum(['inbound', 'outbound', 'both']),
  status: z.enum(['in-progress', 'paused', 'stopped', 'processing', 'completed', 'absent']),
  errorCode: z.number().nullable(),
  durationS: z.number().nullable(),
  createdAt: z.number(),
  updatedAt: z.number(),
  startedAt: z.number(),
});
export type RecordingRecord = z.infer<typeof recordSchema>;

/** Each finished recording has its description beside it on disk. */
export function saveRecord(folder: string, record: RecordingRecord): void {
  writeFileSync(join(folder, `${record.sid}.json`), JSON.stringify(record));
}

export function loadRecords(folder: string): RecordingRecord[] {
  return readdirSync(folder)
    .filter((name) => /^RE[0-9a-f]{32}\.json$/.test(name))
    .map((name) => recordSchema.safeParse(parseJson(readFileSync(join(folder, name), 'utf8'))))
    .flatMap((parsed) => (parsed.success ? [parsed.data] : []))
    .sort((a, b) => a.createdAt - b.createdAt);
}

/** A file cut off by a crash counts as none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
