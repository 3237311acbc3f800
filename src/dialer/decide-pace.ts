import { isHardLimitReached } from '../domain/abandon-share.ts';
import { decidePace, type PacingSnapshot } from '../domain/pacing.ts';
import { modeInForce, type FallBack, type ModeInForce } from '../domain/pacing-mode.ts';
import { decideRatio } from '../domain/ratio-pace.ts';
import type { DialMode } from '../domain/vocabulary.ts';
import type { PoolFigures } from './ports.ts';
import type { AnswerCount, Campaign } from './stores.ts';

export const paceReasons = [
  'agents_ready',
  'mode_not_automatic',
  'no_agent_ready',
  'calls_cover_agents',
  'no_channel',
  'rate_limit',
  'no_case_due',
  'calls_per_agent',
  'no_proof_of_life',
  'group_too_small',
  'no_budget',
  'abandon_budget_spent',
  'abandon_hard_limit',
] as const;
export type PaceReason = (typeof paceReasons)[number];

/** Decided, as it is stored and shown. */
export interface PaceRuling {
  readonly mode: DialMode;
  readonly launch: number;
  readonly because: PaceReason;
  readonly figures: Readonly<Record<string, unknown>>;
}

export type PaceSight = Omit<PacingSnapshot, 'mode' | 'agents'> & { readonly agents: PoolFigures };

export const modeOf = (
  campaign: Pick<Campaign, 'mode' | 'smallestGroup' | 'maxAbandonRate'>,
  agents: PoolFigures,
  abandon: { readonly live: number; readonly abandoned: number },
): ModeInForce =>
  modeInForce(
    { mode: campaign.mode, smallestGroup: campaign.smallestGroup, target: campaign.maxAbandonRate },
    { working: agents.working, lifeless: agents.lifeless, ...abandon },
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

/** How a campaign is dialed now, and how many calls that makes. */
export function decidePaceOf(
  campaign: Pick<Campaign, 'mode' | 'ratio' | 'smallestGroup' | 'callsPerAgent' | 'maxAbandonRate'>,
  sight: PaceSight,
): PaceRuling {
  const { agents, inFlight } = sight;
  const { mode, because: fellBack } = modeOf(campaign, agents, sight.abandon);
  const pending = inFlight.placing + inFlight.ringing + inFlight.answeredWaiting;
  const roomForAgents = Math.max(0, Math.floor(campaign.callsPerAgent * agents.working) - pending);
  const capped = roomForAgents < sight.freeChannels;
  const snapshot = { ...sight, mode, freeChannels: Math.min(sight.freeChannels, roomForAgents) };
  const { launch, because, figures } = mode === 'ratio' ? decideRatio(snapshot, campaign.ratio) : decidePace(snapshot);
  return {
    mode,
    launch,
    because: because === 'no_channel' && capped ? 'calls_per_agent' : saidBy(because, fellBack),
    figures: { ...figures, freeChannels: sight.freeChannels, asSet: campaign.mode, fellBack, ...counted(sight) },
  };
}

const counted = ({ abandon, agents }: PaceSight): Record<string, number> => ({
  live: abandon.live,
  abandoned: abandon.abandoned,
  working: agents.working,
});
