/**
 * How unevenly frames arrive: for each frame arrival time minus media time, over the last ten seconds.
 * The smallest is the path's own delay; what lies above it is jitter. A sliding window forgets
 * the drift between the two clocks.
 */

const windowFrames = 500;
const bucketMs = 5;
const bucketCount = 100;
/** The share of frames that must be in time. */
const inTimeShare = 0.98;

export class DelayWindow {
  readonly #delays = new Float64Array(windowFrames);
  readonly #buckets = new Uint16Array(bucketCount);
  #count = 0;
  #next = 0;
  #previous: number | null = null;
  #smoothed = 0;

  add(arrivalMs: number, mediaMs: number): void {
    const delay = arrivalMs - mediaMs;
    // RFC 3550 section 6.4.1: smoothed difference between neighbours, gain 1/16.
    if (this.#previous !== null) this.#smoothed += (Math.abs(delay - this.#previous) - this.#smoothed) / 16;
    this.#previous = delay;
    this.#delays[this.#next] = delay;
    this.#next = (this.#next + 1) % windowFrames;
    this.#count = Math.min(this.#count + 1, windowFrames);
  }

  get jitterMs(): number {
    return this.#smoothed;
  }

  /** The spread above the fastest frame within which `inTimeShare` of the frames arrived. */
  spreadMs(): number {
    if (this.#count === 0) return 0;
    let fastest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < this.#count; i += 1) fastest = Math.min(fastest, this.#delays[i] ?? fastest);
    this.#buckets.fill(0);
    for (let i = 0; i < this.#count; i += 1) {
      const bucket = Math.min(bucketCount - 1, Math.floor(((this.#delays[i] ?? fastest) - fastest) / bucketMs));
      this.#buckets[bucket] = (this.#buckets[bucket] ?? 0) + 1;
    }
    let seen = 0;
    for (let bucket = 0; bucket < bucketCount; bucket += 1) {
      seen += this.#buckets[bucket] ?? 0;
      if (seen >= this.#count * inTimeShare) return bucket * bucketMs;
    }
    return bucketCount * bucketMs;
  }

  reset(): void {
    this.#count = 0;
    this.#next = 0;
    this.#previous = null;
    this.#smoothed = 0;
  }
}
