import { busyBinAge, busyBinOf, busyBins, type BusyTimes } from './busy-times.ts';
import { horizonCount, horizonSteps, stepMs } from './horizons.ts';

const secondMs = 1_000;

/** When an agent who is busy now will be ready, given for how long he has been: probabilities over the horizons. */
export class FreeTimes {
  readonly #talk: BusyTimes;
  readonly #wrapUp: BusyTimes;
  readonly #graceMs: number;
  readonly #talking: (Float64Array | undefined)[] = new Array<undefined>(busyBins).fill(undefined);
  readonly #wrapping: (Float64Array | undefined)[] = new Array<undefined>(busyBins).fill(undefined);
  #wrapUpOver: Float64Array | undefined;
  #taken: Float64Array | undefined;

  /** `graceMs`: how long an answer may wait, so an agent who comes so much later still has it. */
  constructor(talk: BusyTimes, wrapUp: BusyTimes, graceMs: number) {
    this.#talk = talk;
    this.#wrapUp = wrapUp;
    this.#graceMs = graceMs;
  }

  whileTalking(forMs: number): Float64Array {
    const bin = busyBinOf(forMs);
    return (this.#talking[bin] ??= this.#talkingRow(busyBinAge(bin)));
  }

  whileWrappingUp(forMs: number): Float64Array {
    const bin = busyBinOf(forMs);
    return (this.#wrapping[bin] ??= this.#wrappingRow(busyBinAge(bin)));
  }

  /**
   * Of the agents that are taken between horizon k-1 and k, the share that is not free again by horizon j: row j, column k.
   */
  get stillTaken(): Float64Array {
    return (this.#taken ??= this.#takenTable());
  }

  #takenTable(): Float64Array {
    const free = this.whileTalking(0);
    const table = new Float64Array(horizonCount * horizonCount);
    for (let at = 0; at < horizonCount; at++)
      for (let taken = 0; taken <= at; taken++) {
        const from = taken === 0 ? 0 : (horizonSteps[taken - 1] as number);
        const ahead = (horizonSteps[at] as number) - (from + (horizonSteps[taken] as number)) / 2;
        table[at * horizonCount + taken] = 1 - between(free, ahead);
      }
    return table;
  }

  #wrappingRow(age: number): Float64Array {
    const sofar = this.#wrapUp.cumulativeHazard(age);
    return Float64Array.from(
      horizonSteps,
      (steps) => 1 - Math.exp(sofar - this.#wrapUp.cumulativeHazard(age + steps * stepMs + this.#graceMs)),
    );
  }

  /** The talk ends in some second, and the wrap-up in what is left. */
  #talkingRow(age: number): Float64Array {
    const over = (this.#wrapUpOver ??= this.#wrapUpCurve());
    const seconds = over.length - 1;
    const endsIn = new Float64Array(seconds);
    const sofar = this.#talk.cumulativeHazard(age);
    let before = 1;
    for (let second = 0; second < seconds; second++) {
      const after = Math.exp(sofar - this.#talk.cumulativeHazard(age + (second + 1) * secondMs));
      endsIn[second] = before - after;
      before = after;
    }
    const row = new Float64Array(horizonCount);
    for (let at = 0; at < horizonCount; at++) {
      const within = Math.round(((horizonSteps[at] as number) * stepMs + this.#graceMs) / secondMs);
      let sum = 0;
      for (let second = 0; second < within && second < seconds; second++) {
        // Half a second in the middle of the second in which the talk ends.
        const left = within - second;
        sum += (endsIn[second] as number) * 0.5 * ((over[left] as number) + (over[left - 1] as number));
      }
      row[at] = sum;
    }
    return row;
  }

  #wrapUpCurve(): Float64Array {
    const last = (horizonSteps[horizonCount - 1] as number) * stepMs + this.#graceMs;
    const seconds = Math.ceil(last / secondMs) + 1;
    return Float64Array.from(
      { length: seconds + 1 },
      (_, second) => 1 - Math.exp(-this.#wrapUp.cumulativeHazard(second * secondMs)),
    );
  }
}

/** The value of a row between two horizons. */
function between(row: Float64Array, steps: number): number {
  let last = 0;
  let lastSteps = 0;
  for (let at = 0; at < horizonCount; at++) {
    const here = horizonSteps[at] as number;
    const value = row[at] as number;
    if (steps <= here) return last + ((value - last) * (steps - lastSteps)) / (here - lastSteps);
    last = value;
    lastSteps = here;
  }
  return last;
}
