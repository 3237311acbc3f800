import { iso8601 } from '../dates.ts';
import type { Address, Call } from '../exchange/call.ts';
import type { Exchange } from '../exchange/exchange.ts';

export interface StreamOrders {
  url: string;
  name: string | null;
  tracks: ('inbound' | 'outbound')[];
  bidirectional: boolean;
  parameters: Record<string, string>;
  callback: Address | null;
}

/** The tracks of the attribute or parameter; null for a word that is none (error 31941). */
export function tracksOf(track: string | null): StreamOrders['tracks'] | null {
  switch (track ?? 'inbound_track') {
    case 'inbound_track':
      return ['inbound'];
    case 'outbound_track':
      return ['outbound'];
    case 'both_tracks':
      return ['inbound', 'outbound'];
    default:
      return null;
  }
}

export function notifyStream(
  exchange: Exchange,
  stream: { sid: string; name: string; call: Call; orders: StreamOrders },
  event: 'stream-started' | 'stream-stopped' | 'stream-error',
  error?: string,
): void {
  const { callback } = stream.orders;
  if (!callback) return;
  const params: [string, string][] = [
    ['AccountSid', stream.call.accountSid],
    ['CallSid', stream.call.sid],
    ['StreamSid', stream.sid],
    ['StreamName', stream.name],
    ['StreamEvent', event],
    ['Timestamp', iso8601(exchange.clock.now())],
  ];
  if (error !== undefined) params.push(['StreamError', error]);
  const { url, method } = callback;
  void exchange.webhooks.fire({
    kind: 'stream',
    event,
    callSid: stream.call.sid,
    to: stream.call.to,
    url,
    method,
    params,
  });
}

export function connectErrorOf(error: Error & { code?: string }): number {
  if (error.code === 'ECONNREFUSED') return 31902;
  if (error.code === 'ENOTFOUND' || error.code === 'EHOSTUNREACH' || error.code === 'ENETUNREACH') return 31904;
  if (error.code === 'ECONNRESET' || error.code === 'EPIPE') return 31903;
  if (error.code?.startsWith('ERR_TLS') === true || error.code?.includes('CERT') === true) return 31910;
  if (error.message.includes('timed out')) return 31901;
  return 31920;
}
