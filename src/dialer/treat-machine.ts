import type { AttemptBook, Campaign, CampaignBook } from './stores.ts';
import type { Moved } from './apply-event.ts';
import type { CallDesk } from './ports.ts';
import type { HangUp } from './hang-up.ts';

export type TreatMachine = (moved: Moved) => Promise<void>;

const isMachine = (moved: Moved): boolean => {
  const verdict = moved.after.amd?.answeredBy;
  return verdict === 'machine' || verdict === 'fax';
};

/** A machine on the line is hung up; once an agent has it, the agent is told and decides, unless the campaign says otherwise. */
export function makeTreatMachine(deps: {
  readonly attempts: Pick<AttemptBook, 'find'>;
  readonly campaigns: Pick<CampaignBook, 'find'>;
  readonly calls: Pick<CallDesk, 'amdVerdict'>;
  readonly hangUp: HangUp;
}): TreatMachine {
  const ends = (campaign: Campaign | null, connected: boolean): boolean =>
    connected ? campaign?.machineTreatmentWhenConnected === 'hang_up' : campaign?.machineTreatment !== 'keep';

  return async (moved) => {
    const { attempt, after } = moved;
    if (after.amd === null) return;
    await deps.calls.amdVerdict(attempt.attemptId, after.amd.answeredBy);
    if (!isMachine(moved) || after.state === 'ended') return;
    const campaign = attempt.campaignId === null ? null : await deps.campaigns.find(attempt.campaignId);
    // Read again: an agent may have been connected since the verdict was applied.
    const now = await deps.attempts.find(attempt.attemptId);
    if (now === null || now.record.state === 'ended') return;
    if (ends(campaign, now.record.connected !== null)) await deps.hangUp(attempt.attemptId, 'system');
  };
}
