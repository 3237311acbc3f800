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

/** The instant at which `zone` shows this date and time. In a spring gap the later reading is taken. */
export function instantOf(date: string, time: string, zone: string): number {
  const wanted = asUtc({ date, time });
  let instant = wanted;
  // Twice: the offset of the first guess may be that of the other side of a clock change.
  for (let i = 0; i < 2; i += 1) instant += wanted - asUtc(wallTime(instant, zone));
  return instant;
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
