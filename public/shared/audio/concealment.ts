/** What to play when there is nothing to play, and where a change cannot be heard. */

/** -50 dBFS: line noise, a breath. */
const quietRms = 0.003;
/** 60 to 400 Hz: where a voice's pitch lies, in samples at 8 kHz. */
const shortestPitch = 20;
const longestPitch = 133;
const fadeSamples = 24;

export function rmsOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / Math.max(1, samples.length));
}

export const isQuiet = (samples: Float32Array): boolean => rmsOf(samples) < quietRms;

/** The lag at which the end of the frame resembles itself best. */
export function pitchOf(last: Float32Array): number {
  let best = longestPitch;
  let bestScore = 0;
  const from = last.length - shortestPitch;
  for (let lag = shortestPitch; lag <= longestPitch && from - lag >= 0; lag += 1) {
    let cross = 0;
    let energy = 1e-9;
    for (let i = from; i < last.length; i += 1) {
      const earlier = last[i - lag] ?? 0;
      cross += (last[i] ?? 0) * earlier;
      energy += earlier * earlier;
    }
    const score = cross > 0 ? (cross * cross) / energy : 0;
    if (score > bestScore) {
      bestScore = score;
      best = lag;
    }
  }
  return best;
}

/**
 * Goes on with the last pitch period, quieter with every frame (the `nth` in a row), so that a short hole
 * is a shadow of the voice and a long one fades out instead of clicking. `last` becomes what was written.
 */
export function conceal(last: Float32Array, out: Float32Array, nth: number): void {
  const pitch = pitchOf(last);
  const from = Math.max(0, 1 - (nth - 1) * 0.25);
  const to = Math.max(0, 1 - nth * 0.25);
  const start = last.length - pitch;
  // `last` already carries the fade of the frame before, so only this frame's step is applied.
  const step = from === 0 ? 0 : to / from;
  for (let i = 0; i < out.length; i += 1) {
    const gain = 1 + (step - 1) * (i / out.length);
    out[i] = (last[start + (i % pitch)] ?? 0) * gain;
  }
  last.set(out);
}

/** The first samples after a hole rise from silence, so that the seam does not click. */
export function fadeIn(samples: Float32Array): void {
  for (let i = 0; i < fadeSamples && i < samples.length; i += 1) samples[i] = ((samples[i] ?? 0) * i) / fadeSamples;
}
