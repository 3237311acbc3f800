import type { Instant } from '../vocabulary.ts';

interface Entry {
  readonly at: Instant;
  readonly order: number;
  readonly run: () => void;
}

const before = (one: Entry, other: Entry): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);

/** What is yet to happen, soonest first; of two things at one instant the one that was entered first. */
export class EventQueue {
  readonly #heap: Entry[] = [];
  #entered = 0;

  add(at: Instant, run: () => void): void {
    const heap = this.#heap;
    const entry = { at, order: this.#entered++, run };
    let place = heap.length;
    heap.push(entry);
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || !before(entry, parent)) break;
      heap[place] = parent;
      place = above;
    }
    heap[place] = entry;
  }

  /** Infinity: nothing more. */
  get nextAt(): Instant {
    return this.#heap[0]?.at ?? Infinity;
  }

  take(): { readonly at: Instant; readonly run: () => void } | null {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined) return null;
    if (heap.length === 0) return first;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      const left = heap[child];
      if (left === undefined) break;
      const right = heap[child + 1];
      const sooner = right !== undefined && before(right, left) ? right : left;
      if (sooner === right) child++;
      if (!before(sooner, last)) break;
      heap[place] = sooner;
      place = child;
    }
    heap[place] = last;
    return first;
  }
}
