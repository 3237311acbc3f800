import type { Clock, Timer } from '../clock.ts';

interface Waiting {
  key: string;
  release: () => void;
}

/** Lets calls out one by one, evenly spaced at the account's calls per second. */
export class CpsQueue {
  readonly #clock: Clock;
  readonly #intervalMs: number;
  readonly #maxQueueMs: number;
  readonly #waiting: Waiting[] = [];
  #nextSlotAt = 0;
  #timer: Timer | null = null;

  constructor(clock: Clock, cps: number, maxQueueMs: number) {
    this.#clock = clock;
    this.#intervalMs = 1000 / cps;
    this.#maxQueueMs = maxQueueMs;
  }

  get length(): number {
    return this.#waiting.length;
  }

  /** How long a call queued now would wait. */
  estimateMs(): number {
    return Math.max(0, this.#nextSlotAt - this.#clock.now()) + this.#waiting.length * this.#intervalMs;
  }

  get isFull(): boolean {
    return this.estimateMs() > this.#maxQueueMs;
  }

  enter(key: string, release: () => void): void {
    this.#waiting.push({ key, release });
    this.#arm();
  }

  /** A canceled call frees its place for the ones behind it. */
  leave(key: string): boolean {
    const place = this.#waiting.findIndex((entry) => entry.key === key);
    if (place < 0) return false;
    this.#waiting.splice(place, 1);
    return true;
  }

  stop(): void {
    this.#timer?.cancel();
    this.#waiting.length = 0;
  }

  #arm(): void {
    if (this.#timer || this.#waiting.length === 0) return;
    // Slots lie on a grid that begins anew after an idle time; a timer that fires late does not shift it.
    const slotAt = Math.max(this.#nextSlotAt, this.#clock.now());
    this.#timer = this.#clock.after(slotAt - this.#clock.now(), () => {
      this.#timer = null;
      const next = this.#waiting.shift();
      if (next) {
        this.#nextSlotAt = slotAt + this.#intervalMs;
        next.release();
      }
      this.#arm();
    });
  }
}
