import { isHoliday, type Calendar } from './calendar.ts';
import type { Preset } from './preset.ts';
import type { Instant, LocalDate, ZoneName } from './vocabulary.ts';
import {
  addDays,
  clockMinutes,
  clockText,
  instantOf,
  instantsOf,
  localDateTime,
  nextOffsetChange,
  startOfLocalDate,
  weekdayOf,
  zoneOffsetMs,
  type LocalDateTime,
} from './zoned-time.ts';

export interface WindowState {
  readonly open: boolean;
  readonly reason?: 'outside_window' | 'zone_unknown' | 'holiday';
  /** Closed: the next instant inside the hours of every zone. */
  readonly opensAt?: Instant;
  /** Open: the first instant outside the hours of any zone; absent when that is further off than a day. */
  readonly closesAt?: Instant;
}

interface DayHours {
  readonly start: number;
  readonly end: number;
}

/** Longest closed stretch that is searched: longer than any holiday. */
const searchDays = 60;
const minutesOfDay = 1440;

function hoursOn(date: LocalDate, weekday: number, preset: Preset, offDays: Calendar | null): DayHours | null {
  if (offDays !== null && isHoliday(offDays, date)) return null;
  const { window } = preset;
  if (window.days?.includes(weekday) === false) return null;
  const hours = weekday === 7 && window.sunday !== undefined ? window.sunday : window.hours;
  return hours === null ? null : { start: clockMinutes(hours[0]), end: clockMinutes(hours[1]) };
}

const inside = (hours: DayHours | null, local: LocalDateTime): boolean =>
  hours !== null && hours.start <= local.minutes && local.minutes < hours.end;

/** The first instant at or after `from` inside the zone's hours; null when none is found. */
function nextOpening(from: Instant, zone: ZoneName, preset: Preset, offDays: Calendar | null): Instant | null {
  const local = localDateTime(from, zone);
  if (inside(hoursOn(local.date, local.weekday, preset, offDays), local)) return from;
  for (let day = 0, date = local.date; day <= searchDays; day += 1, date = addDays(date, 1)) {
    const hours = hoursOn(date, weekdayOf(date), preset, offDays);
    if (hours === null) continue;
    const opening = instantsOf(date, clockText(hours.start), zone).find((instant) => instant >= from);
    if (opening !== undefined && inside(hours, localDateTime(opening, zone))) return opening;
  }
  return null;
}

/** The first instant after `from` outside the zone's hours; null when it is more than two days off. */
function nextClosing(from: Instant, zone: ZoneName, preset: Preset, offDays: Calendar | null): Instant | null {
  let local = localDateTime(from, zone);
  let hours = hoursOn(local.date, local.weekday, preset, offDays);
  for (let day = 0; day < 2 && hours !== null; day += 1) {
    const end = hours.end >= minutesOfDay ? null : hours.end;
    const reached =
      end === null
        ? startOfLocalDate(addDays(local.date, 1), zone)
        : (instantsOf(local.date, clockText(end), zone).find((instant) => instant > from) ??
          startOfLocalDate(addDays(local.date, 1), zone));
    const setBack = clockSetBackOutside(from, reached, zone, hours);
    if (setBack !== null) return setBack;
    if (end !== null) return reached;
    const next = addDays(local.date, 1);
    local = { date: next, minutes: 0, weekday: weekdayOf(next) };
    hours = hoursOn(next, local.weekday, preset, offDays);
    if (!inside(hours, local)) return reached;
  }
  return null;
}

/** Where the clock is set back inside the hours to before their start, they end there and begin again. */
function clockSetBackOutside(from: Instant, to: Instant, zone: ZoneName, hours: DayHours): Instant | null {
  if (zoneOffsetMs(from, zone) <= zoneOffsetMs(to, zone)) return null;
  const change = nextOffsetChange(zone, from, to);
  return change === null || inside(hours, localDateTime(change, zone)) ? null : change;
}

