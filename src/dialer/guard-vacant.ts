import type { Instant } from '../domain/vocabulary.ts';
import { guardVacantResults, type VacantGuard } from '../domain/vacant-guard.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { FollowUpDesk } from './ports.ts';
import type { VacantBook } from './vacant-book.ts';

export interface VacantWatch {
  /** After a VACANT was taken in: it may be one of a trunk that calls everybody vacant. */
  readonly judge: (trunkId: string, attemptId: string) => Promise<void>;
  /** The carrier blocks calls of the trunk, as spam or by a list: a person has to look at it (3.2). */
  readonly blocked: (trunkId: string) => Promise<void>;
  /** Lifts guards whose window has become quiet. */
  readonly review: () => Promise<void>;
}

/** Rulebook 3.2: a trunk that finds too many vacant numbers at once speaks of itself. */
export function makeVacantWatch(deps: {
  readonly book: VacantBook;
  readonly followUp: Pick<FollowUpDesk, 'resultsVoided'>;
  readonly clock: Clock;
  readonly log: Logger;
}): VacantWatch {
  const { book, followUp, clock, log } = deps;

  async function look(trunkId: string, now: Instant): Promise<VacantGuard> {
    const rule = await book.guardRule(trunkId);
    if (rule === null) return { tripped: false, calls: 0, vacant: 0, voidAttemptIds: [] };
    const results = await book.results(trunkId, now - rule.withinMs);
    return guardVacantResults(
      results.map(({ attemptId, at, result }) => ({ attemptId, at, vacant: result === 'VACANT' })),
      now,
      rule,
    );
  }

  return {
    async judge(trunkId, attemptId) {
      const now = clock();
      const guard = await look(trunkId, now);
      if (guard.tripped) {
        const raised = await book.setGuard(trunkId, now, true, { calls: guard.calls, vacant: guard.vacant });
        if (raised)
          log.warn({ trunkId, calls: guard.calls, vacant: guard.vacant }, 'vacant results of a trunk stopped counting');
        await followUp.resultsVoided(guard.voidAttemptIds);
      } else if ((await book.guardedSince(trunkId)) !== null) {
        await followUp.resultsVoided([attemptId]);
      }
    },
    blocked: (trunkId) => book.alertBlocked(trunkId, clock()),
    async review() {
      const now = clock();
      for (const trunkId of await book.guarded()) {
        const guard = await look(trunkId, now);
        if (guard.tripped) continue;
        const lifted = await book.setGuard(trunkId, now, false, {});
        if (lifted) log.info({ trunkId }, 'vacant results of a trunk count again');
      }
    },
  };
}
