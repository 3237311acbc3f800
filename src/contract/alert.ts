import { z } from 'zod';
import { pageFields } from './page.ts';

export const alertStates = ['open', 'acknowledged', 'resolved', 'all'] as const;

/** Filters of `GET /api/alerts` and of its export: open ones by default, acknowledged ones among them. */
export const alertFilters = z.object({
  state: z.enum(alertStates).default('open'),
  kind: z
    .string()
    .regex(/^[a-z_]{1,60}$/)
    .optional(),
});
export const alertSearch = alertFilters.extend(pageFields(['raised']));

export const alertRow = z.object({
  id: z.string(),
  kind: z.string(),
  raisedAt: z.number(),
  acknowledgedAt: z.number().nullable(),
  acknowledgedByName: z.string().nullable(),
  resolvedAt: z.number().nullable(),
  /** Null although it is resolved: what it was about is in order again. */
  resolvedByName: z.string().nullable(),
  note: z.string().nullable(),
  /** Where to look; null: the alert is about nothing that has a page. */
  about: z
    .object({ what: z.enum(['case', 'trunk', 'fraud', 'calendar']), id: z.string(), name: z.string() })
    .nullable(),
});
export type AlertRow = z.infer<typeof alertRow>;
export const alertPage = z.object({
  rows: z.array(alertRow),
  nextCursor: z.string().nullable(),
  /** Open ones that nobody has acknowledged. */
  unseen: z.number(),
  /** Kinds of all that is open, with their number. */
  kinds: z.array(z.object({ kind: z.string(), count: z.number() })),
});
export type AlertPage = z.infer<typeof alertPage>;

/** `POST /api/alerts/:id/resolve`; what stands on is raised again by itself. */
export const alertResolution = z.object({ note: z.string().trim().min(1, 'say what was done').max(500) });
