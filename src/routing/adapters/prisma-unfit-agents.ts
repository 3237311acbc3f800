import { takesAny } from '../../domain/routing/takes-any.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';

/** Agents of a campaign who could take none of its calls. */
export type UnfitAgents = (campaignId: string) => Promise<readonly string[]>;

/** Whoever paces looks many times a second; what its open cases ask for changes with imports and talks. */
const holdsMs = 5_000;

export function makePrismaUnfitAgents(prisma: PrismaClient, clock: Clock): UnfitAgents {
  const held = new Map<string, { readonly at: number; readonly unfit: Promise<readonly string[]> }>();

  async function read(campaignId: string): Promise<readonly string[]> {
    const campaign = await prisma.campaign.findUnique({ where: { id: campaignId }, select: { languageRule: true } });
    if (campaign?.languageRule !== 'required') return [];
    const [cases, agents] = await Promise.all([
      prisma.case.groupBy({ by: ['language'], where: { campaignId, status: 'open' } }),
      prisma.campaignAgent.findMany({
        where: { campaignId },
        select: { userId: true, user: { select: { languages: true } } },
      }),
    ]);
    const calls = { languageRule: 'required', languages: cases.map(({ language }) => language) } as const;
    return agents.flatMap(({ userId, user }) => (takesAny(user.languages, calls) ? [] : [userId]));
  }

  return (campaignId) => {
    const known = held.get(campaignId);
    if (known !== undefined && Math.abs(clock() - known.at) < holdsMs) return known.unfit;
    const unfit = read(campaignId);
    held.set(campaignId, { at: clock(), unfit });
    // A failure is told to whoever asked, and not kept.
    unfit.catch(() => held.delete(campaignId));
    return unfit;
  };
}
