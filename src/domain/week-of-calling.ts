import { candidateZones, hoursOfDay } from './calling-window.ts';
import { standingAt, weekdayAndKind, type DayKind, type ProbeFacts, type ProbeStanding } from './dial-probe.ts';
import { rulesFor } from './gates-of-number.ts';
import type { Instant, LocalDate, ZoneName } from './vocabulary.ts';
import {
  addDays,
  clockMinutes,
  clockText,
  instantsOf,
  localDateTime,
  minuteMs,
  startOfLocalDate,
} from './zoned-time.ts';

const cellMs = 30 * minuteMs;

/** A stretch of a day in which nothing changes, half an hour at most. */
export interface WeekCell extends Omit<ProbeStanding, 'until'> {
  readonly from: Instant;
  readonly to: Instant;
}

export interface WeekDay {
  readonly date: LocalDate;
  readonly weekday: number;
  readonly kind: DayKind;
  /** 23, 24 or 25 of them by the clock of the zone; half hours where that is what a change moves. */
  readonly hours: number;
  readonly startsAt: Instant;
  readonly cells: readonly WeekCell[];
}

/** Instants of a date at which a window begins or ends, in every zone that binds and by the campaign's own hours. */
function edgesNear(given: ProbeFacts, from: Instant, to: Instant): readonly Instant[] {
  const { facts, schedule } = given;
  const { preset, calendar, number, ringTimeoutMs } = facts;
  const rules = rulesFor(facts, number);
  const edges: Instant[] = [];
  const clockIn = (zone: ZoneName, date: LocalDate, minutes: number): void => {
    edges.push(...instantsOf(date, clockText(minutes), zone));
  };
  const eachDate = (zone: ZoneName, tell: (date: LocalDate) => void): void => {
    const last = localDateTime(to, zone).date;
    for (let date = localDateTime(from, zone).date; date <= last; date = addDays(date, 1)) tell(date);
  };
  for (const zone of candidateZones(number.zones, facts.case.addressZones, preset)) {
    eachDate(zone, (date) => {
      const day = hoursOfDay(date, zone, { preset, calendar, holidaysAllowed: false, rules });
      for (const { start, end } of [...day.hours, ...day.lawful]) {
        clockIn(zone, date, start);
        clockIn(zone, date, end);
      }
      for (const part of preset.dayparts) clockIn(zone, date, clockMinutes(part));
    });
  }
  eachDate(facts.businessZone, (date) => {
    for (const entry of schedule) {
      clockIn(facts.businessZone, date, clockMinutes(entry.from));
      clockIn(facts.businessZone, date, clockMinutes(entry.to));
    }
  });
  // A call has to stop ringing before the hours end: from that instant on none is sent.
  return edges.flatMap((edge) => [edge, edge - ringTimeoutMs + 1]);
}

function cellsOf(given: ProbeFacts, from: Instant, to: Instant): readonly WeekCell[] {
  const halfHours = Array.from({ length: Math.ceil((to - from) / cellMs) }, (_, at) => from + at * cellMs);
  const starts = [...new Set([...halfHours, ...edgesNear(given, from, to)])]
    .filter((instant) => instant >= from && instant < to)
    .sort((a, b) => a - b);
  const onGrid = new Set(halfHours);
  const cells: WeekCell[] = [];
  const add = (at: Instant, end: Instant): void => {
    const { until, ...standing } = standingAt(given, at);
    const changes = until !== null && until > at && until < end ? until : null;
    const last = cells.at(-1);
    const goesOn =
      last !== undefined &&
      !onGrid.has(at) &&
      last.allowed === standing.allowed &&
      last.gate === standing.gate &&
      last.reason === standing.reason &&
      last.detail === standing.detail;
    if (goesOn) cells[cells.length - 1] = { ...last, to: changes ?? end };
    else cells.push({ ...standing, from: at, to: changes ?? end });
    if (changes !== null) add(changes, end);
  };
  starts.forEach((at, index) => add(at, starts[index + 1] ?? to));
  return cells;
}

/** WIN-3: seven days of a zone, half hour by half hour, each asked of the decision that stands before every real call. */
export function weekOfCalling(given: ProbeFacts, zone: ZoneName, firstDay: LocalDate): readonly WeekDay[] {
  return Array.from({ length: 7 }, (_, nth) => {
    const date = addDays(firstDay, nth);
    const startsAt = startOfLocalDate(date, zone);
    const endsAt = startOfLocalDate(addDays(date, 1), zone);
    return {
      date,
      ...weekdayAndKind(given.facts.calendar, date),
      hours: (endsAt - startsAt) / (60 * minuteMs),
      startsAt,
      cells: cellsOf(given, startsAt, endsAt),
    };
  });
}
