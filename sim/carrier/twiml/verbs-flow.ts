import { recordingOrdersOf } from './noun-recording.ts';
import { openStream, streamsOf } from '../media/open-stream.ts';
import { NEXT, addressOf, type Verb } from './verb.ts';
import { streamOrders } from './verbs-connect.ts';

export const hangup: Verb = async () => ({ kind: 'hang-up' });

export const leave: Verb = async () => ({ kind: 'leave' });

export const reject: Verb = async (node, scene) => {
  // Only a call that was never answered can be rejected; later on it is a hang-up.
  if (scene.call.answeredAt !== null) return { kind: 'hang-up' };
  return { kind: 'reject', reason: node.attributes['reason'] === 'busy' ? 'busy' : 'rejected' };
};

export const redirect: Verb = async (node, scene) => {
  const to = addressOf(scene, node.text.trim(), node.attributes['method']);
  const itself = scene.documentUrl === null ? null : { url: scene.documentUrl, method: 'POST' as const };
  const target = to ?? itself;
  return target ? { kind: 'go', to: target, params: [] } : { kind: 'hang-up' };
};

/** `<Start>` does not wait: what it starts runs beside the verbs that follow. */
export const start: Verb = async (node, scene) => {
  for (const noun of node.children) {
    if (noun.name === 'Stream') {
      const orders = streamOrders(noun, scene, false);
      if (orders) openStream(scene.exchange, scene.call, orders);
    } else if (noun.name === 'Recording') {
      scene.exchange.recordings.start(scene.call, recordingOrdersOf(noun, scene));
    } else {
      scene.exchange.notifications.add(scene.call.sid, 12200, `Start: ${noun.name} is not supported here`);
    }
  }
  return NEXT;
};

/** Ends streams begun with `<Start>`, never the one of `<Connect>`. */
export const stop: Verb = async (node, scene) => {
  for (const noun of node.children) {
    const named = noun.attributes['name'];
    for (const stream of streamsOf(scene.call)) {
      if (noun.name === 'Stream' && !stream.orders.bidirectional && stream.name === named) stream.stop();
    }
  }
  return NEXT;
};
