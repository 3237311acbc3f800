import type { RecordingEvent, RecordingOrders } from '../recording/library.ts';
import type { RecordingSource } from '../recording/record.ts';
import type { TwimlNode } from './parse.ts';
import { addressOf, type Scene } from './verb.ts';

const EVENTS: readonly RecordingEvent[] = ['in-progress', 'completed', 'absent'];

/** The callback of any verb that records; events are separated by spaces, only `completed` by default. */
export function recordingCallbackOf(node: TwimlNode, scene: Scene): RecordingOrders['callback'] {
  const { recordingStatusCallback, recordingStatusCallbackMethod, recordingStatusCallbackEvent } = node.attributes;
  const address = addressOf(scene, recordingStatusCallback, recordingStatusCallbackMethod);
  if (!address) return null;
  const named = (recordingStatusCallbackEvent ?? '').split(/\s+/);
  const events = EVENTS.filter((event) => named.includes(event));
  return { ...address, events: new Set<RecordingEvent>(events.length > 0 ? events : ['completed']) };
}

export const trims = (node: TwimlNode): boolean => (node.attributes['trim'] ?? 'trim-silence') === 'trim-silence';

export function trackOf(value: string | undefined): RecordingOrders['track'] {
  return value === 'inbound' || value === 'outbound' ? value : 'both';
}

/** `<Start><Recording>`: two channels unless it says otherwise. */
export function recordingOrdersOf(
  noun: TwimlNode,
  scene: Scene,
  source: RecordingSource = 'StartCallRecordingAPI',
): RecordingOrders {
  return {
    source,
    channels: noun.attributes['channels'] === 'mono' ? 1 : 2,
    track: trackOf(noun.attributes['track']),
    trimSilence: trims(noun),
    callback: recordingCallbackOf(noun, scene),
  };
}
