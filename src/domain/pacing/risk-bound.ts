import type { PacingEvent } from './events.ts';
import { tuning } from './tuning.ts';

/** Answers over which a controlled quantity is averaged. */
const outlookAnswers = 40;
const calibrationAnswers = 1_500;
/** Before forecasts have been checked against so many abandoned calls, they are taken for a little too low. */
const priorAbandoned = 5;

/**
 * The price of an abandoned call, as the risk that the next launch may carry. It is moved a little with each live answer,
 * by what the budget still allows against what was risked, and risks are taken as they turned out so far.
 */
export class RiskBound {
  /** Times the risk that theory allows. */
  #level = 1;
  #risked = 0;
  #answers = 0;
  #allowance: number | null = null;
  #target = 0;
  #abandoned = 0;
  #foreseen = 0;
  /** Live answers since the bound was first set. */
  #settled = 0;

  /** By what the risk that theory allows is to be multiplied on this floor. */
  factor(target: number): number {
    return this.#target === target ? this.#level : 1;
  }

  /** Abandoned, of live answers, as the launches of late foresaw it and as it turned out. */
  get expectedShare(): number {
    return this.#answers > 0 ? (this.#risked / this.#answers) * this.calibration : 0;
  }

  get calibration(): number {
    return Math.min(4, Math.max(0.5, (this.#abandoned + 1.15 * priorAbandoned) / (this.#foreseen + priorAbandoned)));
  }

  launched(event: Extract<PacingEvent, { kind: 'launched' }>): void {
    const { expectedAnswers, expectedAbandoned, allowance, target } = event;
    if (this.#target !== target) {
      this.#level = 1;
      this.#settled = 0;
      this.#target = target;
    }
    const keep = Math.exp(-expectedAnswers / outlookAnswers);
    this.#risked = this.#risked * keep + expectedAbandoned;
    this.#answers = this.#answers * keep + expectedAnswers;
    this.#foreseen += expectedAbandoned;
    // While the budget holds everything back, what is foreseen says nothing about the bound.
    this.#allowance = event.steers ? allowance : null;
  }

  answered(abandoned: boolean): void {
    const keep = 1 - 1 / calibrationAnswers;
    this.#abandoned = this.#abandoned * keep + (abandoned ? 1 : 0);
    this.#foreseen *= keep;
    if (this.#target <= 0 || this.#allowance === null) return;
    const off = (this.#allowance - this.expectedShare) / this.#target;
    const gain = tuning.gain + tuning.firstGain / (20 + this.#settled);
    this.#settled++;
    this.#level = Math.min(20, Math.max(0.02, this.#level * Math.exp(gain * Math.max(-2, Math.min(2, off)))));
  }

  toJSON(): RiskBoundRecord {
    return {
      level: this.#level,
      risked: this.#risked,
      answers: this.#answers,
      allowance: this.#allowance,
      target: this.#target,
      abandoned: this.#abandoned,
      foreseen: this.#foreseen,
      settled: this.#settled,
    };
  }

  restore(record: RiskBoundRecord): void {
    this.#level = record.level;
    this.#risked = record.risked;
    this.#answers = record.answers;
    this.#allowance = record.allowance;
    this.#target = record.target;
    this.#abandoned = record.abandoned;
    this.#foreseen = record.foreseen;
    this.#settled = record.settled;
  }
}

export interface RiskBoundRecord {
  readonly level: number;
  readonly risked: number;
  readonly answers: number;
  readonly allowance: number | null;
  readonly target: number;
  readonly abandoned: number;
  readonly foreseen: number;
  readonly settled: number;
}
