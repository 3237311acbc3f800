import type { ApplyEvent } from './apply-event.ts';
import type { CallControl } from './dialer.ts';
import type { EndCall, HangUp } from './hang-up.ts';
import type { BringIn } from './inbound/bring-in.ts';

/** A call id is stored and later asked for; whatever else a stream may say is not. */
const callSidShape = /^[A-Za-z0-9]{8,64}$/;

/** What the floor and the audio tell of a call, as events of its attempt. */
export function makeCallControl(deps: {
  readonly apply: ApplyEvent;
  readonly endCall: EndCall;
  readonly hangUp: HangUp;
  readonly bringIn: BringIn;
  readonly ringBack: CallControl['ringBack'];
  readonly wake: () => void;
}): CallControl {
  const { apply, endCall } = deps;
  return {
    async mediaStarted(attemptId, at, callSid) {
      const sid = callSid !== undefined && callSidShape.test(callSid) ? callSid : null;
      const record = await apply(attemptId, { type: 'mediaStarted', at, sid });
      if (record === null) return 'unknown-attempt';
      return record.state === 'ended' ? 'ended' : 'live';
    },
    async mediaStopped(attemptId, at) {
      await apply(attemptId, { type: 'mediaStopped', at });
    },
    async connected(attemptId, agentId, at) {
      const live = ['queued', 'ringing', 'answered', 'connected', 'placing', 'unconfirmed'] as const;
      const record = await apply(attemptId, { type: 'connected', at, agentId }, { whileIn: live });
      return record !== null && record.state === 'connected' && record.connected?.agentId === agentId
        ? 'connected'
        : 'ended';
    },
    async abandoned(attemptId, at, treatment) {
      await apply(attemptId, { type: 'abandoned', at });
      deps.wake();
      if (treatment === 'hangup') await deps.hangUp(attemptId, 'system');
    },
    async agentLost(attemptId, at) {
      const record = await apply(attemptId, { type: 'agentLost', at });
      if (record !== null && record.state !== 'ended' && record.sid !== null) await endCall(attemptId, record.sid);
    },
    bringIn: deps.bringIn,
    ringBack: deps.ringBack,
    async hangUp(attemptId, by) {
      await deps.hangUp(attemptId, by);
    },
  };
}
