import { z } from 'zod';

/** A place of the tz database: a fixed offset knows no summer time. */
function isPlace(zone: string): boolean {
  if (!/^[A-Z][A-Za-z_]+\/[A-Za-z0-9_+/-]+$/.test(zone) || zone.startsWith('Etc/')) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** `POST /api/zone-overrides`: the clock of all numbers that begin so; null gives them back their own. */
export const zoneOverrideRequest = z.object({
  prefix: z.string().regex(/^\+[1-9]\d{0,14}$/, 'give + and the first digits of the number'),
  zone: z.string().refine(isPlace, 'name a zone of the tz database, such as Asia/Urumqi').nullable(),
});
export type ZoneOverrideRequest = z.infer<typeof zoneOverrideRequest>;

export const zoneOverrideView = z.object({
  prefix: z.string(),
  zone: z.string(),
  setAt: z.number(),
  setByName: z.string().nullable(),
});
export const zoneOverrideList = z.object({ overrides: z.array(zoneOverrideView) });
export type ZoneOverrideView = z.infer<typeof zoneOverrideView>;
