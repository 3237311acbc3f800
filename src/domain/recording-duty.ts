import type { Instant } from './vocabulary.ts';

const boundWithinMs = 60_000;
const alertAfterMs = 300_000;

export type RecordingDuty = 'no_media' | 'bound' | 'awaited' | 'late' | 'alert';

/** R28: bound within 60 s of the end of an answered call; none after five minutes raises an alert. */
export function recordingDuty(
  call: { readonly answered: boolean; readonly endedAt: Instant; readonly bound: boolean },
  now: Instant,
): RecordingDuty {
  if (!call.answered) return 'no_media';
  if (call.bound) return 'bound';
  const passed = now - call.endedAt;
  if (passed >= alertAfterMs) return 'alert';
  return passed > boundWithinMs ? 'late' : 'awaited';
}
