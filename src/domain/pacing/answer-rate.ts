const prior = { answered: 2, ended: 6 };
const leastMemory = 400;
const mostMemory = 6_000;
const memoryMs = 600_000;
const leastLately = 40;
const ringingMs = 30_000;
/** In natural logarithms of odds; by chance less than once in a thousand calls. */
const surely = 7;

/** Answered over launched, discounted; a sudden change of it is noticed and what was learned before is let go. */
export class AnswerRate {
  #answered = prior.answered;
  #ended = prior.ended;
  /** The last calls alone, to compare with. */
  #lately = 0;
  #latelyEnded = 0;
  #higher = 0;
  #lower = 0;
  /** Calls that the memory holds: those of the last minutes, within bounds. */
  #memory = leastMemory;
  #perMs = 0;
  #lastAt = -1;

  add(at: number, answered: boolean): void {
    const gap = this.#lastAt < 0 ? 1_000 : Math.max(1, at - this.#lastAt);
    this.#lastAt = at;
    // Calls a millisecond, over the last hundred or so.
    const share = Math.min(1, gap / 60_000);
    this.#perMs += share * (1 / gap - this.#perMs);
    this.#memory = Math.min(mostMemory, Math.max(leastMemory, this.#perMs * memoryMs));
    const keep = 1 - 1 / this.#memory;
    const one = answered ? 1 : 0;
    this.#answered = this.#answered * keep + one;
    this.#ended = this.#ended * keep + 1;
    // On a large floor the quick failures of a burst end one after another: only more calls than ring at once tell anything.
    const atOnce = this.#perMs * ringingMs;
    const latelyCalls = Math.max(leastLately, 2 * atOnce);
    this.#lately = this.#lately * (1 - 1 / latelyCalls) + one;
    this.#latelyEnded = this.#latelyEnded * (1 - 1 / latelyCalls) + 1;
    this.#letGoOfTheOld(answered, surely * (1 + atOnce / leastLately));
  }

  /** With calls under way: `pending` of them, of which so many are still expected to answer. */
  estimate(pending: number, pendingAnswers: number): { readonly mean: number; readonly error: number } {
    const ended = this.#ended + pending;
    const mean = Math.min(0.98, Math.max(0.005, (this.#answered + pendingAnswers) / ended));
    return { mean, error: Math.sqrt((mean * (1 - mean)) / (this.#ended + 1)) };
  }

  get mean(): number {
    return this.#answered / this.#ended;
  }

  toJSON(): AnswerRateRecord {
    return {
      answered: this.#answered,
      ended: this.#ended,
      lately: this.#lately,
      latelyEnded: this.#latelyEnded,
      higher: this.#higher,
      lower: this.#lower,
      memory: this.#memory,
      perMs: this.#perMs,
      lastAt: this.#lastAt,
    };
  }

  restore(record: AnswerRateRecord): void {
    this.#answered = record.answered;
    this.#ended = record.ended;
    this.#lately = record.lately;
    this.#latelyEnded = record.latelyEnded;
    this.#higher = record.higher;
    this.#lower = record.lower;
    this.#memory = record.memory;
    this.#perMs = record.perMs;
    this.#lastAt = record.lastAt;
  }

  /** Page's test: evidence for a rate half as high again or lower, since the evidence was last against it. */
  #letGoOfTheOld(answered: boolean, enough: number): void {
    const rate = this.mean;
    const evidence = (factor: number): number => {
      const other = Math.min(0.99, rate * factor);
      return answered ? Math.log(other / rate) : Math.log((1 - other) / (1 - rate));
    };
    this.#higher = Math.max(0, this.#higher + evidence(1.6));
    this.#lower = Math.max(0, this.#lower + evidence(0.6));
    if (Math.max(this.#higher, this.#lower) < enough) return;
    this.#answered = this.#lately;
    this.#ended = this.#latelyEnded;
    this.#higher = 0;
    this.#lower = 0;
  }
}

export interface AnswerRateRecord {
  readonly answered: number;
  readonly ended: number;
  readonly lately: number;
  readonly latelyEnded: number;
  readonly higher: number;
  readonly lower: number;
  readonly memory: number;
  readonly perMs: number;
  readonly lastAt: number;
}
