import { z } from 'zod';
import { windowHours } from '../../contract/window-rule.ts';
import { numberClasses } from '../../domain/vocabulary.ts';
import { windowDays, type ScopedWindowRule } from '../../domain/window-rules.ts';
import { Fault } from '../../platform/fault.ts';
import type { CalendarShelf } from './calendar-shelf.ts';
import type { Db } from './read-case-record.ts';

const stored = z.object({
  id: z.string(),
  name: z.string(),
  preset: z.string().nullable(),
  campaignId: z.string().nullable(),
  clientId: z.string().nullable(),
  zones: z.array(z.string()),
  classes: z.array(z.enum(numberClasses)),
  weekdays: z.array(z.number()),
  on: z.enum(windowDays),
  calendar: z.string().nullable(),
  hours: z.array(windowHours),
});
export type StoredWindowRule = z.input<typeof stored>;

/** Rules as decisions go by them. Nothing was saved that does not read; ringing by a guess would be worse than failing. */
export async function rulesWithCalendars(
  db: Db,
  shelf: CalendarShelf,
  rules: readonly unknown[],
  edition: number,
): Promise<readonly ScopedWindowRule[]> {
  const read: ScopedWindowRule[] = [];
  for (const rule of rules) {
    const { calendar, ...rest } = stored.parse(rule);
    const named = calendar === null ? null : await shelf.named(db, calendar, edition);
    if (calendar !== null && named === null) throw new Fault('INTERNAL', { detail: { unknownCalendar: calendar } });
    read.push({ ...rest, calendar: named });
  }
  return read;
}
