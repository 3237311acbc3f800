import type { Call } from '../exchange/call.ts';
import { streamsOf } from '../media/open-stream.ts';

/** One call as the control interface shows it. */
export function callView(call: Call): Record<string, unknown> {
  return {
    sid: call.sid,
    parentCallSid: call.parentCallSid,
    direction: call.direction,
    to: call.to,
    from: call.from,
    status: call.status,
    sipCode: call.sipCode,
    answeredBy: call.answeredBy,
    createdAt: call.createdAt,
    startedAt: call.startedAt,
    answeredAt: call.answeredAt,
    endedAt: call.endedAt,
    durationS: call.durationS,
    outcome: call.plan?.outcome ?? null,
    who: call.plan?.who ?? null,
    profile: call.plan?.callee.profileName ?? null,
    voiceHz: call.plan?.callee.voiceHz ?? null,
    streams: streamsOf(call).map((stream) => ({
      sid: stream.sid,
      name: stream.name,
      status: stream.status,
      bidirectional: stream.orders.bidirectional,
      framesSent: stream.framesSent,
      messagesReceived: stream.messagesReceived,
      queuedMs: stream.buffer.queuedMs,
      violations: stream.violations,
    })),
  };
}
