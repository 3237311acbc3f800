import type { ReplayRequest, ReplayView } from '../../contract/pacing.ts';
import type { DayLog } from '../../domain/pacing-replay/day-log.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { settingsOf } from '../pacing-settings.ts';
import type { SettingProblem } from '../set-pacing.ts';
import type { AnswerCount, CampaignBook } from '../stores.ts';
import type { ReplayDone, ReplayJob } from './replay-job.ts';

export type ReplayReply =
  | { readonly kind: 'replayed'; readonly view: ReplayView }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'refused'; readonly problems: readonly SettingProblem[] };

export type ReplayCampaign = (campaignId: string, request: ReplayRequest) => Promise<ReplayReply>;

/** What is on record of a day. */
export interface DayBook {
  /** The agency's date of the campaign's latest call; null: there is none. */
  latest(campaignId: string): Promise<string | null>;
  /** By the agency's clock, from midnight to midnight. */
  day(date: string): Promise<{ readonly from: Instant; readonly to: Instant }>;
  log(campaignId: string, day: { readonly from: Instant; readonly to: Instant }): Promise<DayLog>;
  answers(campaignId: string, from: Instant, to: Instant): Promise<AnswerCount>;
}

const dayMs = 86_400_000;

const emptyDay: SettingProblem = {
  field: 'day',
  rule: 'empty_day',
  remedy: 'Nobody was called on this day: choose one on which the campaign ran.',
};

/** Only the hours in which anything happened: a simulated night takes as long as a simulated day. */
function hoursOf(log: DayLog): DayLog {
  const begins = [...log.calls.map((call) => call.launchedAt), ...log.agentTimes.map((time) => time.from)];
  const ends = [...log.calls.map((call) => call.endedAt), ...log.agentTimes.map((time) => time.to)];
  const first = begins.reduce((least, at) => Math.min(least, at), log.to);
  const last = ends.reduce((most, at) => Math.max(most, at), log.from);
  return { ...log, from: Math.max(log.from, first), to: Math.min(log.to, last) };
}

/** One at a time on a node: each takes a core while it runs. */
export function makeReplayCampaign(deps: {
  readonly campaigns: Pick<CampaignBook, 'find'>;
  readonly days: DayBook;
  readonly run: (job: ReplayJob) => Promise<ReplayDone>;
}): ReplayCampaign {
  let running = false;
  return async (campaignId, { day: asked, settings }) => {
    const campaign = await deps.campaigns.find(campaignId);
    if (campaign === null) return { kind: 'unknown' };
    const day = asked ?? (await deps.days.latest(campaignId));
    if (day === null) return { kind: 'refused', problems: [emptyDay] };
    const bounds = await deps.days.day(day);
    const log = await deps.days.log(campaignId, bounds);
    const agents = new Set(log.agentTimes.map((time) => time.agentId)).size;
    if (log.calls.length === 0 || agents === 0) return { kind: 'refused', problems: [emptyDay] };
    if (running) return { kind: 'busy' };
    running = true;
    try {
      const { measured, foreseen } = await deps.run({
        log: hoursOf(log),
        callsPerSecond: Math.max(1, campaign.trunk.cps),
        channels: campaign.trunk.channels,
        targetMost: campaign.targetMost,
        before: await deps.days.answers(campaignId, bounds.from - campaign.abandonDays * dayMs, bounds.from),
        settings: [settingsOf(campaign), settings],
      });
      const [asSet, asAsked] = foreseen;
      if (asSet === undefined || asAsked === undefined) throw new Error('a replay without its results');
      return { kind: 'replayed', view: { day, calls: log.calls.length, agents, measured, asSet, asAsked } };
    } finally {
      running = false;
    }
  };
}
