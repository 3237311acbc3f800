import { z } from 'zod';

export const calendarKeys = ['CN', 'US', 'UK'] as const;
/** A shipped calendar, or one imported besides: a country or a part of one, such as `DE` or `DE-BY`. */
export const calendarName = z
  .string()
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'a country, such as DE, or a part of one, such as DE-BY');

const localDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** `POST /api/calendars/:name`: the text of a calendar file, JSON or CSV, and where it is from. */
export const calendarImport = z.object({
  text: z.string().min(1).max(200_000),
  source: z.string().trim().min(1, 'say where the notice is from').max(300),
});

/** `POST /api/calendars/:name/library`: one year as the library of public holidays has it. */
export const calendarFromLibrary = z.object({ year: z.number().int().min(2000).max(2100) });

export const calendarYearView = z.object({
  year: z.number(),
  offDays: z.array(localDate),
  makeupWorkdays: z.array(localDate),
  /** 0 = shipped with the program. */
  version: z.number(),
  source: z.string().nullable(),
  importedAt: z.number().nullable(),
  /** Only the days fixed by law are known; the notice is still to come. */
  provisional: z.boolean(),
});
export type CalendarYearView = z.infer<typeof calendarYearView>;

export const calendarView = z.object({
  name: z.string(),
  /** The tenant's preset or that of a campaign goes by it. */
  inUse: z.boolean(),
  years: z.array(calendarYearView),
  /** Years whose notice should be here by now and is not. */
  missing: z.array(z.number()),
});
export type CalendarView = z.infer<typeof calendarView>;
export const calendarList = z.object({ calendars: z.array(calendarView) });

export const calendarImported = z.object({ years: z.array(z.object({ year: z.number(), version: z.number() })) });
