import { AnswerCalibration, type AnswerCalibrationRecord } from './answer-calibration.ts';
import type { AnswerFacts } from './answer-facts.ts';
import { steadyFeatures, daypartFeatures, momentFeatures, type KindFeature } from './kind-features.ts';
import { KindRates, type KindRatesRecord } from './kind-rates.ts';
import { callsByDaypart, OwnTaste, spreadOf, type DaypartCalls, type OwnTasteRecord } from './own-taste.ts';

/** That a person answers, were the number called now. */
export interface AnswerEstimate {
  /** In (0, 1). */
  readonly mean: number;
  /** Standard error of the mean: what is not known of this number and of its kind. */
  readonly error: number;
}

export interface AnswerModelRecord {
  readonly version: 1;
  readonly kinds: KindRatesRecord;
  readonly own: OwnTasteRecord;
  readonly calibration: AnswerCalibrationRecord;
}

interface Reading {
  readonly mean: number;
  readonly variance: number;
  readonly calls: readonly DaypartCalls[];
  readonly logOdds: number;
  /** What moves the mean, its own calls considered. */
  readonly features: readonly KindFeature[];
}

/** Whoever is called: nothing is quite certain. */
const least = 0.001;

/**
 * How likely each number answers, learned from every call that ended. Small, changed by `learn` alone, and stored
 * whole; what it knows of a single number comes with the facts and is not kept here.
 */
export class AnswerModel {
  readonly calibration = new AnswerCalibration();
  readonly #kinds = new KindRates();
  readonly #own = new OwnTaste();

  estimate(facts: AnswerFacts): AnswerEstimate {
    const { mean, variance, features } = this.#read(facts);
    return { mean, error: Math.sqrt(variance + spreadOf(mean, this.#kinds.variance(features))) };
  }

  /** `facts` as they were when the call was launched. */
  learn(facts: AnswerFacts, answered: boolean): void {
    const { mean, calls, logOdds, features } = this.#read(facts);
    this.calibration.learn(mean, answered);
    this.#own.learn(calls, logOdds, answered);
    this.#kinds.learn(features, mean, (answered ? 1 : 0) - mean);
  }

  toJSON(): AnswerModelRecord {
    return {
      version: 1,
      kinds: this.#kinds.toJSON(),
      own: this.#own.toJSON(),
      calibration: this.calibration.toJSON(),
    };
  }

  static fromJSON(record: AnswerModelRecord): AnswerModel {
    const model = new AnswerModel();
    model.#kinds.restore(record.kinds);
    model.#own.restore(record.own);
    model.calibration.restore(record.calibration);
    return model;
  }

  #read(facts: AnswerFacts): Reading {
    const steady = steadyFeatures(facts);
    const moment = momentFeatures(facts);
    const part = daypartFeatures(facts, facts.daypart);
    const logOdds = this.#kinds.logOdds([...steady, ...part, ...moment]);
    const calls = callsByDaypart(facts, (daypart) =>
      this.#kinds.logOdds([...steady, ...daypartFeatures(facts, daypart)]),
    );
    const { mean, variance, takenBack } = this.#own.read(calls, logOdds);
    const away = facts.own.filter((one) => one.daypart !== facts.daypart);
    const scaled = (features: readonly KindFeature[], amount: number): KindFeature[] =>
      features.map((one) => ({ ...one, amount }));
    return {
      mean: Math.min(1 - least, Math.max(least, mean)),
      variance,
      calls,
      logOdds,
      // What a number's own calls say already, its kind need not say again: were the kind's rate higher, the same calls
      // would have to mean a lower taste.
      features: [
        ...scaled(steady, 1 - takenBack.reduce((sum, share) => sum + share, 0)),
        ...scaled(part, 1 - (takenBack[0] ?? 0)),
        ...away.flatMap((one, index) => scaled(daypartFeatures(facts, one.daypart), -(takenBack[index + 1] ?? 0))),
        ...moment,
      ],
    };
  }
}
