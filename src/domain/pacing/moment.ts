import type { DialMode, Instant } from '../vocabulary.ts';

/** An agent with proof of life who works in the campaign now. Agents on a break are not listed. */
export interface PacedAgent {
  readonly state: 'ready' | 'reserved' | 'talking' | 'wrapping_up';
  readonly since: Instant;
  /** Will not take another call after this one: a break was asked for, or the shift ends. */
  readonly leaving?: boolean;
}

export interface PacedCall {
  /** `detecting`: picked up, and it is not known yet by whom. `waiting`: a live answer without an agent. */
  readonly state: 'placing' | 'ringing' | 'detecting' | 'waiting';
  readonly launchedAt: Instant;
  readonly since: Instant;
  /** Probability of a live answer as it was estimated at the launch; without it the campaign's own rate counts. */
  readonly chance?: number;
}

export interface AbandonAccount {
  /** 0..1: what abandoned over live must stay at or under. */
  readonly target: number;
  /** Over the period that the target is measured on, this campaign. */
  readonly live: number;
  readonly abandoned: number;
  /** The same over the trailing hour. */
  readonly liveLastHour: number;
  readonly abandonedLastHour: number;
  /** When dialing ends in this period (window, shift, campaign); null: not known, the period rolls on. */
  readonly dialingEndsAt: Instant | null;
  /** Live answers may be machines that nobody told apart, and the target counts people. */
  readonly machinesAmongLive: boolean;
  /**
   * Standard deviations by which the share is kept under the target, so that its upper bound stays there (INV-6); 0 or
   * nothing: the share itself may reach the target.
   */
  readonly deviations?: number;
}

/** What is so at one instant. Order does not matter, except in `nextChances`. */
export interface PacingMoment {
  readonly now: Instant;
  readonly mode: DialMode;
  /** Mode `ratio`: calls for each ready agent. */
  readonly callsPerAgent: number;
  /** With fewer agents than this, predictive is dialed like progressive. */
  readonly smallestGroup: number;
  readonly agents: readonly PacedAgent[];
  readonly calls: readonly PacedCall[];
  readonly freeChannels: number;
  /** Calls that the trunk's rate allows right now; a fraction is not a call. */
  readonly cpsTokens: number;
  readonly dueCases: number;
  /** Answer probabilities of the next cases in the order in which they would be launched; null: not known. */
  readonly nextChances: readonly number[] | null;
  /** A case waits too long for a call with an agent kept for it: nothing else is launched by risk until that is done. */
  readonly heldFirst?: boolean;
  readonly abandon: AbandonAccount;
  /** Within this time a live answer must have its agent. */
  readonly answerWithinMs: number;
}
