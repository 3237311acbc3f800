import { daypartAt } from '../domain/calling-window.ts';
import {
  lookupOfFirstAttempt,
  tasksOfTracing,
  visitAfterUnpaid,
  visitUnanswered,
  type PlannedTask,
} from '../domain/case-tasks.ts';
import type { CaseDialFacts } from '../domain/dial-facts.ts';
import type { CaseClass, Instant } from '../domain/vocabulary.ts';
import { mayProposeVisitUnanswered } from '../domain/visit-order.ts';
import type { CaseEntry } from './ledger.ts';

export interface Reviewed {
  readonly facts: CaseDialFacts;
  readonly becameTrace: boolean;
  readonly roundDone: boolean;
  readonly stopped: boolean;
  readonly now: Instant;
}

/** Classes of an account that was talked to and owes still (R39). */
const talkedTo: ReadonlySet<CaseClass> = new Set(['NEGOTIATING', 'RAISING_FUNDS', 'PTP_BROKEN']);

/** In the transaction of the review: what has just become of the case opens the tasks that the rulebook asks for. */
export async function openTasks(entry: CaseEntry, reviewed: Reviewed): Promise<void> {
  const { facts, now } = reviewed;
  const { calendar, clocks } = facts.preset;
  const house = { calendar, clocks, businessZone: facts.businessZone };
  const tasks: PlannedTask[] = [];
  // The clock is the first attempt's own; a case that is done with by then is not looked up.
  const firstAttemptAt = clocks.lookup114For === 'all' && !reviewed.stopped ? await entry.tasks.firstAttemptAt() : null;
  if (firstAttemptAt !== null) tasks.push(...lookupOfFirstAttempt(firstAttemptAt, house));
  if (reviewed.becameTrace) tasks.push(...tasksOfTracing(now, await entry.tasks.firstAttemptAt(), house));
  if (!reviewed.stopped && talkedTo.has(facts.case.caseClass)) {
    const talk = await entry.tasks.lastAgreement();
    const visit = talk === null ? null : visitAfterUnpaid(talk, now, house);
    if (visit !== null) tasks.push(visit);
  }
  if (!reviewed.stopped && reviewed.roundDone && facts.case.caseClass === 'NO_ANSWER') {
    const since = await entry.tasks.unanswered();
    if (since !== null) {
      const parts = new Set(
        since.calls.map(({ at, zone }) => daypartAt(at, zone ?? facts.businessZone, facts.preset).index),
      );
      const rounds = { unanswered: since.rounds, daypartsCovered: parts.size };
      if (mayProposeVisitUnanswered(rounds, clocks)) tasks.push(visitUnanswered(since.firstCallAt, now, clocks));
    }
  }
  await entry.tasks.open(tasks);
}
