import { newSid } from '../sid.ts';
import type { Call } from './call.ts';
import type { Conference } from './conference.ts';

/** A call that waits in a queue, to be taken by another. */
export interface QueuedCall {
  call: Call;
  since: number;
  /** Hands the call over until `parted`; false when it has left meanwhile. */
  take: (parted: Promise<void>) => boolean;
}

export interface CallQueue {
  sid: string;
  name: string;
  waiting: QueuedCall[];
  /** Those who came to take a call while nobody waited. */
  takers: ((queued: QueuedCall) => boolean)[];
  waitsMs: number[];
}

/** Where legs meet: conferences and queues, both named by the application and made on demand. */
export class Meetings {
  readonly #queues = new Map<string, CallQueue>();
  /** Live conferences by name; a name is free again when its conference has ended. */
  readonly conferences = new Map<string, Conference>();

  queue(name: string): CallQueue {
    const known = this.#queues.get(name);
    if (known) return known;
    const queue: CallQueue = { sid: newSid('QU'), name, waiting: [], takers: [], waitsMs: [] };
    this.#queues.set(name, queue);
    return queue;
  }

  queues(): CallQueue[] {
    return [...this.#queues.values()];
  }
}
