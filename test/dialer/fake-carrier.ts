import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import twilio from 'twilio';
import type { AnsweredBy } from '../../src/domain/carrier-outcome.ts';
import type {
  CallbackKind,
  Carrier,
  CarrierCall,
  CarrierRecording,
  CarrierStatus,
  PlaceCall,
  PlaceOutcome,
} from '../../src/dialer/ports.ts';
import { Fault } from '../../src/platform/fault.ts';

/** What the carrier does with the next create, in order; afterwards it accepts. */
export type PlaceScript =
  | 'accept'
  /** Takes the call, and is never heard again about it. */
  | 'take-and-keep-silent'
  /** Silence, and there is no call. */
  | 'lose'
  | 'later'
  | { readonly refuse: number };

interface FakeCall {
  readonly sid: string;
  readonly request: PlaceCall;
  readonly createdAt: number;
  status: CarrierStatus;
  answeredBy: AnsweredBy | null;
}

const ended: ReadonlySet<CarrierStatus> = new Set(['completed', 'busy', 'no-answer', 'failed', 'canceled']);
export const fakeAuthToken = 'fake-carrier-token';
export const newSid = (prefix: 'CA' | 'RE'): string => prefix + randomBytes(16).toString('hex');

/** A carrier in memory that does what it is told, and signs its callbacks as the real one does. */
export class FakeCarrier implements Carrier {
  readonly kind: Carrier['kind'];
  /** Every create that reached it, taken or not. */
  readonly asked: PlaceCall[] = [];
  readonly calls = new Map<string, FakeCall>();
  readonly script: PlaceScript[] = [];
  reachable = true;
  /** Runs while the create request is under way, after the call was taken. */
  beforeReply: ((call: { sid: string; request: PlaceCall }) => Promise<void>) | null = null;
  readonly #now: () => number;

  constructor(now: () => number, kind: Carrier['kind'] = 'sim') {
    this.#now = now;
    this.kind = kind;
  }

  async place(request: PlaceCall): Promise<PlaceOutcome> {
    this.asked.push(request);
    const step = this.script.shift() ?? 'accept';
    if (step === 'later') return { kind: 'later', code: 20429 };
    if (step === 'lose') return { kind: 'unknown', cause: 'timeout' };
    if (typeof step === 'object') return { kind: 'refused', code: step.refuse };
    const call: FakeCall = {
      sid: newSid('CA'),
      request,
      createdAt: this.#now(),
      status: 'queued',
      answeredBy: null,
    };
    this.calls.set(call.sid, call);
    await this.beforeReply?.(call);
    if (step === 'take-and-keep-silent') return { kind: 'unknown', cause: 'timeout' };
    return { kind: 'accepted', sid: call.sid, queueMs: 0 };
  }

  end(sid: string): Promise<'ended' | 'already-ended' | 'unknown'> {
    if (!this.reachable) return Promise.resolve('unknown');
    const call = this.calls.get(sid);
    if (call === undefined || ended.has(call.status)) return Promise.resolve('already-ended');
    call.status = 'completed';
    return Promise.resolve('ended');
  }

  async find(query: { to: string; from: string; since: number }): Promise<readonly CarrierCall[]> {
    this.#mustAnswer();
    const found = [...this.calls.values()].filter(
      ({ request, createdAt }) => request.to === query.to && request.from === query.from && createdAt >= query.since,
    );
    return found.reverse().map((call) => this.#shown(call));
  }

  async fetchCall(sid: string): Promise<CarrierCall | null> {
    this.#mustAnswer();
    const call = this.calls.get(sid);
    return call === undefined ? null : this.#shown(call);
  }

  recordings(): Promise<readonly CarrierRecording[]> {
    return Promise.resolve([]);
  }

  downloadRecording(): Promise<Readable> {
    return Promise.reject(new Fault('CARRIER_RECORDING_NOT_READY'));
  }

  ping(): Promise<boolean> {
    return Promise.resolve(this.reachable);
  }

  /** The call of the only, or the latest, attempt. */
  latest(): FakeCall {
    const call = [...this.calls.values()].at(-1);
    if (call === undefined) throw new Error('nothing was placed');
    return call;
  }

  move(sid: string, status: CarrierStatus): void {
    const call = this.calls.get(sid);
    if (call !== undefined) call.status = status;
  }

  #shown(call: FakeCall): CarrierCall {
    return {
      sid: call.sid,
      status: call.status,
      createdAt: call.createdAt,
      startedAt: null,
      answeredBy: call.answeredBy,
    };
  }

  #mustAnswer(): void {
    if (!this.reachable) throw new Fault('CARRIER_UNREACHABLE');
  }
}

export interface SentCallback {
  readonly request: PlaceCall;
  readonly kind: CallbackKind;
  readonly form: Readonly<Record<string, string>>;
  readonly authToken?: string;
  readonly deliveryId?: string;
  /** Instead of the address that the carrier was given. */
  readonly url?: string;
}

const personal = { To: '+15005550101', From: '+15005550006', Caller: '+15005550006', Called: '+15005550101' };

/** Posts a callback as the carrier does; resolves with the HTTP status. */
export async function sendCallback(sent: SentCallback): Promise<number> {
  const url = sent.url ?? sent.request.addresses[sent.kind];
  const form = {
    AccountSid: 'AC00000000000000000000000000000001',
    ApiVersion: '2010-04-01',
    ...personal,
    ...sent.form,
  };
  const signature = twilio.getExpectedTwilioSignature(sent.authToken ?? fakeAuthToken, url, form);
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'x-twilio-signature': signature,
      ...(sent.deliveryId === undefined ? {} : { 'i-twilio-idempotency-token': sent.deliveryId }),
    },
    body: new URLSearchParams(form),
  });
  await answer.arrayBuffer();
  return answer.status;
}

export const statusForm = (
  sid: string,
  status: CarrierStatus,
  sequence: number,
  more: Record<string, string> = {},
) => ({
  CallSid: sid,
  CallStatus: status,
  SequenceNumber: String(sequence),
  CallbackSource: 'call-progress-events',
  ...more,
});
