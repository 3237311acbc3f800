import type { TaskClocks } from './preset.ts';
import type { CaseClass, Instant, LocalDate, ZoneName } from './vocabulary.ts';
import { addDays, localDate, startOfLocalDate } from './zoned-time.ts';

const hourMs = 3_600_000;

/** R31: whether a case is looked up through 114 at all. */
export const needsLookup114 = (caseClass: CaseClass, clocks: TaskClocks): boolean =>
  clocks.lookup114For === 'all' || caseClass === 'TRACE' || caseClass === 'LOST';

/** R31: the end of the third day after the first attempt, whose own day is not counted. */
export function lookup114DueAt(firstAttemptAt: Instant, businessZone: ZoneName, clocks: TaskClocks): Instant {
  const lastDay = addDays(localDate(firstAttemptAt, businessZone), clocks.lookup114Days);
  return startOfLocalDate(addDays(lastDay, 1), businessZone) - 1;
}

/** R33, R34: clock hours from the moment the data was obtained, or the visitor was back. */
export const dataEntryDueAt = (obtainedAt: Instant, clocks: TaskClocks): Instant =>
  obtainedAt + clocks.dataEntryHours * hourMs;

/** R39: a visit is proposed within so many hours of the account standing unpaid. */
export const visitDueAt = (unpaidAt: Instant, clocks: TaskClocks): Instant => unpaidAt + clocks.visitHours * hourMs;

/** R39: unpaid from the refusal on, else from the end of the agreed day that went by; null while a date is open. */
export function unpaidSince(
  talk: { readonly refusedAt: Instant | null; readonly agreedOn: LocalDate | null },
  now: Instant,
  businessZone: ZoneName,
): Instant | null {
  if (talk.refusedAt !== null) return talk.refusedAt;
  if (talk.agreedOn === null) return null;
  const over = startOfLocalDate(addDays(talk.agreedOn, 1), businessZone);
  return now >= over ? over : null;
}

/** R31: the same day when it is still ahead; a case that is traced later has its three days from then on. */
export function lookup114DueFrom(
  given: { readonly firstAttemptAt: Instant | null; readonly tracedAt: Instant },
  businessZone: ZoneName,
  clocks: TaskClocks,
): Instant {
  const dueAt = lookup114DueAt(given.firstAttemptAt ?? given.tracedAt, businessZone, clocks);
  return dueAt >= given.tracedAt ? dueAt : lookup114DueAt(given.tracedAt, businessZone, clocks);
}

export const taskStates = ['open', 'due_soon', 'breached', 'done'] as const;
export type TaskState = (typeof taskStates)[number];

/** Due at the very instant is in time, also when it is done later than looked at; soon when `soonMs` are left. */
export function taskState(dueAt: Instant, doneAt: Instant | null, now: Instant, soonMs = 0): TaskState {
  if ((doneAt ?? now) > dueAt) return 'breached';
  if (doneAt !== null) return 'done';
  return dueAt - now < soonMs ? 'due_soon' : 'open';
}
