import type { Frame } from '../audio/frames.ts';

/** The far end of one answered leg: it makes sound, hears what is played to it, and may put the phone down. */
export interface Party {
  /** The next 20 ms; null means it has hung up. */
  speak(): Frame | null;
  hear(frame: Frame): void;
  /** Digits pressed since the last call, with their tones already on the way. */
  takeDigits(): string[];
  press(digits: string): void;
}
