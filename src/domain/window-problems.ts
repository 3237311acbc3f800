import type { Preset } from './preset.ts';
import type { Instant, LocalDate, ZoneName } from './vocabulary.ts';
import type { WindowHours, WindowRule } from './window-rules.ts';
import {
  clockMinutes,
  clockText,
  dayMs,
  localDateTime,
  minuteMs,
  nextOffsetChange,
  zoneOffsetMs,
} from './zoned-time.ts';
import type { ClockTime } from './zoned-time.ts';

export type WindowProblem =
  | { readonly field: string; readonly kind: 'empty' }
  | { readonly field: string; readonly kind: 'overlaps'; readonly with: number }
  | {
      readonly field: string;
      readonly kind: 'removed_by_clock';
      readonly zone: ZoneName;
      readonly on: LocalDate;
      readonly from: ClockTime;
      readonly to: ClockTime;
    }
  | { readonly field: string; readonly kind: 'beyond_law'; readonly law: readonly [ClockTime, ClockTime] };

const yearMs = 366 * dayMs;
const minutesOfDay = 1440;

interface Gap {
  readonly on: LocalDate;
  readonly start: number;
  readonly end: number;
}

/** Times of day that a zone's clock leaves out in the year to come. */
export function gapsOf(zone: ZoneName, now: Instant): readonly Gap[] {
  const gaps: Gap[] = [];
  for (let from = now; from < now + yearMs;) {
    const change = nextOffsetChange(zone, from, now + yearMs);
    if (change === null) break;
    const skipped = (zoneOffsetMs(change, zone) - zoneOffsetMs(change - 1, zone)) / minuteMs;
    const { date, minutes } = localDateTime(change, zone);
    if (skipped > 0 && minutes - skipped >= 0) gaps.push({ on: date, start: minutes - skipped, end: minutes });
    from = change;
  }
  return gaps;
}

/** WIN-4: hours of which a change of the clock leaves nothing, in one of these zones. */
export function removedByClock(
  { from, to }: WindowHours,
  zones: readonly ZoneName[],
  now: Instant,
): { readonly zone: ZoneName; readonly on: LocalDate; readonly from: ClockTime; readonly to: ClockTime } | null {
  const [start, end] = [clockMinutes(from), clockMinutes(to)];
  for (const zone of zones) {
    const gap = gapsOf(zone, now).find((each) => each.start <= start && end <= each.end);
    if (gap !== undefined)
      return { zone, on: gap.on, from: clockText(gap.start), to: clockText(gap.end % minutesOfDay) };
  }
  return null;
}

/** The longest hours that the law has on any day of which the rule speaks; null: none. */
function lawfulSpan({ weekdays }: Pick<WindowRule, 'weekdays'>, { window }: Preset): readonly [ClockTime, ClockTime] {
  const { sunday } = window;
  return weekdays.length === 1 && weekdays[0] === 7 && sunday != null ? sunday : window.hours;
}

/** WIN-4, WIN-5: what of a window's hours cannot be, by its place in them. */
export function windowProblems(
  rule: Pick<WindowRule, 'hours' | 'weekdays'>,
  given: { readonly law: Preset; readonly zones: readonly ZoneName[]; readonly now: Instant },
): readonly WindowProblem[] {
  const law = lawfulSpan(rule, given.law);
  return rule.hours.flatMap((hours, at): WindowProblem[] => {
    const field = `hours.${at}`;
    const [start, end] = [clockMinutes(hours.from), clockMinutes(hours.to)];
    if (start >= end) return [{ field, kind: 'empty' }];
    const other = rule.hours.findIndex(
      (before, index) => index < at && clockMinutes(before.from) < end && start < clockMinutes(before.to),
    );
    if (other !== -1) return [{ field, kind: 'overlaps', with: other }];
    const removed = removedByClock(hours, given.zones, given.now);
    if (removed !== null) return [{ field, kind: 'removed_by_clock', ...removed }];
    if (start < clockMinutes(law[0]) || end > clockMinutes(law[1])) return [{ field, kind: 'beyond_law', law }];
    return [];
  });
}
