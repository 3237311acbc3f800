import type { Call } from './call.ts';

/** Calls waiting in a named queue, and how many have been through it. */
export interface CallQueue {
  sid: string;
  name: string;
  waiting: { call: Call; since: number; take: (by: Call) => void }[];
  waitsMs: number[];
}

/** Where legs meet: conferences and queues, both named by the application and made on demand. */
export class Meetings {
  readonly queues = new Map<string, CallQueue>();
}
