import { boundDeviations, isHardLimitReached } from '../domain/abandon-share.ts';
import { decidePacing, type PacingFigures, type PacingReason } from '../domain/pacing/decide-pacing.ts';
import type { PacedCall } from '../domain/pacing/moment.ts';
import type { PacingMemory } from '../domain/pacing/pacing-memory.ts';
import { modeInForce, type FallBack, type ModeInForce } from '../domain/pacing-mode.ts';
import type { DialMode, Instant } from '../domain/vocabulary.ts';
import type { AbandonStanding } from './abandon-account.ts';
import type { PoolFigures, PoolRoster } from './ports.ts';
import type { AnswerCount, Campaign, CampaignAhead, PaceSight, PendingCall } from './stores.ts';

type OfThisRoom = 'calls_per_agent' | 'abandon_hard_limit' | 'other_campaign_first' | 'shares_with_campaign';
export const paceReasons = [
  'agents_ready',
  'mode_not_automatic',
  'no_agent',
  'no_agent_ready',
  'calls_cover_agents',
  'risk_at_bound',
  'abandon_budget_nearly_spent',
  'hour_budget_spent',
  'agent_awaited',
  'no_channel',
  'rate_limit',
  'no_case_due',
  'calls_per_agent',
  'languages_differ',
  'no_proof_of_life',
  'group_too_small',
  'no_budget',
  'abandon_budget_spent',
  'abandon_hard_limit',
  'other_campaign_first',
  'shares_with_campaign',
] as const satisfies readonly (PacingReason | FallBack | OfThisRoom)[];
export type PaceReason = (typeof paceReasons)[number];

/** Decided, as it is stored and shown. */
export interface PaceRuling {
  readonly mode: DialMode;
  readonly launch: number;
  readonly because: PaceReason;
  readonly figures: Readonly<Record<string, unknown>>;
}

/** The same with what the launches need and what is learned of them. */
export interface PaceChoice extends PaceRuling {
  readonly mayHold: boolean;
  /** An agent is kept for each call: who takes it has to speak its language, and not everybody does (AGT-17). */
  readonly keepsEach: boolean;
  readonly forecast: Pick<
    PacingFigures,
    | 'expectedAnswers'
    | 'expectedAbandoned'
    | 'answerRate'
    | 'heldRisk'
    | 'allowance'
    | 'steers'
    | 'working'
    | 'pendingAnswers'
  > & { readonly target: number; readonly free: number };
}

/** The same beside other campaigns: what is left of a caller id's day is for those ahead. */
export interface PacePlan extends PaceChoice {
  readonly ahead: readonly CampaignAhead[];
}

/** Everything that bears on a campaign at one instant. */
export interface PaceGround {
  readonly now: Instant;
  readonly roster: PoolRoster;
  readonly sight: PaceSight;
  readonly freeChannels: number;
  readonly cpsTokens: number;
  readonly dueCases: number;
  readonly nextChances: readonly number[] | null;
  readonly heldFirst: boolean;
  readonly abandon: AbandonStanding;
}

/** Routing gives up an answer that waited so long for an agent. */
const answerWithinMs = 2_000;

export const modeOf = (
  campaign: Pick<Campaign, 'mode' | 'smallestGroup' | 'maxAbandonRate'>,
  agents: Pick<PoolFigures, 'working' | 'lifeless' | 'languagesDiffer'>,
  abandon: AnswerCount,
): ModeInForce =>
  modeInForce(
    { mode: campaign.mode, smallestGroup: campaign.smallestGroup, target: campaign.maxAbandonRate },
    {
      ...{ working: agents.working, lifeless: agents.lifeless, languagesDiffer: agents.languagesDiffer },
      ...{ live: abandon.live, abandoned: abandon.abandoned },
    },
  );

/** One call for each agent is what the fall back allows: then it is the reason, not the agents. */
const saidBy = (because: PaceReason, fellBack: FallBack | 'as_set'): PaceReason =>
  fellBack !== 'as_set' && (because === 'agents_ready' || because === 'calls_cover_agents') ? fellBack : because;

