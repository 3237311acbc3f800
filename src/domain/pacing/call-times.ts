import { agesKept, furthest, stepMs } from './horizons.ts';

/**
 * How long something of a call lasts, as a discounted histogram over steps of half a second: the share that is over by
 * an age. Starts from a prior worth a few calls, so that the first decision of a campaign is a sensible one.
 */
export class CallTimes {
  readonly #counts: Float64Array;
  /** Share over by the age of so many steps; goes on past the last age, so that looking ahead needs no bounds. */
  readonly over = new Float64Array(agesKept + furthest + 1).fill(1);
  /** Mean of what was seen. */
  meanMs = 0;
  #fresh: number[];
  #seen: number;
  readonly #keep: number;

  constructor(prior: Prior, memory: number) {
    this.#counts = new Float64Array(agesKept);
    this.#fresh = [];
    this.#seen = 0;
    this.#keep = 1 - 1 / memory;
    for (const { seconds, weight } of prior) this.#spread(seconds * 1000, weight, 4);
    this.#sumUp();
  }

  add(ms: number): void {
    this.#fresh.push(ms);
    // Folded in by batches: the curve is summed up once for several calls, and restoring it gives the same curve.
    if (this.#fresh.length >= 1 + Math.min(24, this.#seen / 20)) this.#fold();
  }

  toJSON(): CallTimesRecord {
    return { counts: [...this.#counts], fresh: [...this.#fresh], seen: this.#seen };
  }

  restore(record: CallTimesRecord): void {
    this.#counts.set(record.counts.slice(0, agesKept));
    this.#fresh = [...record.fresh];
    this.#seen = record.seen;
    this.#sumUp();
  }

  #fold(): void {
    for (const ms of this.#fresh) {
      for (let age = 0; age < agesKept; age++) this.#counts[age] = (this.#counts[age] as number) * this.#keep;
      this.#spread(ms, 1, this.#seen < 50 ? 2 : 1);
      this.#seen++;
    }
    this.#fresh = [];
    this.#sumUp();
  }

  /** A triangle around the value: few calls make no spikes. */
  #spread(ms: number, weight: number, reach: number): void {
    const middle = Math.min(agesKept - 1, Math.max(0, Math.floor(ms / stepMs)));
    let total = 0;
    for (let off = -reach; off <= reach; off++) if (middle + off >= 0) total += reach + 1 - Math.abs(off);
    for (let off = -reach; off <= reach; off++) {
      const age = Math.min(agesKept - 1, middle + off);
      if (age >= 0) this.#counts[age] = (this.#counts[age] as number) + (weight * (reach + 1 - Math.abs(off))) / total;
    }
  }

  #sumUp(): void {
    let total = 0;
    for (const count of this.#counts) total += count;
    let sum = 0;
    let mean = 0;
    this.over[0] = 0;
    for (let age = 0; age < agesKept; age++) {
      sum += this.#counts[age] as number;
      this.over[age + 1] = sum / total;
      mean += 1 - sum / total;
    }
    this.meanMs = (mean + 0.5) * stepMs;
  }
}

export type Prior = readonly { readonly seconds: number; readonly weight: number }[];

export interface CallTimesRecord {
  readonly counts: readonly number[];
  readonly fresh: readonly number[];
  readonly seen: number;
}
