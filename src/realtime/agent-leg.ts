import {
  audioFrameHeaderBytes,
  audioFrameMs,
  audioFramePayloadBytes,
  audioFrameVersion,
} from '../contract/audio-frame.ts';
import type { Wire } from './carrier-leg.ts';

const frameBytes = audioFrameHeaderBytes + audioFramePayloadBytes;
const kindAudio = 1;
const kindSilence = 2;

/**
 * The way to the agent. Frames that a slow network does not take are kept for a short while, then the oldest go:
 * late speech is worth less than the speech of now. Sequence and time go on over a reconnect, so the page sees the gap.
 */
export class AgentLeg {
  readonly #maxWaiting: number;
  readonly #maxBuffered: number;
  #wire: Wire | null = null;
  #waiting: Buffer[] = [];
  #sequence = 0;
  #dropped = 0;
  #sent = 0;

  constructor(agentQueueMs: number) {
    this.#maxWaiting = Math.max(1, Math.floor(agentQueueMs / audioFrameMs));
    this.#maxBuffered = 4 * frameBytes;
  }

  join(wire: Wire | null): void {
    this.#wire = wire;
    this.#waiting = [];
  }

  get joined(): boolean {
    return this.#wire !== null;
  }

  get figures(): { readonly sent: number; readonly dropped: number } {
    return { sent: this.#sent, dropped: this.#dropped };
  }

  /** `frame` has room for the header in front of its 160 bytes of sound. */
  hear(frame: Buffer): void {
    this.#stamp(frame, kindAudio);
    this.#offer(frame);
  }

  hearNothing(): void {
    const frame = Buffer.allocUnsafe(audioFrameHeaderBytes);
    this.#stamp(frame, kindSilence);
    this.#offer(frame);
  }

  #stamp(frame: Buffer, kind: number): void {
    const timeMs = (this.#sequence * audioFrameMs) >>> 0;
    frame[0] = audioFrameVersion;
    frame[1] = kind;
    frame[2] = (this.#sequence >>> 8) & 0xff;
    frame[3] = this.#sequence & 0xff;
    frame[4] = timeMs >>> 24;
    frame[5] = (timeMs >>> 16) & 0xff;
    frame[6] = (timeMs >>> 8) & 0xff;
    frame[7] = timeMs & 0xff;
    this.#sequence += 1;
  }

  #offer(frame: Buffer): void {
    const wire = this.#wire;
    if (wire === null) return;
    if (this.#waiting.length === 0 && wire.bufferedAmount <= this.#maxBuffered) {
      wire.send(frame);
      this.#sent += 1;
      return;
    }
    this.#waiting.push(frame);
    while (this.#waiting.length > this.#maxWaiting) {
      this.#waiting.shift();
      this.#dropped += 1;
    }
    while (wire.bufferedAmount <= this.#maxBuffered) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      wire.send(next);
      this.#sent += 1;
    }
  }
}
