import { reachedTrunks } from '../../domain/trunk-choice.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { BackPressure, Campaign, CampaignBook, TrunkWay } from '../stores.ts';
import { trunkOf, wayColumns } from './campaign-row.ts';

type Ways = Awaited<ReturnType<CampaignBook['ways']>>;

/** Of several campaigns at once: trunks and calls under way are the same for all of them. */
async function waysOfEach(prisma: PrismaClient, campaignIds: readonly string[]): Promise<(campaignId: string) => Ways> {
  const [rows, live, campaigns] = await Promise.all([
    prisma.trunk.findMany({ select: wayColumns }),
    prisma.attempt.groupBy({ by: ['trunkId'], where: { endedAt: null }, _count: { _all: true } }),
    prisma.campaign.findMany({
      where: { id: { in: [...campaignIds] } },
      select: { id: true, trunkId: true, trunks: { select: { trunkId: true } } },
    }),
  ]);
  const all = rows.map((row) => ({
    ...trunkOf(row),
    live: live.find(({ trunkId }) => trunkId === row.id)?._count._all ?? 0,
  }));
  return (campaignId) => {
    const campaign = campaigns.find(({ id }) => id === campaignId);
    return {
      all,
      own: campaign === undefined ? [] : [campaign.trunkId, ...campaign.trunks.map(({ trunkId }) => trunkId)],
    };
  };
}

export const waysOf = async (prisma: PrismaClient, campaignId: string): Promise<Ways> =>
  (await waysOfEach(prisma, [campaignId]))(campaignId);

function withTrunks(read: Campaign, { all, own }: Ways, resting: ReadonlySet<string>): Campaign {
  const takesCalls = ({ trunkId, enabled, quiet, out }: TrunkWay): boolean =>
    enabled && !quiet && !out && !resting.has(trunkId);
  const reached = reachedTrunks(all, own);
  const campaign = { ...read, reached: [...reached] };
  const first = all.find(({ trunkId }) => trunkId === campaign.trunk.trunkId);
  if (first === undefined || (reached.size === 1 && takesCalls(first))) return campaign;
  const others = all.filter((way) => way !== first && reached.has(way.trunkId) && takesCalls(way));
  const free = others.reduce((sum, { channels, live }) => sum + Math.max(0, channels - live), 0);
  const rate = others.reduce((sum, { cps }) => sum + cps, 0);
  const base = takesCalls(first) ? { channels: first.channels, cps: first.cps } : { channels: first.live, cps: 0 };
  return { ...campaign, trunk: { ...campaign.trunk, channels: base.channels + free, cps: base.cps + rate } };
}

/**
 * Pacing counts the calls of the campaign's first trunk: what its other trunks and their stand-ins have free is added to
 * that one's channels and rate. A first trunk that takes no call, or rests, has room for its calls under way and no more.
 */
export async function withAllTrunks(
  prisma: PrismaClient,
  pressure: Pick<BackPressure, 'raised'>,
  campaigns: readonly Campaign[],
): Promise<readonly Campaign[]> {
  const waysOfOne = await waysOfEach(
    prisma,
    campaigns.map(({ campaignId }) => campaignId),
  );
  const ways = campaigns.map((campaign) => ({ campaign, ways: waysOfOne(campaign.campaignId) }));
  const resting = await pressure.raised(ways[0]?.ways.all.map(({ trunkId }) => trunkId) ?? []);
  return ways.map((each) => withTrunks(each.campaign, each.ways, resting));
}
