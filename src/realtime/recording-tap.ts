import type { Instant } from '../domain/vocabulary.ts';
import { ChannelClock } from './channel-clock.ts';
import { StereoWindow, type Side } from './stereo-window.ts';

export interface FinishedFile {
  readonly durationMs: number;
  readonly byteSize: number;
  readonly sha256: string;
}

/** A recording being written; the header is true after every append. */
export interface AudioFile {
  append(pcm: Buffer): Promise<void>;
  /** Makes it durable and gives it its final name. */
  finish(): Promise<FinishedFile>;
  abandon(): Promise<void>;
}

export type TapEnd =
  | { readonly kind: 'finished'; readonly file: FinishedFile; readonly endedAt: Instant }
  | { readonly kind: 'failed'; readonly cause: unknown };

const slackMs = 1_500;
const maxWaitingBytes = 4 * 1024 * 1024;

/**
 * Listens in on both ways of a call and writes them as they happen. Nothing here can hold up or end the call:
 * writes queue behind each other, and a disk that fails or stalls ends the recording, not the talk.
 */
export class RecordingTap {
  readonly #startedAt: Instant;
  readonly #windowMs: number;
  readonly #window: StereoWindow;
  readonly #clocks: Record<Side, ChannelClock>;
  readonly #file: Promise<AudioFile>;
  readonly #onFailure: (cause: unknown) => void;
  #queue: Promise<void>;
  #waitingBytes = 0;
  #failure: { cause: unknown } | null = null;
  #end: Promise<TapEnd> | null = null;

  constructor(opts: {
    startedAt: Instant;
    windowMs: number;
    open: () => Promise<AudioFile>;
    onFailure: (cause: unknown) => void;
  }) {
    this.#startedAt = opts.startedAt;
    this.#windowMs = opts.windowMs;
    this.#window = new StereoWindow(opts.windowMs + slackMs);
    this.#clocks = {
      callee: new ChannelClock(opts.startedAt, true),
      agent: new ChannelClock(opts.startedAt, false),
    };
    this.#onFailure = opts.onFailure;
    this.#file = opts.open();
    this.#queue = this.#file.then(
      () => undefined,
      (cause: unknown) => this.#fail(cause),
    );
  }

  hear(side: Side, mulaw: Uint8Array, mediaMs: number, now: Instant): void {
    if (this.#failure !== null || this.#end !== null) return;
    const at = this.#clocks[side].place(mediaMs, now);
    if (this.#window.write(side, at, mulaw)) return;
    this.#take(Math.max(at + mulaw.length - this.#windowMs, now - this.#startedAt - this.#windowMs));
    this.#window.write(side, at, mulaw);
  }

  /** A new socket brings a new clock. */
  agentRestarted(): void {
    this.#clocks.agent.restart();
  }

  /** Writes what can no longer change. */
  flush(now: Instant): void {
    if (this.#failure === null && this.#end === null) this.#take(now - this.#startedAt - this.#windowMs);
  }

  get lateFrames(): number {
    return this.#window.late;
  }

  finish(endedAt: Instant): Promise<TapEnd> {
    this.#end ??= this.#finish(endedAt);
    return this.#end;
  }

  async #finish(endedAt: Instant): Promise<TapEnd> {
    const untilMs = Math.max(endedAt - this.#startedAt, this.#window.endMs);
    while (this.#failure === null && this.#window.startMs + 1 <= untilMs) this.#take(untilMs);
    await this.#queue;
    const file = await this.#file.catch(() => null);
    if (this.#failure === null && file !== null) {
      try {
        return { kind: 'finished', file: await file.finish(), endedAt };
      } catch (cause) {
        this.#fail(cause);
      }
    }
    await file?.abandon().catch(() => undefined);
    return { kind: 'failed', cause: this.#failure?.cause };
  }

  #take(untilMs: number): void {
    const pcm = this.#window.take(untilMs);
    if (pcm.length === 0) return;
    this.#waitingBytes += pcm.length;
    if (this.#waitingBytes > maxWaitingBytes) {
      this.#fail(new RangeError('the disk does not keep up'));
      return;
    }
    this.#queue = this.#queue.then(async () => {
      if (this.#failure !== null) return;
      try {
        await (await this.#file).append(pcm);
      } catch (cause) {
        this.#fail(cause);
      } finally {
        this.#waitingBytes -= pcm.length;
      }
    });
  }

  #fail(cause: unknown): void {
    if (this.#failure !== null) return;
    this.#failure = { cause };
    this.#onFailure(cause);
  }
}
