import type { Instant } from '../vocabulary.ts';

export type CallEnd = 'person' | 'machine' | 'no_answer' | 'busy' | 'invalid';

/** What will happen to a call that is launched. Nobody but the simulated floor knows it beforehand. */
export interface CallPlan {
  readonly setupMs: number;
  /** From ringing to the answer, or to the end without one. */
  readonly ringMs: number;
  readonly end: CallEnd;
  /** Time that telling person from machine takes after the answer. */
  readonly detectMs: number;
  /** False: ended as a machine, rightly or wrongly. */
  readonly reachesAgent: boolean;
  readonly talkMs: number;
  readonly wrapUpMs: number;
  /** Placed only with an agent kept for it where more people are rung than there are agents (rulebook 5.5). */
  readonly keepsAgent?: boolean;
  /** Said before the launch to be the probability of an answer; null: nothing was said. */
  readonly chance: number | null;
}

/** Where the calls come from: dice, or the log of a day. */
export interface CallSource {
  /** How many could be launched now. */
  due(now: Instant): number;
  /** Answer probabilities of the next ones, in order; null: not known. */
  chances(now: Instant, most: number): readonly number[] | null;
  /** Takes the ones at these places of the order, which are no longer due then. */
  take(now: Instant, places: readonly number[]): readonly CallPlan[];
  /** Tells the source what came of a call. */
  ended?(plan: CallPlan, answered: boolean, now: Instant): void;
}

/** One agent's day; breaks lie inside it, in order, apart. */
export interface AgentDay {
  readonly from: Instant;
  readonly to: Instant;
  readonly breaks: readonly { readonly from: Instant; readonly to: Instant }[];
}

export interface FloorTerms {
  readonly from: Instant;
  readonly to: Instant;
  readonly agents: readonly AgentDay[];
  readonly callsPerSecond: number;
  readonly channels: number;
  /** A live answer without an agent for so long is abandoned. */
  readonly answerWithinMs: number;
  /** The pacer is asked at least so often. */
  readonly tickMs: number;
  readonly abandonTarget: number;
  /** Live answers may be machines that nobody told apart. */
  readonly machinesAmongLive: boolean;
}
