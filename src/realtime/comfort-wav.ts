import { audioSampleRate } from '../contract/audio-frame.ts';
import { mulawToPcm } from './mulaw.ts';
import { holdTone } from './tones.ts';
import { wavHeader } from './wav-header.ts';

/** The sound of holding as a WAV file, for callers whose audio is still with the carrier. */
export function comfortWav(): Buffer {
  const samples = Int16Array.from(holdTone, (code) => mulawToPcm[code] ?? 0);
  return Buffer.concat([wavHeader(samples.byteLength, 1, audioSampleRate), Buffer.from(samples.buffer)]);
}
