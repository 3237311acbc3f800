import type { AttemptResult, NumberFacts, PastAttempt } from './dial-facts.ts';
import { isDispositionCode } from './dispositions.ts';
import { isDialableStatus, orderNumbers } from './number-order.ts';
import type { Preset } from './preset.ts';
import type { Instant } from './vocabulary.ts';
import { isForbiddenWork } from './work-numbers.ts';

export interface RoundState {
  readonly complete: boolean;
  /** The debtor was reached and the round ended there (R5). */
  readonly stoppedByRpc: boolean;
  /** Numbers the round still owes an attempt, in R21 order. */
  readonly remaining: readonly string[];
  /** Numbers with at least one attempt in it, final or not. */
  readonly tried: ReadonlySet<string>;
  /** The attempt that completed it. */
  readonly completedAt: Instant | null;
}

/** Results that neither count as an attempt for the caps nor end a number's turn (3.2: "counts as attempt: no"). */
export const uncountedResults = [
  'MALFORMED',
  'CONGESTION',
  'FAILED',
  'CARRIER_BLOCKED',
  'SUPPRESSED',
] as const satisfies readonly AttemptResult[];
const uncounted: ReadonlySet<AttemptResult> = new Set<AttemptResult>(uncountedResults);

/** 3.2, last column. A live attempt counts from the start. */
export const countsAsAttempt = (result: AttemptResult | null): boolean => result === null || !uncounted.has(result);

export const isCongestion = (result: AttemptResult | null): boolean => result === 'CONGESTION' || result === 'FAILED';

/** Numbers for which the system has no further automatic call: changed numbers go to tracing, blocked calls to a human. */
export const awaitsReview = (number: Pick<NumberFacts, 'lastResult'>): boolean =>
  number.lastResult === 'NUMBER_CHANGED' || number.lastResult === 'CARRIER_BLOCKED';

/** Has the number had its turn: the last result is final, or its retries are used up. */
export function isTurnDone(attempts: readonly PastAttempt[], preset: Preset): boolean {
  let busy = 0;
  let congestion = 0;
  for (const attempt of attempts) {
    const { result } = attempt;
    if (result === null || result === 'SUPPRESSED' || result === 'CANCELED' || result === 'AGENT_LOST') continue;
    if (result === 'BUSY') busy += 1;
    else if (isCongestion(result)) congestion += 1;
    else return true;
  }
  return busy > preset.retry.busyExtra || congestion > preset.retry.congestionExtra;
}

/**
 * R5: complete when every dialable number has had its turn, or the debtor answered and the preset stops there.
 * A case without a dialable number has no round to complete. A number that is held at `now` and was not tried does
 * not keep the round open: the others keep their cadence (3.4).
 */
export function roundState(
  numbers: readonly NumberFacts[],
  attemptsOfRound: readonly PastAttempt[],
  preset: Preset,
  now: Instant = Infinity,
): RoundState {
  const byNumber = new Map<string, PastAttempt[]>();
  const tried = new Set<string>();
  let completedAt: Instant | null = null;
  let stoppedByRpc = false;
  for (const attempt of attemptsOfRound) {
    if (attempt.result === 'SUPPRESSED') continue;
    tried.add(attempt.numberId);
    const known = byNumber.get(attempt.numberId);
    if (known === undefined) byNumber.set(attempt.numberId, [attempt]);
    else known.push(attempt);
    if (completedAt === null || attempt.at > completedAt) completedAt = attempt.at;
    if (preset.round.onRpc === 'stop' && attempt.party === 'RPC' && isAgentResult(attempt.result)) stoppedByRpc = true;
  }
  const dialable = numbers.filter(
    (number) => isDialableStatus(number.status) && number.status !== 'unverified' && !isForbiddenWork(number, preset),
  );
  const remaining = stoppedByRpc
    ? []
    : orderNumbers(
        dialable.filter(
          (number) =>
            !awaitsReview(number) && !isHeld(number, now) && !isTurnDone(byNumber.get(number.id) ?? [], preset),
        ),
        preset.order,
      ).map((number) => number.id);
  const complete = tried.size > 0 && remaining.length === 0;
  return { complete, stoppedByRpc, remaining, tried, completedAt: complete ? completedAt : null };
}

const isHeld = (number: NumberFacts, now: Instant): boolean => number.holdUntil !== null && number.holdUntil > now;

const isAgentResult = (result: AttemptResult | null): boolean => result !== null && isDispositionCode(result);
