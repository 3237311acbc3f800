import { z } from 'zod';

/** `GET /api/recordings/:id/peaks`: enough to draw a waveform before a byte of audio is fetched. */
export const recordingPeaks = z.object({
  recordingId: z.string(),
  durationMs: z.number(),
  /** Loudest sample per slice, 0..1, left (callee) then right (agent); a mono recording has one channel. */
  channels: z.array(z.array(z.number())).min(1).max(2),
});
export type RecordingPeaks = z.infer<typeof recordingPeaks>;
