import type { AttemptEvent } from '../domain/attempt.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import type { Logger } from '../platform/log.ts';
import { tokenMatches } from './addresses.ts';
import type { ApplyEvent } from './apply-event.ts';
import type { CallbackDialect, CallbackKind, CarrierNotice, CarrierRecordingDesk } from './ports.ts';
import type { AttemptBook, CarrierEventLog, StoredCarrierEvent } from './stores.ts';

export interface Callback {
  readonly kind: CallbackKind;
  readonly attemptId: string;
  readonly token: string;
  readonly signature: string;
  /** As asked for, with its query. */
  readonly path: string;
  readonly form: Readonly<Record<string, unknown>>;
  /** The same over the retries of one callback. */
  readonly deliveryId: string | null;
}

export type CallbackReply =
  | { readonly kind: 'stored'; readonly event: StoredCarrierEvent }
  | { readonly kind: 'known' }
  | { readonly kind: 'refused'; readonly because: 'bad-signature' | 'unknown-attempt' | 'unreadable' };

export type ReceiveCallback = (callback: Callback) => Promise<CallbackReply>;
export type ApplyCallback = (event: StoredCarrierEvent) => Promise<void>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** A callback that says it was fired longer ago than this came late; it is placed at the instant it was fired. */
const lateMs = 1_500;

/** Sequence and status of the form make the key where the delivery has no id of its own. */
const keyOf = (callback: Callback, notice: CarrierNotice): string => {
  const words =
    notice.kind === 'status'
      ? [notice.status, notice.sequence ?? 'x']
      : notice.kind === 'amd'
        ? [notice.answeredBy]
        : [notice.recordingSid, notice.status];
  return [callback.attemptId, callback.kind, callback.deliveryId ?? words.join('.')].join(':').slice(0, 300);
};

/** Signature, address, form, log. Applying comes after the reply. */
export function makeReceiveCallback(deps: {
  readonly dialect: CallbackDialect;
  readonly attempts: Pick<AttemptBook, 'find'>;
  readonly events: Pick<CarrierEventLog, 'append'>;
  readonly clock: Clock;
}): ReceiveCallback {
  return async (callback) => {
    const receivedAt = deps.clock();
    if (!(await deps.dialect.isAuthentic(callback))) return { kind: 'refused', because: 'bad-signature' };
    const attempt = uuid.test(callback.attemptId) ? await deps.attempts.find(callback.attemptId) : null;
    if (attempt === null || !tokenMatches(callback.token, attempt.tokenHash)) {
      return { kind: 'refused', because: 'unknown-attempt' };
    }
    const notice = deps.dialect.read(callback.kind, callback.form);
    if (notice === null) return { kind: 'refused', because: 'unreadable' };
    const event: StoredCarrierEvent = {
      eventId: newId(),
      attemptId: callback.attemptId,
      kind: callback.kind,
      receivedAt,
      payload: deps.dialect.keep(callback.form),
    };
    const stored = await deps.events.append({
      ...event,
      dedupeKey: keyOf(callback, notice),
      sequence: notice.kind === 'status' ? notice.sequence : null,
    });
    return stored === 'known' ? { kind: 'known' } : { kind: 'stored', event };
  };
}

function attemptEventOf(notice: CarrierNotice, receivedAt: Instant): AttemptEvent | null {
  switch (notice.kind) {
    case 'status': {
      const late = notice.at !== null && receivedAt - notice.at > lateMs;
      return {
        type: 'carrierStatus',
        at: late && notice.at !== null ? notice.at : receivedAt,
        sid: notice.sid,
        status: notice.status,
        sequence: notice.sequence,
        sipCode: notice.sipCode,
        cause: null,
        errorCode: notice.errorCode,
      };
    }
    case 'amd':
      return { type: 'amd', at: receivedAt, answeredBy: notice.answeredBy };
    case 'recording':
      return null;
  }
}

/** Safe to run twice: the reducer takes the same event in once, and a crash before the mark only repeats it (INV-8). */
export function makeApplyCallback(deps: {
  readonly dialect: Pick<CallbackDialect, 'read'>;
  readonly events: Pick<CarrierEventLog, 'applied'>;
  readonly apply: ApplyEvent;
  readonly recordings: CarrierRecordingDesk;
  readonly clock: Clock;
  readonly log: Logger;
}): ApplyCallback {
  return async (event) => {
    const notice = deps.dialect.read(event.kind, event.payload);
    if (notice === null) {
      deps.log.error(
        { attemptId: event.attemptId, eventId: event.eventId },
        'a stored callback cannot be read any more',
      );
    } else if (notice.kind === 'recording') {
      if (notice.status === 'completed') {
        await deps.recordings.carrierRecordingReady({
          attemptId: event.attemptId,
          sid: notice.sid,
          recordingSid: notice.recordingSid,
          channels: notice.channels,
          durationMs: notice.durationMs,
        });
      }
    } else {
      const moved = attemptEventOf(notice, event.receivedAt);
      if (moved !== null) await deps.apply(event.attemptId, moved);
    }
    await deps.events.applied([event.eventId], deps.clock());
  };
}
