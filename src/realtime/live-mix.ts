import { audioFrameHeaderBytes, audioFramePayloadBytes } from '../contract/audio-frame.ts';
import { AgentLeg } from './agent-leg.ts';
import type { Wire } from './carrier-leg.ts';
import { mulawSilence, mulawToPcm, pcmToMulaw } from './mulaw.ts';

/** Somebody who hears a call without being heard in it. */
export interface Listener {
  readonly wire: Wire;
  /** The call is over. */
  over(): void;
}

/** More of the agent's voice than this is kept waiting for the callee's only as long as the callee's comes at all. */
const mostWaiting = 6;

const pcmOf = (code: number | undefined): number => mulawToPcm[code ?? mulawSilence] ?? 0;

/**
 * Both voices of a call in one, for whoever listens in; costs nothing while nobody does. The callee's frames set the pace,
 * because the carrier sends them without a pause; when it does not, the agent is heard alone.
 */
export class LiveMix {
  readonly #ears = new Map<Listener, AgentLeg>();
  readonly #queueMs: number;
  #fromAgent: Buffer[] = [];
  #sinceCallee = 0;

  constructor(queueMs: number) {
    this.#queueMs = queueMs;
  }

  get listeners(): number {
    return this.#ears.size;
  }

  add(listener: Listener): void {
    const leg = new AgentLeg(this.#queueMs);
    leg.join(listener.wire);
    this.#ears.set(listener, leg);
  }

  remove(listener: Listener): void {
    this.#ears.delete(listener);
    if (this.#ears.size === 0) this.#fromAgent = [];
  }

  callee(sound: Uint8Array): void {
    if (this.#ears.size === 0) return;
    this.#sinceCallee = 0;
    const other = this.#fromAgent.shift();
    this.#tell((at) =>
      other === undefined ? (sound[at] ?? mulawSilence) : pcmToMulaw(pcmOf(sound[at]) + pcmOf(other[at])),
    );
  }

  agent(sound: Uint8Array): void {
    if (this.#ears.size === 0) return;
    this.#sinceCallee += 1;
    this.#fromAgent.push(Buffer.from(sound));
    if (this.#fromAgent.length <= mostWaiting) return;
    const oldest = this.#fromAgent.shift();
    if (this.#sinceCallee > mostWaiting) this.#tell((at) => oldest?.[at] ?? mulawSilence);
  }

  end(): void {
    const ears = [...this.#ears.keys()];
    this.#ears.clear();
    for (const listener of ears) listener.over();
  }

  #tell(sign: (at: number) => number): void {
    const mixed = Buffer.allocUnsafe(audioFrameHeaderBytes + audioFramePayloadBytes);
    for (let at = 0; at < audioFramePayloadBytes; at++) mixed[audioFrameHeaderBytes + at] = sign(at);
    // Each listener's leg stamps a header of its own.
    for (const leg of this.#ears.values()) leg.hear(Buffer.from(mixed));
  }
}
