/** 20 ms of 8 kHz mono PCM: the unit in which all audio moves through the carrier. */
export type Frame = Int16Array;

export const SAMPLE_RATE = 8000;
export const FRAME_MS = 20;
export const FRAME_SAMPLES = 160;

/** Shared by everyone who has nothing to say; nobody may write into it. */
export const SILENCE: Frame = new Int16Array(FRAME_SAMPLES);

export const framesIn = (ms: number): number => Math.max(0, Math.round(ms / FRAME_MS));

/** A stretch of audio, pulled frame by frame; null means it has ended. */
export interface FrameSource {
  pull(): Frame | null;
}

/** Above this a frame counts as sound: about -46 dBFS, far over mu-law idle noise, far under speech. */
export const SOUND_RMS = 160;

/** Indexed loops here and below: this runs for every call fifty times a second, and iterators cost several times as much. */
export function rmsOf(frame: Int16Array): number {
  if (frame === SILENCE || frame.length === 0) return 0;
  let sum = 0;
  for (let index = 0; index < frame.length; index += 1) {
    const sample = frame[index] ?? 0;
    sum += sample * sample;
  }
  return Math.sqrt(sum / frame.length);
}

/** Whether there is sound in a frame, judged by every fourth sample. */
export function hasSound(frame: Frame): boolean {
  if (frame === SILENCE) return false;
  let sum = 0;
  for (let index = 0; index < frame.length; index += 4) {
    const sample = frame[index] ?? 0;
    sum += sample * sample;
  }
  return sum * 4 >= SOUND_RMS * SOUND_RMS * frame.length;
}

export function mixFrames(frames: readonly Frame[]): Frame {
  const audible = frames.filter((frame) => frame !== SILENCE);
  if (audible.length === 0) return SILENCE;
  if (audible.length === 1) return audible[0] ?? SILENCE;
  const mixed = new Int16Array(FRAME_SAMPLES);
  for (let index = 0; index < FRAME_SAMPLES; index += 1) {
    let sum = 0;
    for (const frame of audible) sum += frame[index] ?? 0;
    mixed[index] = Math.max(-32768, Math.min(32767, sum));
  }
  return mixed;
}
