import { FRAME_SAMPLES, SILENCE, type Frame, type FrameSource } from '../audio/frames.ts';
import { decodeMulaw } from '../audio/mulaw.ts';

type Item = { audio: Buffer; at: number } | { mark: string };

/** 10 minutes of mu-law; what comes on top is refused with 31931. */
const MAX_BYTES = 600 * 8000;
const MULAW_SILENCE = 0xff;

/** What the server has sent and the far party has not yet heard: audio and marks in their order. */
export class PlayBuffer implements FrameSource {
  readonly #onMark: (name: string) => void;
  #items: Item[] = [];
  #bytes = 0;

  constructor(onMark: (name: string) => void) {
    this.#onMark = onMark;
  }

  get queuedMs(): number {
    return this.#bytes / 8;
  }

  /** False when the buffer is full; the audio is then discarded. */
  add(audio: Buffer): boolean {
    if (this.#bytes + audio.length > MAX_BYTES) return false;
    if (audio.length > 0) this.#items.push({ audio, at: 0 });
    this.#bytes += audio.length;
    return true;
  }

  /** Echoed when everything queued before it has been played; at once when nothing is. */
  mark(name: string): void {
    if (this.#items.length === 0) this.#onMark(name);
    else this.#items.push({ mark: name });
  }

  /** Empties the buffer; every waiting mark is echoed. */
  clear(): void {
    const items = this.#items;
    this.#items = [];
    this.#bytes = 0;
    for (const item of items) if ('mark' in item) this.#onMark(item.mark);
  }

  /** The stream has ended: nobody will hear the rest, and nobody waits for its marks. */
  drop(): void {
    this.#items = [];
    this.#bytes = 0;
  }

  pull(): Frame {
    if (this.#items.length === 0) return SILENCE;
    const bytes = new Uint8Array(FRAME_SAMPLES).fill(MULAW_SILENCE);
    let filled = 0;
    while (filled < FRAME_SAMPLES) {
      const item = this.#items[0];
      if (!item) break;
      if ('mark' in item) {
        this.#items.shift();
        this.#onMark(item.mark);
        continue;
      }
      const taken = Math.min(FRAME_SAMPLES - filled, item.audio.length - item.at);
      bytes.set(item.audio.subarray(item.at, item.at + taken), filled);
      item.at += taken;
      filled += taken;
      if (item.at >= item.audio.length) this.#items.shift();
    }
    this.#bytes -= filled;
    this.#echoPassedMarks();
    return decodeMulaw(bytes);
  }

  #echoPassedMarks(): void {
    for (let item = this.#items[0]; item && 'mark' in item; item = this.#items[0]) {
      this.#items.shift();
      this.#onMark(item.mark);
    }
  }
}
