import type { HangUpBy } from '../domain/attempt.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { ApplyEvent } from './apply-event.ts';
import type { HangUpReply } from './dialer.ts';
import type { Carrier, CarrierCall } from './ports.ts';
import type { AttemptBook } from './stores.ts';

export type EndCall = (attemptId: string, sid: string) => Promise<void>;
export type HangUp = (attemptId: string, by: HangUpBy) => Promise<HangUpReply>;

/** Ends the call at the carrier; when it has ended already, its ending is fetched rather than waited for. */
export function makeEndCall(deps: {
  readonly carrier: Pick<Carrier, 'end' | 'fetchCall'>;
  readonly learn: (attemptId: string, call: CarrierCall) => Promise<void>;
  readonly log: Logger;
}): EndCall {
  return async (attemptId, sid) => {
    try {
      const reply = await deps.carrier.end(sid);
      if (reply === 'unknown') deps.log.warn({ attemptId }, 'the carrier did not say whether a call was ended');
      if (reply !== 'already-ended') return;
      const call = await deps.carrier.fetchCall(sid);
      if (call !== null) await deps.learn(attemptId, call);
    } catch (err) {
      // The wish is stored, so reconciling asks again; who wished it need not wait for that.
      deps.log.warn({ err, attemptId }, 'a call could not be ended yet');
    }
  };
}

/** All that a call can be before anybody has answered it. */
const unanswered = ['intended', 'placing', 'unconfirmed', 'queued', 'ringing'] as const;

/**
 * The wish is stored first: a call whose id is not known yet is ended as soon as it is. A stop ends only what nobody has
 * answered; who talks with an agent, or is on the way to one, is left to him.
 */
export function makeHangUp(deps: {
  readonly attempts: Pick<AttemptBook, 'find'>;
  readonly apply: ApplyEvent;
  readonly endCall: EndCall;
  readonly clock: Clock;
}): HangUp {
  return async (attemptId, by) => {
    const at = deps.clock();
    const before = await deps.attempts.find(attemptId);
    if (before === null) return 'unknown-attempt';
    if (before.record.state === 'ended') return 'already-ended';
    // A stop forbids ringing people, not to be rung by them.
    if (by === 'stop' && before.record.inbound) return 'left-to-agent';
    if (before.record.state === 'intended') {
      const event = { type: 'suppressed', at, reason: 'hung_up' } as const;
      const record = await deps.apply(attemptId, event, { whileIn: ['intended'] });
      if (record?.state === 'ended') return 'not-placed';
    }
    const asked = { type: 'hangUpAsked', at, by } as const;
    const record = await deps.apply(attemptId, asked, by === 'stop' ? { whileIn: unanswered } : undefined);
    if (record === null) return 'unknown-attempt';
    if (record.state === 'ended') return 'already-ended';
    if (record.hangUpAsked === null) return 'left-to-agent';
    if (record.sid === null) return 'unconfirmed';
    await deps.endCall(attemptId, record.sid);
    return 'asked';
  };
}
