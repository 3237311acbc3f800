import { horizonCount } from './horizons.ts';

/**
 * For each horizon the odds that at least so many of many independent things come true: the sum of unequal Bernoullis,
 * counted out while they are few, by a normal with its skew corrected when they are many.
 */
export interface Shortage {
  /** So many more of one kind, each true by each horizon with these odds. */
  addMany(odds: ArrayLike<number>, count: number): void;
  /** Odds that at least `needed` of them are true. */
  reaches(horizon: number, needed: number): number;
}

/** Counting out costs the square of the number; above this the normal is closer than the odds themselves are known. */
export const mostCounted = 44;

export class CountedShortage implements Shortage {
  readonly #width: number;
  readonly #odds: Float64Array;
  #size = 0;

  constructor(most: number) {
    this.#width = most + 1;
    this.#odds = new Float64Array(horizonCount * this.#width);
    for (let at = 0; at < horizonCount; at++) this.#odds[at * this.#width] = 1;
  }

  get full(): boolean {
    return this.#size + 1 >= this.#width;
  }

  addMany(odds: ArrayLike<number>, count: number): void {
    for (let one = 0; one < count; one++) this.#add(odds);
  }

  #add(odds: ArrayLike<number>): void {
    const size = ++this.#size;
    const all = this.#odds;
    for (let at = 0; at < horizonCount; at++) {
      const p = odds[at] as number;
      if (p <= 0) continue;
      const first = at * this.#width;
      for (let count = size; count > 0; count--) {
        const here = first + count;
        all[here] = (all[here] as number) * (1 - p) + (all[here - 1] as number) * p;
      }
      all[first] = (all[first] as number) * (1 - p);
    }
  }

  /** The same with mean, variance and skew only. */
  asNormal(): NormalShortage {
    const normal = new NormalShortage();
    for (let at = 0; at < horizonCount; at++) {
      let mean = 0;
      for (let count = 1; count <= this.#size; count++)
        mean += count * (this.#odds[at * this.#width + count] as number);
      let variance = 0;
      let third = 0;
      for (let count = 0; count <= this.#size; count++) {
        const off = count - mean;
        const weight = this.#odds[at * this.#width + count] as number;
        variance += weight * off * off;
        third += weight * off * off * off;
      }
      normal.set(at, mean, variance, third);
    }
    return normal;
  }

  reaches(horizon: number, needed: number): number {
    if (needed <= 0) return 1;
    const first = horizon * this.#width;
    let sum = 0;
    for (let count = this.#size; count >= needed; count--) sum += this.#odds[first + count] as number;
    return sum;
  }
}

export class NormalShortage implements Shortage {
  readonly #mean = new Float64Array(horizonCount);
  readonly #variance = new Float64Array(horizonCount);
  readonly #third = new Float64Array(horizonCount);

  addMany(odds: ArrayLike<number>, count: number): void {
    for (let at = 0; at < horizonCount; at++) {
      const p = odds[at] as number;
      const spread = count * p * (1 - p);
      this.#mean[at] = (this.#mean[at] as number) + count * p;
      this.#variance[at] = (this.#variance[at] as number) + spread;
      this.#third[at] = (this.#third[at] as number) + spread * (1 - 2 * p);
    }
  }

  set(horizon: number, mean: number, variance: number, third: number): void {
    this.#mean[horizon] = mean;
    this.#variance[horizon] = variance;
    this.#third[horizon] = third;
  }

  /** What is not known exactly moves all of them together. */
  widen(horizon: number, deviation: number): void {
    this.#variance[horizon] = (this.#variance[horizon] as number) + deviation * deviation;
  }

  reaches(horizon: number, needed: number): number {
    if (needed <= 0) return 1;
    const variance = Math.max(1e-6, this.#variance[horizon] as number);
    const deviation = Math.sqrt(variance);
    const x = (needed - 0.5 - (this.#mean[horizon] as number)) / deviation;
    const skew = (this.#third[horizon] as number) / (variance * deviation);
    const density = Math.exp(-0.5 * x * x) * 0.3989422804014327;
    const odds = upperTail(x, density) + (skew / 6) * (x * x - 1) * density;
    return odds < 0 ? 0 : odds > 1 ? 1 : odds;
  }
}

/** Abramowitz and Stegun 26.2.17; off by less than 1e-7. */
function upperTail(x: number, density: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const tail =
    density * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return x >= 0 ? tail : 1 - tail;
}