/**
 * Is it lawful to ring now: inside the half-open hours of every candidate zone, and not on a holiday of any.
 * No zone known: never. `holidaysAllowed` lets the reminder and due-day calls pass under `ptp_only`.
 */
export function windowState(
  instant: Instant,
  zones: readonly ZoneName[],
  preset: Preset,
  calendar: Calendar,
  holidaysAllowed = false,
): WindowState {
  if (zones.length === 0) return { open: false, reason: 'zone_unknown' };
  const dialsOnHolidays = preset.holidayDialing === 'on' || (preset.holidayDialing === 'ptp_only' && holidaysAllowed);
  const offDays = dialsOnHolidays ? null : calendar;
  let opensAt: Instant | null = instant;
  let reason: 'outside_window' | 'holiday' | null = null;
  for (const zone of zones) {
    const local = localDateTime(instant, zone);
    if (inside(hoursOn(local.date, local.weekday, preset, offDays), local)) continue;
    const byHours = inside(hoursOn(local.date, local.weekday, preset, null), local);
    if (!byHours) reason = 'outside_window';
    else reason ??= 'holiday';
  }
  if (reason === null) {
    let closesAt: Instant | null = null;
    for (const zone of zones) {
      const closing = nextClosing(instant, zone, preset, offDays);
      if (closing !== null && (closesAt === null || closing < closesAt)) closesAt = closing;
    }
    return closesAt === null ? { open: true } : { open: true, closesAt };
  }
  opensAt = commonOpening(instant, zones, preset, offDays);
  return opensAt === null ? { open: false, reason } : { open: false, reason, opensAt };
}

/** The first instant at which all zones are inside their hours at once. */
function commonOpening(
  from: Instant,
  zones: readonly ZoneName[],
  preset: Preset,
  offDays: Calendar | null,
): Instant | null {
  const last = from + searchDays * 86_400_000;
  let at = from;
  for (let moved = true; moved;) {
    moved = false;
    for (const zone of zones) {
      const opening = nextOpening(at, zone, preset, offDays);
      if (opening === null || opening > last) return null;
      if (opening > at) {
        at = opening;
        moved = true;
      }
    }
  }
  return at;
}

/** Zones that must all be inside their hours (5.3): the number's own, else the address; both where the preset says so. */
export function candidateZones(
  numberZones: readonly ZoneName[],
  addressZones: readonly ZoneName[],
  preset: Preset,
): readonly ZoneName[] {
  if (preset.window.zone === 'number_and_address') {
    if (numberZones.length === 0) return addressZones;
    if (addressZones.length === 0) return numberZones;
    return [...new Set([...numberZones, ...addressZones])];
  }
  return numberZones.length > 0 ? numberZones : addressZones;
}

export interface Daypart {
  readonly date: LocalDate;
  /** 0-based; -1 before the first boundary, the number of parts after the last. */
  readonly index: number;
}

/** The part of the day at the called number. Zones are taken to agree well enough that the first decides. */
export function daypartAt(instant: Instant, zone: ZoneName, preset: Pick<Preset, 'dayparts'>): Daypart {
  const local = localDateTime(instant, zone);
  let index = -1;
  for (const boundary of preset.dayparts) {
    if (clockMinutes(boundary) > local.minutes) break;
    index += 1;
  }
  return { date: local.date, index };
}

/** The first instant of a later daypart than the one `instant` is in. */
export function nextDaypartStart(instant: Instant, zone: ZoneName, preset: Preset): Instant {
  const { date, index } = daypartAt(instant, zone, preset);
  const parts = preset.dayparts.length - 1;
  const today = index + 1 < parts ? preset.dayparts[index + 1] : undefined;
  const [first = '00:00'] = preset.dayparts;
  const start = today === undefined ? instantOf(addDays(date, 1), first, zone) : instantOf(date, today, zone);
  return start > instant ? start : instantOf(addDays(date, 1), first, zone);
}
