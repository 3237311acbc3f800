/** One stretch of the reliability curve: what was said there on average, and what came of it. */
export interface ReliabilityPoint {
  readonly from: number;
  readonly to: number;
  readonly calls: number;
  readonly said: number;
  readonly answered: number;
}

export interface AnswerCalibrationRecord {
  readonly calls: number;
  readonly answers: number;
  /** Sums of squared errors: of the model, and of the rate so far. */
  readonly squares: number;
  readonly baseSquares: number;
  /** Calls, sum of what was said, answers; for each stretch. */
  readonly bins: readonly (readonly [number, number, number])[];
}

const binCount = 20;
/** Calls after which a figure has half its weight: the curve shown is that of the last weeks. */
const memory = 50_000;
const keep = 1 - Math.LN2 / memory;
const noCalls: readonly (readonly [number, number, number])[] = Array.from({ length: binCount }, () => [0, 0, 0]);

/** How good the probabilities were that were given before the outcome was known. */
export class AnswerCalibration {
  #calls = 0;
  #answers = 0;
  #squares = 0;
  #baseSquares = 0;
  #bins: readonly (readonly [number, number, number])[] = noCalls;

  learn(said: number, answered: boolean): void {
    const outcome = answered ? 1 : 0;
    const base = (this.#answers + 0.5) / (this.#calls + 2);
    this.#squares = this.#squares * keep + (said - outcome) ** 2;
    this.#baseSquares = this.#baseSquares * keep + (base - outcome) ** 2;
    this.#calls = this.#calls * keep + 1;
    this.#answers = this.#answers * keep + outcome;
    const at = Math.min(binCount - 1, Math.floor(said * binCount));
    this.#bins = this.#bins.map(([calls, sum, answers], index) => {
      const one = index === at ? 1 : 0;
      return [calls * keep + one, sum * keep + one * said, answers * keep + one * outcome];
    });
  }

  get calls(): number {
    return this.#calls;
  }

  /** Mean squared error of the probabilities; null before the first call. */
  get brier(): number | null {
    return this.#calls === 0 ? null : this.#squares / this.#calls;
  }

  /** The same for the plain rate so far, which knows no number from another. */
  get brierOfBaseRate(): number | null {
    return this.#calls === 0 ? null : this.#baseSquares / this.#calls;
  }

  /** 0: no better than the rate, 1: knows every outcome. */
  get skill(): number | null {
    return this.#baseSquares === 0 ? null : 1 - this.#squares / this.#baseSquares;
  }

  /** Mean distance of the curve from the diagonal, by calls. */
  get calibrationError(): number | null {
    if (this.#calls === 0) return null;
    return this.#bins.reduce((sum, [, said, answered]) => sum + Math.abs(said - answered), 0) / this.#calls;
  }

  reliability(): readonly ReliabilityPoint[] {
    return this.#bins.flatMap(([calls, said, answered], index) =>
      calls < 1e-6
        ? []
        : [
            {
              from: index / binCount,
              to: (index + 1) / binCount,
              calls,
              said: said / calls,
              answered: answered / calls,
            },
          ],
    );
  }

  toJSON(): AnswerCalibrationRecord {
    return {
      calls: this.#calls,
      answers: this.#answers,
      squares: this.#squares,
      baseSquares: this.#baseSquares,
      bins: this.#bins,
    };
  }

  restore(record: AnswerCalibrationRecord): void {
    this.#calls = record.calls;
    this.#answers = record.answers;
    this.#squares = record.squares;
    this.#baseSquares = record.baseSquares;
    this.#bins = noCalls.map((none, index) => record.bins[index] ?? none);
  }
}
