import type { CalendarName } from './calendar.ts';
import { tasksAfterTracing, tasksWhenAllInvalid } from './tracing.ts';
import type { TaskClocks } from './preset.ts';
import { dataEntryDueAt, lookup114DueAt, lookup114DueFrom, unpaidSince, visitDueAt } from './task-clocks.ts';
import type { Instant, LocalDate, ZoneName } from './vocabulary.ts';
import { addDays, dayMs, localDate, minuteMs, startOfLocalDate } from './zoned-time.ts';

export const taskKinds = [
  'trace_phone',
  'lookup_114',
  'registry_check',
  'verification_checklist',
  'data_entry',
  'visit_entry',
  'visit_proposal',
  'return_call',
] as const;
export type TaskKind = (typeof taskKinds)[number];

export const taskCauses = [
  'all_invalid',
  'first_attempt',
  'tracing_ended',
  'refused',
  'agreed_day_unpaid',
  'unanswered',
  'data_obtained',
  'visit_returned',
  'asked',
  'missed_call',
  'number_changed',
  'number_malformed',
  'voicemail',
] as const;
export type TaskCause = (typeof taskCauses)[number];

/** A task that an event makes. The same event again names the same anchor, so that no second task comes of it. */
export interface PlannedTask {
  readonly kind: TaskKind;
  readonly because: TaskCause;
  readonly anchorAt: Instant;
  readonly dueAt: Instant;
}

/** Kinds whose end may bring data that has to be entered within the day (R33). */
export const bringsData: ReadonlySet<TaskKind> = new Set(['trace_phone', 'lookup_114', 'registry_check']);

/** Search tasks without a deadline in the rulebook have the days of the 114 look-up. */
export function searchDueAt(from: Instant, businessZone: ZoneName, clocks: TaskClocks): Instant {
  return startOfLocalDate(addDays(localDate(from, businessZone), clocks.lookup114Days + 1), businessZone) - 1;
}

interface House {
  readonly calendar: CalendarName;
  readonly businessZone: ZoneName;
  readonly clocks: TaskClocks;
}

/** R20, R31, S22: the last dialable number has become invalid. */
export function tasksOfTracing(
  at: Instant,
  firstAttemptAt: Instant | null,
  { calendar, businessZone, clocks }: House,
): readonly PlannedTask[] {
  return tasksWhenAllInvalid(calendar).flatMap((kind): PlannedTask[] => {
    switch (kind) {
      case 'lookup_114':
        return [
          {
            kind,
            because: 'all_invalid',
            anchorAt: at,
            dueAt: lookup114DueFrom({ firstAttemptAt, tracedAt: at }, businessZone, clocks),
          },
        ];
      case 'trace_phone':
        return [{ kind, because: 'all_invalid', anchorAt: at, dueAt: searchDueAt(at, businessZone, clocks) }];
      case 'registry_check':
      case 'visit':
        return [];
    }
  });
}

/** R31 where every case is looked up: from its first attempt on. Tracing brings its own look-up (S22). */
export function lookupOfFirstAttempt(
  firstAttemptAt: Instant,
  { calendar, businessZone, clocks }: House,
): PlannedTask[] {
  if (clocks.lookup114For !== 'all' || !tasksWhenAllInvalid(calendar).includes('lookup_114')) return [];
  const dueAt = lookup114DueAt(firstAttemptAt, businessZone, clocks);
  return [{ kind: 'lookup_114', because: 'first_attempt', anchorAt: firstAttemptAt, dueAt }];
}

/** R20: the search by phone ended; without a number the registry and a visit are next. */
export const tasksOfEndedTracing = (
  at: Instant,
  numbersFound: number,
  { businessZone, clocks }: Omit<House, 'calendar'>,
): readonly PlannedTask[] =>
  tasksAfterTracing(numbersFound).map((kind) => ({
    kind: kind === 'visit' ? 'visit_proposal' : kind,
    because: 'tracing_ended',
    anchorAt: at,
    dueAt: kind === 'visit' ? visitDueAt(at, clocks) : searchDueAt(at, businessZone, clocks),
  }));

/** R33, R34: what was obtained outside, or brought home from a visit, is entered within the day. */
export const taskOfData = (
  kind: 'data_entry' | 'visit_entry',
  obtainedAt: Instant,
  clocks: TaskClocks,
): PlannedTask => ({
  kind,
  because: kind === 'data_entry' ? 'data_obtained' : 'visit_returned',
  anchorAt: obtainedAt,
  dueAt: dataEntryDueAt(obtainedAt, clocks),
});

/** The last talk that decided about payment: a refusal, or a day agreed on. */
export interface LastAgreement {
  readonly refusedAt: Instant | null;
  readonly agreedOn: LocalDate | null;
}

/** R39: 24 hours after the account stands unpaid; proposed, never sent by itself. */
export function visitAfterUnpaid(
  talk: LastAgreement,
  now: Instant,
  { businessZone, clocks }: Omit<House, 'calendar'>,
): PlannedTask | null {
  const unpaidAt = unpaidSince(talk, now, businessZone);
  if (unpaidAt === null) return null;
  const because = talk.refusedAt === null ? 'agreed_day_unpaid' : 'refused';
  return { kind: 'visit_proposal', because, anchorAt: unpaidAt, dueAt: visitDueAt(unpaidAt, clocks) };
}

/** 3.2: what the carrier says of a number that somebody has to find anew, or (R33) to look at again within the day. */
export function tasksOfCarrier(
  result: string | null,
  at: Instant,
  { businessZone, clocks }: Omit<House, 'calendar'>,
): readonly PlannedTask[] {
  switch (result) {
    case 'NUMBER_CHANGED':
      return [
        { kind: 'trace_phone', because: 'number_changed', anchorAt: at, dueAt: searchDueAt(at, businessZone, clocks) },
      ];
    case 'MALFORMED':
      return [{ kind: 'data_entry', because: 'number_malformed', anchorAt: at, dueAt: dataEntryDueAt(at, clocks) }];
    default:
      return [];
  }
}

/** Somebody rang and spoke with nobody: rung back within this time. */
const returnCallWithinMs = 2 * 60 * minuteMs;

/** The debtor rang us and left before an agent came; calls in a row are one task. */
export const taskOfMissedCall = (leftAt: Instant): PlannedTask => ({
  kind: 'return_call',
  because: 'missed_call',
  anchorAt: leftAt,
  dueAt: leftAt + returnCallWithinMs,
});

/** The debtor left a message: heard, and rung back, within the time of a missed call. */
export const taskOfVoicemail = (leftAt: Instant): PlannedTask => ({
  ...taskOfMissedCall(leftAt),
  because: 'voicemail',
});

/** R19: nobody answers round after round; one proposal for each such row of rounds, known by its first call. */
export const visitUnanswered = (firstCallAt: Instant, now: Instant, clocks: TaskClocks): PlannedTask => ({
  kind: 'visit_proposal',
  because: 'unanswered',
  anchorAt: firstCallAt,
  dueAt: visitDueAt(now, clocks),
});

/** A task with less than this left is due soon. */
export const dueSoonMs = dayMs / 6;
