import { nextRoundOn } from './cadence.ts';
import { isOpenDay, previousOpenDay, type Calendar } from './calendar.ts';
import type { CaseDialFacts } from './dial-facts.ts';
import { isDialableStatus } from './number-order.ts';
import { awaitsReview } from './round.ts';
import type { Instant, LocalDate } from './vocabulary.ts';
import { isForbiddenWork } from './work-numbers.ts';
import { localDate } from './zoned-time.ts';

export interface FollowUpPlan {
  /** Last day on which the follow-up is in time; null = nothing is owed yet. */
  readonly followUpBy: LocalDate | null;
  /** The first hold to end when every number that is left is held; null = at least one is free, or none is left. */
  readonly waitingUntil: Instant | null;
}

/** 3.4: the open promise, then the agreed instant, then the agreed date, then the cadence of R1-R4. */
function lastDayInTime(facts: CaseDialFacts): LocalDate | null {
  const { caseClass, promise, callbackAt, nextFollowUpOn, lastRoundOn, effective, ownerOpenCases } = facts.case;
  // Said to be paid: the day on which the posting is looked up, where it comes after the due day.
  const lookedUpOn = caseClass === 'PAID_PENDING' ? nextFollowUpOn : null;
  if (promise !== null) return lookedUpOn !== null && lookedUpOn > promise.dueOn ? lookedUpOn : promise.dueOn;
  if (callbackAt !== null) return localDate(callbackAt, facts.businessZone);
  if (nextFollowUpOn !== null) return nextFollowUpOn;
  if (lastRoundOn === null) return null;
  const { preset, calendar } = facts;
  return nextRoundOn({ lastRoundOn, effective, openCases: ownerOpenCases, preset, calendar });
}

/** What a case owes by when; stops and recalls are looked up when it is judged, they come and go without a review. */
export function followUpPlan(facts: CaseDialFacts, now: Instant): FollowUpPlan {
  const left = facts.numbers.filter(
    (number) =>
      isDialableStatus(number.status) &&
      number.status !== 'unverified' &&
      !awaitsReview(number) &&
      !isForbiddenWork(number, facts.preset),
  );
  const holds = left.flatMap(({ holdUntil }) => (holdUntil !== null && holdUntil > now ? [holdUntil] : []));
  const allHeld = left.length > 0 && holds.length === left.length;
  return { followUpBy: lastDayInTime(facts), waitingUntil: allHeld ? Math.min(...holds) : null };
}

/** Whoever is owed a follow-up by this day or an earlier one is overdue today; between it and today no day was open. */
export const lastDayMissed = (calendar: Calendar, today: LocalDate): LocalDate => previousOpenDay(calendar, today);

export const openDaysOf = (calendar: Calendar, days: readonly LocalDate[]): readonly LocalDate[] =>
  days.filter((day) => isOpenDay(calendar, day));