/** Too many were abandoned for anything to be launched by itself, whatever the mode. */
export const hardLimited = (campaign: Pick<Campaign, 'mode' | 'hardAbandon'>, over: AnswerCount): PaceRuling | null =>
  isHardLimitReached(
    { connected: over.live - over.abandoned, abandoned: over.abandoned, estimatedFalseMachines: 0 },
    campaign.hardAbandon?.rate ?? null,
  )
    ? { mode: campaign.mode, launch: 0, because: 'abandon_hard_limit', figures: { ...over } }
    : null;

/**
 * Calls that may need an agent of this campaign: its own but for those with an agent kept for them, and of a campaign that
 * shares agents the part that will land here, the oldest first.
 */
export function callsThatCompete(
  campaignId: string,
  { seats, shared }: PoolRoster,
  calls: readonly PendingCall[],
): { readonly own: readonly PacedCall[]; readonly foreign: readonly PacedCall[] } {
  // Kept by an agent who works elsewhere only, the call asks for nobody here either.
  const kept = new Set([
    ...seats.flatMap((seat) => (seat.attemptId === null ? [] : [seat.attemptId])),
    ...shared.flatMap(({ keptFor }) => keptFor),
  ]);
  const free = calls.filter((call) => !kept.has(call.attemptId));
  const foreign = shared.flatMap(({ campaignId: other, share }) => {
    const theirs = free.filter((call) => call.campaignId === other).toSorted((a, b) => a.launchedAt - b.launchedAt);
    return theirs.slice(0, Math.round(theirs.length * share));
  });
  return { own: free.filter((call) => call.campaignId === campaignId), foreign };
}

const rounded = (figures: PacingFigures): Record<string, number | boolean> =>
  Object.fromEntries(
    Object.entries(figures as unknown as Record<string, number | boolean>).map(([name, value]) => [
      name,
      typeof value === 'number' ? Math.round(value * 1e5) / 1e5 : value,
    ]),
  );

/** How a campaign is dialed now, and how many calls that makes. */
export function decidePaceOf(
  campaign: Pick<
    Campaign,
    'campaignId' | 'mode' | 'ratio' | 'smallestGroup' | 'callsPerAgent' | 'maxAbandonRate' | 'detectMachine'
  >,
  ground: PaceGround,
  memory: PacingMemory,
): PaceChoice {
  const { now, roster, abandon } = ground;
  const working = roster.seats.length;
  const { lifeless, languagesDiffer } = roster;
  const { mode, because: fellBack } = modeOf(campaign, { working, lifeless, languagesDiffer }, abandon.window);
  const { own, foreign } = callsThatCompete(campaign.campaignId, roster, ground.sight.calls);
  const roomForAgents = Math.max(0, Math.floor(campaign.callsPerAgent * working) - own.length);
  const capped = roomForAgents < ground.freeChannels;
  const { launch, because, mayHold, figures } = decidePacing(
    {
      now,
      mode,
      callsPerAgent: campaign.ratio,
      // The mode in force has seen to it.
      smallestGroup: 1,
      agents: roster.seats,
      calls: foreign.length === 0 ? own : [...own, ...foreign],
      freeChannels: Math.min(ground.freeChannels, roomForAgents),
      cpsTokens: ground.cpsTokens,
      dueCases: ground.dueCases,
      nextChances: ground.nextChances,
      heldFirst: ground.heldFirst,
      abandon: {
        target: campaign.maxAbandonRate,
        live: abandon.window.live,
        abandoned: abandon.window.abandoned,
        liveLastHour: abandon.lastHour.live,
        abandonedLastHour: abandon.lastHour.abandoned,
        dialingEndsAt: null,
        machinesAmongLive: !campaign.detectMachine,
        deviations: boundDeviations,
      },
      answerWithinMs,
    },
    memory,
  );
  return {
    mode,
    launch,
    because: because === 'no_channel' && capped ? 'calls_per_agent' : saidBy(because, fellBack),
    mayHold,
    keepsEach: languagesDiffer,
    figures: {
      ...rounded(figures),
      freeChannels: ground.freeChannels,
      asSet: campaign.mode,
      fellBack,
      live: abandon.window.live,
      abandoned: abandon.window.abandoned,
      sharedCalls: foreign.length,
    },
    forecast: { ...figures, target: campaign.maxAbandonRate, free: figures.ready - figures.waiting },
  };
}
