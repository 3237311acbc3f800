import type { AudioServerMessage } from '../contract/audio-control.ts';
import type { Clock } from '../platform/clock.ts';
import type { CallBridge } from './call-bridge.ts';
import type { Wire } from './carrier-leg.ts';
import type { After } from './ports.ts';
import type { CallLegs } from './realtime.ts';

/** An agent's audio socket. */
export interface AgentLine {
  readonly agentId: string;
  readonly wire: Wire;
  tell(message: AudioServerMessage): void;
  /** A call opens a leg on this line. */
  legOpened(): void;
  /** Another window took the seat. */
  replaced(): void;
}

const comfortEveryMs = 20;

/** Which calls run on this node, which agents have a line to it, and who is joined to whom. */
export class Switchboard implements CallLegs {
  readonly #clock: Clock;
  readonly #after: After;
  readonly #calls = new Map<string, CallBridge>();
  readonly #callOf = new Map<string, CallBridge>();
  readonly #lines = new Map<string, AgentLine>();
  #ticking: (() => void) | null = null;

  constructor(deps: { clock: Clock; after: After }) {
    this.#clock = deps.clock;
    this.#after = deps.after;
  }

  get calls(): Iterable<CallBridge> {
    return this.#calls.values();
  }
  get callCount(): number {
    return this.#calls.size;
  }
  get lineCount(): number {
    return this.#lines.size;
  }

  addCall(bridge: CallBridge): 'added' | 'taken' {
    if (this.#calls.has(bridge.attemptId)) return 'taken';
    this.#calls.set(bridge.attemptId, bridge);
    return 'added';
  }

  /** The stream is over: whoever was joined to it is free. False: it was over already. */
  removeCall(bridge: CallBridge): boolean {
    if (this.#calls.get(bridge.attemptId) !== bridge) return false;
    this.#calls.delete(bridge.attemptId);
    this.#part(bridge);
    return true;
  }

  call(attemptId: string): CallBridge | null {
    return this.#calls.get(attemptId) ?? null;
  }

  callOf(agentId: string): CallBridge | null {
    return this.#callOf.get(agentId) ?? null;
  }

  /** The newest window has the seat. Returns the call that goes on over this line. */
  addLine(line: AgentLine): string | null {
    this.#lines.get(line.agentId)?.replaced();
    this.#lines.set(line.agentId, line);
    const bridge = this.callOf(line.agentId);
    if (bridge === null) return null;
    line.legOpened();
    bridge.join(line.agentId, line.wire, this.#clock());
    return bridge.attemptId;
  }

  /** False: the line had been replaced already, nothing is lost. */
  removeLine(line: AgentLine): boolean {
    if (this.#lines.get(line.agentId) !== line) return false;
    this.#lines.delete(line.agentId);
    this.callOf(line.agentId)?.agentGone(this.#clock());
    this.#comfort();
    return true;
  }

  connect(attemptId: string, agentId: string): 'connected' | 'no-agent' | 'no-call' {
    const bridge = this.#calls.get(attemptId);
    if (bridge === undefined) return 'no-call';
    const line = this.#lines.get(agentId);
    if (line === undefined) return 'no-agent';
    const former = this.callOf(agentId);
    if (former !== null && former !== bridge) this.#part(former);
    this.#callOf.set(agentId, bridge);
    line.legOpened();
    bridge.join(agentId, line.wire, this.#clock());
    line.tell({ type: 'leg-open', attemptId });
    return 'connected';
  }

  has(attemptId: string): boolean {
    return this.#calls.has(attemptId);
  }

  hold(attemptId: string, onHold: boolean): boolean {
    const bridge = this.#calls.get(attemptId);
    if (bridge === undefined) return false;
    bridge.hold(onHold, this.#clock());
    this.#comfort();
    return true;
  }

  isHeld(attemptId: string): boolean {
    return this.#calls.get(attemptId)?.onHold ?? false;
  }

  dtmf(attemptId: string, digits: string): boolean {
    const bridge = this.#calls.get(attemptId);
    bridge?.dtmf(digits, this.#clock());
    return bridge !== undefined;
  }

  releaseAgent(attemptId: string): void {
    const bridge = this.#calls.get(attemptId);
    if (bridge !== undefined) this.#part(bridge);
  }

  leaveToCarrier(attemptId: string): void {
    this.#calls.get(attemptId)?.end(this.#clock(), 'leave-to-carrier');
  }

  stop(): void {
    this.#ticking?.();
    this.#ticking = null;
  }

  #part(bridge: CallBridge): void {
    const { agentId } = bridge;
    if (agentId === null) return;
    bridge.releaseAgent(this.#clock());
    if (this.#callOf.get(agentId) !== bridge) return;
    this.#callOf.delete(agentId);
    this.#lines.get(agentId)?.tell({ type: 'leg-closed', attemptId: bridge.attemptId });
  }

  /** One clock for all who need company, running only while somebody does. */
  #comfort(): void {
    if (this.#ticking !== null) return;
    const tick = (): void => {
      const now = this.#clock();
      let needed = false;
      for (const bridge of this.#calls.values()) {
        bridge.tick(now);
        needed ||= bridge.needsComfort;
      }
      this.#ticking = needed ? this.#after(comfortEveryMs, tick) : null;
    };
    tick();
  }
}
