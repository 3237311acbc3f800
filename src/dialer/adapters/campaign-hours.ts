import { z } from 'zod';
import { scheduleEntry } from '../../contract/campaign-setup.ts';
import { inSchedule } from '../../domain/campaign-schedule.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';

export const scheduleOf = (stored: unknown): z.output<typeof scheduleEntry>[] =>
  z.array(scheduleEntry).catch([]).parse(stored);

/** Running campaigns whose own hours are now, by the agency's clock. */
export async function openNow(prisma: PrismaClient, now: Instant): Promise<ReadonlySet<string>> {
  const [rows, tenant] = await Promise.all([
    prisma.campaign.findMany({ where: { status: 'running' }, select: { id: true, schedule: true } }),
    prisma.tenant.findUnique({ where: { id: 1 }, select: { businessZone: true } }),
  ]);
  const zone = tenant?.businessZone ?? 'UTC';
  return new Set(rows.filter(({ schedule }) => inSchedule(scheduleOf(schedule), now, zone)).map(({ id }) => id));
}
