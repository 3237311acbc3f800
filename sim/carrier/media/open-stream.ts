import type { Call } from '../exchange/call.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { MediaStream } from './media-stream.ts';
import type { StreamOrders } from './stream-orders.ts';

/** The streams of each call, for the control interface, `<Stop>` and the REST resource. */
const streamsByCall = new WeakMap<Call, MediaStream[]>();

export const streamsOf = (call: Call): readonly MediaStream[] => streamsByCall.get(call) ?? [];

export function openStream(exchange: Exchange, call: Call, orders: StreamOrders): MediaStream {
  const stream = new MediaStream(exchange, call, orders);
  streamsByCall.set(call, [...streamsOf(call), stream]);
  stream.open();
  return stream;
}
