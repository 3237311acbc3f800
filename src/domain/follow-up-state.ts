import type { LocalDate } from './vocabulary.ts';

export interface FollowUpFacts {
  readonly stopped: boolean;
  /** Last day on which the follow-up is in time: the explicit date, else the cadence. Null = none set. */
  readonly dueOn: LocalDate | null;
  /** The window had no open day (3.4). */
  readonly excused: boolean;
  /** Every number that is left is held. */
  readonly allNumbersHeld: boolean;
}

export type FollowUpState = 'stopped' | 'waiting' | 'planned' | 'due' | 'excused' | 'overdue';

/** 3.4: stopped and waiting cases are never overdue; a date that no open day could meet is excused. */
export function followUpState(facts: FollowUpFacts, today: LocalDate): FollowUpState {
  if (facts.stopped) return 'stopped';
  if (facts.allNumbersHeld) return 'waiting';
  if (facts.dueOn === null || facts.dueOn > today) return 'planned';
  if (facts.dueOn === today) return 'due';
  return facts.excused ? 'excused' : 'overdue';
}
