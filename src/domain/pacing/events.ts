import type { Instant } from '../vocabulary.ts';

/** What the pacer learns from, in the order in which it happened. */
export type PacingEvent =
  /** Calls were launched after a decision: what it expected of them. */
  | {
      readonly kind: 'launched';
      readonly at: Instant;
      readonly count: number;
      readonly expectedAnswers: number;
      readonly expectedAbandoned: number;
      readonly allowance: number;
      readonly steers: boolean;
      readonly target: number;
      readonly agents: number;
    }
  /** A live answer: a person as far as anybody can tell. */
  | ({ readonly kind: 'live' } & CallStages)
  /** Ended without one: busy, no answer, a machine found out. */
  | ({ readonly kind: 'failed' } & CallStages)
  | { readonly kind: 'connected'; readonly at: Instant; readonly agentId: string }
  | { readonly kind: 'abandoned'; readonly at: Instant }
  | { readonly kind: 'talk_ended'; readonly at: Instant; readonly agentId: string; readonly talkMs: number }
  | { readonly kind: 'wrap_up_ended'; readonly at: Instant; readonly agentId: string; readonly wrapUpMs: number }
  /** Break or end of shift. */
  | { readonly kind: 'agent_left'; readonly at: Instant; readonly from: 'ready' | 'busy' };

export interface CallStages {
  readonly at: Instant;
  readonly launchedAt: Instant;
  readonly ringingAt: Instant | null;
  /** Null: nothing picked up. */
  readonly pickedUpAt: Instant | null;
  readonly chance: number | null;
}
