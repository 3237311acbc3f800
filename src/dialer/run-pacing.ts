import type { Logger } from '../platform/log.ts';
import type { Background } from './background.ts';
import type { PaceCampaign } from './pace-campaign.ts';
import type { Campaign, CampaignBook, PacingLeases } from './stores.ts';

export interface PacingRunner {
  /** Look at every campaign held here soon; many wakes make one look. */
  readonly wake: () => void;
  /** Once a second: which campaigns run, and whose pacing is held here. */
  readonly tick: () => Promise<void>;
  /** Campaigns that this node paces. */
  readonly held: () => readonly string[];
  /** Starts nothing more, waits for the looks under way, gives the leases up. */
  readonly stop: () => Promise<void>;
}

interface Held {
  campaign: Campaign;
  readonly holder: string;
  readonly fence: number;
}

/**
 * Of all nodes one paces a campaign: the holder of its lease. The lease lives in Redis and may be lost at any time;
 * the fence drawn from Postgres when it was taken is checked in the very transaction that writes an intent.
 */
export function makePacingRunner(deps: {
  readonly campaigns: Pick<CampaignBook, 'running' | 'takeFence'>;
  readonly leases: PacingLeases;
  readonly pace: PaceCampaign;
  /** Between two looks at a campaign: what happens meanwhile is decided in one. */
  readonly pause: () => Promise<void>;
  readonly background: Background;
  readonly log: Logger;
}): PacingRunner {
  const { leases, background, log } = deps;
  const held = new Map<string, Held>();
  const looking = new Set<string>();
  const lookAgain = new Set<string>();
  const turns = new Set<Promise<void>>();
  let stopped = false;

  const drop = (campaignId: string): void => {
    held.delete(campaignId);
    lookAgain.delete(campaignId);
  };

  async function look(campaignId: string): Promise<void> {
    const mine = held.get(campaignId);
    if (mine === undefined || stopped) return;
    const looked = await deps.pace.look(mine.campaign, mine.fence);
    if (looked === 'again') lookAgain.add(campaignId);
    if (looked !== 'lease-lost') return;
    // Lost meanwhile and taken anew by this very node: the look was an old holder's, the campaign stays.
    if (held.get(campaignId) !== mine) return;
    log.warn({ campaignId }, 'pacing of a campaign was taken over by another node');
    drop(campaignId);
  }

  /** One look at a time for a campaign; a wish that comes meanwhile is one more look after it. */
  function lookSoon(campaignId: string): void {
    if (stopped) return;
    if (looking.has(campaignId)) {
      lookAgain.add(campaignId);
      return;
    }
    looking.add(campaignId);
    background.run('pacing a campaign failed; the next tick tries again', { campaignId }, async () => {
      try {
        lookAgain.delete(campaignId);
        await look(campaignId);
        while (lookAgain.has(campaignId) && !stopped) {
          await deps.pause();
          lookAgain.delete(campaignId);
          await look(campaignId);
        }
      } finally {
        looking.delete(campaignId);
      }
    });
  }

  async function hold(campaign: Campaign): Promise<void> {
    const { campaignId } = campaign;
    const mine = held.get(campaignId);
    if (mine !== undefined) {
      if (await leases.keep(campaignId, mine.holder)) {
        mine.campaign = campaign;
        return;
      }
      log.warn({ campaignId }, 'the pacing lease of a campaign was lost');
      drop(campaignId);
    }
    const holder = await leases.take(campaignId);
    if (holder === null) return;
    const fence = await deps.campaigns.takeFence(campaignId);
    held.set(campaignId, { campaign, holder, fence });
    log.info({ campaignId, fence }, 'pacing a campaign');
  }

  async function giveUp(campaignId: string): Promise<void> {
    const mine = held.get(campaignId);
    drop(campaignId);
    if (mine === undefined) return;
    await deps.pace.leave(campaignId, mine.fence);
    await leases.giveUp(campaignId, mine.holder);
  }

  async function takeWhatRuns(): Promise<void> {
    const running = await deps.campaigns.running();
    const ids = new Set(running.map((campaign) => campaign.campaignId));
    for (const campaignId of [...held.keys()]) if (!ids.has(campaignId)) await giveUp(campaignId);
    for (const campaign of running) {
      if (stopped) return;
      await hold(campaign);
      lookSoon(campaign.campaignId);
    }
  }

  return {
    wake() {
      for (const campaignId of held.keys()) lookSoon(campaignId);
    },
    held: () => [...held.keys()],
    async tick() {
      if (stopped) return;
      const turn = takeWhatRuns();
      turns.add(turn);
      try {
        await turn;
      } finally {
        turns.delete(turn);
      }
    },
    async stop() {
      stopped = true;
      // A turn under way may still take a lease, which is given up with the others.
      await Promise.allSettled(turns);
      await background.drained();
      for (const campaignId of [...held.keys()]) await giveUp(campaignId);
    },
  };
}
