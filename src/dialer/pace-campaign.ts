import type { Instant } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { ReadAbandonment } from './abandon-account.ts';
import { decidePaceOf, hardLimited, type PaceRuling } from './decide-pace.ts';
import type { LaunchAttempt } from './launch-attempt.ts';
import type { LaunchRefusal } from './dialer.ts';
import type { AgentPool, CaseFacts } from './ports.ts';
import type { AnswerCount, BackPressure, Campaign, PaceBook, ReadyList } from './stores.ts';

export type PaceCampaign = (campaign: Campaign, fence: number) => Promise<'paced' | 'lease-lost'>;

/** Cases read ahead; each is decided again before it is rung. */
const readAhead = 60;
const refillEveryMs = 1_000;
/** Hints that turn out not to be dialable are passed over, within reason. */
const triesPerCall = 5;
/** A decision that stands is stored again after this: one that is older means that nobody paced. */
const renewEveryMs = 60_000;
/**
 * A call that lives is found at the carrier in this time. One that is not keeps its person, its line and its channel for as
 * long as it may still turn up, but no agent waits for it: a carrier that fails now and then would empty the floor.
 */
const unconfirmedCoversMs = 10_000;

interface Remembered {
  filledAt: Instant;
  because: string;
  storedAt: Instant;
}

const stops = new Set<LaunchRefusal>(['no_channel', 'trunk_unavailable', 'no_caller_id', 'campaign_not_running']);

/** One look at one campaign: how many calls, and they are launched. Never runs twice at once for a campaign. */
export function makePaceCampaign(deps: {
  readonly abandonment: ReadAbandonment;
  readonly agents: Pick<AgentPool, 'snapshot'>;
  readonly cases: Pick<CaseFacts, 'dueCases'>;
  readonly book: PaceBook;
  readonly ready: ReadyList;
  readonly pressure: Pick<BackPressure, 'isRaised'>;
  readonly launch: LaunchAttempt;
  readonly onRefused: (because: LaunchRefusal) => void;
  readonly onDecided: (ruling: PaceRuling) => void;
  readonly clock: Clock;
}): PaceCampaign {
  const { cases, book, ready, clock } = deps;
  const remembered = new Map<string, Remembered>();

  const memoryOf = (campaignId: string): Remembered => {
    const known = remembered.get(campaignId);
    if (known !== undefined) return known;
    const fresh = { filledAt: 0, because: '', storedAt: 0 };
    remembered.set(campaignId, fresh);
    return fresh;
  };

  async function dueCount(campaignId: string, wanted: number, memory: Remembered): Promise<number> {
    const size = await ready.size(campaignId);
    const now = clock();
    if (size >= wanted || now - memory.filledAt < refillEveryMs) return size;
    memory.filledAt = now;
    const due = await cases.dueCases(campaignId, now, readAhead);
    await ready.fill(campaignId, due);
    return due.length;
  }

  async function launchUpTo(campaignId: string, fence: number, count: number): Promise<'done' | 'lease-lost'> {
    let left = count;
    for (let tries = count * triesPerCall; left > 0 && tries > 0;) {
      const caseIds = await ready.take(campaignId, Math.min(left, tries));
      if (caseIds.length === 0) return 'done';
      tries -= caseIds.length;
      const replies = await Promise.all(caseIds.map((caseId) => deps.launch(caseId, campaignId, fence)));
      for (const reply of replies) {
        if (reply.kind === 'launched') left -= 1;
        else deps.onRefused(reply.because);
      }
      const refusals = replies.flatMap((reply) => (reply.kind === 'refused' ? [reply.because] : []));
      if (refusals.includes('lease_lost')) return 'lease-lost';
      if (refusals.some((because) => stops.has(because))) return 'done';
    }
    return 'done';
  }

  /** The share of the hard limit is counted over its own hours; the reading is shared where they are the rules' days. */
  async function overHardHours({ campaignId, hardAbandon }: Campaign): Promise<AnswerCount> {
    if (hardAbandon === null) return { live: 0, abandoned: 0 };
    return (await deps.abandonment({ campaignId, abandonDays: hardAbandon.overHours / 24 })).window;
  }

  return async (campaign, fence) => {
    const { campaignId, trunk } = campaign;
    const memory = memoryOf(campaignId);
    const now = clock();
    const [agents, figures, rests, abandoned] = await Promise.all([
      deps.agents.snapshot(campaignId),
      book.figures(campaignId, trunk.trunkId, now - unconfirmedCoversMs),
      deps.pressure.isRaised(trunk.trunkId),
      deps.abandonment(campaign),
    ]);
    const ruling =
      hardLimited(campaign, await overHardHours(campaign)) ??
      decidePaceOf(campaign, {
        now,
        agents,
        inFlight: figures,
        freeChannels: rests ? 0 : trunk.channels - figures.liveOnTrunk,
        // One second's worth may wait in the trunk's queue, which keeps the rate itself.
        cpsTokens: Math.max(1, trunk.cps) - figures.waitingOnTrunk,
        dueCases: await dueCount(campaignId, Math.ceil(agents.ready * campaign.ratio), memory),
        abandon: { ...abandoned.window, target: campaign.maxAbandonRate },
      });
    const reason = `${ruling.mode} ${ruling.because}`;
    if (ruling.launch > 0 || reason !== memory.because || now - memory.storedAt >= renewEveryMs) {
      memory.because = reason;
      memory.storedAt = now;
      deps.onDecided(ruling);
      await book.record({ campaignId, at: now, ...ruling });
    }
    const launched = await launchUpTo(campaignId, fence, ruling.launch);
    return launched === 'lease-lost' ? 'lease-lost' : 'paced';
  };
}
