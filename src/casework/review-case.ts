import { decideCase } from '../domain/dial-decision.ts';
import type { CaseDialFacts } from '../domain/dial-facts.ts';
import { followUpPlan } from '../domain/follow-up-plan.ts';
import { isAllInvalid } from '../domain/reachability.ts';
import { roundState, type RoundState } from '../domain/round.ts';
import { endsWork } from '../domain/stops.ts';
import { isFoundAgain } from '../domain/tracing.ts';
import { stopKinds, type CaseClass, type Instant } from '../domain/vocabulary.ts';
import { reachableStatus } from '../domain/work-numbers.ts';
import { localDate } from '../domain/zoned-time.ts';
import type { CaseRecord } from './case-record.ts';
import { dialFactsOf, wordOf } from './dial-facts-of.ts';
import type { CaseChange, CaseEntry } from './ledger.ts';
import { openTasks } from './open-tasks.ts';
import { settlePromise } from './payments/settle-promise.ts';

/** How long a case waits for its agent's wrap-up; one that never comes must not shelve the case. */
export const wrapUpPatienceMs = 12 * 60 * 60_000;

/** Connected, ended, and the agent has not said yet what became of it: nothing is dialed before he does. */
export const awaitsWrapUp = (facts: CaseDialFacts, now: Instant): boolean =>
  facts.history.some(
    (attempt) =>
      attempt.caseId === facts.case.id &&
      attempt.result === null &&
      attempt.endedAt !== null &&
      attempt.endedAt > now - wrapUpPatienceMs,
  );

/** Classes that a finished search through the numbers may change; dates, promises, stops and payments stay. */
export const openToTrace: ReadonlySet<CaseClass> = new Set([
  'NEW',
  'NEGOTIATING',
  'RAISING_FUNDS',
  'LEFT_MSG_A',
  'LEFT_MSG_B',
  'NO_ANSWER',
  'PTP_BROKEN',
]);
const openToNoAnswer: ReadonlySet<CaseClass> = new Set(['NEW', 'NO_ANSWER']);

const attemptsOfRound = (facts: CaseDialFacts) =>
  facts.history.filter((attempt) => attempt.caseId === facts.case.id && attempt.roundNumber === facts.case.roundNumber);

function nextClass(facts: CaseDialFacts, round: RoundState): CaseClass | null {
  const { caseClass } = facts.case;
  const statuses = facts.numbers.map((number) => reachableStatus(number, facts.preset));
  if ((openToTrace.has(caseClass) && isAllInvalid(statuses)) || isFoundAgain(caseClass, statuses)) return 'TRACE';
  if (!round.complete || !openToNoAnswer.has(caseClass)) return null;
  const reached = attemptsOfRound(facts).some((attempt) => attempt.answered);
  return reached || caseClass === 'NO_ANSWER' ? null : 'NO_ANSWER';
}

/**
 * Brings a case up to date with its attempts and the clock: a promise gone by, a round that is through, the class that
 * follows from the numbers, and when the dialer shall look again. Doing it twice changes nothing.
 */
export async function reviewCase(
  entry: CaseEntry,
  now: Instant,
  changed: CaseChange = {},
): Promise<{ readonly dueAt: Instant | null; readonly caseClass: CaseClass }> {
  let record = await entry.record();
  if (record.lastPromise?.status === 'open' && (await settlePromise(entry, record, now))) record = await entry.record();
  const effective = await entry.reachedOnValidNumber(record.id);
  const read = dialFactsOf(record, {
    now,
    ownerOpenCases: await entry.ownerOpenCases(record),
  });
  let facts: CaseDialFacts = { ...read, case: { ...read.case, effective } };
  let change: CaseChange = { ...changed, effective };

  const round = roundState(facts.numbers, attemptsOfRound(facts), facts.preset, now);
  const classNow = nextClass(facts, round);
  if (classNow !== null) {
    facts = { ...facts, case: { ...facts.case, caseClass: classNow } };
    change = { ...change, caseClass: classNow };
  }
  if (round.complete) {
    const lastRoundOn = localDate(round.completedAt ?? now, facts.businessZone);
    const roundNumber = facts.case.roundNumber + 1;
    facts = { ...facts, case: { ...facts.case, roundNumber, lastRoundOn } };
    change = { ...change, roundNumber, lastRoundOn, roundStartedAt: null };
  }

  if (record.status !== 'open' || record.stops.some(({ kind }) => endsWork(wordOf(stopKinds, kind)))) {
    await entry.tasks.dropOpen(now);
  } else {
    await openTasks(entry, {
      facts,
      becameTrace: classNow === 'TRACE' && record.caseClass !== 'LOST',
      roundDone: round.complete,
      stopped: record.stops.length > 0,
      now,
    });
  }

  const due = dueOf(facts, record, now);
  const { caseClass } = facts.case;
  await entry.saveCase({
    ...change,
    ...due,
    ...followUpPlan(facts, now),
    ...(caseClass === record.caseClass ? {} : { caseClass, classAt: now }),
  });
  return { dueAt: due.dueAt, caseClass };
}

/** Only a campaign's open case is dialed on its own; the reason is kept for all, it is what people ask for. */
function dueOf(
  facts: CaseDialFacts,
  record: CaseRecord,
  now: Instant,
): { dueAt: Instant | null; dueReason: string | null } {
  if (awaitsWrapUp(facts, now)) return { dueAt: null, dueReason: 'wrap_up' };
  const decision = decideCase(facts, now);
  const dialed = record.status === 'open' && record.campaignId !== null;
  return { dueAt: dialed ? decision.dueAt : null, dueReason: decision.dueReason ?? 'no_numbers' };
}
