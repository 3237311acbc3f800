import { z } from 'zod';
import { dialModes } from '../../domain/vocabulary.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { PacingLog, StoredDecision } from '../stores.ts';

const mode = z.enum(dialModes).catch('progressive');

interface Row {
  readonly id: string;
  readonly campaignId: string;
  readonly at: Date;
  readonly mode: string;
  readonly launch: number;
  readonly because: string;
  readonly figures: unknown;
}

const decisionOf = (row: Row): StoredDecision => ({
  decisionId: row.id,
  campaignId: row.campaignId,
  at: row.at.getTime(),
  mode: mode.parse(row.mode),
  launch: row.launch,
  because: row.because,
  figures: typeof row.figures === 'object' && row.figures !== null ? row.figures : {},
});
const orNull = (row: Row | null): StoredDecision | null => (row === null ? null : decisionOf(row));

const newestFirst = [{ at: 'desc' }, { id: 'desc' }] as const;
const oldestFirst = [{ at: 'asc' }, { id: 'asc' }] as const;

export function makePrismaPacingLog(prisma: PrismaClient): PacingLog {
  const { pacingDecision } = prisma;
  return {
    latest: async (campaignId) =>
      orNull(await pacingDecision.findFirst({ where: { campaignId }, orderBy: [...newestFirst] })),
    async around(campaignId, at) {
      const then = new Date(at);
      const [inForce, next] = await Promise.all([
        pacingDecision.findFirst({ where: { campaignId, at: { lte: then } }, orderBy: [...newestFirst] }),
        pacingDecision.findFirst({ where: { campaignId, at: { gt: then } }, orderBy: [...oldestFirst] }),
      ]);
      return { inForce: orNull(inForce), next: orNull(next) };
    },
    async page(campaignId, before, limit) {
      const older =
        before === null
          ? {}
          : { OR: [{ at: { lt: new Date(before.at) } }, { at: new Date(before.at), id: { lt: before.id } }] };
      const rows = await pacingDecision.findMany({
        where: { campaignId, ...older },
        orderBy: [...newestFirst],
        take: limit,
      });
      return rows.map(decisionOf);
    },
    async prune(decisionsBefore, minutesBefore) {
      const campaigns = await prisma.campaign.findMany({ select: { id: true } });
      for (const { id: campaignId } of campaigns) {
        await pacingDecision.deleteMany({ where: { campaignId, at: { lt: new Date(decisionsBefore) } } });
        await prisma.pacingMinute.deleteMany({ where: { campaignId, at: { lt: new Date(minutesBefore) } } });
      }
    },
  };
}
