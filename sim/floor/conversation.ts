import { decodeMulaw } from '../carrier/audio/mulaw.ts';
import type { Dice } from '../carrier/dice.ts';

export const frameMs = 20;
/** Louder than room and codec noise, softer than any voice. */
const soundRms = 300;
const turnGapMs = 400;
const firstWaitMs = 700;
const askAgainMs = 3_000;
/** Nobody there: dead air, or an answering machine that has stopped talking. */
const deadAirMs = 7_000;
/** Whoever speaks this long without a pause is a machine. */
export const monologueMs = 6_000;

function rmsOf(mulaw: Uint8Array): number {
  let sum = 0;
  const pcm = decodeMulaw(mulaw);
  for (const sample of pcm) sum += sample * sample;
  return Math.sqrt(sum / Math.max(1, pcm.length));
}

/** One talk as people hold it: greet, listen, answer when the other has finished, stop when spoken over. */
export class Conversation {
  readonly #dice: Dice;
  readonly #planMs: number;
  #elapsedMs = 0;
  #speakingMs = 0;
  #soundMs = 0;
  #silenceMs = 0;
  #heardMs = 0;
  #longestHeardMs = 0;
  #heardSinceMe = false;
  #listenedMs = 0;

  constructor(dice: Dice, planMs: number) {
    this.#dice = dice;
    this.#planMs = planMs;
  }

  /** How long the other side was heard, and its longest speech without a pause. */
  get heardMs(): number {
    return this.#heardMs;
  }
  get longestHeardMs(): number {
    return this.#longestHeardMs;
  }

  hear(mulaw: Uint8Array | null): void {
    if (mulaw !== null && rmsOf(mulaw) >= soundRms) {
      this.#soundMs += frameMs;
      this.#heardMs += frameMs;
      this.#silenceMs = 0;
      this.#longestHeardMs = Math.max(this.#longestHeardMs, this.#soundMs);
      if (this.#soundMs >= 100) this.#heardSinceMe = true;
    } else {
      this.#silenceMs += frameMs;
      if (this.#silenceMs >= turnGapMs) this.#soundMs = 0;
    }
  }

  /** The next 20 ms of ours. */
  tick(): 'speech' | 'room' {
    this.#elapsedMs += frameMs;
    if (this.#speakingMs > 0) {
      this.#speakingMs -= frameMs;
      if (this.#soundMs >= 600) this.#speakingMs = 0;
      if (this.#speakingMs <= 0) this.#listenedMs = 0;
      return 'speech';
    }
    this.#listenedMs += frameMs;
    const myTurn = this.#heardSinceMe && this.#silenceMs >= turnGapMs;
    const unheard = !this.#heardSinceMe && this.#listenedMs >= (this.#elapsedMs < 2_000 ? firstWaitMs : askAgainMs);
    if (myTurn || unheard) {
      this.#speakingMs = this.#dice.between([900, 3_200]);
      this.#heardSinceMe = false;
    }
    return 'room';
  }

  /** Time to hang up: the talk is over, or nobody is there. */
  get isOver(): boolean {
    const toAMachine = this.#longestHeardMs >= monologueMs;
    return toAMachine || this.#elapsedMs >= this.#planMs || this.#silenceMs >= deadAirMs;
  }
}
