import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { CaseLedger } from './ledger.ts';
import { reviewCase } from './review-case.ts';
import type { CallStopper } from './stop-calls.ts';

/** Cases whose state the clock alone has changed, and cases that something left without a next look. */
export interface SweepStore {
  /** Sets cases whose recall date has passed to recalled, each with its stop; returns them. */
  recallOverdue(today: string, now: number): Promise<readonly string[]>;
  /**
   * Open promises whose due day is over, cases that wait for what may have come meanwhile, and those placed with numbers
   * that had all been given up before (R20).
   */
  stale(given: { now: number; today: string; limit: number }): Promise<readonly string[]>;
  /** Takes the volumes of the day and returns the cases whose cadence runs by another tier than before (R1-R4). */
  casesOfOtherTier(today: string, now: number): Promise<readonly string[]>;
  businessDate(now: number): Promise<string>;
}

const atOnce = 200;

/** One pass; returns how many cases were looked at. */
export function makeCaseSweep(deps: {
  store: SweepStore;
  ledger: CaseLedger;
  calls: CallStopper;
  clock: Clock;
  log: Logger;
}) {
  const { store, ledger, calls, clock, log } = deps;
  let dayBegun = '';
  return async (): Promise<{ readonly recalled: number; readonly reviewed: number }> => {
    const now = clock();
    const today = await store.businessDate(now);
    const gone = await store.recallOverdue(today, now);
    const recalled = gone.length;
    if (recalled > 0) await calls.stop({ caseIds: gone });
    // An owner near the threshold has about so many cases: those of a whole morning are few.
    const moved = dayBegun === today ? [] : await store.casesOfOtherTier(today, now);
    const stale = [...moved, ...(await store.stale({ now, today, limit: atOnce }))];
    for (const caseId of stale) await ledger.withCase(caseId, (entry) => reviewCase(entry, clock()));
    dayBegun = today;
    if (recalled > 0 || stale.length > 0) log.info({ recalled, reviewed: stale.length }, 'cases swept');
    return { recalled, reviewed: stale.length };
  };
}
