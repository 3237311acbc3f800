import {
  asUsual,
  type CampaignSetup,
  type CampaignSetupView,
  type NewCampaign,
} from '../../../src/contract/campaign-setup.ts';

/** What the editor holds: money in units, the target in percent. */
export interface CampaignDraft extends Omit<CampaignSetup, 'filters' | 'trunkId'> {
  readonly trunkId: string | undefined;
  readonly filters: CampaignSetup['filters'];
  readonly preset: NewCampaign['preset'];
  readonly mode: NewCampaign['mode'];
  readonly targetPercent: number;
}

const minorPerUnit = 100;
const percent = 100;
const usualTargetPercent = 3;

export const minorOf = (units: number | null): number | null =>
  units === null ? null : Math.round(units * minorPerUnit);
export const unitsOf = (minor: number | null): number | null => (minor === null ? null : minor / minorPerUnit);

/** Asks nothing. */
export const noFilters: CampaignSetup['filters'] = {
  clientIds: [],
  placementIds: [],
  classes: [],
  owedFrom: null,
  owedTo: null,
  overdueFrom: null,
  overdueTo: null,
};

export const emptyDraft = (preset: NewCampaign['preset'], trunkId: string | undefined): CampaignDraft => ({
  name: '',
  priority: 1,
  filters: noFilters,
  trunkId,
  furtherTrunkIds: [],
  callerIdIds: [],
  agentIds: [],
  teamIds: [],
  schedule: [],
  abandonTreatment: 'hangup',
  abandonMessage: '',
  amd: true,
  machine: 'hang_up',
  machineWhenConnected: 'tell',
  recordingNotice: '',
  scripts: [],
  routing: asUsual(),
  preset,
  mode: 'progressive',
  targetPercent: usualTargetPercent,
});

export const draftOf = ({
  campaignId: _id,
  version: _version,
  preset,
  ...setup
}: CampaignSetupView): CampaignDraft => ({
  ...emptyDraft('demo', setup.trunkId),
  ...setup,
  preset: preset as NewCampaign['preset'],
  abandonMessage: setup.abandonMessage ?? '',
  recordingNotice: setup.recordingNotice ?? '',
});

export function setupOf(draft: CampaignDraft): CampaignSetup {
  const { preset: _preset, mode: _mode, targetPercent: _target, trunkId = '', ...setup } = draft;
  return {
    ...setup,
    trunkId,
    abandonMessage: setup.abandonMessage === '' ? null : setup.abandonMessage,
    recordingNotice: setup.recordingNotice === '' ? null : setup.recordingNotice,
  };
}

export const newCampaignOf = (draft: CampaignDraft): NewCampaign => ({
  ...setupOf(draft),
  preset: draft.preset,
  mode: draft.mode,
  target: draft.targetPercent / percent,
});
