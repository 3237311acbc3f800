import type { RecordingEvent, RecordingOrders } from '../recording/library.ts';
import type { RecordingSource } from '../recording/record.ts';
import { ApiError } from './api-error.ts';
import type { Form } from './form.ts';
import { addressIn } from './urls.ts';

const EVENTS = ['in-progress', 'completed', 'absent'] as const satisfies readonly RecordingEvent[];

export function recordingOrdersIn(
  form: Form,
  source: RecordingSource,
  trimDefault: 'trim-silence' | 'do-not-trim',
): RecordingOrders {
  const address = addressIn(form, 'RecordingStatusCallback', 'RecordingStatusCallbackMethod');
  const events = form.words('RecordingStatusCallbackEvent').map((word) => {
    const event = EVENTS.find((candidate) => candidate === word);
    if (!event) throw new ApiError(400, 20001, `RecordingStatusCallbackEvent ${word} is not an event`);
    return event;
  });
  return {
    source,
    channels: form.choice('RecordingChannels', ['mono', 'dual'] as const, 20001) === 'dual' ? 2 : 1,
    track: form.choice('RecordingTrack', ['inbound', 'outbound', 'both'] as const, 20001) ?? 'both',
    trimSilence:
      (form.choice('Trim', ['trim-silence', 'do-not-trim'] as const, 20001) ?? trimDefault) === 'trim-silence',
    callback: address
      ? { ...address, events: new Set<RecordingEvent>(events.length > 0 ? events : ['completed']) }
      : null,
  };
}
