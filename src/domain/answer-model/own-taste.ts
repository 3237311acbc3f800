import type { AnswerFacts, CallTally } from './answer-facts.ts';

/** How much numbers of a kind differ, and what a call of another daypart tells, beside one of this. */
interface Hypothesis {
  /** Standard deviation of the log odds between numbers. */
  readonly spread: number;
  readonly elsewhere: number;
}

/** Own calls of one daypart, with the log odds of the kind in it. */
export interface DaypartCalls extends CallTally {
  readonly kindLogOdds: number;
  readonly isNow: boolean;
}

export interface TasteReading {
  readonly mean: number;
  readonly variance: number;
  /** For each daypart as given: the share of a change of its kind's log odds that its calls take back. */
  readonly takenBack: readonly number[];
}

export interface OwnTasteRecord {
  /** Log weight of each hypothesis, in their order. */
  readonly belief: readonly number[];
}

/** A shared line is one telephone with several people behind it. */
export const sharedCounts = 0.5;
/** Calls after which the evidence for a hypothesis has half its weight. */
const memory = 20_000;

const hypotheses: readonly Hypothesis[] = [0.25, 0.6, 1.1, 1.8, 2.8, 4].flatMap((spread) =>
  [0.3, 1].map((elsewhere) => ({ spread, elsewhere })),
);
/** Numbers differ much: some always answer, many never do. */
const firstBelief = hypotheses.map(({ spread }) => 0 - 0.5 * Math.abs(Math.log(spread / 0.9)));

/**
 * Each number has a taste of its own, normally distributed around its kind in log odds, and its calls narrow it down
 * (posterior mode and curvature). How wide the distribution is, and how much dayparts have in common, nobody knows
 * beforehand: several widths are held at once, and each call's outcome says which of them foresaw it best.
 */
export class OwnTaste {
  #belief: readonly number[] = firstBelief;
  #weights: readonly number[] = weightsOf(firstBelief);

  /** `logOdds`: of the kind at this moment. */
  read(calls: readonly DaypartCalls[], logOdds: number): TasteReading {
    let mean = 0;
    let square = 0;
    let within = 0;
    const takenBack = calls.map(() => 0);
    hypotheses.forEach((hypothesis, index) => {
      const weight = this.#weights[index] ?? 0;
      if (weight < 1e-4) return;
      const taste = tasteOf(hypothesis, calls);
      const chance = chanceOf(logOdds, taste);
      mean += weight * chance;
      square += weight * chance * chance;
      within += weight * spreadOf(chance, taste.variance);
      taste.takenBack.forEach((share, part) => {
        takenBack[part] = (takenBack[part] ?? 0) + weight * share;
      });
    });
    const total = this.#weights.reduce((sum, one) => (one < 1e-4 ? sum : sum + one), 0);
    mean /= total;
    return {
      mean,
      variance: within / total + Math.max(0, square / total - mean * mean),
      takenBack: takenBack.map((share) => share / total),
    };
  }

  learn(calls: readonly DaypartCalls[], logOdds: number, answered: boolean): void {
    const keep = 1 - Math.LN2 / memory;
    const next = hypotheses.map((hypothesis, index) => {
      const chance = chanceOf(logOdds, tasteOf(hypothesis, calls));
      const first = firstBelief[index] ?? 0;
      return first + ((this.#belief[index] ?? first) - first) * keep + Math.log(answered ? chance : 1 - chance);
    });
    const most = Math.max(...next);
    this.#belief = next.map((one) => one - most);
    this.#weights = weightsOf(this.#belief);
  }

  toJSON(): OwnTasteRecord {
    return { belief: this.#belief };
  }

  restore(record: OwnTasteRecord): void {
    this.#belief = hypotheses.map((_, index) => record.belief[index] ?? firstBelief[index] ?? 0);
    this.#weights = weightsOf(this.#belief);
  }
}

export const logistic = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Own calls by daypart; those to the line for somebody else count as of now, half. */
export function callsByDaypart(facts: AnswerFacts, kindLogOdds: (daypart: number) => number): readonly DaypartCalls[] {
  const now = { answers: sharedCounts * facts.shared.answers, misses: sharedCounts * facts.shared.misses };
  const calls: DaypartCalls[] = [];
  for (const { daypart, answers, misses } of facts.own)
    if (daypart === facts.daypart) {
      now.answers += answers;
      now.misses += misses;
    } else calls.push({ answers, misses, kindLogOdds: kindLogOdds(daypart), isNow: false });
  return [{ ...now, kindLogOdds: kindLogOdds(facts.daypart), isNow: true }, ...calls];
}

interface Taste {
  readonly mode: number;
  readonly variance: number;
  readonly takenBack: readonly number[];
}

const mostSteps = 12;

function tasteOf({ spread, elsewhere }: Hypothesis, calls: readonly DaypartCalls[]): Taste {
  const prior = 1 / (spread * spread);
  let mode = 0;
  let curvature = prior;
  for (let step = 0; step < mostSteps; step++) {
    let slope = -prior * mode;
    curvature = prior;
    for (const { answers, misses, kindLogOdds, isNow } of calls) {
      const counts = isNow ? 1 : elsewhere;
      const chance = logistic(kindLogOdds + mode);
      slope += counts * (answers - (answers + misses) * chance);
      curvature += counts * (answers + misses) * chance * (1 - chance);
    }
    // Newton's step, kept short: far from the mode the curve is flat.
    const move = Math.max(-1.5, Math.min(1.5, slope / curvature));
    mode += move;
    if (Math.abs(move) < 1e-9) break;
  }
  const takenBack = calls.map(({ answers, misses, kindLogOdds, isNow }) => {
    const chance = logistic(kindLogOdds + mode);
    return ((isNow ? 1 : elsewhere) * (answers + misses) * chance * (1 - chance)) / curvature;
  });
  return { mode, variance: 1 / curvature, takenBack };
}

/** The mean of the logistic of a normal, to within a hundredth (MacKay 1992). */
const chanceOf = (logOdds: number, taste: Taste): number =>
  logistic((logOdds + taste.mode) / Math.sqrt(1 + (Math.PI / 8) * taste.variance));

/** Variance of a probability whose log odds vary: the square of the slope at first, never more than a throw of the coin. */
export function spreadOf(chance: number, variance: number): number {
  const coin = chance * (1 - chance);
  return coin * (1 - 1 / Math.sqrt(1 + 2 * coin * variance));
}

function weightsOf(belief: readonly number[]): readonly number[] {
  const most = Math.max(...belief);
  const raw = belief.map((one) => Math.exp(one - most));
  const sum = raw.reduce((total, one) => total + one, 0);
  return raw.map((one) => one / sum);
}
