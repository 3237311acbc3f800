import type { Instant } from '../vocabulary.ts';
import type { FloorTerms } from './call-plan.ts';

export interface FloorAgent {
  readonly agentId: string;
  readonly state: 'ready' | 'reserved' | 'talking' | 'wrapping_up';
  readonly since: Instant;
  readonly leaving: boolean;
}

export interface FloorCall {
  readonly state: 'placing' | 'ringing' | 'detecting' | 'waiting';
  readonly launchedAt: Instant;
  readonly since: Instant;
  readonly chance?: number;
}

/** What a pacer may see: what the dialer sees too. */
export interface FloorMoment {
  readonly now: Instant;
  readonly agents: readonly FloorAgent[];
  readonly calls: readonly FloorCall[];
  readonly ready: number;
  readonly talking: number;
  readonly wrappingUp: number;
  /** Under way and not yet known to be answered by anybody. */
  readonly pending: number;
  readonly waiting: number;
  readonly freeChannels: number;
  readonly cpsTokens: number;
  readonly dueCalls: number;
  /** Of the next due calls, in order; null: not known. */
  readonly chances: readonly number[] | null;
  /** Live answers so far and the abandoned among them. */
  readonly live: number;
  readonly abandoned: number;
  readonly liveLastHour: number;
  readonly abandonedLastHour: number;
  /** A call has waited too long for an agent kept for it. */
  readonly heldFirst: boolean;
}

export interface FloorCallStages {
  readonly at: Instant;
  readonly launchedAt: Instant;
  readonly ringingAt: Instant | null;
  readonly pickedUpAt: Instant | null;
  readonly chance: number | null;
}

export type FloorEvent =
  | ({ readonly kind: 'live' } & FloorCallStages)
  | ({ readonly kind: 'failed' } & FloorCallStages)
  | { readonly kind: 'connected'; readonly at: Instant; readonly agentId: string }
  | { readonly kind: 'abandoned'; readonly at: Instant }
  | { readonly kind: 'talk_ended'; readonly at: Instant; readonly agentId: string; readonly talkMs: number }
  | { readonly kind: 'wrap_up_ended'; readonly at: Instant; readonly agentId: string; readonly wrapUpMs: number }
  | { readonly kind: 'agent_left'; readonly at: Instant; readonly from: 'ready' | 'busy' };

export interface FloorDecision {
  readonly launch: number;
  /** Places in `chances`, first to be launched first; without them the order that is given. */
  readonly picks?: readonly number[];
  /**
   * More people are rung than there are agents, so calls that need one kept wait for it, and this tells whether one may be
   * kept now. Left out: every call is launched as it comes.
   */
  readonly mayHold?: boolean;
}

/** A way of pacing under trial. Made anew for each run. */
export interface PacingPolicy {
  readonly name: string;
  /** Asked after every event too, not only at each tick. */
  readonly eventDriven: boolean;
  start?(terms: FloorTerms): void;
  decide(moment: FloorMoment): FloorDecision;
  learn?(event: FloorEvent): void;
}
