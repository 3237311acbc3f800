import type { Clock } from '../clock.ts';
import type { CarrierEvents } from '../events.ts';
import type { FaultDesk } from '../faults/fault-desk.ts';
import type { Population } from '../population/population.ts';
import type { RecordingLibrary } from '../recording/library.ts';
import type { Settings } from '../settings.ts';
import type { Webhooks } from '../webhooks/webhooks.ts';
import type { Call } from './call.ts';
import type { CpsQueue } from './cps-queue.ts';
import type { Notifications } from './notifications.ts';
import type { OwnNumbers } from './own-numbers.ts';
import type { Pump } from './pump.ts';
import type { Meetings } from './meetings.ts';

/** The telephone exchange: everything a call needs while it is being conducted. */
export interface Exchange {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly events: CarrierEvents;
  readonly faults: FaultDesk;
  readonly population: Population;
  readonly webhooks: Webhooks;
  readonly notifications: Notifications;
  readonly numbers: OwnNumbers;
  readonly recordings: RecordingLibrary;
  readonly meetings: Meetings;
  readonly cps: CpsQueue;
  readonly pump: Pump;
  /** All calls by SID, oldest first. */
  readonly calls: Map<string, Call>;
  /** Base of addresses handed out, known once the server listens. */
  readonly publicUrl: () => string;
  /** Runs TwiML on an answered call: its own orders, or what a redirect asks for. Set when the parts are joined. */
  runScript: (call: Call, from: Call['orders']['voice']) => void;
}
