import type { Clock } from '../platform/clock.ts';
import type { ApplyEvent } from './apply-event.ts';
import type { CarrierCall } from './ports.ts';

export type LearnCall = (attemptId: string, call: CarrierCall) => Promise<void>;

/** What the carrier answered when it was asked, as the events that told the same. */
export function makeLearnCall(deps: { readonly apply: ApplyEvent; readonly clock: Clock }): LearnCall {
  return async (attemptId, call) => {
    const at = deps.clock();
    if (call.answeredBy !== null) await deps.apply(attemptId, { type: 'amd', at, answeredBy: call.answeredBy });
    await deps.apply(attemptId, {
      type: 'carrierStatus',
      at,
      sid: call.sid,
      status: call.status,
      sequence: null,
      sipCode: null,
      cause: null,
      errorCode: null,
    });
  };
}
