import { everyCall, type KindFeature } from './kind-features.ts';

export interface KindRatesRecord {
  /** Name, mean, variance. */
  readonly weights: readonly (readonly [string, number, number])[];
}

interface Weight {
  mean: number;
  variance: number;
}

/** Before anything was learned one call in four is answered. */
const firstLogOdds = Math.log(0.25 / 0.75);
/** Calls after which what was learned of a feature is half as sure, were nothing new learned. */
const memory = 6_000;
const memoryOfEveryCall = 400;
const mostLogOdds = 7;

/**
 * Bayesian logistic regression, online: each weight is a normal belief of its own (a diagonal Laplace approximation),
 * moved by one observation at a time, and forgotten slowly towards its first spread.
 */
export class KindRates {
  readonly #weights = new Map<string, Weight>();

  /** Log odds by the features that are given, the campaign's first guess included. */
  logOdds(features: readonly KindFeature[]): number {
    const sum = features.reduce(
      (total, one) => total + one.amount * (this.#weights.get(one.name)?.mean ?? 0),
      firstLogOdds,
    );
    return Math.max(-mostLogOdds, Math.min(mostLogOdds, sum));
  }

  variance(features: readonly KindFeature[]): number {
    return features.reduce((sum, { name, amount, spread }) => {
      return sum + amount * amount * (this.#weights.get(name)?.variance ?? spread * spread);
    }, 0);
  }

  /** `expected` was said with these features; `surprise`: what was seen minus that. */
  learn(features: readonly KindFeature[], expected: number, surprise: number): void {
    const noise = expected * (1 - expected);
    const touched = features.map((feature) => ({ weight: this.#forgetful(feature), amount: feature.amount }));
    const variance = touched.reduce((sum, { weight, amount }) => sum + amount * amount * weight.variance, 0);
    for (const { weight, amount } of touched) {
      weight.mean += (weight.variance * amount * surprise) / (1 + noise * variance);
      weight.variance = 1 / (1 / weight.variance + noise * amount * amount);
    }
  }

  toJSON(): KindRatesRecord {
    return { weights: [...this.#weights].map(([name, { mean, variance }]) => [name, mean, variance]) };
  }

  restore(record: KindRatesRecord): void {
    this.#weights.clear();
    for (const [name, mean, variance] of record.weights) this.#weights.set(name, { mean, variance });
  }

  #forgetful({ name, amount, spread }: KindFeature): Weight {
    const first = spread * spread;
    let weight = this.#weights.get(name);
    if (weight === undefined) this.#weights.set(name, (weight = { mean: 0, variance: first }));
    // In step with what is learned anew, so that a feature that hardly counts does not drift.
    const keep = 1 - (Math.LN2 * Math.min(1, amount * amount)) / (name === everyCall ? memoryOfEveryCall : memory);
    weight.variance = 1 / ((1 / weight.variance) * keep + (1 / first) * (1 - keep));
    return weight;
  }
}
