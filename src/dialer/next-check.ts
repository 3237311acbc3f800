import type { AttemptRecord } from '../domain/attempt.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { DialerTimings } from './dialer.ts';

/** What reconciling does with a live attempt. */
export type Check =
  | { readonly kind: 'leave' }
  /** Wanted, and no job may exist: ask the queue again, which knows its own. */
  | { readonly kind: 'requeue' }
  /** Not placed in time. */
  | { readonly kind: 'expire' }
  /** The request left and nobody came back to write what became of it. */
  | { readonly kind: 'mark-unconfirmed' }
  /** Ask the carrier which calls there are between the two numbers. */
  | { readonly kind: 'search'; readonly believeNone: boolean }
  /** Ask the carrier for the call. */
  | { readonly kind: 'fetch'; readonly sid: string; readonly believeNone: boolean }
  /** Somebody wanted it ended, or our side is gone: ask for the ending again. */
  | { readonly kind: 'end'; readonly sid: string };

/** A job is taken up well within this time; only then is its absence worth looking for. */
const queueGraceMs = 4_000;
/** After the dial-by instant the worker itself has a moment to say so. */
const expireGraceMs = 2_000;
/** The stream has ended: the carrier's word on the end is due at once. */
const afterStreamMs = 2_000;
const ringSlackMs = 15_000;
const endAgainMs = 5_000;
const connectedFactor = 4;

const latest = (...instants: readonly (Instant | null)[]): Instant =>
  instants.reduce<Instant>((newest, at) => (at !== null && at > newest ? at : newest), 0);

/** Decides from the record alone. `askedAt`: when the carrier was last asked about this attempt; 0 = never. */
export function nextCheck(
  attempt: { readonly record: AttemptRecord; readonly dialByAt: Instant; readonly ringTimeoutMs: number },
  now: Instant,
  askedAt: Instant,
  timings: DialerTimings,
): Check {
  const { record } = attempt;
  const restedSince = (instant: Instant, ms: number): boolean => now - instant >= ms && now - askedAt >= ms;
  const lastNews = latest(
    record.placedAt,
    record.initiatedAt,
    record.ringingAt,
    record.answeredAt,
    record.mediaStartedAt,
    record.connected?.at ?? null,
  );
  const patienceOver = now - latest(record.placedAt, record.intendedAt) >= timings.unconfirmedPatienceMs;

  switch (record.state) {
    case 'intended':
      if (now > attempt.dialByAt + expireGraceMs) return { kind: 'expire' };
      return now - record.intendedAt >= queueGraceMs ? { kind: 'requeue' } : { kind: 'leave' };
    case 'placing':
      return now - lastNews >= timings.placingStaleMs ? { kind: 'mark-unconfirmed' } : { kind: 'leave' };
    case 'unconfirmed':
      return restedSince(0, timings.reconcileEveryMs)
        ? { kind: 'search', believeNone: patienceOver }
        : { kind: 'leave' };
    case 'queued':
    case 'ringing':
    case 'answered':
    case 'connected': {
      const { sid } = record;
      // Told of by a callback whose call id was not understood: found like an unconfirmed one.
      if (sid === null) {
        return restedSince(lastNews, timings.askAfterMs)
          ? { kind: 'search', believeNone: patienceOver }
          : { kind: 'leave' };
      }
      const wished = latest(record.hangUpAsked?.at ?? null, record.agentLostAt);
      if (wished > 0) return restedSince(wished, endAgainMs) ? { kind: 'end', sid } : { kind: 'leave' };
      const fetch: Check = { kind: 'fetch', sid, believeNone: patienceOver };
      if (record.mediaStoppedAt !== null)
        return restedSince(record.mediaStoppedAt, afterStreamMs) ? fetch : { kind: 'leave' };
      return restedSince(lastNews, silence(record, attempt.ringTimeoutMs, timings)) ? fetch : { kind: 'leave' };
    }
    case 'ended':
      return { kind: 'leave' };
  }
}

/** How long each state may go without news before that is strange. */
function silence(record: AttemptRecord, ringTimeoutMs: number, timings: DialerTimings): number {
  if (record.state === 'queued') return timings.askAfterMs + (record.queueMs ?? 0);
  if (record.state === 'ringing') return ringTimeoutMs + ringSlackMs;
  return record.state === 'connected' ? timings.askAfterMs * connectedFactor : timings.askAfterMs;
}
