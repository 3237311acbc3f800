import { reachedTrunks } from '../../domain/trunk-choice.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { Campaign, CampaignBook, TrunkWay } from '../stores.ts';
import { wayColumns } from './campaign-row.ts';

export async function waysOf(prisma: PrismaClient, campaignId: string): ReturnType<CampaignBook['ways']> {
  const [rows, live, campaign] = await Promise.all([
    prisma.trunk.findMany({ select: wayColumns }),
    prisma.attempt.groupBy({ by: ['trunkId'], where: { endedAt: null }, _count: { _all: true } }),
    prisma.campaign.findUnique({
      where: { id: campaignId },
      select: { trunkId: true, trunks: { select: { trunkId: true } } },
    }),
  ]);
  return {
    all: rows.map(({ id, accountTail, ...way }) => ({
      ...way,
      trunkId: id,
      ownAccount: accountTail !== null,
      live: live.find(({ trunkId }) => trunkId === id)?._count._all ?? 0,
    })),
    own: campaign === null ? [] : [campaign.trunkId, ...campaign.trunks.map(({ trunkId }) => trunkId)],
  };
}

const takesCalls = ({ enabled, quiet }: TrunkWay): boolean => enabled && !quiet;

/**
 * Pacing counts the calls of the campaign's first trunk: what its other trunks and their stand-ins have free is added to
 * that one's channels and rate. A first trunk that takes no call has room for its calls under way and no more.
 */
export async function withAllTrunks(prisma: PrismaClient, campaign: Campaign): Promise<Campaign> {
  const { all, own } = await waysOf(prisma, campaign.campaignId);
  const reached = reachedTrunks(all, own);
  const first = all.find(({ trunkId }) => trunkId === campaign.trunk.trunkId);
  if (first === undefined || (reached.size === 1 && takesCalls(first))) return campaign;
  const others = all.filter((way) => way !== first && reached.has(way.trunkId) && takesCalls(way));
  const free = others.reduce((sum, { channels, live }) => sum + Math.max(0, channels - live), 0);
  const rate = others.reduce((sum, { cps }) => sum + cps, 0);
  const base = takesCalls(first) ? { channels: first.channels, cps: first.cps } : { channels: first.live, cps: 0 };
  return { ...campaign, trunk: { ...campaign.trunk, channels: base.channels + free, cps: base.cps + rate } };
}
