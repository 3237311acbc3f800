import type { TerminalStatus } from '../../domain/carrier-outcome.ts';
import type { Clock } from '../../platform/clock.ts';
import type { ApplyEvent } from '../apply-event.ts';
import type { InboundBook } from './inbound-ports.ts';

export type EndInbound = (callSid: string, status: TerminalStatus) => Promise<void>;

/** The carrier's word that a call to us is over. Told twice it ends once; never told, reconciling asks. */
export function makeEndInbound(deps: {
  readonly book: Pick<InboundBook, 'bySid' | 'ended'>;
  readonly apply: ApplyEvent;
  readonly clock: Clock;
}): EndInbound {
  return async (callSid, status) => {
    const call = await deps.book.bySid(callSid);
    if (call === null) return;
    const at = deps.clock();
    if (call.attemptId !== null) {
      await deps.apply(call.attemptId, {
        type: 'carrierStatus',
        at,
        sid: callSid,
        status,
        sequence: null,
        sipCode: null,
        cause: null,
        errorCode: null,
      });
    }
    await deps.book.ended(callSid, at);
  };
}
