import type { AbandonAccountView, PacingMinuteView, PacingView } from '../contract/pacing.ts';
import { boundOf } from '../domain/pacing-mode.ts';
import type { Clock } from '../platform/clock.ts';
import type { ReadAbandonment } from './abandon-account.ts';
import { modeOf } from './decide-pace.ts';
import { settingsOf } from './pacing-settings.ts';
import type { AgentPool } from './ports.ts';
import type { AnswerCount, CampaignBook, PaceBook, PacingLog, PacingMinutes, StoredDecision } from './stores.ts';

const minuteMs = 60_000;
const trailingMs = 15 * minuteMs;

export type ReadPacingView = (campaignId: string) => Promise<PacingView | null>;

const sum = (minutes: readonly PacingMinuteView[], of: (minute: PacingMinuteView) => number): number =>
  minutes.reduce((total, minute) => total + of(minute), 0);

const accountOf = (count: AnswerCount): AbandonAccountView => ({
  ...count,
  share: count.live === 0 ? 0 : count.abandoned / count.live,
  bound: boundOf(count),
});

export const decisionView = ({ decisionId, at, mode, launch, because, figures }: StoredDecision) => ({
  decisionId,
  at,
  mode,
  launch,
  because,
  figures: { ...figures },
});

/** What the pacer learned says more than a count; before it learned anything, the count. */
function answersOf(decision: StoredDecision | null, minutes: readonly PacingMinuteView[]): PacingView['answers'] {
  const learned = { ...decision?.figures } as Readonly<Record<string, unknown>>;
  const { answerRate: rate, answerError: error } = learned;
  if (typeof rate === 'number' && typeof error === 'number') return { rate, error };
  const launches = sum(minutes, (minute) => minute.launches);
  if (launches === 0) return null;
  // One answer and one failure more than were seen: a share of few is not a certainty.
  const share = (sum(minutes, (minute) => minute.answers) + 1) / (launches + 2);
  return { rate: Math.min(1, share), error: Math.sqrt((share * Math.max(0, 1 - share)) / (launches + 3)) };
}

export function makeReadPacingView(deps: {
  readonly campaigns: Pick<CampaignBook, 'find'>;
  readonly agents: Pick<AgentPool, 'snapshot'>;
  readonly book: Pick<PaceBook, 'figures' | 'launchesSince'>;
  readonly log: Pick<PacingLog, 'latest'>;
  readonly minutes: Pick<PacingMinutes, 'read'>;
  readonly abandonment: ReadAbandonment;
  readonly clock: Clock;
}): ReadPacingView {
  const { clock, book } = deps;
  return async (campaignId) => {
    const now = clock();
    const campaign = await deps.campaigns.find(campaignId);
    if (campaign === null) return null;
    const [agents, calls, launchesLastMinute, abandoned, decision, minutes] = await Promise.all([
      deps.agents.snapshot(campaignId),
      book.figures(campaignId, campaign.trunk.trunkId, now),
      book.launchesSince(campaignId, now - minuteMs),
      deps.abandonment(campaign),
      deps.log.latest(campaignId),
      deps.minutes.read(campaignId, now - trailingMs - minuteMs, now),
    ]);
    const busySec = sum(minutes, (minute) => minute.talkingSec + minute.wrappingUpSec);
    const idleSec = sum(minutes, (minute) => minute.readySec + minute.reservedSec);
    const connected = sum(minutes, (minute) => minute.answers - minute.abandoned);
    return {
      campaignId,
      at: now,
      name: campaign.name,
      status: campaign.status,
      settings: settingsOf(campaign),
      rules: { targetMost: campaign.targetMost, days: campaign.abandonDays },
      target: campaign.maxAbandonRate,
      inForce: modeOf(campaign, agents, abandoned.window),
      agents: {
        ready: agents.ready,
        reserved: agents.reserved,
        talking: agents.talking,
        wrappingUp: agents.wrappingUp,
        onBreak: agents.onBreak,
        lifeless: agents.lifeless,
      },
      calls: {
        placing: calls.placing,
        ringing: calls.ringing,
        waiting: calls.answeredWaiting,
        connected: calls.connected,
      },
      launchesLastMinute,
      answers: answersOf(decision, minutes),
      abandoned: { today: accountOf(abandoned.today), window: accountOf(abandoned.window) },
      utilisation: busySec + idleSec === 0 ? null : busySec / (busySec + idleSec),
      waitSec: connected === 0 ? null : idleSec / connected,
      decision: decision === null ? null : decisionView(decision),
    };
  };
}
