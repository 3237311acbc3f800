import type { Clock } from '../platform/clock.ts';
import type { VacantWatch } from './guard-vacant.ts';
import type { CallDesk, FollowUpDesk } from './ports.ts';
import type { AttemptBook } from './stores.ts';

export type SettleAttempt = (attemptId: string) => Promise<void>;

/** Worker of `attempt-ended`: tells everybody whom an ending concerns, then notes that they were told. Runs until it worked. */
export function makeSettleAttempt(deps: {
  readonly attempts: Pick<AttemptBook, 'find' | 'settled'>;
  readonly followUp: Pick<FollowUpDesk, 'attemptEnded'>;
  readonly calls: Pick<CallDesk, 'callEnded'>;
  readonly vacant: Pick<VacantWatch, 'judge' | 'blocked'>;
  readonly onSettled: () => void;
  readonly clock: Clock;
}): SettleAttempt {
  return async (attemptId) => {
    const attempt = await deps.attempts.find(attemptId);
    if (attempt === null || attempt.record.ending === null || attempt.settledAt !== null) return;
    await deps.followUp.attemptEnded(attemptId);
    await deps.calls.callEnded(attemptId);
    const { systemResult } = attempt.record.ending;
    if (systemResult === 'VACANT') await deps.vacant.judge(attempt.trunkId, attemptId);
    if (systemResult === 'CARRIER_BLOCKED') await deps.vacant.blocked(attempt.trunkId);
    // A newer ending meanwhile has its own job; this one must not cover it.
    await deps.attempts.settled(attemptId, attempt.version, deps.clock());
    deps.onSettled();
  };
}
