import type { CallPlan, CallSource } from '../../src/domain/pacing-replay/call-plan.ts';
import { makeDice, type Dice } from '../carrier/dice.ts';
import { drawCall } from './draw-call.ts';
import { mixAt, type Scenario } from './scenario.ts';
import { normal } from './spread.ts';

/**
 * Numbers without end, each called once. The k-th number's luck depends on seed and k alone, so every policy meets the
 * same numbers in the same order.
 */
export class EndlessCalls implements CallSource {
  readonly #scenario: Scenario;
  readonly #seed: number;
  /** Places of the coming numbers, in order. */
  readonly #coming: number[] = [];
  readonly #quantiles = new Map<number, number>();
  #next = 0;

  constructor(scenario: Scenario, seed: number) {
    this.#scenario = scenario;
    this.#seed = seed;
  }

  due(): number {
    return Number.MAX_SAFE_INTEGER;
  }

  chances(now: number, most: number): readonly number[] | null {
    if (this.#scenario.known === undefined) return null;
    this.#look(most);
    return this.#coming.slice(0, most).map((number) => this.#chanceOf(number, now));
  }

  take(now: number, places: readonly number[]): readonly CallPlan[] {
    this.#look(Math.max(...places) + 1);
    const numbers = places.map((place) => this.#coming[place] ?? 0);
    for (const place of [...places].sort((a, b) => b - a)) this.#coming.splice(place, 1);
    return numbers.map((number) => {
      const mix = mixAt(this.#scenario, now);
      const known = this.#scenario.known === undefined ? null : this.#chanceOf(number, now);
      return drawCall(this.#scenario, mix, known ?? mix.person, known, this.#diceOf(number, 'call'));
    });
  }

  #look(count: number): void {
    while (this.#coming.length < count) this.#coming.push(this.#next++);
  }

  /** A number keeps its luck while the hour's rate moves. */
  #chanceOf(number: number, now: number): number {
    const rate = mixAt(this.#scenario, now).person;
    const { concentration } = this.#scenario.known ?? { concentration: 1 };
    let chance = this.#quantiles.get(number);
    if (chance === undefined) {
      chance = beta(rate * concentration, (1 - rate) * concentration, this.#diceOf(number, 'chance'));
      this.#quantiles.set(number, chance);
    }
    return Math.min(0.999, Math.max(0.001, chance));
  }

  #diceOf(number: number, what: string): Dice {
    return makeDice(`${this.#scenario.name}:${this.#seed}:${what}:${number}`);
  }
}

function beta(a: number, b: number, dice: Dice): number {
  const x = gamma(a, dice);
  const y = gamma(b, dice);
  return x + y === 0 ? 0 : x / (x + y);
}

/** Marsaglia and Tsang 2000; below one through the next shape up. */
function gamma(shape: number, dice: Dice): number {
  if (shape < 1) return gamma(shape + 1, dice) * (1 - dice.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(dice);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - dice.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
