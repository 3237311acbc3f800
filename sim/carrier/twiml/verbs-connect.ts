import { orInterrupted } from '../clock.ts';
import { openStream } from '../media/open-stream.ts';
import { tracksOf, type StreamOrders } from '../media/stream-orders.ts';
import type { TwimlNode } from './parse.ts';
import { NEXT, actionOf, addressOf, type Scene, type Verb } from './verb.ts';

/** `<Connect><Stream>`: the server's socket takes over the call until it closes. */
export const connect: Verb = async (node, scene) => {
  const noun = node.children.find((child) => child.name === 'Stream');
  if (!noun) {
    scene.exchange.notifications.add(scene.call.sid, 12200, 'Connect holds no noun this carrier knows');
    return NEXT;
  }
  const orders = streamOrders(noun, scene, true);
  if (!orders) return NEXT;
  const stream = openStream(scene.exchange, scene.call, orders);
  void scene.call.play(stream.buffer);
  try {
    await orInterrupted(stream.ended, scene.signal);
  } finally {
    scene.call.stopPlaying(stream.buffer);
    stream.stop();
  }
  const action = actionOf(scene, node, false);
  if (!action) return NEXT;
  return {
    kind: 'go',
    to: action,
    params: [
      ['StreamSid', stream.sid],
      ['StreamName', stream.name],
    ],
  };
};

export function streamOrders(noun: TwimlNode, scene: Scene, bidirectional: boolean): StreamOrders | null {
  const { url, name, track, statusCallback, statusCallbackMethod } = noun.attributes;
  const tracks = tracksOf(track ?? null);
  if (!tracks || (bidirectional && tracks.length !== 1) || (bidirectional && tracks[0] !== 'inbound')) {
    scene.exchange.notifications.add(scene.call.sid, 31941, 'Stream: invalid track');
    return null;
  }
  const parameters: Record<string, string> = {};
  for (const child of noun.children) {
    const { name: key, value } = child.attributes;
    if (child.name === 'Parameter' && key !== undefined) parameters[key] = value ?? '';
  }
  return {
    url: url ?? '',
    name: name ?? null,
    tracks,
    bidirectional,
    parameters,
    callback: addressOf(scene, statusCallback, statusCallbackMethod),
  };
}
