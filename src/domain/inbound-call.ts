import type { Instant, LocalDate, ZoneName } from './vocabulary.ts';
import { clockMinutes, localDateTime, minuteMs, weekdayOf, type ClockTime } from './zoned-time.ts';

/** A case whose debtor has the line that rings us. */
export interface CallerCase {
  readonly caseId: string;
  readonly debtorId: string;
  readonly open: boolean;
  readonly ownerId: string | null;
  /** Agreed instant at which we wanted to ring. */
  readonly callbackAt: Instant | null;
  readonly followUpBy: LocalDate | null;
  readonly owedMinor: number;
}

export type CallerMatch<T extends CallerCase> =
  | { readonly kind: 'unknown' }
  /** One person has the line: the call is about the most urgent of his cases. */
  | { readonly kind: 'person'; readonly about: T }
  /** Several have it: who calls is asked before anything is shown; the call is put with the most urgent meanwhile. */
  | { readonly kind: 'shared'; readonly about: T };

const absentLast = <T>(a: T | null, b: T | null, compare: (a: T, b: T) => number): number => {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(a, b);
};

/** An agreed call first, then what somebody owns, then what is longest due, then what is owed most. */
function byUrgency(a: CallerCase, b: CallerCase): number {
  return (
    absentLast(a.callbackAt, b.callbackAt, (x, y) => x - y) ||
    Number(a.ownerId === null) - Number(b.ownerId === null) ||
    absentLast(a.followUpBy, b.followUpBy, (x, y) => (x < y ? -1 : Number(x > y))) ||
    b.owedMinor - a.owedMinor ||
    (a.caseId < b.caseId ? -1 : 1)
  );
}

/** Cases that are over count only when the line has no others. */
export function matchCaller<T extends CallerCase>(cases: readonly T[]): CallerMatch<T> {
  const open = cases.filter((each) => each.open);
  const considered = (open.length > 0 ? open : cases).toSorted(byUrgency);
  const [about] = considered;
  if (about === undefined) return { kind: 'unknown' };
  const isShared = considered.some((each) => each.debtorId !== about.debtorId);
  return { kind: isShared ? 'shared' : 'person', about };
}

/** When calls are put through; half-open, in the business zone. */
export interface InboundHours {
  readonly opens: ClockTime;
  readonly closes: ClockTime;
  /** 1 = Monday .. 7 = Sunday. */
  readonly days: readonly number[];
}

export function takesCallsAt(hours: InboundHours, at: Instant, zone: ZoneName): boolean {
  const { date, minutes } = localDateTime(at, zone);
  if (!hours.days.includes(weekdayOf(date))) return false;
  return minutes >= clockMinutes(hours.opens) && minutes < clockMinutes(hours.closes);
}

/** Talk and wrap-up of a call whose length nobody knows yet. */
const usualHandlingMs = 3 * minuteMs;

export interface QueuePlace {
  /** 1 = next. */
  readonly position: number;
  /** Agents at work who may take the call. */
  readonly agents: number;
  readonly meanHandlingMs: number | null;
}

/** Agents free themselves evenly over the usual length of a call. Null: nobody is at work. */
export function expectedWaitMs({ position, agents, meanHandlingMs }: QueuePlace): number | null {
  if (agents <= 0) return null;
  return Math.round((position * (meanHandlingMs ?? usualHandlingMs)) / agents);
}

/** Waits are announced in whole minutes, rounded up: a promise that is kept. */
export const announcedMinutes = (waitMs: number): number => Math.max(1, Math.ceil(waitMs / minuteMs));
