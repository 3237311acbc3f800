import { takesAll, takesAny } from '../../domain/routing/takes-any.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';

/** Agents of a campaign who lack a language that its calls require. */
export interface LackOfLanguage {
  /** They could take none of its calls. */
  readonly unfit: readonly string[];
  /** They could take some of them. */
  readonly partly: ReadonlySet<string>;
}
export type ReadLackOfLanguage = (campaignId: string) => Promise<LackOfLanguage>;

const nobody: LackOfLanguage = { unfit: [], partly: new Set() };

/** Whoever paces looks many times a second; what its open cases ask for changes with imports and talks. */
const holdsMs = 5_000;

export function makePrismaLackOfLanguage(prisma: PrismaClient, clock: Clock): ReadLackOfLanguage {
  const held = new Map<string, { readonly at: number; readonly lack: Promise<LackOfLanguage> }>();

  async function read(campaignId: string): Promise<LackOfLanguage> {
    const campaign = await prisma.campaign.findUnique({ where: { id: campaignId }, select: { languageRule: true } });
    if (campaign?.languageRule !== 'required') return nobody;
    const [cases, agents] = await Promise.all([
      prisma.case.groupBy({ by: ['language'], where: { campaignId, status: 'open' } }),
      prisma.campaignAgent.findMany({
        where: { campaignId },
        select: { userId: true, user: { select: { languages: true } } },
      }),
    ]);
    const calls = { languageRule: 'required', languages: cases.map(({ language }) => language) } as const;
    const takers = agents.filter(({ user }) => takesAny(user.languages, calls));
    return {
      unfit: agents.filter((agent) => !takers.includes(agent)).map(({ userId }) => userId),
      partly: new Set(takers.filter(({ user }) => !takesAll(user.languages, calls)).map(({ userId }) => userId)),
    };
  }

  return (campaignId) => {
    const known = held.get(campaignId);
    if (known !== undefined && Math.abs(clock() - known.at) < holdsMs) return known.lack;
    const lack = read(campaignId);
    held.set(campaignId, { at: clock(), lack });
    // A failure is told to whoever asked, and not kept.
    lack.catch(() => held.delete(campaignId));
    return lack;
  };
}
