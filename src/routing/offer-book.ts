/** An answered call that looks for an agent. */
export interface Offer {
  readonly attemptId: string;
  readonly calledOff: boolean;
  /** Resolves at the next change on the floor, when called off, or after the time. */
  wait(ms: number): Promise<void>;
}

interface Entry extends Offer {
  calledOff: boolean;
  /** Something changed while the floor was being asked. */
  news: boolean;
  wake: (() => void) | null;
  done: Promise<void>;
  readonly afterwards: (() => Promise<void>)[];
}

/** The offers under way on this node. A call is offered once, however often it is said to be answered. */
export class OfferBook {
  readonly #offers = new Map<string, Entry>();
  readonly #after: (ms: number, run: () => void) => () => void;

  constructor(after: (ms: number, run: () => void) => () => void) {
    this.#after = after;
  }

  has(attemptId: string): boolean {
    return this.#offers.has(attemptId);
  }
  get count(): number {
    return this.#offers.size;
  }

  run(attemptId: string, seek: (offer: Offer) => Promise<void>): Promise<void> {
    const running = this.#offers.get(attemptId);
    if (running !== undefined) return running.done;
    const entry: Entry = {
      attemptId,
      calledOff: false,
      news: false,
      wake: null,
      done: Promise.resolve(),
      afterwards: [],
      wait: (ms) => this.#wait(entry, ms),
    };
    this.#offers.set(attemptId, entry);
    entry.done = seek(entry)
      .finally(() => this.#offers.delete(attemptId))
      .finally(async () => {
        for (const run of entry.afterwards) await run();
      });
    return entry.done;
  }

  /** There is news for this one. */
  wake(attemptId: string): void {
    const entry = this.#offers.get(attemptId);
    if (entry !== undefined) this.#wake(entry);
  }

  /** Somebody may have become free. */
  wakeAll(): void {
    for (const entry of this.#offers.values()) this.#wake(entry);
  }

  /**
   * The callee is gone. True: an offer was under way; it puts its house in order, then runs `afterwards`. It is not waited
   * for, because whoever ends a call may be the very one the offer waits for.
   */
  callOff(attemptId: string, afterwards: () => Promise<void>): boolean {
    const entry = this.#offers.get(attemptId);
    if (entry === undefined) return false;
    entry.calledOff = true;
    entry.afterwards.push(afterwards);
    this.#wake(entry);
    return true;
  }

  async callOffAll(): Promise<void> {
    const running = [...this.#offers.values()];
    for (const entry of running) {
      entry.calledOff = true;
      this.#wake(entry);
    }
    await Promise.allSettled(running.map((entry) => entry.done));
  }

  #wake(entry: Entry): void {
    if (entry.wake === null) entry.news = true;
    else entry.wake();
  }

  #wait(entry: Entry, ms: number): Promise<void> {
    if (entry.calledOff || entry.news) {
      entry.news = false;
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const finish = (): void => {
        cancel();
        entry.wake = null;
        resolve();
      };
      const cancel = this.#after(ms, finish);
      entry.wake = finish;
    });
  }
}
