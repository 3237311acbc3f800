import { isHoliday, isWorkingDay, type Calendar } from './calendar.ts';
import { candidateZones, hoursOfDay } from './calling-window.ts';
import { inSchedule, nextInSchedule, type ScheduleEntry } from './campaign-schedule.ts';
import { decideDial } from './dial-decision.ts';
import type { DialDecision, DialFacts, GateName } from './dial-facts.ts';
import { rulesFor } from './gates-of-number.ts';
import type { DecisionReason, Instant, LocalDate, ZoneName } from './vocabulary.ts';
import { localDateTime, weekdayOf, zoneOffsetMs, type ClockTime, clockText } from './zoned-time.ts';

/** One number as the dialer would see it, and the hours of the campaign that would dial it. */
export interface ProbeFacts {
  readonly facts: DialFacts;
  /** By the agency's clock; empty: whenever the rules allow, or no campaign. */
  readonly schedule: readonly ScheduleEntry[];
}

export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeup_workday';

/** The clock of one zone at the instant asked about, and what its day allows. */
export interface ProbedZone {
  readonly zone: ZoneName;
  /** Of the number itself, of the debtor's address, or of both; only those that bind are listed. */
  readonly of: readonly ('number' | 'address')[];
  readonly date: LocalDate;
  readonly time: ClockTime;
  /** Minutes ahead of UTC. */
  readonly offsetMin: number;
  readonly day: DayKind;
  readonly hours: readonly (readonly [ClockTime, ClockTime])[];
  /** The hours that hold at the instant; null: it lies outside. */
  readonly holds: readonly [ClockTime, ClockTime] | null;
  /** Rules kept on this day besides the preset, by name. */
  readonly rules: readonly string[];
}

export interface ProbeAnswer {
  readonly at: Instant;
  readonly allowed: boolean;
  readonly decision: DialDecision;
  /** The campaign dials at this hour at all. */
  readonly inSchedule: boolean;
  /** The first instant from `at` on at which it would ring; null: not on its own. */
  readonly nextAt: Instant | null;
  readonly zones: readonly ProbedZone[];
}

/** Steps from one opening to the next when decision and schedule have to agree. */
const searchSteps = 40;

export function dayKindOf(calendar: Calendar, date: LocalDate): DayKind {
  if (calendar.makeupWorkdays.has(date)) return 'makeup_workday';
  if (isHoliday(calendar, date)) return 'holiday';
  return isWorkingDay(calendar, date) ? 'workday' : 'weekend';
}

const rings = ({ facts, schedule }: ProbeFacts, at: Instant): boolean =>
  decideDial(facts, at).kind === 'ALLOW' && inSchedule(schedule, at, facts.businessZone);

function nextRinging({ facts, schedule }: ProbeFacts, from: Instant): Instant | null {
  let at = from;
  for (let step = 0; step < searchSteps; step += 1) {
    const open = nextInSchedule(schedule, at, facts.businessZone);
    if (open === null) return null;
    const decision = decideDial(facts, open);
    if (decision.kind === 'ALLOW') return open;
    if (decision.kind === 'BLOCK' || decision.until === null || decision.until <= open) return null;
    at = decision.until;
  }
  return null;
}

const pair = ({ start, end }: { readonly start: number; readonly end: number }): readonly [ClockTime, ClockTime] => [
  clockText(start),
  clockText(end),
];

/** The zones that bind the number, each with whose it is. */
function bindingZones({ preset, number, case: theCase }: DialFacts): readonly Pick<ProbedZone, 'zone' | 'of'>[] {
  return candidateZones(number.zones, theCase.addressZones, preset).map((zone) => ({
    zone,
    of: [
      ...(number.zones.includes(zone) ? (['number'] as const) : []),
      ...(theCase.addressZones.includes(zone) ? (['address'] as const) : []),
    ],
  }));
}

function probedZone(facts: DialFacts, { zone, of }: Pick<ProbedZone, 'zone' | 'of'>, at: Instant): ProbedZone {
  const { preset, calendar } = facts;
  const { date, minutes } = localDateTime(at, zone);
  const rules = rulesFor(facts, facts.number);
  const day = hoursOfDay(date, zone, { preset, calendar, holidaysAllowed: false, rules });
  const holding = day.hours.find(({ start, end }) => start <= minutes && minutes < end);
  return {
    zone,
    of,
    date,
    time: clockText(minutes),
    offsetMin: zoneOffsetMs(at, zone) / 60_000,
    day: dayKindOf(calendar, date),
    hours: day.hours.map(pair),
    holds: holding === undefined ? null : pair(holding),
    rules: day.rules.map(({ name }) => name),
  };
}

/** WIN-1: would this number ring at this instant, by the decision that stands before every real call. */
export function probe(given: ProbeFacts, at: Instant): ProbeAnswer {
  const { facts, schedule } = given;
  return {
    at,
    allowed: rings(given, at),
    decision: decideDial(facts, at),
    inSchedule: inSchedule(schedule, at, facts.businessZone),
    nextAt: nextRinging(given, at),
    zones: bindingZones(facts).map((zone) => probedZone(facts, zone, at)),
  };
}

/** What stands in the way at an instant: a gate of the decision, or the campaign's own hours. */
export interface ProbeStanding {
  readonly allowed: boolean;
  readonly gate: GateName | 'schedule' | null;
  readonly reason: DecisionReason | null;
  readonly detail: string | null;
  /** When the decision would be another one at the earliest; null: not known. */
  readonly until: Instant | null;
}

export function standingAt({ facts, schedule }: ProbeFacts, at: Instant): ProbeStanding {
  const decision = decideDial(facts, at);
  const shut = decision.trace.at(-1);
  if (decision.kind !== 'ALLOW') {
    return {
      allowed: false,
      gate: shut?.gate ?? null,
      reason: decision.reason,
      detail: shut?.detail ?? null,
      until: decision.kind === 'DEFER' ? (shut?.until ?? decision.until) : null,
    };
  }
  if (inSchedule(schedule, at, facts.businessZone)) {
    return { allowed: true, gate: null, reason: null, detail: null, until: null };
  }
  return {
    allowed: false,
    gate: 'schedule',
    reason: null,
    detail: null,
    until: nextInSchedule(schedule, at, facts.businessZone),
  };
}

/** For the heads of a week: what a date is by the calendar that holds. */
export const weekdayAndKind = (calendar: Calendar, date: LocalDate) => ({
  weekday: weekdayOf(date),
  kind: dayKindOf(calendar, date),
});
