import type { Instant } from '../domain/vocabulary.ts';

const watchMs = 2_000;
const tolerableMs = 60;
const absurdMs = 1_500;

/**
 * Where on the recording's time line a frame belongs. Frames carry the speaker's own time, which is even but starts anywhere
 * and drifts; they arrive by our clock, which is true but uneven. The speaker's time is used, set so that the least delayed
 * frame stands where it arrived, and set anew when the two part for good.
 */
export class ChannelClock {
  readonly #startedAt: Instant;
  #offset: number | null;
  #leastDelay = Infinity;
  #watchEndsAt = 0;

  /** `startsAtZero`: the speaker's time is known to begin with the recording. */
  constructor(startedAt: Instant, startsAtZero: boolean) {
    this.#startedAt = startedAt;
    this.#offset = startsAtZero ? startedAt : null;
  }

  /** Ms since the recording began. */
  place(mediaMs: number, now: Instant): number {
    const delay = now - mediaMs;
    if (this.#offset === null || Math.abs(delay - this.#offset) > absurdMs) {
      this.#offset = delay;
      this.#watch(now);
    }
    if (delay < this.#leastDelay) this.#leastDelay = delay;
    if (now >= this.#watchEndsAt) {
      if (Math.abs(this.#leastDelay - this.#offset) > tolerableMs && this.#watchEndsAt > 0)
        this.#offset = this.#leastDelay;
      this.#watch(now);
    }
    return mediaMs + this.#offset - this.#startedAt;
  }

  /** The speaker's time begins anew (a reconnected page). */
  restart(): void {
    this.#offset = null;
  }

  #watch(now: Instant): void {
    this.#leastDelay = Infinity;
    this.#watchEndsAt = now + watchMs;
  }
}
