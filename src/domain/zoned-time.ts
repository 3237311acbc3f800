import type { Instant, LocalDate, ZoneName } from './vocabulary.ts';

/** `HH:MM`, 00:00 to 24:00; 24:00 is the start of the next day. */
export type ClockTime = string;

export interface LocalDateTime {
  readonly date: LocalDate;
  /** Minutes since local midnight by the clock on the wall, 0..1439. */
  readonly minutes: number;
  /** ISO: Monday 1 .. Sunday 7. */
  readonly weekday: number;
}

export const minuteMs = 60_000;
export const dayMs = 86_400_000;

/** All changes of civil time since 1972 fall on a quarter of an hour, so an offset holds within one. */
const offsetBucketMs = 900_000;
const cachedBucketsPerZone = 4096;

interface ZoneClock {
  readonly format: Intl.DateTimeFormat;
  readonly offsets: Map<number, number>;
}

const zoneClocks = new Map<ZoneName, ZoneClock>();

function zoneClock(zone: ZoneName): ZoneClock {
  const known = zoneClocks.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const made: ZoneClock = { format, offsets: new Map() };
  zoneClocks.set(zone, made);
  return made;
}

/** Local time minus UTC at that instant, in ms. */
export function zoneOffsetMs(instant: Instant, zone: ZoneName): number {
  const clock = zoneClock(zone);
  const bucket = Math.floor(instant / offsetBucketMs);
  const known = clock.offsets.get(bucket);
  if (known !== undefined) return known;
  const at = bucket * offsetBucketMs;
  let year = 0;
  let month = 0;
  let day = 0;
  let hour = 0;
  let minute = 0;
  let second = 0;
  for (const part of clock.format.formatToParts(at)) {
    const value = Number(part.value);
    if (part.type === 'year') year = value;
    else if (part.type === 'month') month = value;
    else if (part.type === 'day') day = value;
    else if (part.type === 'hour') hour = value;
    else if (part.type === 'minute') minute = value;
    else if (part.type === 'second') second = value;
  }
  const offset = Date.UTC(year, month - 1, day, hour, minute, second) - at;
  if (clock.offsets.size >= cachedBucketsPerZone) clock.offsets.clear();
  clock.offsets.set(bucket, offset);
  return offset;
}

function dayNumber(date: LocalDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / dayMs;
}

const dateTexts = new Map<number, LocalDate>();

function dateOfDayNumber(days: number): LocalDate {
  const known = dateTexts.get(days);
  if (known !== undefined) return known;
  const text = new Date(days * dayMs).toISOString().slice(0, 10);
  if (dateTexts.size >= cachedBucketsPerZone) dateTexts.clear();
  dateTexts.set(days, text);
  return text;
}

const weekdayOfDayNumber = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1;

/** ISO weekday: Monday 1 .. Sunday 7. */
export const weekdayOf = (date: LocalDate): number => weekdayOfDayNumber(dayNumber(date));

export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDayNumber(dayNumber(date) + days);

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

const lastInstant = 8_640_000_000_000_000;

/** True for an instant that has a date. */
export const isInstant = (at: number): boolean => Math.abs(at) <= lastInstant;

/** True for `YYYY-MM-DD` that exists in the calendar. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const days = dayNumber(text);
  return Number.isFinite(days) && dateOfDayNumber(days) === text;
}

export function localDateTime(instant: Instant, zone: ZoneName): LocalDateTime {
  const local = instant + zoneOffsetMs(instant, zone);
  const days = Math.floor(local / dayMs);
  return {
    date: dateOfDayNumber(days),
    minutes: Math.floor((local - days * dayMs) / minuteMs),
    weekday: weekdayOfDayNumber(days),
  };
}

export const localDate = (instant: Instant, zone: ZoneName): LocalDate => localDateTime(instant, zone).date;

/** Minutes since midnight of `HH:MM`. */
export const clockMinutes = (time: ClockTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** `HH:MM` of minutes since midnight. */
export const clockText = (minutes: number): ClockTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The first instant after `from` and up to `to` at which the offset is another one; null when it stays. */
export function nextOffsetChange(zone: ZoneName, from: Instant, to: Instant): Instant | null {
  const before = zoneOffsetMs(from, zone);
  for (let step = from; step < to; step += dayMs) {
    const end = Math.min(step + dayMs, to);
    if (zoneOffsetMs(end, zone) === before) continue;
    let low = Math.floor(step / offsetBucketMs);
    let high = Math.floor(end / offsetBucketMs);
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (zoneOffsetMs(middle * offsetBucketMs, zone) === before) low = middle;
      else high = middle;
    }
    return high * offsetBucketMs;
  }
  return null;
}

/**
 * Every instant at which the wall clock of the zone reaches that time on that date: one on an ordinary day,
 * two where the clock is set back over it. Where it is set forward over it: the instant of the change.
 */
export function instantsOf(date: LocalDate, time: ClockTime, zone: ZoneName): readonly Instant[] {
  const local = dayNumber(date) * dayMs + clockMinutes(time) * minuteMs;
  const early = zoneOffsetMs(local - dayMs, zone);
  const late = zoneOffsetMs(local + dayMs, zone);
  if (early === late) {
    const plain = local - early;
    if (zoneOffsetMs(plain, zone) === early) return [plain];
  }
  const found = [local - early, local - late]
    .filter((instant) => instant + zoneOffsetMs(instant, zone) === local)
    .sort((a, b) => a - b);
  const [first, second] = found;
  if (first !== undefined) return second === undefined || second === first ? [first] : [first, second];
  return [nextOffsetChange(zone, local - dayMs, local + dayMs) ?? local - late];
}

/** The first instant at which the wall clock of the zone shows at least that time on that date. */
export function instantOf(date: LocalDate, time: ClockTime, zone: ZoneName): Instant {
  const [first] = instantsOf(date, time, zone);
  if (first === undefined) throw new RangeError('no instant for a local time');
  return first;
}

export const startOfLocalDate = (date: LocalDate, zone: ZoneName): Instant => instantOf(date, '00:00', zone);

/** First instant of the local day that contains `instant`. */
export const startOfLocalDay = (instant: Instant, zone: ZoneName): Instant =>
  startOfLocalDate(localDate(instant, zone), zone);
