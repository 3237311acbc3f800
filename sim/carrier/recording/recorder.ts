import { open, type FileHandle } from 'node:fs/promises';
import { endianness } from 'node:os';
import { FRAME_SAMPLES, SAMPLE_RATE, SILENCE, hasSound, mixFrames, type Frame } from '../audio/frames.ts';
import { encodeMulaw } from '../audio/mulaw.ts';
import { HEADER_BYTES, bytesPerSample, wavHeader, type WavFormat } from './wav-file.ts';

export interface RecorderOrders {
  path: string;
  format: WavFormat;
  channels: 1 | 2;
  /** inbound is what the far party says, outbound what is played to it. */
  track: 'inbound' | 'outbound' | 'both';
  partyFirst: boolean;
  trimSilence: boolean;
}

/** Frames gathered before one write: a second of sound. */
const FLUSH_FRAMES = 50;

/**
 * Writes both sides of a call to disk while it runs. With trimming, leading silence is never written and trailing
 * silence is cut off at the end.
 */
export class Recorder {
  readonly #orders: RecorderOrders;
  readonly #file: Promise<FileHandle>;
  #pending: Buffer[] = [];
  #writes: Promise<unknown>;
  #frames = 0;
  #lastSoundFrame = 0;
  #paused: 'silence' | 'skip' | null = null;

  constructor(orders: RecorderOrders) {
    this.#orders = orders;
    this.#file = open(orders.path, 'w');
    // Until the end the header claims an empty file; players then read to the end of it.
    this.#writes = this.#file.then((file) =>
      file.write(wavHeader(orders.format, orders.channels, 0), 0, HEADER_BYTES, 0),
    );
    this.#writes.catch(() => undefined);
  }

  pause(behavior: 'silence' | 'skip'): void {
    this.#paused = behavior;
  }

  resume(): void {
    this.#paused = null;
  }

  take(fromParty: Frame, toParty: Frame): void {
    if (this.#paused === 'skip') return;
    const { track, trimSilence } = this.#orders;
    const party = track === 'outbound' || this.#paused ? SILENCE : fromParty;
    const played = track === 'inbound' || this.#paused ? SILENCE : toParty;
    const sounds = trimSilence && (hasSound(party) || hasSound(played));
    if (trimSilence && !sounds && this.#frames === 0) return;
    this.#frames += 1;
    if (sounds) this.#lastSoundFrame = this.#frames;
    this.#pending.push(this.#bytesOf(party, played));
    if (this.#pending.length >= FLUSH_FRAMES) this.#flush();
  }

  /** Completes the file. Returns its length, or null if there was nothing to keep. */
  async finish(): Promise<{ durationS: number } | null> {
    this.#flush();
    const file = await this.#file;
    await this.#writes;
    const frames = this.#orders.trimSilence ? this.#lastSoundFrame : this.#frames;
    const dataBytes = frames * FRAME_SAMPLES * this.#orders.channels * bytesPerSample(this.#orders.format);
    await file.truncate(HEADER_BYTES + dataBytes);
    await file.write(wavHeader(this.#orders.format, this.#orders.channels, dataBytes), 0, HEADER_BYTES, 0);
    await file.close();
    return frames === 0 ? null : { durationS: (frames * FRAME_SAMPLES) / SAMPLE_RATE };
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    const bytes = Buffer.concat(this.#pending);
    const position = HEADER_BYTES + (this.#frames - this.#pending.length) * (bytes.length / this.#pending.length);
    this.#pending = [];
    this.#writes = this.#writes.then(async () => (await this.#file).write(bytes, 0, bytes.length, position));
    this.#writes.catch(() => undefined);
  }

  #bytesOf(party: Frame, played: Frame): Buffer {
    const samples = this.#orders.channels === 1 ? mixFrames([party, played]) : this.#interleave(party, played);
    if (this.#orders.format === 'mulaw') return Buffer.from(encodeMulaw(samples));
    // A copy: frames are shared, and the disk is written later. WAV is little-endian whatever the machine.
    const bytes = Buffer.from(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength));
    return endianness() === 'LE' ? bytes : bytes.swap16();
  }

  #interleave(party: Frame, played: Frame): Int16Array {
    const [first, second] = this.#orders.partyFirst ? [party, played] : [played, party];
    const both = new Int16Array(FRAME_SAMPLES * 2);
    for (let index = 0; index < FRAME_SAMPLES; index += 1) {
      both[index * 2] = first[index] ?? 0;
      both[index * 2 + 1] = second[index] ?? 0;
    }
    return both;
  }
}
