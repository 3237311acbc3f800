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

/** A zone of the tz database, such as `Asia/Urumqi`. */
export const placeZone = z.string().refine(isPlace, 'name a zone of the tz database, such as Asia/Urumqi');

/** Where the machine stands, unless it says no place, as servers on UTC do; then the zone of the manual's agency. */
export const zoneOfHouse = (ofMachine: string): string =>
  placeZone.safeParse(ofMachine).success ? ofMachine : 'Asia/Shanghai';

const prefix = z
  .string()
  .regex(
    /^\+[1-9]\d{0,14}$|^[A-Z]{2}-[0-9A-Z]{1,10}$/,
    'give + and the first digits of numbers, or a country and the beginning of its postal codes, such as CN-83',
  );

export const isPrefix = (text: string): boolean => prefix.safeParse(text).success;

/** A beginning of postal codes, not of numbers. */
export const isPostal = (of: string): boolean => !of.startsWith('+');

/** `POST /api/zone-overrides`: the clock of all numbers or addresses that begin so; null gives them back their own. */
export const zoneOverrideRequest = z.object({
  prefix,
  zone: placeZone.nullable(),
  reason: z.string().trim().min(3, 'Say why, in a few words.').max(500),
});
/** As above; `seen`: the zone it had when it was looked at, null for none. Left out: whatever it has. */
export const zoneOverrideChange = zoneOverrideRequest.extend({ seen: z.string().nullable().optional() });
export type ZoneOverrideRequest = z.infer<typeof zoneOverrideChange>;

/** What a zone decides about. */
export const zoneEffect = z.object({
  /** Numbers on file that begin so and go by no longer prefix. */
  numbers: z.number(),
  /** Begin so too, but go by a longer prefix for which a zone is set. */
  byLonger: z.number(),
});
export type ZoneEffect = z.infer<typeof zoneEffect>;

/** `POST /api/zone-overrides/effect`: before it is set. */
export const zoneEffectRequest = z.object({ prefix });

export const zoneOverrideView = zoneEffect.extend({
  prefix: z.string(),
  zone: z.string(),
  setAt: z.number(),
  setByName: z.string().nullable(),
  /** Empty: it was set before a reason was asked for. */
  reason: z.string(),
});
export const zoneOverrideList = z.object({ overrides: z.array(zoneOverrideView) });
export type ZoneOverrideView = z.infer<typeof zoneOverrideView>;
