import { addDays, localDate, startOfLocalDate } from '../../domain/zoned-time.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { DayBook } from '../replay/replay-campaign.ts';
import type { AbandonBook } from '../stores.ts';
import { readDayLog } from './prisma-day-log.ts';

export function makePrismaDayBook(prisma: PrismaClient, abandoned: Pick<AbandonBook, 'count'>): DayBook {
  const zone = async (): Promise<string> => {
    const tenant = await prisma.tenant.findUnique({ where: { id: 1 }, select: { businessZone: true } });
    return tenant?.businessZone ?? 'UTC';
  };
  return {
    async latest(campaignId) {
      const last = await prisma.attempt.findFirst({
        where: { campaignId, direction: 'outbound' },
        orderBy: { intendedAt: 'desc' },
        select: { intendedAt: true },
      });
      return last === null ? null : localDate(last.intendedAt.getTime(), await zone());
    },
    async day(date) {
      const own = await zone();
      return { from: startOfLocalDate(date, own), to: startOfLocalDate(addDays(date, 1), own) };
    },
    log: (campaignId, day) => readDayLog(prisma, campaignId, day),
    answers: (campaignId, from, to) => abandoned.count(campaignId, from, to),
  };
}
