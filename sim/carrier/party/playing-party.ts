import { FRAME_MS, SILENCE, framesIn, hasSound, type Frame, type FrameSource } from '../audio/frames.ts';
import { Keypad } from './keypad.ts';
import type { Party } from './party.ts';

export interface PlayingHabits {
  /** Played once, from the answer on. */
  source: FrameSource;
  /** After the sound it stays on the line for so long ... */
  lingerMs: number;
  /** ... but only so long without hearing anything. */
  silenceMs: number;
}

/** The far end that only plays: machine, fax, announcement, false answer. It hangs up by its own rules. */
export class PlayingParty implements Party {
  readonly #habits: PlayingHabits;
  readonly #keypad = new Keypad(undefined);
  #lingering = 0;
  #quiet = 0;

  constructor(habits: PlayingHabits) {
    this.#habits = habits;
  }

  speak(): Frame | null {
    const key = this.#keypad.pull();
    if (key) return key;
    const frame = this.#habits.source.pull();
    if (frame) {
      this.#quiet = 0;
      return frame;
    }
    this.#lingering += 1;
    const overstayed = this.#lingering > framesIn(this.#habits.lingerMs);
    return overstayed || this.#quiet * FRAME_MS >= this.#habits.silenceMs ? null : SILENCE;
  }

  hear(frame: Frame): void {
    this.#quiet = hasSound(frame) ? 0 : this.#quiet + 1;
  }

  takeDigits(): string[] {
    return this.#keypad.take();
  }

  press(digits: string): void {
    this.#keypad.press(digits);
  }
}
