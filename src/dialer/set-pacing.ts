import type { PacingSettings } from '../contract/pacing.ts';
import type { AuditTrail } from './ports.ts';
import type { Campaign, CampaignBook } from './stores.ts';

export interface SettingProblem {
  readonly field: string;
  readonly rule: string;
  readonly remedy: string;
}

export type SetPacingReply =
  | { readonly kind: 'changed' | 'unchanged' | 'unknown' }
  | { readonly kind: 'refused'; readonly problems: readonly SettingProblem[] };

export type SetPacing = (
  campaignId: string,
  settings: PacingSettings,
  act: { readonly by: string; readonly reason: string },
) => Promise<SetPacingReply>;

const percent = (share: number): string => `${(share * 100).toFixed(2).replace(/\.?0+$/, '')} %`;

/** What the rules do not allow is refused by name; what was so before is kept as it is. */
function problemsOf(
  settings: PacingSettings,
  { ownTarget, targetMost }: Pick<Campaign, 'ownTarget' | 'targetMost'>,
): SettingProblem[] {
  const problems: SettingProblem[] = [];
  if (settings.target > targetMost && settings.target !== ownTarget) {
    problems.push({
      field: 'target',
      rule: 'abandon.max_rate',
      remedy: `The rules of this campaign allow at most ${percent(targetMost)}.`,
    });
  }
  const speculative = settings.mode === 'predictive' || settings.mode === 'ratio';
  if (speculative && Math.min(settings.target, targetMost) <= 0) {
    problems.push({
      field: 'mode',
      rule: 'abandon.no_budget',
      remedy: 'Nobody may be abandoned under these rules: choose progressive, preview or manual.',
    });
  }
  return problems;
}

/** Changes how a campaign is dialed; calls under way are not touched, the holder of its lease hears of it at once. */
export function makeSetPacing(deps: {
  readonly campaigns: Pick<CampaignBook, 'find' | 'setPacing'>;
  readonly audit: AuditTrail;
  readonly onChanged: (campaignId: string) => void;
}): SetPacing {
  return async (campaignId, settings, { by, reason }) => {
    const campaign = await deps.campaigns.find(campaignId);
    if (campaign === null) return { kind: 'unknown' };
    const problems = problemsOf(settings, campaign);
    if (problems.length > 0) return { kind: 'refused', problems };
    const before = await deps.campaigns.setPacing(campaignId, settings);
    if (before === null) return { kind: 'unknown' };
    const names = ['mode', 'target', 'ratio', 'smallestGroup', 'callsPerAgent'] as const;
    const changed = names.filter((name) => before[name] !== settings[name]);
    if (changed.length === 0) return { kind: 'unchanged' };
    await deps.audit.record({
      actorId: by,
      action: 'pacing.changed',
      subjectType: 'campaign',
      subjectId: campaignId,
      detail: {
        ...Object.fromEntries(
          changed.flatMap((name) => [
            [name, settings[name]],
            [`${name}Before`, before[name]],
          ]),
        ),
        reason,
      },
    });
    deps.onChanged(campaignId);
    return { kind: 'changed' };
  };
}
