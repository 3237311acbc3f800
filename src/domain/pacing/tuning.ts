/** Numbers that no theory gives; found by simulation over many kinds of floors, never for one of them. */
export interface PacingTuning {
  /** Standard errors added to the learned answer rate when planning. */
  readonly caution: number;
  /** The same while the budget is nearly spent: tails of the distribution count then. */
  readonly nearlySpentCaution: number;
  /** The bound with nobody ready, as a share of that with one. */
  readonly nobodyReady: number;
  /** How much more risk a call may carry that is less likely to be answered, as a power of the ratio. */
  readonly longShotPower: number;
  /** How far the bound moves for each live answer. */
  readonly gain: number;
  /** Divided by the answers so far: a new campaign finds its bound sooner. */
  readonly firstGain: number;
}

export const tuning: PacingTuning = {
  caution: 1,
  nearlySpentCaution: 3,
  nobodyReady: 0.3,
  longShotPower: 0.9,
  gain: 0.02,
  firstGain: 1,
};
