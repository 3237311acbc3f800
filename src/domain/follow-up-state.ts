import type { Instant, LocalDate } from './vocabulary.ts';

export interface FollowUpFacts {
  readonly stopped: boolean;
  /** The first hold to end when every number that is left is held; null = one is free, or none is left. */
  readonly waitingUntil: Instant | null;
  /** Last day on which the follow-up is in time: the explicit date, else the cadence. Null = none set. */
  readonly followUpBy: LocalDate | null;
  /** That day, where its window had no open day (3.4). */
  readonly excusedOn: LocalDate | null;
  /** When the dialer looks next; null = not on its own. */
  readonly dueAt: Instant | null;
}

/** The moment it is judged at. */
export interface FollowUpMoment {
  readonly now: Instant;
  readonly today: LocalDate;
  readonly todayEndsAt: Instant;
  /** Whoever was owed a follow-up by this day is overdue: between it and today no day was open. */
  readonly missedBy: LocalDate;
}

export type FollowUpState = 'stopped' | 'waiting' | 'planned' | 'due' | 'excused' | 'overdue';

/**
 * 3.4: stopped and waiting cases are never overdue; what no open day could meet is excused, and so is a day since which
 * no other was open.
 */
export function followUpState(facts: FollowUpFacts, moment: FollowUpMoment): FollowUpState {
  const { waitingUntil, followUpBy, excusedOn, dueAt } = facts;
  if (facts.stopped) return 'stopped';
  if (waitingUntil !== null && waitingUntil > moment.now) return 'waiting';
  if (followUpBy === null) return dueAt !== null && dueAt < moment.todayEndsAt ? 'due' : 'planned';
  if (followUpBy <= moment.missedBy && followUpBy !== excusedOn) return 'overdue';
  if (followUpBy < moment.today) return 'excused';
  return followUpBy === moment.today ? 'due' : 'planned';
}
