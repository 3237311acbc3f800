import { isHoliday, type Calendar } from './calendar.ts';
import type { Preset } from './preset.ts';
import type { Instant, LocalDate, ZoneName } from './vocabulary.ts';
import { narrowed, rulesOn, type DayHours, type WindowRule } from './window-rules.ts';
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

/** Longest closed stretch that is searched: longer than any holiday. */
const searchDays = 60;
const minutesOfDay = 1440;

/** The hours of each day in one zone. */
interface Timetable {
  readonly zone: ZoneName;
  on(date: LocalDate, weekday: number): readonly DayHours[];
}

interface Hours {
  readonly preset: Preset;
  readonly calendar: Calendar;
  /** Null: holidays are days like others. */
  readonly offDays: Calendar | null;
  readonly rules: readonly WindowRule[];
}

const closed: readonly DayHours[] = [];

function lawfulHours(date: LocalDate, weekday: number, { preset, offDays }: Hours): readonly DayHours[] {
  if (offDays !== null && isHoliday(offDays, date)) return closed;
  const { window } = preset;
  if (window.days?.includes(weekday) === false) return closed;
  const hours = weekday === 7 && window.sunday !== undefined ? window.sunday : window.hours;
  return hours === null ? closed : [{ start: clockMinutes(hours[0]), end: clockMinutes(hours[1]) }];
}

const timetable = (zone: ZoneName, hours: Hours): Timetable => ({
  zone,
  on(date, weekday) {
    const lawful = lawfulHours(date, weekday, hours);
    if (hours.rules.length === 0) return lawful;
    return rulesOn(hours.rules, zone, { date, weekday }, hours.calendar).reduce(narrowed, lawful);
  },
});

const within = (hours: DayHours, local: LocalDateTime): boolean =>
  hours.start <= local.minutes && local.minutes < hours.end;
const inside = (hours: readonly DayHours[], local: LocalDateTime): boolean => hours.some((each) => within(each, local));
const hoursAt = (table: Timetable, local: LocalDateTime): readonly DayHours[] => table.on(local.date, local.weekday);

/** The first instant at or after `from` inside the zone's hours; null when none is found. */
function nextOpening(from: Instant, table: Timetable): Instant | null {
  const { zone } = table;
  const local = localDateTime(from, zone);
  if (inside(hoursAt(table, local), local)) return from;
  for (let day = 0, date = local.date; day <= searchDays; day += 1, date = addDays(date, 1)) {
    const hours = table.on(date, weekdayOf(date));
    let first: Instant | null = null;
    for (const { start } of hours) {
      const opening = instantsOf(date, clockText(start), zone).find((instant) => instant >= from);
      if (opening === undefined || !inside(hours, localDateTime(opening, zone))) continue;
      if (first === null || opening < first) first = opening;
    }
    if (first !== null) return first;
  }
  return null;
}

/** The first instant after `from` outside the zone's hours; null when it is more than two days off. */
function nextClosing(from: Instant, table: Timetable): Instant | null {
  const { zone } = table;
  let local = localDateTime(from, zone);
  let hours = hoursAt(table, local).find((each) => within(each, local));
  for (let day = 0; day < 2 && hours !== undefined; day += 1) {
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
    const midnight = { date: next, minutes: 0, weekday: weekdayOf(next) };
    local = midnight;
    hours = hoursAt(table, midnight).find((each) => within(each, midnight));
    if (hours === undefined) return reached;
  }
  return null;
}

/** Where the clock is set back inside the hours to before their start, they end there and begin again. */
function clockSetBackOutside(from: Instant, to: Instant, zone: ZoneName, hours: DayHours): Instant | null {
  if (zoneOffsetMs(from, zone) <= zoneOffsetMs(to, zone)) return null;
  const change = nextOffsetChange(zone, from, to);
  return change === null || within(hours, localDateTime(change, zone)) ? null : change;
}

/**
 * Is it lawful to ring now: inside the half-open hours of every candidate zone, and not on a holiday of any.
 * No zone known: never. `holidaysAllowed` lets the reminder and due-day calls pass under `ptp_only`; `rules` are kept
 * besides the hours of the preset.
 */
export function windowState(
  instant: Instant,
  zones: readonly ZoneName[],
  preset: Preset,
  calendar: Calendar,
  holidaysAllowed = false,
  rules: readonly WindowRule[] = noRules,
): WindowState {
  if (zones.length === 0) return { open: false, reason: 'zone_unknown' };
  const hours = hoursOf(preset, calendar, holidaysAllowed, rules);
  const tables = zones.map((zone) => timetable(zone, hours));
  let reason: 'outside_window' | 'holiday' | null = null;
  for (const table of tables) {
    const local = localDateTime(instant, table.zone);
    if (inside(hoursAt(table, local), local)) continue;
    const byHours = inside(hoursAt(timetable(table.zone, { ...hours, offDays: null }), local), local);
    if (!byHours) reason = 'outside_window';
    else reason ??= 'holiday';
  }
  if (reason === null) {
    let closesAt: Instant | null = null;
    for (const table of tables) {
      const closing = nextClosing(instant, table);
      if (closing !== null && (closesAt === null || closing < closesAt)) closesAt = closing;
    }
    return closesAt === null ? { open: true } : { open: true, closesAt };
  }
  const opensAt = commonOpening(instant, tables);
  return opensAt === null ? { open: false, reason } : { open: false, reason, opensAt };
}

const noRules: readonly WindowRule[] = [];

function hoursOf(preset: Preset, calendar: Calendar, holidaysAllowed: boolean, rules: readonly WindowRule[]): Hours {
  const dialsOnHolidays = preset.holidayDialing === 'on' || (preset.holidayDialing === 'ptp_only' && holidaysAllowed);
  return { preset, calendar, offDays: dialsOnHolidays ? null : calendar, rules };
}

/** What a day in a zone allows, by the law and by the rules that are kept there. */
export interface HoursOfDay {
  readonly hours: readonly DayHours[];
  readonly lawful: readonly DayHours[];
  readonly rules: readonly WindowRule[];
}

/** The hours that `windowState` goes by, for whoever shows them. */
export function hoursOfDay(
  date: LocalDate,
  zone: ZoneName,
  given: {
    readonly preset: Preset;
    readonly calendar: Calendar;
    readonly holidaysAllowed: boolean;
    readonly rules: readonly WindowRule[];
  },
): HoursOfDay {
  const hours = hoursOf(given.preset, given.calendar, given.holidaysAllowed, given.rules);
  const weekday = weekdayOf(date);
  return {
    hours: timetable(zone, hours).on(date, weekday),
    lawful: lawfulHours(date, weekday, hours),
    rules: rulesOn(given.rules, zone, { date, weekday }, given.calendar),
  };
}

/** The first instant at which all zones are inside their hours at once. */
function commonOpening(from: Instant, tables: readonly Timetable[]): Instant | null {
  const last = from + searchDays * 86_400_000;
  let at = from;
  for (let moved = true; moved;) {
    moved = false;
    for (const table of tables) {
      const opening = nextOpening(at, table);
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
