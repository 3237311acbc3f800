import { SILENCE, type Frame, type FrameSource } from '../audio/frames.ts';
import { Meter } from '../audio/meter.ts';
import type { Timer } from '../clock.ts';
import type { Party } from '../party/party.ts';
import type { CallPlan } from '../population/population.ts';
import { newSid } from '../sid.ts';
import type { WebhookTrace } from '../webhooks/webhooks.ts';

export type CallStatus =
  'queued' | 'ringing' | 'in-progress' | 'completed' | 'busy' | 'failed' | 'no-answer' | 'canceled';
export type FinalStatus = Exclude<CallStatus, 'queued' | 'ringing' | 'in-progress'>;
export type Direction = 'inbound' | 'outbound-api' | 'outbound-dial';
export type CallbackEvent = 'initiated' | 'ringing' | 'answered' | 'completed';
export type HttpMethod = 'GET' | 'POST';

export interface Address {
  url: string;
  method: HttpMethod;
}

/** How a call is to be conducted: given by the create request, the number's settings or a Dial noun. */
export interface CallOrders {
  voice: { twiml: string } | Address | null;
  fallback: Address | null;
  statusCallback: (Address & { events: ReadonlySet<CallbackEvent> }) | null;
  timeoutS: number;
  timeLimitS: number;
  sendDigits: string | null;
  machineDetection: MachineDetectionOrders | null;
}

export interface MachineDetectionOrders {
  mode: 'Enable' | 'DetectMessageEnd';
  async: boolean;
  callback: Address | null;
  timeoutS: number;
  speechThresholdMs: number;
  speechEndThresholdMs: number;
  silenceTimeoutMs: number;
}

/** Hears both directions of a call, frame by frame, while it is connected. */
export type Tap = (fromParty: Frame, toParty: Frame) => void;

/** Why a script ended when another took its place; without a reason the call itself is over. */
export const REDIRECTED = 'redirected';

/** One leg: a record for the REST interface and, while it lives, a line with a far party on it. */
export class Call {
  readonly sid = newSid('CA');
  readonly accountSid: string;
  readonly to: string;
  readonly from: string;
  readonly direction: Direction;
  readonly parentCallSid: string | null;
  readonly createdAt: number;
  phoneNumberSid: string | null = null;
  orders: CallOrders;
  queueMs = 0;
  status: CallStatus = 'queued';
  updatedAt: number;
  startedAt: number | null = null;
  answeredAt: number | null = null;
  endedAt: number | null = null;
  sipCode: number | null = null;
  answeredBy: string | null = null;
  machineDetectionMs: number | null = null;
  plan: CallPlan | null = null;
  party: Party | null = null;
  /** What the far party sends in this tick. */
  fromParty: Frame = SILENCE;
  readonly taps = new Set<Tap>();
  readonly heard = new Meter();
  readonly spoken = new Meter();
  readonly traces: WebhookTrace[] = [];
  readonly digitListeners = new Set<(digit: string) => void>();
  readonly timers = new Set<Timer>();
  /** Ends an answered call when its TimeLimit is used up. */
  timeLimit: Timer | null = null;
  /** Ends the TwiML under way: by hang-up, or by redirect. */
  script = new AbortController();
  /** Run once at the end, in order of registration: streams, recordings, bridges. */
  readonly atEnd: (() => void)[] = [];
  sequence = 0;
  /** Takes the answered call in place of its own TwiML: a leg of `<Dial>`. */
  onAnswered: (() => void) | null = null;
  /** Starts the recording the create request asked for. */
  recordFromAnswer: (() => void) | null = null;
  #out: { source: FrameSource; ended: () => void } | null = null;

  constructor(init: Pick<Call, 'accountSid' | 'to' | 'from' | 'direction' | 'parentCallSid' | 'createdAt' | 'orders'>) {
    this.accountSid = init.accountSid;
    this.to = init.to;
    this.from = init.from;
    this.direction = init.direction;
    this.parentCallSid = init.parentCallSid;
    this.createdAt = init.createdAt;
    this.updatedAt = init.createdAt;
    this.orders = init.orders;
  }

  get isOver(): boolean {
    return this.endedAt !== null;
  }

  get durationS(): number | null {
    if (this.endedAt === null || this.answeredAt === null) return null;
    return Math.max(0, Math.round((this.endedAt - this.answeredAt) / 1000));
  }

  /** The number on the far end: whom the account called, or who called it. */
  get farNumber(): string {
    return this.direction === 'inbound' ? this.from : this.to;
  }

  /** Plays to the far party in place of whatever played before; resolves when the source has ended or was replaced. */
  play(source: FrameSource): Promise<void> {
    this.#out?.ended();
    return new Promise((resolve) => {
      this.#out = { source, ended: resolve };
    });
  }

  /** Stops this source if it is still the one playing. */
  stopPlaying(source: FrameSource): void {
    if (this.#out?.source !== source) return;
    const out = this.#out;
    this.#out = null;
    out.ended();
  }

  pullOut(): Frame {
    const out = this.#out;
    if (!out) return SILENCE;
    const frame = out.source.pull();
    if (frame) return frame;
    this.stopPlaying(out.source);
    return SILENCE;
  }
}
