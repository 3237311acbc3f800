import type { Dice } from '../dice.ts';
import { FRAME_SAMPLES, SAMPLE_RATE, SILENCE, framesIn, type Frame, type FrameSource } from './frames.ts';

const TABLE_SIZE = 2048;
const TABLE_MASK = TABLE_SIZE - 1;
const sineAt = (index: number): number => Math.sin((2 * Math.PI * index) / TABLE_SIZE);
const SINE = Float32Array.from({ length: TABLE_SIZE }, (_, index) => sineAt(index));

/** Harmonics fall off fast enough that the fundamental is always the strongest tone: it is the caller's mark. */
const TIMBRE = SINE.map((first, index) => first + 0.34 * sineAt(2 * index) + 0.16 * sineAt(3 * index));
const LEVEL = 8500;

/**
 * A speech-like sound: one fundamental with a few harmonics, swelling and fading in syllables of uneven length.
 * Nobody is meant to understand it; a listener and a meter both know one voice from another.
 */
export class Voice {
  readonly hz: number;
  readonly #dice: Dice;
  #phase = 0;
  #syllableFrames = 0;
  #framesIntoSyllable = 0;
  #bend = 1;

  constructor(hz: number, dice: Dice) {
    this.hz = hz;
    this.#dice = dice;
  }

  nextFrame(): Frame {
    if (this.#framesIntoSyllable >= this.#syllableFrames) this.#beginSyllable();
    const frame = new Int16Array(FRAME_SAMPLES);
    const step = (this.hz * this.#bend * TABLE_SIZE) / SAMPLE_RATE;
    const length = this.#syllableFrames * FRAME_SAMPLES;
    const offset = this.#framesIntoSyllable * FRAME_SAMPLES;
    for (let index = 0; index < FRAME_SAMPLES; index += 1) {
      const envelope = 0.12 + 0.88 * (SINE[(((offset + index) / length) * 0.5 * TABLE_SIZE) | 0] ?? 0);
      frame[index] = (TIMBRE[this.#phase & TABLE_MASK] ?? 0) * envelope * LEVEL;
      this.#phase += step;
    }
    this.#phase %= TABLE_SIZE;
    this.#framesIntoSyllable += 1;
    return frame;
  }

  #beginSyllable(): void {
    this.#framesIntoSyllable = 0;
    this.#syllableFrames = Math.max(1, framesIn(this.#dice.between([120, 240])));
    this.#bend = this.#dice.between([0.992, 1.008]);
  }
}

/** So many milliseconds of a voice, then the end. */
export class Utterance implements FrameSource {
  readonly #voice: Voice;
  #framesLeft: number;

  constructor(voice: Voice, ms: number) {
    this.#voice = voice;
    this.#framesLeft = framesIn(ms);
  }

  pull(): Frame | null {
    if (this.#framesLeft <= 0) return null;
    this.#framesLeft -= 1;
    return this.#voice.nextFrame();
  }
}

export class Pause implements FrameSource {
  #framesLeft: number;

  constructor(ms: number) {
    this.#framesLeft = framesIn(ms);
  }

  pull(): Frame | null {
    if (this.#framesLeft <= 0) return null;
    this.#framesLeft -= 1;
    return SILENCE;
  }
}

/** One source after the other. */
export class Sequence implements FrameSource {
  readonly #sources: FrameSource[];

  constructor(sources: FrameSource[]) {
    this.#sources = [...sources];
  }

  pull(): Frame | null {
    for (;;) {
      const current = this.#sources[0];
      if (!current) return null;
      const frame = current.pull();
      if (frame) return frame;
      this.#sources.shift();
    }
  }
}
