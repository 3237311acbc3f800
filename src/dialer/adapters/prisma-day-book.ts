import { addDays, startOfLocalDate } from '../../domain/zoned-time.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { DayBook } from '../replay/replay-campaign.ts';
import type { AbandonBook } from '../stores.ts';
import { readDayLog } from './prisma-day-log.ts';

export function makePrismaDayBook(prisma: PrismaClient, abandoned: Pick<AbandonBook, 'count'>): DayBook {
  return {
    async day(date) {
      const tenant = await prisma.tenant.findUnique({ where: { id: 1 }, select: { businessZone: true } });
      const zone = tenant?.businessZone ?? 'UTC';
      return { from: startOfLocalDate(date, zone), to: startOfLocalDate(addDays(date, 1), zone) };
    },
    log: (campaignId, day) => readDayLog(prisma, campaignId, day),
    answers: (campaignId, from, to) => abandoned.count(campaignId, from, to),
  };
}
