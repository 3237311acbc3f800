import { audioSampleRate } from '../contract/audio-frame.ts';
import { mulawToPcm } from './mulaw.ts';

export type Side = 'callee' | 'agent';
const channels = 2;
const samplesPerMs = audioSampleRate / 1_000;

/**
 * The last moments of a call on their time line, left the callee, right the agent. Frames may come late or in any order while
 * their moment is still in the window; taking the oldest stretch out leaves silence where nobody spoke.
 */
export class StereoWindow {
  readonly #pcm: Int16Array;
  readonly #capacity: number;
  /** Sample at which the window begins. */
  #base = 0;
  #end = 0;
  #late = 0;

  constructor(capacityMs: number) {
    this.#capacity = capacityMs * samplesPerMs;
    this.#pcm = new Int16Array(this.#capacity * channels);
  }

  /** False: the moment lies past the window; take out first. */
  write(side: Side, atMs: number, mulaw: Uint8Array): boolean {
    let from = Math.round(atMs * samplesPerMs) - this.#base;
    let skip = 0;
    if (from < 0) {
      skip = -from;
      from = 0;
      this.#late += 1;
      if (skip >= mulaw.length) return true;
    }
    const length = mulaw.length - skip;
    if (from + length > this.#capacity) return false;
    let at = from * channels + (side === 'callee' ? 0 : 1);
    for (let i = skip; i < mulaw.length; i++, at += channels) this.#pcm[at] = mulawToPcm[mulaw[i] ?? 0xff] ?? 0;
    this.#end = Math.max(this.#end, this.#base + from + length);
    return true;
  }

  /** Everything before `untilMs`, as little endian PCM. */
  take(untilMs: number): Buffer {
    const count = Math.min(Math.floor(untilMs * samplesPerMs) - this.#base, this.#capacity);
    if (count <= 0) return Buffer.alloc(0);
    const values = count * channels;
    const bytes = Buffer.from(this.#pcm.slice(0, values).buffer);
    this.#pcm.copyWithin(0, values);
    this.#pcm.fill(0, this.#pcm.length - values);
    this.#base += count;
    return bytes;
  }

  /** Where the window begins and where the last sound in it ends. */
  get startMs(): number {
    return this.#base / samplesPerMs;
  }
  get endMs(): number {
    return this.#end / samplesPerMs;
  }
  /** Frames that came after their moment was written. */
  get late(): number {
    return this.#late;
  }
}
