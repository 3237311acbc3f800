import type { RoutingPreview, RoutingPreviewQuery } from '../contract/routing-preview.ts';
import { chooseAgent } from '../domain/routing/choose-agent.ts';
import type { Clock } from '../platform/clock.ts';
import type { CallFacts, Candidates } from './ports.ts';

/** Who would get a call of this case now, chosen as if it were answered at this instant. Nothing is reserved. */
export function makePreviewChoice(deps: {
  readonly facts: Pick<CallFacts, 'needs' | 'imagined'>;
  readonly candidates: Candidates;
  readonly clock: Clock;
  readonly aliveForMs: number;
  readonly callerOwnerWaitMs: number;
}): (caseId: string, query: RoutingPreviewQuery) => Promise<RoutingPreview | null> {
  return async (caseId, { as, numberId = null, campaignId: other = null }) => {
    const imagined = await deps.facts.imagined({ caseId, numberId, campaignId: other });
    if (imagined === null) return null;
    const { campaign, lineId } = imagined;
    const campaignId = campaign?.campaignId ?? null;
    const needs = await deps.facts.needs({ caseId, campaignId, lineId });
    if (needs === null) return null;
    const { ownerId, ownerTeamId: teamId, knownTo, language } = needs;
    const rules = as === 'called' ? needs.rules : { ...needs.rules, affinityMs: deps.callerOwnerWaitMs };
    const at = deps.clock();
    const search = {
      ...{ ownerId, at, aliveSince: at - deps.aliveForMs, except: [], balance: rules.balanceOccupancy },
      everybody: true,
    };
    const found =
      as === 'calling'
        ? await deps.candidates.forCaller(
            { attemptId: '', campaignId, ownerId, teamId, queueTeamId: null },
            null,
            search,
          )
        : campaignId === null
          ? []
          : await deps.candidates.ofCampaign(campaignId, search);
    const { standings, ...choice } = chooseAgent({ ...needs, among: 'all', only: null, waitedMs: 0 }, found, rules);
    const byId = new Map(found.map((agent) => [agent.agentId, agent]));
    return {
      ...choice,
      ...{ at, campaign, language, ownerId, knownTo },
      rules: { ...rules, requiredSkills: [...rules.requiredSkills] },
      agents: standings.flatMap(({ agentId, rank, because }) => {
        const agent = byId.get(agentId);
        if (agent === undefined) return [];
        const { displayName, state, readySince, level, occupancy, skills } = agent;
        const missingSkills = rules.requiredSkills.filter((skill) => !skills.includes(skill));
        const languages = [...agent.languages];
        return [
          {
            ...{
              agentId,
              name: displayName,
              rank,
              because,
              state,
              readySince,
              level,
              occupancy,
              languages,
              missingSkills,
            },
          },
        ];
      }),
    };
  };
}
