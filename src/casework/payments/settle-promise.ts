import { nextOpenDay } from '../../domain/calendar.ts';
import { openDayCalendar } from '../../domain/open-days.ts';
import { judgePromise } from '../../domain/payment/judge-promise.ts';
import { afterKeptPromise, promiseStatusOf } from '../../domain/payment/payment-rules.ts';
import { afterBrokenPromise } from '../../domain/reachability.ts';
import { caseClasses, type CaseClass, type Instant, type LocalDate } from '../../domain/vocabulary.ts';
import { localDate } from '../../domain/zoned-time.ts';
import type { CaseRecord, PromiseRecord } from '../case-record.ts';
import { presetOf, wordOf } from '../dial-facts-of.ts';
import type { CaseEntry } from '../ledger.ts';

type Status = 'open' | 'kept' | 'broken';

function judged(record: CaseRecord, promise: PromiseRecord, today: LocalDate): Status {
  const { amountMinor, dueOn, promisedAt, status } = promise;
  const promisedOn = localDate(promisedAt, record.tenant.businessZone);
  const { graceDays } = presetOf(record).ptp;
  const caseClass = wordOf(caseClasses, record.caseClass);
  return promiseStatusOf(
    judgePromise(
      { amountMinor, promisedOn, dueOn, graceDays, isOpen: status === 'open' },
      { amountMinor: record.amountMinor, caseClass, payments: record.payments },
      today,
    ),
  );
}

interface ClassAndDate {
  readonly caseClass: CaseClass;
  readonly nextFollowUpOn: LocalDate | null;
}

/** Other talks may have set the class since; only what the promise itself had set follows it. */
function classAfter(from: Status, to: Status, before: ClassAndDate, nextOpen: LocalDate): ClassAndDate {
  if (to === 'kept') return afterKeptPromise(before, nextOpen);
  if (from === 'open') return afterBrokenPromise(before);
  const ofPromise =
    before.caseClass === 'NEGOTIATING' || before.caseClass === 'PTP' || before.caseClass === 'PTP_BROKEN';
  if (!ofPromise) return before;
  return { caseClass: to === 'broken' ? 'PTP_BROKEN' : 'PTP', nextFollowUpOn: null };
}

/**
 * The only place where a promise is kept or broken: judged by the payments that stand and by the day, as often as one
 * of them changes. True: the record is no longer what it was.
 */
export async function settlePromise(entry: CaseEntry, record: CaseRecord, now: Instant): Promise<boolean> {
  const promise = record.lastPromise;
  if (promise === null) return false;
  const today = localDate(now, record.tenant.businessZone);
  const from = promise.status;
  const to = judged(record, promise, today);
  if (to === from) return false;
  await entry.setPromise(promise.id, to, now);
  if (record.status === 'open') {
    const before: ClassAndDate = {
      caseClass: wordOf(caseClasses, record.caseClass),
      nextFollowUpOn: record.nextFollowUpOn,
    };
    const { caseClass, nextFollowUpOn } = classAfter(
      from,
      to,
      before,
      nextOpenDay(openDayCalendar(presetOf(record), record.calendar), today),
    );
    await entry.saveCase({
      nextFollowUpOn,
      ...(caseClass === before.caseClass ? {} : { caseClass, classAt: now }),
    });
  }
  return true;
}
