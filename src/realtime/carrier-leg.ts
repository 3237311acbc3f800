import { audioFrameMs, audioFramePayloadBytes } from '../contract/audio-frame.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { isQuiet, mulawSilence } from './mulaw.ts';

/** A socket as both doors hand it in. */
export interface Wire {
  send(message: Buffer | string): void;
  readonly bufferedAmount: number;
  close(): void;
}

export interface BacklogLimits {
  readonly cushionMs: number;
  readonly softBacklogMs: number;
  readonly hardBacklogMs: number;
}

export interface CarrierLegFigures {
  readonly sent: number;
  readonly dropped: number;
  readonly underruns: number;
}

const silentFrame = Buffer.alloc(audioFramePayloadBytes, mulawSilence);

/**
 * The way to the callee. The carrier plays what it is sent in order and never forgets, so whatever arrives in a burst would
 * stay as delay until the call ends. What lies unplayed at the carrier is therefore reckoned here: a little is kept as a
 * cushion against jitter, too much is worked off, quiet frames first.
 */
export class CarrierLeg {
  readonly #wire: Wire;
  readonly #limits: BacklogLimits;
  readonly #head: string;
  readonly #clear: string;
  #playedOutAt: Instant = 0;
  #busyUntil: Instant = 0;
  #sent = 0;
  #dropped = 0;
  #underruns = 0;

  constructor(wire: Wire, streamSid: string, limits: BacklogLimits) {
    this.#wire = wire;
    this.#limits = limits;
    this.#head = `{"event":"media","streamSid":"${streamSid}","media":{"payload":"`;
    this.#clear = `{"event":"clear","streamSid":"${streamSid}"}`;
  }

  /** Live speech: 160 bytes. */
  speak(frame: Buffer, now: Instant): void {
    if (now < this.#busyUntil) return;
    const backlogMs = this.#playedOutAt - now;
    if (backlogMs > this.#limits.softBacklogMs && (backlogMs > this.#limits.hardBacklogMs || isQuiet(frame))) {
      this.#dropped += 1;
      return;
    }
    if (backlogMs <= 0) this.#prime(now);
    this.#put(frame);
  }

  /** Sound we made ourselves; may be longer than a frame and is never dropped. Speech is muted while it plays. */
  sound(bytes: Uint8Array, now: Instant): void {
    this.#playedOutAt = Math.max(this.#playedOutAt, now);
    for (let at = 0; at + audioFramePayloadBytes <= bytes.length; at += audioFramePayloadBytes) {
      this.#put(Buffer.from(bytes.buffer, bytes.byteOffset + at, audioFramePayloadBytes));
    }
    this.#busyUntil = this.#playedOutAt;
  }

  /** One frame of comfort sound, in real time. */
  comfort(frame: Buffer, now: Instant): void {
    if (this.#playedOutAt - now > this.#limits.softBacklogMs) return;
    this.#playedOutAt = Math.max(this.#playedOutAt, now);
    this.#put(frame);
  }

  /** Forgets what is not played yet. */
  clear(now: Instant): void {
    if (this.#playedOutAt > now) this.#wire.send(this.#clear);
    this.#playedOutAt = now;
    this.#busyUntil = now;
  }

  close(now: Instant): void {
    this.clear(now);
    this.#wire.close();
  }

  backlogMs(now: Instant): number {
    return Math.max(0, this.#playedOutAt - now);
  }

  get figures(): CarrierLegFigures {
    return { sent: this.#sent, dropped: this.#dropped, underruns: this.#underruns };
  }

  #prime(now: Instant): void {
    if (this.#sent > 0) this.#underruns += 1;
    this.#playedOutAt = now;
    for (let ms = 0; ms < this.#limits.cushionMs; ms += audioFrameMs) this.#put(silentFrame);
  }

  #put(frame: Buffer): void {
    this.#wire.send(`${this.#head}${frame.toString('base64')}"}}`);
    this.#playedOutAt += audioFrameMs;
    this.#sent += 1;
  }
}
