import { audioFrameMs, encodeAudioFrame } from '../../../src/contract/audio-frame.ts';

/** Numbers the agent's frames within one leg. Muted, a frame becomes a silence slot: the clock goes on, the voice does not. */
export class Uplink {
  #sequence = 0;
  #mediaMs = 0;

  restart(): void {
    this.#sequence = 0;
    this.#mediaMs = 0;
  }

  next(payload: Uint8Array, muted: boolean): Uint8Array<ArrayBuffer> {
    const frame = encodeAudioFrame({
      kind: muted ? 'silence' : 'audio',
      sequence: this.#sequence,
      timeMs: this.#mediaMs,
      payload: muted ? new Uint8Array(0) : payload,
    });
    this.#sequence = (this.#sequence + 1) & 0xffff;
    this.#mediaMs += audioFrameMs;
    return frame;
  }
}
