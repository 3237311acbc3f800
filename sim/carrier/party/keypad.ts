import { FRAME_MS, type Frame } from '../audio/frames.ts';
import { ToneSource, dtmfSteps } from '../audio/tones.ts';
import type { Profile } from '../population/schema.ts';

/** The keys of a telephone: pressed by plan or from outside, heard as tones, reported as digits. */
export class Keypad {
  readonly #planned: { afterMs: number; digits: string }[];
  #elapsedMs = 0;
  #tones: ToneSource | null = null;
  #waiting = '';
  #digits: string[] = [];

  constructor(presses: Profile['presses']) {
    this.#planned = [...(presses ?? [])].sort((a, b) => a.afterMs - b.afterMs);
  }

  press(digits: string): void {
    this.#waiting += digits;
  }

  /** The tone of this frame, or null when no key is down. */
  pull(): Frame | null {
    this.#elapsedMs += FRAME_MS;
    while (this.#planned[0] && this.#planned[0].afterMs <= this.#elapsedMs)
      this.press(this.#planned.shift()?.digits ?? '');
    const frame = this.#tones?.pull() ?? null;
    if (frame) return frame;
    this.#tones = null;
    const key = this.#waiting.charAt(0);
    if (key === '') return null;
    this.#waiting = this.#waiting.slice(1);
    if (key.toLowerCase() !== 'w') this.#digits.push(key);
    this.#tones = new ToneSource(dtmfSteps(key));
    return this.#tones.pull();
  }

  take(): string[] {
    if (this.#digits.length === 0) return [];
    const digits = this.#digits;
    this.#digits = [];
    return digits;
  }
}
