import { FRAME_MS, SAMPLE_RATE, SILENCE, SOUND_RMS, rmsOf, type Frame } from './frames.ts';

/** Half a second: enough to tell voices apart, little enough to be read while hundreds of calls run. */
const KEPT_SAMPLES = SAMPLE_RATE / 2;

export interface MeterReading {
  /** Loudness of the latest 100 ms. */
  rms: number;
  /** Loudness of the latest half second that held sound. */
  soundRms: number;
  /** Strongest tone of that half second; null while less than 60 ms of sound were heard. */
  dominantHz: number | null;
  soundMs: number;
  totalMs: number;
  firstSoundMs: number | null;
  lastSoundMs: number | null;
}

/** Listens to one direction of one call. The last half second of actual sound is kept, so silence does not erase it. */
export class Meter {
  #sound: Int16Array | null = new Int16Array(KEPT_SAMPLES);
  #kept = 0;
  #at = 0;
  #soundFrames = 0;
  #frames = 0;
  #firstSound: number | null = null;
  #lastSound: number | null = null;
  #latest = [0, 0, 0, 0, 0];
  #final: MeterReading | null = null;

  feed(frame: Frame): void {
    if (!this.#sound) return;
    const rms = frame === SILENCE ? 0 : rmsOf(frame);
    this.#latest[this.#frames % this.#latest.length] = rms;
    this.#frames += 1;
    if (rms < SOUND_RMS) return;
    this.#soundFrames += 1;
    this.#firstSound ??= this.#frames * FRAME_MS;
    this.#lastSound = this.#frames * FRAME_MS;
    this.#sound.set(frame, this.#at);
    this.#at = (this.#at + frame.length) % KEPT_SAMPLES;
    this.#kept = Math.min(KEPT_SAMPLES, this.#kept + frame.length);
  }

  read(): MeterReading {
    if (this.#final) return this.#final;
    const sound = this.#inOrder();
    return {
      rms: Math.round(Math.sqrt(this.#latest.reduce((sum, value) => sum + value * value, 0) / this.#latest.length)),
      soundRms: Math.round(rmsOf(sound)),
      dominantHz: sound.length < 480 ? null : dominantHz(sound),
      soundMs: this.#soundFrames * FRAME_MS,
      totalMs: this.#frames * FRAME_MS,
      firstSoundMs: this.#firstSound,
      lastSoundMs: this.#lastSound,
    };
  }

  /** Keeps the last reading and gives the buffer back. */
  finish(): void {
    this.#final ??= this.read();
    this.#sound = null;
  }

  #inOrder(): Int16Array {
    const sound = this.#sound ?? new Int16Array(0);
    if (this.#kept < KEPT_SAMPLES) return sound.subarray(0, this.#kept);
    const ordered = new Int16Array(KEPT_SAMPLES);
    ordered.set(sound.subarray(this.#at), 0);
    ordered.set(sound.subarray(0, this.#at), KEPT_SAMPLES - this.#at);
    return ordered;
  }
}

/** Goertzel: how much of one frequency is in the samples, on the scale of their own energy. */
export function goertzelPower(samples: Int16Array, hz: number): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * hz) / SAMPLE_RATE);
  let before = 0;
  let last = 0;
  for (let index = 0; index < samples.length; index += 1) {
    const current = (samples[index] ?? 0) + coefficient * last - before;
    before = last;
    last = current;
  }
  return (last * last + before * before - coefficient * last * before) / samples.length;
}

/** Windows of 100 ms see 10 Hz wide, so steps of 8 Hz cannot step over a tone; one-hertz steps then refine. */
const WINDOW_SAMPLES = 800;

export function dominantHz(samples: Int16Array): number {
  const coarse = strongest(samples, 80, 3400, 8);
  return strongest(samples, coarse - 8, coarse + 8, 1);
}

function strongest(samples: Int16Array, from: number, to: number, step: number): number {
  let best = from;
  let bestPower = -1;
  for (let hz = from; hz <= to; hz += step) {
    let power = 0;
    for (let start = 0; start < samples.length; start += WINDOW_SAMPLES) {
      power += goertzelPower(samples.subarray(start, start + WINDOW_SAMPLES), hz);
    }
    if (power > bestPower) {
      bestPower = power;
      best = hz;
    }
  }
  return best;
}
