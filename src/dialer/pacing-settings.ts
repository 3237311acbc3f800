import type { PacingSettings } from '../contract/pacing.ts';
import type { Campaign } from './stores.ts';

/** As they are set, before the rules make them stricter. */
export const settingsOf = (campaign: Campaign): PacingSettings => ({
  mode: campaign.mode,
  target: campaign.ownTarget,
  ratio: campaign.ratio,
  smallestGroup: campaign.smallestGroup,
  callsPerAgent: campaign.callsPerAgent,
});
