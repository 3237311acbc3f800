import { nextDaypartStart } from './calling-window.ts';
import type { AttemptResult, PastAttempt } from './dial-facts.ts';
import type { Preset } from './preset.ts';
import { isCongestion } from './round.ts';
import type { Instant, ZoneName } from './vocabulary.ts';
import { addDays, localDate, startOfLocalDate } from './zoned-time.ts';

export type RetryDetail = 'busy_retry' | 'congestion_retry' | 'next_daypart' | 'next_day' | 'after_abandoned';

export interface Retry {
  readonly notBefore: Instant;
  readonly detail: RetryDetail;
}

/** Results after which the line rests until another part of the day (3.2, column retry; 3.3 item 5). */
const restUntilNextDaypart: ReadonlySet<AttemptResult> = new Set<AttemptResult>([
  'NO_ANSWER',
  'REJECTED',
  'POWERED_OFF',
  'OUT_OF_COVERAGE',
  'VACANT',
  'MACHINE',
  'FAX',
  'VM',
  'VACANT_AG',
  'NSP',
  'RESIGNED',
  'MOVED',
]);

/** When a line may be tried again after its last result; null: no rule but the redial gap. `onLine` is oldest first. */
export function retryAfter(onLine: readonly PastAttempt[], zone: ZoneName, preset: Preset): Retry | null {
  const last = onLine.at(-1);
  if (last?.result === undefined || last.result === null) return null;
  const endedAt = last.endedAt ?? last.at;
  const inRound = (): readonly PastAttempt[] =>
    onLine.filter((attempt) => attempt.caseId === last.caseId && attempt.roundNumber === last.roundNumber);
  const { retry } = preset;
  if (last.result === 'BUSY') {
    const busy = inRound().filter((attempt) => attempt.result === 'BUSY').length;
    return busy <= retry.busyExtra
      ? { notBefore: endedAt + retry.busyAfterMs, detail: 'busy_retry' }
      : { notBefore: nextDaypartStart(last.at, zone, preset), detail: 'next_daypart' };
  }
  if (isCongestion(last.result)) {
    const failed = inRound().filter((attempt) => isCongestion(attempt.result)).length;
    return failed <= retry.congestionExtra
      ? { notBefore: endedAt + retry.congestionAfterMs, detail: 'congestion_retry' }
      : { notBefore: nextDaypartStart(last.at, zone, preset), detail: 'next_daypart' };
  }
  if (last.result === 'SUSPENDED') return { notBefore: nextDay(last.at, zone), detail: 'next_day' };
  if (last.result === 'ABANDONED' && !preset.abandon.sameDayRedial) {
    return { notBefore: nextDay(last.at, zone), detail: 'after_abandoned' };
  }
  if (restUntilNextDaypart.has(last.result)) {
    return { notBefore: nextDaypartStart(last.at, zone, preset), detail: 'next_daypart' };
  }
  return null;
}

const nextDay = (instant: Instant, zone: ZoneName): Instant =>
  startOfLocalDate(addDays(localDate(instant, zone), 1), zone);

/** After an abandoned call, a lost agent or a machine, the person is only rung with an agent reserved (3.2, 5.5). */
export function needsReservedAgent(onLine: readonly PastAttempt[], now: Instant, preset: Preset): boolean {
  const last = onLine.at(-1);
  if (last === undefined) return false;
  if (last.result === 'AGENT_LOST') return true;
  if (last.result === 'ABANDONED') return now < last.at + preset.abandon.noAutoRedialMs;
  return (last.result === 'MACHINE' || last.result === 'FAX') && now < last.at + 86_400_000;
}
