import { audioFrameHeaderBytes, audioFrameMs, audioFramePayloadBytes } from '../contract/audio-frame.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { AgentLeg } from './agent-leg.ts';
import { CarrierLeg, type BacklogLimits, type Wire } from './carrier-leg.ts';
import { LiveMix, type Listener } from './live-mix.ts';
import type { RecordingTap } from './recording-tap.ts';
import { comfortNoise, dtmfTones, holdTone } from './tones.ts';

const frameBytes = audioFrameHeaderBytes + audioFramePayloadBytes;
/** After a pause of the process comfort sound goes on, it does not catch up minutes. */
const maxCatchUpFrames = 10;

export interface BridgeFigures {
  readonly fromCarrier: number;
  readonly fromAgent: number;
  readonly agentDropped: number;
  readonly carrierDropped: number;
  readonly carrierUnderruns: number;
  readonly lateForTape: number;
}

/** One call: the carrier's leg and the agent's, joined; hold, keys, and somebody always there for the callee. */
export class CallBridge {
  readonly attemptId: string;
  readonly startedAt: Instant;
  readonly #carrier: CarrierLeg;
  readonly #agent: AgentLeg;
  readonly #tap: RecordingTap | null;
  readonly #mix: LiveMix;
  #agentId: string | null = null;
  #onHold = false;
  #comfortSince: Instant | null = null;
  #comfortFrames = 0;
  #fromCarrier = 0;
  #fromAgent = 0;
  #ended = false;

  constructor(opts: {
    attemptId: string;
    streamSid: string;
    startedAt: Instant;
    carrier: Wire;
    limits: BacklogLimits & { readonly agentQueueMs: number };
    tap: RecordingTap | null;
  }) {
    this.attemptId = opts.attemptId;
    this.startedAt = opts.startedAt;
    this.#carrier = new CarrierLeg(opts.carrier, opts.streamSid, opts.limits);
    this.#agent = new AgentLeg(opts.limits.agentQueueMs);
    this.#mix = new LiveMix(opts.limits.agentQueueMs);
    this.#tap = opts.tap;
  }

  get agentId(): string | null {
    return this.#agentId;
  }
  get onHold(): boolean {
    return this.#onHold;
  }
  get ended(): boolean {
    return this.#ended;
  }
  get agentPresent(): boolean {
    return this.#agent.joined;
  }
  get tap(): RecordingTap | null {
    return this.#tap;
  }

  /** `frame` has room for a header in front of its 160 bytes. */
  fromCarrier(frame: Buffer, mediaMs: number, now: Instant): void {
    if (this.#ended) return;
    this.#fromCarrier += 1;
    const sound = frame.subarray(audioFrameHeaderBytes);
    this.#tap?.hear('callee', sound, mediaMs, now);
    this.#mix.callee(sound);
    if (this.#onHold) this.#agent.hearNothing();
    else this.#agent.hear(frame);
  }

  /** A binary message of the agent's socket, its version and size already checked. */
  fromAgent(frame: Buffer, now: Instant): void {
    if (this.#ended || this.#onHold || frame.length !== frameBytes) return;
    this.#fromAgent += 1;
    const sound = frame.subarray(audioFrameHeaderBytes);
    this.#carrier.speak(sound, now);
    this.#mix.agent(sound);
    this.#tap?.hear('agent', sound, frame.readUInt32BE(4), now);
  }

  /** Hears both, is heard by neither; ends with the call. False: it is over. */
  listen(listener: Listener): boolean {
    if (!this.#ended) this.#mix.add(listener);
    return !this.#ended;
  }

  unlisten(listener: Listener): void {
    this.#mix.remove(listener);
  }

  /** The agent takes the call, or comes back to it over a new socket. */
  join(agentId: string, wire: Wire, now: Instant): void {
    this.#agentId = agentId;
    this.#agent.join(wire);
    this.#tap?.agentRestarted();
    this.#settle(now);
  }

  /** The agent's socket broke: the callee is kept company until he is back. */
  agentGone(now: Instant): void {
    this.#agent.join(null);
    this.#settle(now);
  }

  /** The agent's part is over; nothing more is said to the callee. */
  releaseAgent(now: Instant): void {
    this.#agent.join(null);
    this.#agentId = null;
    this.#onHold = false;
    this.#comfortSince = null;
    if (!this.#ended) this.#carrier.clear(now);
  }

  hold(onHold: boolean, now: Instant): void {
    if (this.#onHold === onHold || this.#ended) return;
    this.#onHold = onHold;
    this.#settle(now);
  }

  dtmf(digits: string, now: Instant): void {
    if (!this.#ended) this.#carrier.sound(dtmfTones(digits), now);
  }

  /** Sends the comfort sound that is due. */
  tick(now: Instant): void {
    if (this.#comfortSince === null || this.#ended) return;
    const due = Math.floor((now - this.#comfortSince) / audioFrameMs) - this.#comfortFrames;
    if (due > maxCatchUpFrames) this.#comfortFrames += due - maxCatchUpFrames;
    const sound = this.#onHold ? holdTone : comfortNoise;
    const loop = Math.floor(sound.length / audioFramePayloadBytes);
    for (let n = Math.min(due, maxCatchUpFrames); n > 0; n--, this.#comfortFrames++) {
      const at = sound.byteOffset + (this.#comfortFrames % loop) * audioFramePayloadBytes;
      this.#carrier.comfort(Buffer.from(sound.buffer, at, audioFramePayloadBytes), now);
    }
  }

  get needsComfort(): boolean {
    return this.#comfortSince !== null && !this.#ended;
  }

  /** Once and for all. Closing our side makes the carrier go on with what follows the stream. */
  end(now: Instant, how: 'carrier-closed' | 'leave-to-carrier'): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#agent.join(null);
    this.#mix.end();
    if (how === 'leave-to-carrier') this.#carrier.close(now);
  }

  backlogMs(now: Instant): number {
    return this.#carrier.backlogMs(now);
  }

  get figures(): BridgeFigures {
    return {
      fromCarrier: this.#fromCarrier,
      fromAgent: this.#fromAgent,
      agentDropped: this.#agent.figures.dropped,
      carrierDropped: this.#carrier.figures.dropped,
      carrierUnderruns: this.#carrier.figures.underruns,
      lateForTape: this.#tap?.lateFrames ?? 0,
    };
  }

  #settle(now: Instant): void {
    const wanted = this.#onHold || (this.#agentId !== null && !this.#agent.joined);
    if (wanted === (this.#comfortSince !== null)) return;
    this.#carrier.clear(now);
    this.#comfortSince = wanted ? now : null;
    this.#comfortFrames = 0;
  }
}
