/** Calendar dates and clock times in a named zone; the browser's own zone plays no part. */

interface Wall {
  readonly date: string;
  readonly time: string;
}

export function wallTime(instant: number, zone: string): Wall {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((p) => p.type === type)?.value ?? '00';
  return { date: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

const asUtc = (wall: Wall): number => Date.parse(`${wall.date}T${wall.time}:00Z`);

const dayMs = 86_400_000;
const offsetAt = (instant: number, zone: string): number => asUtc(wallTime(instant, zone)) - instant;

/**
 * Every instant at which `zone` shows this date and time: one, none where the clock is set forward over it, two where it
 * is set back, the earlier one first.
 */
export function instantsOf(date: string, time: string, zone: string): number[] {
  const wanted = asUtc({ date, time });
  const offsets = new Set([offsetAt(wanted - dayMs, zone), offsetAt(wanted + dayMs, zone)]);
  return [...offsets]
    .map((offset) => wanted - offset)
    .filter((instant) => asUtc(wallTime(instant, zone)) === wanted)
    .sort((a, b) => a - b);
}

/** The time on the wall, and whether it is the second one of that name that night. */
export function wallTimeOf(instant: number, zone: string): Wall & { readonly second: boolean } {
  const wall = wallTime(instant, zone);
  return { ...wall, second: (instantsOf(wall.date, wall.time, zone)[1] ?? Infinity) <= instant };
}

/** `UTC−04:00`: what tells two times of one name apart. */
export function utcOffset(instant: number, zone: string): string {
  const minutes = Math.round(offsetAt(instant, zone) / 60_000);
  const two = (part: number): string => String(part).padStart(2, '0');
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? '\u2212' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

export function addDays(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** First to last, both included; at most `limit` days. */
export function daysBetween(first: string, last: string, limit: number): string[] {
  const days: string[] = [];
  for (let day = first; day <= last && days.length < limit; day = addDays(day, 1)) days.push(day);
  return days;
}
