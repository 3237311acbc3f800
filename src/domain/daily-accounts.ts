import { countsAsAttempt } from './round.ts';
import type { AttemptResult } from './dial-facts.ts';

export interface DialedAttempt {
  readonly caseId: string;
  readonly ownerId: string | null;
  /** The agent it was connected to. */
  readonly agentId: string | null;
  readonly result: AttemptResult | null;
}

/** R29: an attempt is the owner's, of a pooled case the connected agent's. */
export const creditedTo = (attempt: DialedAttempt): string | null => attempt.ownerId ?? attempt.agentId;

/** R29: 49 of 50 are short, 50 meet the goal. */
export const goalMet = (accounts: number, goal: number): boolean => accounts >= goal;

/** R29: distinct cases with at least one attempt of the day credited to the collector; calls are not accounts. */
export function accountsDialed(attempts: readonly DialedAttempt[], collectorId: string, goal: number) {
  const cases = new Set(
    attempts
      .filter((attempt) => creditedTo(attempt) === collectorId && countsAsAttempt(attempt.result))
      .map(({ caseId }) => caseId),
  );
  const accounts = cases.size;
  return { accounts, short: Math.max(0, goal - accounts), met: goalMet(accounts, goal) } as const;
}
