import type { Calendar } from '../../domain/calendar.ts';
import { lastDayMissed } from '../../domain/follow-up-plan.ts';
import { openDayCalendar } from '../../domain/open-days.ts';
import { localDate } from '../../domain/zoned-time.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import { presetOf } from '../dial-facts-of.ts';
import type { ProgressPeriod } from '../progress.ts';
import type { CalendarShelf } from './calendar-shelf.ts';
import type { Asked } from './progress-sql.ts';

/** The days a standing is judged by, at this moment and by the calendar of the house; without a period for today. */
export async function askedNow(
  deps: { readonly prisma: PrismaClient; readonly clock: Clock; readonly shelf: CalendarShelf },
  period: ProgressPeriod | null,
): Promise<{ readonly asked: Asked; readonly calendar: Calendar }> {
  const { prisma, clock, shelf } = deps;
  const [tenant, calendars] = await Promise.all([
    prisma.tenant.findUniqueOrThrow({ where: { id: 1 } }),
    shelf.latest(prisma),
  ]);
  const preset = presetOf({ campaign: null, tenant });
  const calendar = openDayCalendar(preset, calendars[preset.calendar]);
  const now = clock();
  const zone = tenant.businessZone;
  const today = localDate(now, zone);
  return {
    calendar,
    asked: {
      period: period ?? { from: today, to: today },
      today,
      missedBy: lastDayMissed(calendar, today),
      zone,
      now: new Date(now),
    },
  };
}
