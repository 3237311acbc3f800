import { FRAME_MS, SILENCE, framesIn, hasSound, type Frame } from '../audio/frames.ts';
import { Voice } from '../audio/voice.ts';
import type { Dice } from '../dice.ts';
import type { Profile } from '../population/schema.ts';
import { Keypad } from './keypad.ts';
import type { Party } from './party.ts';

const DEFAULTS = {
  helloMs: [500, 1100],
  answerMs: [700, 3200],
  pauseMs: [350, 900],
  byeMs: [400, 700],
  silencePatienceMs: 30_000,
} as const;
/** Someone who hears nothing after their hello says it again after so long. */
const HELLO_AGAIN_MS = [2500, 4000] as const;
/** A speaker who is talked over falls silent after about this long. */
const YIELD_AFTER_MS = 400;
/** Below this a gap is only the space between two syllables. */
const TURN_GAP_MS = 240;

/**
 * A person on the phone. They say hello and listen; when the other side has spoken and paused, they answer; when they
 * are talked over, they stop; when their talk length is reached, they say good-bye and hang up.
 *   hello -> listening <-> speaking -> bye -> gone
 */
export class Person implements Party {
  readonly #voice: Voice;
  readonly #dice: Dice;
  readonly #profile: Profile;
  readonly #talkMs: number;
  readonly #silencePatienceMs: number;
  readonly #keypad: Keypad;
  #mode: 'hello' | 'speaking' | 'listening' | 'bye' | 'gone' = 'hello';
  #elapsedMs = 0;
  #framesLeft: number;
  #otherSoundMs = 0;
  #otherSilenceMs = 0;
  #otherSpokeSinceMe = false;
  #waitMs = 0;
  #listenedMs = 0;
  #helloAgainMs = 0;

  constructor(voiceHz: number, profile: Profile, talkMs: number, dice: Dice) {
    this.#voice = new Voice(voiceHz, dice);
    this.#dice = dice;
    this.#profile = profile;
    this.#talkMs = talkMs;
    this.#silencePatienceMs = dice.between(profile.silencePatienceMs ?? DEFAULTS.silencePatienceMs);
    this.#keypad = new Keypad(profile.presses);
    // Lifting the receiver to the ear takes a moment.
    this.#waitMs = dice.between([120, 320]);
    this.#framesLeft = framesIn(dice.between(profile.helloMs ?? DEFAULTS.helloMs));
  }

  speak(): Frame | null {
    this.#elapsedMs += FRAME_MS;
    const key = this.#keypad.pull();
    if (this.#mode === 'gone') return null;
    if (this.#otherSilenceMs >= this.#silencePatienceMs) return null;
    if (this.#elapsedMs >= this.#talkMs && this.#mode !== 'bye') this.#begin('bye', this.#dice.between(DEFAULTS.byeMs));
    return key ?? this.#nextFrame();
  }

  hear(frame: Frame): void {
    if (hasSound(frame)) {
      this.#otherSoundMs += FRAME_MS;
      this.#otherSilenceMs = 0;
      if (this.#otherSoundMs >= 100) this.#otherSpokeSinceMe = true;
    } else {
      this.#otherSilenceMs += FRAME_MS;
      if (this.#otherSilenceMs >= TURN_GAP_MS) this.#otherSoundMs = 0;
    }
  }

  takeDigits(): string[] {
    return this.#keypad.take();
  }

  press(digits: string): void {
    this.#keypad.press(digits);
  }

  #nextFrame(): Frame | null {
    switch (this.#mode) {
      case 'hello':
        if (this.#elapsedMs <= this.#waitMs) return SILENCE;
        return this.#say();
      case 'speaking':
        if (this.#otherSoundMs >= YIELD_AFTER_MS) this.#listen();
        return this.#say();
      case 'bye':
        return this.#say();
      case 'listening':
        return this.#wait();
      case 'gone':
        return null;
    }
  }

  #say(): Frame | null {
    if (this.#mode === 'listening') return SILENCE;
    if (this.#framesLeft > 0) {
      this.#framesLeft -= 1;
      return this.#voice.nextFrame();
    }
    if (this.#mode === 'bye') {
      this.#mode = 'gone';
      return SILENCE;
    }
    this.#listen();
    return SILENCE;
  }

  #wait(): Frame {
    this.#listenedMs += FRAME_MS;
    if (this.#otherSpokeSinceMe && this.#otherSilenceMs >= this.#waitMs) {
      this.#begin('speaking', this.#dice.between(this.#profile.answerMs ?? DEFAULTS.answerMs));
    } else if (!this.#otherSpokeSinceMe && this.#listenedMs >= this.#helloAgainMs) {
      this.#begin('speaking', this.#dice.between(this.#profile.helloMs ?? DEFAULTS.helloMs));
    }
    return SILENCE;
  }

  #begin(mode: 'speaking' | 'bye', ms: number): void {
    this.#mode = mode;
    this.#framesLeft = framesIn(ms);
    this.#otherSpokeSinceMe = false;
  }

  #listen(): void {
    this.#mode = 'listening';
    this.#listenedMs = 0;
    this.#waitMs = this.#dice.between(this.#profile.pauseMs ?? DEFAULTS.pauseMs);
    this.#helloAgainMs = this.#dice.between(HELLO_AGAIN_MS);
  }
}
