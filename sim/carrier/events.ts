export interface CarrierEventMap {
  'call-created': { callSid: string };
  'call-initiated': { callSid: string };
  'call-ringing': { callSid: string };
  'call-answered': { callSid: string; outcome: string; who: string | null };
  'call-ended': { callSid: string; status: string; sipCode: number | null };
  'amd-verdict': { callSid: string; answeredBy: string; afterMs: number };
  'callback-fired': { callSid: string; kind: string; event: string };
  'callback-delivered': { callSid: string; kind: string; event: string; status: number; attempt: number };
  'callback-failed': { callSid: string; kind: string; event: string; because: string };
  'twiml-verb': { callSid: string; verb: string };
  'stream-started': { callSid: string; streamSid: string };
  'stream-stopped': { callSid: string; streamSid: string };
  'stream-violation': { callSid: string; streamSid: string; code: number };
  'stream-mark': { callSid: string; streamSid: string; name: string };
  'recording-started': { callSid: string; recordingSid: string };
  'recording-completed': { callSid: string; recordingSid: string; status: string };
  notification: { callSid: string | null; code: number };
  'fault-fired': { kind: string };
}

export type CarrierEventName = keyof CarrierEventMap;
export type CarrierEvent = { [N in CarrierEventName]: { name: N; at: number } & CarrierEventMap[N] }[CarrierEventName];

type Listener = (event: CarrierEvent) => void;

/** Enough for any test; older events fall off. */
const KEPT_EVENTS = 5000;

/** Named events of the carrier. `next` also looks back, so a test cannot miss what happened just before it asked. */
export class CarrierEvents {
  readonly #now: () => number;
  readonly #log: CarrierEvent[] = [];
  readonly #listeners = new Set<Listener>();

  constructor(now: () => number) {
    this.#now = now;
  }

  emit<N extends CarrierEventName>(name: N, detail: CarrierEventMap[N]): void {
    const event = { name, at: this.#now(), ...detail } as CarrierEvent;
    this.#log.push(event);
    if (this.#log.length > KEPT_EVENTS) this.#log.splice(0, KEPT_EVENTS / 10);
    for (const listener of [...this.#listeners]) listener(event);
  }

  on(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  past<N extends CarrierEventName>(name: N): (CarrierEventMap[N] & { at: number })[] {
    return this.#log.filter((event) => event.name === name) as unknown as (CarrierEventMap[N] & { at: number })[];
  }

  /** Resolves with the first event, past or future, of that name that fits; rejects at the deadline. */
  next<N extends CarrierEventName>(
    name: N,
    fits: (detail: CarrierEventMap[N]) => boolean = () => true,
    deadlineMs = 10_000,
  ): Promise<CarrierEventMap[N] & { at: number }> {
    const known = this.past(name).find((event) => fits(event));
    if (known) return Promise.resolve(known);
    return new Promise((resolve, reject) => {
      const deadline = setTimeout(() => {
        stop();
        reject(new Error(`no event ${name} within ${deadlineMs} ms`));
      }, deadlineMs);
      const stop = this.on((event) => {
        const detail = event as unknown as CarrierEventMap[N] & { at: number };
        if (event.name !== name || !fits(detail)) return;
        clearTimeout(deadline);
        stop();
        resolve(detail);
      });
    });
  }
}
