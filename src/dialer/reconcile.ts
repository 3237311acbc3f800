import type { AttemptState } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { ApplyEvent } from './apply-event.ts';
import type { DialerTimings } from './dialer.ts';
import type { EndCall } from './hang-up.ts';
import type { LearnCall } from './learn-call.ts';
import { nextCheck, type Check } from './next-check.ts';
import type { Carrier } from './ports.ts';
import type { ApplyCallback } from './receive-callback.ts';
import type { SettleAttempt } from './settle-attempt.ts';
import type { AttemptBook, CarrierEventLog, LaunchQueue, StoredAttempt } from './stores.ts';

export interface Reconciler {
  /** One pass over everything that is under way. Each step is conditional, so passes of several nodes do no harm. */
  readonly pass: () => Promise<void>;
}

/** Callbacks and endings younger than this are still on their own way. */
const callbackGraceMs = 2_000;
const settleGraceMs = 10_000;
const batch = 200;
const atOnce = 8;
/** The carrier's clock and ours differ by less than this. */
const clockSkewMs = 5_000;

export function makeReconciler(deps: {
  readonly attempts: AttemptBook;
  readonly events: Pick<CarrierEventLog, 'unapplied'>;
  readonly queue: LaunchQueue;
  readonly carrier: Pick<Carrier, 'find' | 'fetchCall'>;
  readonly apply: ApplyEvent;
  readonly applyCallback: ApplyCallback;
  readonly learn: LearnCall;
  readonly endCall: EndCall;
  readonly settle: SettleAttempt;
  readonly onLive: (live: readonly AttemptState[]) => void;
  readonly clock: Clock;
  readonly log: Logger;
  readonly timings: DialerTimings;
}): Reconciler {
  const { attempts, carrier, apply, clock, log } = deps;
  const askedAt = new Map<string, number>();

  async function search(attempt: StoredAttempt, believeNone: boolean): Promise<void> {
    const { attemptId } = attempt;
    const ends = await attempts.endpoints(attemptId);
    if (ends === null) return;
    const since = (attempt.record.placedAt ?? attempt.record.intendedAt) - clockSkewMs;
    const found = await carrier.find({ attemptId, ...ends, since });
    const bound = await attempts.boundSids(found.map((call) => call.sid));
    // INV-1 leaves one live call to this line, so a call that belongs to no other attempt is this one's.
    const ours = found.find((call) => !bound.has(call.sid));
    if (ours !== undefined) {
      await deps.learn(attemptId, ours);
      log.info({ attemptId }, 'an unconfirmed call was found at the carrier');
    } else if (believeNone) {
      await apply(attemptId, { type: 'notFound', at: clock() }, { whileIn: ['unconfirmed', 'queued'] });
      log.warn({ attemptId }, 'the carrier knows no such call');
    }
  }

  async function fetchCall(attempt: StoredAttempt, sid: string, believeNone: boolean): Promise<void> {
    const call = await carrier.fetchCall(sid);
    if (call !== null) {
      await deps.learn(attempt.attemptId, call);
      return;
    }
    if (!believeNone) return;
    log.warn({ attemptId: attempt.attemptId }, 'the carrier forgot a call');
    const at = clock();
    const answered = attempt.record.answeredAt !== null;
    await apply(
      attempt.attemptId,
      answered
        ? {
            type: 'carrierStatus',
            at,
            sid,
            status: 'completed',
            sequence: null,
            sipCode: null,
            cause: null,
            errorCode: null,
          }
        : { type: 'notFound', at },
    );
  }

  async function act(attempt: StoredAttempt, check: Check): Promise<void> {
    const { attemptId, trunkId } = attempt;
    switch (check.kind) {
      case 'leave':
        return;
      case 'requeue':
        if (!(await deps.queue.isAsked(attemptId, trunkId))) await deps.queue.ask(attemptId, trunkId);
        return;
      case 'expire':
        await apply(attemptId, { type: 'expired', at: clock() }, { whileIn: ['intended'] });
        return;
      case 'mark-unconfirmed':
        await apply(attemptId, { type: 'createUnknown', at: clock() }, { whileIn: ['placing'] });
        return;
      case 'search':
        askedAt.set(attemptId, clock());
        return search(attempt, check.believeNone);
      case 'fetch':
        askedAt.set(attemptId, clock());
        return fetchCall(attempt, check.sid, check.believeNone);
      case 'end':
        askedAt.set(attemptId, clock());
        return deps.endCall(attemptId, check.sid);
    }
  }

  async function each<T>(
    items: readonly T[],
    about: (item: T) => string,
    work: (item: T) => Promise<void>,
  ): Promise<void> {
    const waiting = [...items];
    const worker = async (): Promise<void> => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
        try {
          await work(item);
        } catch (err) {
          log.warn({ err, attemptId: about(item) }, 'reconciling an attempt failed; it is tried again');
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  }

  return {
    async pass() {
      const now = clock();
      const unapplied = await deps.events.unapplied(now - callbackGraceMs, batch);
      // In the order in which they came, one call after the other.
      for (const event of unapplied) {
        try {
          await deps.applyCallback(event);
        } catch (err) {
          log.warn(
            { err, attemptId: event.attemptId, eventId: event.eventId },
            'a callback could not be applied; it is tried again',
          );
        }
      }

      const live = await attempts.live();
      deps.onLive(live.map((attempt) => attempt.record.state));
      const ids = new Set(live.map((attempt) => attempt.attemptId));
      for (const attemptId of askedAt.keys()) if (!ids.has(attemptId)) askedAt.delete(attemptId);
      await each(
        live,
        (attempt) => attempt.attemptId,
        (attempt) => act(attempt, nextCheck(attempt, clock(), askedAt.get(attempt.attemptId) ?? 0, deps.timings)),
      );
      const unsettled = await attempts.unsettled(now - settleGraceMs, batch);
      await each(unsettled, (attemptId) => attemptId, deps.settle);
    },
  };
}
