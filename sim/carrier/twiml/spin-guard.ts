/** Documents that follow each other faster than this say nothing that could be heard. */
const QUICK_MS = 200;
/** So many of them in a row are a loop: nobody writes a chain that long. */
const MAX_QUICK = 100;

/** Tells a chain of documents from a loop that would ask the application as fast as it can answer. */
export class SpinGuard {
  #lastAt = -Infinity;
  #quick = 0;

  spins(now: number): boolean {
    this.#quick = now - this.#lastAt < QUICK_MS ? this.#quick + 1 : 0;
    this.#lastAt = now;
    return this.#quick >= MAX_QUICK;
  }
}
