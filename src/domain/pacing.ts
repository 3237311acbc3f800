import type { DialMode, Instant } from './vocabulary.ts';

export interface PacingSnapshot {
  readonly now: Instant;
  readonly mode: DialMode;
  /** `ready` counts only agents with proof of life. */
  readonly agents: {
    readonly ready: number;
    readonly reserved: number;
    readonly talking: number;
    readonly wrappingUp: number;
    readonly onBreak: number;
  };
  readonly inFlight: {
    /** Intended, placing, unconfirmed or queued at the carrier. */
    readonly placing: number;
    readonly ringing: number;
    /** Answered and no agent reserved for it yet. */
    readonly answeredWaiting: number;
  };
  readonly freeChannels: number;
  /** Calls that the trunk's rate allows right now; a fraction is not a call. */
  readonly cpsTokens: number;
  readonly dueCases: number;
  readonly abandon: {
    /** Live answers and the abandoned among them in the preset's rolling window. */
    readonly live: number;
    readonly abandoned: number;
    /** 0..1 */
    readonly target: number;
  };
}

export type PaceReason =
  | 'agents_ready'
  | 'mode_not_automatic'
  | 'no_agent_ready'
  | 'calls_cover_agents'
  | 'no_channel'
  | 'rate_limit'
  | 'no_case_due';

export interface PaceDecision {
  readonly launch: number;
  /** What bounded the number: the tightest limit, or `agents_ready` when every uncovered agent gets a call. */
  readonly because: PaceReason;
  readonly figures: {
    readonly ready: number;
    readonly uncovered: number;
    readonly inFlight: number;
    readonly freeChannels: number;
    readonly cpsTokens: number;
    readonly dueCases: number;
    readonly abandonRate: number;
    /** What the share must stay under. */
    readonly abandonTarget: number;
  };
}

export interface Pacer {
  decide(snapshot: PacingSnapshot): PaceDecision;
}

const whole = (value: number): number => (Number.isFinite(value) ? Math.max(0, Math.floor(value)) : 0);

/** One call for each ready agent that no call in flight is meant for. */
export function decidePace(snapshot: PacingSnapshot): PaceDecision {
  const { agents, inFlight, abandon } = snapshot;
  const ready = whole(agents.ready);
  const covering = whole(inFlight.placing) + whole(inFlight.ringing) + whole(inFlight.answeredWaiting);
  const uncovered = Math.max(0, ready - covering);
  const channels = whole(snapshot.freeChannels);
  const tokens = whole(snapshot.cpsTokens);
  const due = whole(snapshot.dueCases);
  const figures = {
    ready,
    uncovered,
    inFlight: covering,
    freeChannels: channels,
    cpsTokens: tokens,
    dueCases: due,
    abandonRate: abandon.live === 0 ? 0 : abandon.abandoned / abandon.live,
    abandonTarget: abandon.target,
  };
  const none = (because: PaceReason): PaceDecision => ({ launch: 0, because, figures });
  if (snapshot.mode === 'manual' || snapshot.mode === 'preview') return none('mode_not_automatic');
  if (ready === 0) return none('no_agent_ready');
  if (uncovered === 0) return none('calls_cover_agents');
  const launch = Math.min(uncovered, channels, tokens, due);
  if (launch === uncovered) return { launch, because: 'agents_ready', figures };
  if (launch === due) return { launch, because: 'no_case_due', figures };
  if (launch === channels) return { launch, because: 'no_channel', figures };
  return { launch, because: 'rate_limit', figures };
}

export const progressivePacer: Pacer = { decide: decidePace };
