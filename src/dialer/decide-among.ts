import { agentsWanted, aheadOnCallerIds, partOfSeats, partOfTrunk, type Wish } from '../domain/pacing/give-way.ts';
import type { PacingMemory } from '../domain/pacing/pacing-memory.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { callsThatCompete, decidePaceOf, type PaceChoice, type PaceGround, type PacePlan } from './decide-pace.ts';
import type { Campaign } from './stores.ts';

/** More than any look launches. */
const unbounded = 1_000;

/** Channels, calls per second and agents as this campaign may count on them, when those that come first are served. */
export interface GivenWay {
  readonly ground: PaceGround;
  readonly waitsFor: Wish | null;
  readonly givenUpAgents: number;
  readonly own: Omit<Wish, 'at' | 'wants' | 'agents' | 'due' | 'mayHold'>;
}

export function giveWay(campaign: Campaign, ground: PaceGround, rivals: readonly Wish[], tookAt: Instant): GivenWay {
  const { campaignId, name, priority, reached } = campaign;
  const pending = callsThatCompete(campaignId, ground.roster, ground.sight.calls).own.length;
  const own = {
    ...{ campaignId, name, priority, tookAt, trunkIds: reached },
    calls: pending + ground.sight.connected,
    talking: ground.sight.connected,
  };
  const trunk = partOfTrunk(own, rivals, { channels: ground.freeChannels, tokens: ground.cpsTokens });
  const part = partOfSeats(own, rivals, ground.roster.seats, ground.roster.shared);
  const waitsFor = part.waitsFor ?? trunk.waitsFor;
  return {
    ground: {
      ...ground,
      freeChannels: Math.min(ground.freeChannels, trunk.channels),
      cpsTokens: Math.min(ground.cpsTokens, trunk.tokens),
      roster: { ...ground.roster, seats: part.seats, shared: part.shared },
    },
    waitsFor: rivals.find((wish) => wish.campaignId === waitsFor) ?? null,
    givenUpAgents: part.givenUp,
    own,
  };
}

/** The plan beside other campaigns, and what the campaign tells them of itself. */
export function decideAmong(
  campaign: Campaign,
  alone: PaceGround,
  given: GivenWay,
  rivals: readonly Wish[],
  memory: PacingMemory,
): { readonly plan: PacePlan; readonly wish: Omit<Wish, 'at'> } {
  const { ground, own, waitsFor } = given;
  const choice = decidePaceOf(campaign, ground, memory);
  const ahead = aheadOnCallerIds(own, rivals);
  return {
    plan: { ...saidOf(campaign, alone, given, choice, memory), ahead },
    wish: { ...own, ...wishOf(campaign, ground, choice, memory, waitsFor) },
  };
}

/** Where more would be launched without the others, they are the reason. */
function saidOf(
  campaign: Campaign,
  alone: PaceGround,
  { ground, waitsFor, givenUpAgents }: GivenWay,
  choice: PaceChoice,
  memory: PacingMemory,
): PaceChoice {
  if (waitsFor === null || decidePaceOf(campaign, alone, memory).launch <= choice.launch) return choice;
  return {
    ...choice,
    because: waitsFor.priority < campaign.priority ? 'other_campaign_first' : 'shares_with_campaign',
    figures: {
      ...choice.figures,
      waitsFor: waitsFor.name,
      agentsGivenUp: givenUpAgents,
      channelsGivenUp: Math.max(0, alone.freeChannels - ground.freeChannels),
    },
  };
}

function wishOf(
  campaign: Campaign,
  ground: PaceGround,
  choice: PaceChoice,
  memory: PacingMemory,
  waitsFor: Wish | null,
): Pick<Wish, 'wants' | 'agents' | 'due' | 'mayHold'> {
  const { mode, because, launch } = choice;
  const pending = callsThatCompete(campaign.campaignId, ground.roster, ground.sight.calls).own.length;
  const shared = new Set(ground.roster.shared.flatMap(({ agentIds }) => agentIds));
  const readyAlone = ground.roster.seats.filter(
    ({ state, agentId }) => state === 'ready' && !shared.has(agentId),
  ).length;
  const automatic = mode !== 'manual' && mode !== 'preview' && ground.roster.seats.length > 0;
  const due = automatic ? ground.dueCases : 0;
  const overbooks = mode === 'predictive' || mode === 'ratio';
  const { mean: answerRate } = memory.answerRate;
  const bounded = because === 'no_channel' || because === 'rate_limit' || waitsFor !== null;
  const open = { ...ground, freeChannels: unbounded, cpsTokens: unbounded };
  return {
    wants: automatic && bounded ? Math.max(0, decidePaceOf(campaign, open, memory).launch - launch) : 0,
    agents: agentsWanted({
      ...{ overbooks, answerRate, pending, readyAlone },
      launchable: Math.min(due, Math.max(0, ground.freeChannels)),
    }),
    due,
    mayHold: !automatic || choice.mayHold,
  };
}
