import { z } from 'zod';
import { numberClasses, presetNames } from '../domain/vocabulary.ts';
import { windowDays } from '../domain/window-rules.ts';
import { calendarName } from './calendar.ts';
import { reasonGiven } from './reason.ts';
import { placeZone } from './zone.ts';

/** `/api/windows`: hours that calls keep besides those of their preset. */

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time of day, such as 09:00');
export const windowHours = z.object({ from: clock, to: clock });

/** What an administrator says of a window. */
export const windowRule = z.object({
  name: z.string().trim().min(1, 'give it a name').max(80),
  /** Whose calls it binds; null: everybody's. */
  preset: z.enum(presetNames).nullable(),
  campaignId: z.uuid().nullable(),
  clientId: z.uuid().nullable(),
  /** Which of them; empty: all. */
  zones: z.array(placeZone).max(100),
  classes: z.array(z.enum(numberClasses)),
  weekdays: z.array(z.number().int().min(1).max(7)),
  on: z.enum(windowDays),
  /** Whose holidays are meant; null: those of the preset. */
  calendar: calendarName.nullable(),
  /** Half-open, at the called number; none: no call on such days. */
  hours: z.array(windowHours).max(12),
});
export type WindowRuleSettings = z.infer<typeof windowRule>;

/** `POST /api/windows` */
export const newWindowRule = windowRule.extend({ reason: reasonGiven });
/** `PUT /api/windows/:id`: on the version that was read. */
export const changeWindowRule = newWindowRule.extend({ version: z.number().int().positive() });
/** `POST /api/windows/:id/remove` */
export const removeWindowRule = z.object({ version: z.number().int().positive(), reason: reasonGiven });

export const windowRuleView = windowRule.extend({
  windowId: z.string(),
  campaignName: z.string().nullable(),
  clientName: z.string().nullable(),
  version: z.number(),
});
export type WindowRuleView = z.infer<typeof windowRuleView>;

const named = z.object({ id: z.string(), name: z.string() });
/** `GET /api/windows` */
export const windowRuleList = z.object({
  windows: z.array(windowRuleView),
  clients: z.array(named),
  campaigns: z.array(named),
  /** Calendars of which days are known: the shipped ones and those imported besides. */
  calendars: z.array(z.string()),
  mayChange: z.boolean(),
});
export type WindowRuleList = z.infer<typeof windowRuleList>;

/** Answer of what changes one. */
export const windowRuleSaved = z.object({ windowId: z.string() });
