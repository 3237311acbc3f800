import { rfc2822 } from '../dates.ts';
import type { Params } from '../webhooks/sign.ts';
import type { Call } from './call.ts';

/** The parameters common to every request about a call. */
export function callParams(call: Call, status: string = call.status): [string, string][] {
  const params: [string, string][] = [
    ['CallSid', call.sid],
    ['AccountSid', call.accountSid],
    ['From', call.from],
    ['To', call.to],
    ['Caller', call.from],
    ['Called', call.to],
    ['CallStatus', status],
    ['ApiVersion', '2010-04-01'],
    ['Direction', call.direction],
  ];
  if (call.parentCallSid !== null) params.push(['ParentCallSid', call.parentCallSid]);
  for (const role of ['From', 'To', 'Caller', 'Called']) {
    for (const part of ['City', 'State', 'Zip', 'Country']) params.push([role + part, '']);
  }
  return params;
}

export function statusParams(call: Call, status: string, sequence: number, at: number, recording: Params): Params {
  const params = callParams(call, status);
  params.push(
    ['Timestamp', rfc2822(at)],
    ['CallbackSource', 'call-progress-events'],
    ['SequenceNumber', String(sequence)],
  );
  if (!call.isOver) return params;
  const duration = call.durationS ?? 0;
  params.push(['CallDuration', String(duration)]);
  if (call.sipCode !== null) params.push(['SipResponseCode', String(call.sipCode)]);
  if (status === 'completed')
    params.push(['Duration', String(Math.ceil(duration / 60))], ...recording.map(([k, v]): [string, string] => [k, v]));
  return params;
}
