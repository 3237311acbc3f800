import type { Calendar, Calendars } from '../../domain/calendar.ts';
import { lastDayMissed } from '../../domain/follow-up-plan.ts';
import { openDayCalendar } from '../../domain/open-days.ts';
import type { Preset } from '../../domain/preset.ts';
import type { LocalDate } from '../../domain/vocabulary.ts';
import { localDate } from '../../domain/zoned-time.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import { presetOf } from '../dial-facts-of.ts';
import type { ProgressPeriod } from '../progress.ts';
import type { CalendarShelf } from './calendar-shelf.ts';
import type { Asked } from './progress-sql.ts';

/** Whoever was owed a follow-up by this day is overdue today under these rules. */
export const missedUnder = (preset: Preset, calendars: Calendars, today: LocalDate): LocalDate =>
  lastDayMissed(openDayCalendar(preset, calendars[preset.calendar]), today);

/**
 * The days a standing is judged by, at this moment and by the calendar of the house, and where a campaign's open days
 * are others by its own; without a period for today.
 */
export async function askedNow(
  deps: { readonly prisma: PrismaClient; readonly clock: Clock; readonly shelf: CalendarShelf },
  period: ProgressPeriod | null,
): Promise<{ readonly asked: Asked; readonly calendar: Calendar }> {
  const { prisma, clock, shelf } = deps;
  const [tenant, calendars, campaigns] = await Promise.all([
    prisma.tenant.findUniqueOrThrow({ where: { id: 1 } }),
    shelf.latest(prisma),
    prisma.campaign.findMany({ select: { id: true, preset: true, presetVersion: true, tightening: true } }),
  ]);
  const preset = presetOf({ campaign: null, tenant });
  const now = clock();
  const zone = tenant.businessZone;
  const today = localDate(now, zone);
  const missedBy = missedUnder(preset, calendars, today);
  const elsewhere = new Map<LocalDate, string[]>();
  for (const campaign of campaigns) {
    const own = missedUnder(presetOf({ campaign, tenant }), calendars, today);
    if (own !== missedBy) elsewhere.set(own, [...(elsewhere.get(own) ?? []), campaign.id]);
  }
  return {
    calendar: openDayCalendar(preset, calendars[preset.calendar]),
    asked: {
      period: period ?? { from: today, to: today },
      today,
      missedBy,
      missedElsewhere: [...elsewhere].map(([by, campaignIds]) => ({ by, campaignIds })),
      zone,
      now: new Date(now),
    },
  };
}
