import type { AgentStateName, Instant } from '../vocabulary.ts';
import { speaks } from './speaks.ts';
import type { RoutingRules } from './routing-rules.ts';

/** owner: nobody else. team: his team too. */
export type Among = 'owner' | 'team' | 'all';

export interface RoutedCall {
  readonly ownerId: string | null;
  readonly ownerTeamId: string | null;
  /** Whom the third party on this line talked to last, within the days that the rules allow. */
  readonly knownTo: string | null;
  /** BCP 47; null: nobody knows. */
  readonly language: string | null;
  readonly among: Among;
  /** This one or nobody: somebody named him, so he is held to no skill and no language. */
  readonly only: string | null;
  /** Since it was answered. */
  readonly waitedMs: number;
}

export interface AgentCandidate {
  readonly agentId: string;
  readonly state: AgentStateName;
  /** Null unless ready. */
  readonly readySince: Instant | null;
  /** Asked for a break after his call. */
  readonly leaving: boolean;
  /** Proof of life: audio socket, running clock, live microphone, answered probe. */
  readonly alive: boolean;
  /** Of the campaign, or of the queue that a caller falls to. */
  readonly belongs: boolean;
  readonly teamId: string | null;
  readonly skills: readonly string[];
  /** BCP 47 tags. */
  readonly languages: readonly string[];
  /** On this campaign: 1 comes first. */
  readonly level: number;
  /** 0..1 of the last hour; null: not asked, or no work in it. */
  readonly occupancy: number | null;
}

/** Why somebody cannot have the call at all; the first one that holds is told. */
export const hindrances = [
  'not_of_campaign',
  'other_named',
  'not_owner',
  'not_of_team',
  'skill_missing',
  'language_missing',
  'not_ready',
  'no_proof_of_life',
] as const;
export type Hindrance = (typeof hindrances)[number];

/** What puts one agent before another; the first one in which they differ decides. `only_one`: there is nobody to compare. */
export const precedences = [
  'known_third_party',
  'owner',
  'language',
  'team',
  'level',
  'occupancy',
  'longest_ready',
  'id',
] as const;
export type Precedence = (typeof precedences)[number];

export type AgentStanding =
  | {
      readonly agentId: string;
      /** 1 gets the call. */
      readonly rank: number;
      /** Of the first: what puts him before the second. Of the others: what puts them behind the one before. */
      readonly because: Precedence | 'only_one';
    }
  | { readonly agentId: string; readonly rank: null; readonly because: Hindrance };

export interface AgentChoice {
  /** Null: nobody can have it, or it waits for its owner. */
  readonly agentId: string | null;
  readonly because: Precedence | 'only_one' | 'owner_is_coming' | 'nobody';
  /** How long it waits for its owner yet; 0: it does not. */
  readonly waitMs: number;
  /** Everybody: those who can have the call in their order, then the others. */
  readonly standings: readonly AgentStanding[];
}

/** Shares of the hour that lie in the same tenth are alike: nobody is passed over for a minute's difference. */
const occupancyBands = 10;
const bandOf = (occupancy: number | null): number => Math.floor((occupancy ?? 0) * occupancyBands);

/** Of the call and the agent alone, whatever he does at this moment. */
function unfit(call: RoutedCall, agent: AgentCandidate, rules: RoutingRules): Hindrance | null {
  if (!agent.belongs) return 'not_of_campaign';
  if (call.only !== null) return call.only === agent.agentId ? null : 'other_named';
  const isOwner = call.ownerId === agent.agentId;
  if (call.among === 'owner' && !isOwner) return 'not_owner';
  if (call.among === 'team' && !isOwner && !isOfTeam(call, agent)) return 'not_of_team';
  if (!rules.requiredSkills.every((skill) => agent.skills.includes(skill))) return 'skill_missing';
  if (rules.languageRule === 'required' && !understands(call, agent)) return 'language_missing';
  return null;
}

const isOfTeam = (call: RoutedCall, agent: AgentCandidate): boolean =>
  call.ownerTeamId !== null && call.ownerTeamId === agent.teamId;
