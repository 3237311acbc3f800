/**
 * How long an agent stays in a state, as a survival curve (Kaplan-Meier with discounted counts over geometric bins): what
 * goes on still counts as lasting at least so long, so a morning of long talks is not taken for one of short ones.
 */
const firstMs = 1_500;
const ratio = 1.16;
const bins = 54;
const perLog = 1 / Math.log(ratio);
const edges = Float64Array.from({ length: bins + 1 }, (_, at) => (at === 0 ? 0 : firstMs * ratio ** (at - 1)));

export const busyBins = bins;

export function busyBinOf(ms: number): number {
  if (ms < firstMs) return 0;
  const bin = 1 + Math.floor(Math.log(ms / firstMs) * perLog);
  return bin < bins ? bin : bins - 1;
}

/** The age that stands for a bin. */
export const busyBinAge = (bin: number): number => ((edges[bin] as number) + (edges[bin + 1] as number)) / 2;

export interface BusyTimesRecord {
  readonly ended: readonly number[];
  readonly lasted: readonly number[];
  readonly goingOn: readonly number[];
  readonly fresh: readonly number[];
  readonly seen: number;
}

export class BusyTimes {
  readonly #ended = new Float64Array(bins);
  readonly #lasted = new Float64Array(bins);
  readonly #goingOn = new Float64Array(bins);
  readonly #hazard = new Float64Array(bins);
  readonly #cumulative = new Float64Array(bins + 1);
  readonly #keep: number;
  readonly #priorMs: number;
  meanMs = 0;
  #fresh: number[] = [];
  #seen = 0;

  /** `priorMs`: the mean to start from, as if of a few exponential talks. */
  constructor(priorMs: number, memory: number) {
    this.#priorMs = priorMs;
    this.#keep = 1 - 1 / memory;
    this.#sumUp();
  }

  /** True when the curve changed. `going`: how long those lasted so far that are not over. */
  add(ms: number, going: () => readonly number[]): boolean {
    this.#fresh.push(ms);
    if (this.#fresh.length < 1 + Math.min(24, this.#seen / 20)) return false;
    for (const one of this.#fresh) {
      for (let bin = 0; bin < bins; bin++) {
        this.#ended[bin] = (this.#ended[bin] as number) * this.#keep;
        this.#lasted[bin] = (this.#lasted[bin] as number) * this.#keep;
      }
      const at = busyBinOf(one);
      this.#ended[at] = (this.#ended[at] as number) + 1;
      for (let bin = 0; bin < at; bin++) this.#lasted[bin] = (this.#lasted[bin] as number) + 1;
      this.#seen++;
    }
    this.#fresh = [];
    this.#goingOn.fill(0);
    for (const one of going())
      for (let bin = busyBinOf(one) - 1; bin >= 0; bin--) this.#goingOn[bin] = (this.#goingOn[bin] as number) + 1;
    this.#sumUp();
    return true;
  }

  /** Natural logarithm of the share that lasts longer, negated. */
  cumulativeHazard(ms: number): number {
    const bin = busyBinOf(ms);
    return (this.#cumulative[bin] as number) + (this.#hazard[bin] as number) * (ms - (edges[bin] as number));
  }

  toJSON(): BusyTimesRecord {
    return {
      ended: [...this.#ended],
      lasted: [...this.#lasted],
      goingOn: [...this.#goingOn],
      fresh: [...this.#fresh],
      seen: this.#seen,
    };
  }

  restore(record: BusyTimesRecord): void {
    this.#ended.set(record.ended.slice(0, bins));
    this.#lasted.set(record.lasted.slice(0, bins));
    this.#goingOn.set(record.goingOn.slice(0, bins));
    this.#fresh = [...record.fresh];
    this.#seen = record.seen;
    this.#sumUp();
  }

  #sumUp(): void {
    let sum = 0;
    let mean = 0;
    for (let bin = 0; bin < bins; bin++) {
      const width = (edges[bin + 1] as number) - (edges[bin] as number);
      // The prior is spread over the bins by its own survival, six talks in all.
      const priorAtRisk = 6 * Math.exp(-(edges[bin] as number) / this.#priorMs) + 0.02;
      const priorEnded = priorAtRisk * (1 - Math.exp(-width / this.#priorMs));
      const ended = (this.#ended[bin] as number) + priorEnded;
      const lasted = (this.#lasted[bin] as number) + (this.#goingOn[bin] as number) + priorAtRisk - priorEnded;
      const hazard = -Math.log(Math.max(1e-9, lasted / (lasted + ended))) / width;
      const here = Math.exp(-sum);
      mean += hazard > 1e-12 ? (here * (1 - Math.exp(-hazard * width))) / hazard : here * width;
      this.#hazard[bin] = hazard;
      this.#cumulative[bin] = sum;
      sum += hazard * width;
    }
    this.#cumulative[bins] = sum;
    this.meanMs = mean;
  }
}
