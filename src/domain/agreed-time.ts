import type { Instant, LocalDate, ZoneName } from './vocabulary.ts';
import {
  clockMinutes,
  clockText,
  instantsOf,
  localDateTime,
  minuteMs,
  zoneOffsetMs,
  type ClockTime,
} from './zoned-time.ts';

/** A time as two people agree on it: by the clock on the wall of the called number. */
export interface WallTime {
  readonly date: LocalDate;
  readonly time: ClockTime;
  /** Where the clock is set back over that time: the second of the two is meant. Without effect on other days. */
  readonly second: boolean;
}

const minutesOfDay = 1440;

export type AgreedTime =
  | { readonly kind: 'instant'; readonly at: Instant }
  /** The clock is set forward over it: from `from` on it shows `to`, and the time in between never. */
  | { readonly kind: 'skipped'; readonly at: Instant; readonly from: ClockTime; readonly to: ClockTime };

/** TIME-6: which instant is meant. Of a time that comes twice the first, unless the second is said. */
export function readAgreedTime({ date, time, second }: WallTime, zone: ZoneName): AgreedTime {
  const [first = Number.NaN, later = first] = instantsOf(date, time, zone);
  const shown = localDateTime(first, zone);
  if (shown.date === date && shown.minutes === clockMinutes(time)) {
    return { kind: 'instant', at: second ? later : first };
  }
  const skipped = (zoneOffsetMs(first, zone) - zoneOffsetMs(first - 1, zone)) / minuteMs;
  const from = (((shown.minutes - skipped) % minutesOfDay) + minutesOfDay) % minutesOfDay;
  return { kind: 'skipped', at: first, from: clockText(from), to: clockText(shown.minutes) };
}