const understands = (call: RoutedCall, agent: AgentCandidate): boolean =>
  call.language === null || speaks(agent.languages, call.language);

function hindranceOf(call: RoutedCall, agent: AgentCandidate, rules: RoutingRules): Hindrance | null {
  const never = unfit(call, agent, rules);
  if (never !== null) return never;
  if (agent.state !== 'ready') return 'not_ready';
  return agent.alive ? null : 'no_proof_of_life';
}

/** Smaller comes first. */
function measure(call: RoutedCall, agent: AgentCandidate, rules: RoutingRules, by: Precedence): number | string {
  switch (by) {
    case 'known_third_party':
      return call.knownTo === agent.agentId ? 0 : 1;
    case 'owner':
      return call.ownerId === agent.agentId ? 0 : 1;
    case 'language':
      return understands(call, agent) ? 0 : 1;
    case 'team':
      return isOfTeam(call, agent) ? 0 : 1;
    case 'level':
      return agent.level;
    case 'occupancy':
      return rules.balanceOccupancy ? bandOf(agent.occupancy) : 0;
    case 'longest_ready':
      return agent.readySince ?? Infinity;
    case 'id':
      return agent.agentId;
  }
}

/** He may be free in a moment, and nobody whom the caller knows is there before him. */
function ownerWaitMs(
  call: RoutedCall,
  candidates: readonly AgentCandidate[],
  rules: RoutingRules,
  first: AgentCandidate | undefined,
): number {
  if (first !== undefined && (first.agentId === call.ownerId || first.agentId === call.knownTo)) return 0;
  const owner = candidates.find(({ agentId }) => agentId === call.ownerId);
  const comes = owner?.state === 'wrapping_up' && owner.alive && !owner.leaving && unfit(call, owner, rules) === null;
  return comes ? Math.max(0, rules.affinityMs - call.waitedMs) : 0;
}

/**
 * Who gets this call, and why everybody else does not. A total order: whom the third party talked to, the owner, who speaks
 * the language, the owner's team, the campaign's level, who was busy less, who is ready longest, the smaller id. Whoever
 * drops out leaves the order of the others as it was.
 */
export function chooseAgent(call: RoutedCall, candidates: readonly AgentCandidate[], rules: RoutingRules): AgentChoice {
  const fit: AgentCandidate[] = [];
  const others: AgentStanding[] = [];
  for (const agent of candidates) {
    const hindrance = hindranceOf(call, agent, rules);
    if (hindrance === null) fit.push(agent);
    else others.push({ agentId: agent.agentId, rank: null, because: hindrance });
  }
  const differ = (a: AgentCandidate, b: AgentCandidate): Precedence | 'only_one' =>
    precedences.find((by) => measure(call, a, rules, by) !== measure(call, b, rules, by)) ?? 'only_one';
  fit.sort((a, b) => {
    const by = differ(a, b);
    if (by === 'only_one') return 0;
    return measure(call, a, rules, by) < measure(call, b, rules, by) ? -1 : 1;
  });
  others.sort((a, b) => (a.agentId < b.agentId ? -1 : 1));
  const ranked = fit.map((agent, at): AgentStanding => {
    const beside = at === 0 ? fit[1] : fit[at - 1];
    return { agentId: agent.agentId, rank: at + 1, because: beside === undefined ? 'only_one' : differ(agent, beside) };
  });
  const standings = [...ranked, ...others];
  const waitMs = ownerWaitMs(call, candidates, rules, fit[0]);
  if (waitMs > 0) return { agentId: null, because: 'owner_is_coming', waitMs, standings };
  const first = ranked[0];
  if (first?.rank !== 1) return { agentId: null, because: 'nobody', waitMs: 0, standings };
  return { agentId: first.agentId, because: first.because, waitMs: 0, standings };
}

/** Those who can have the call, the first one first. */
export const inOrder = ({ standings }: AgentChoice): readonly string[] =>
  standings.flatMap(({ agentId, rank }) => (rank === null ? [] : [agentId]));
