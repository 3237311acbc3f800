import { FRAME_MS, SILENCE } from '../audio/frames.ts';
import type { Clock, Timer } from '../clock.ts';
import type { Call } from './call.ts';

/** After a stall up to half a second of frames is made up for; what lies further back is let go. */
const MAX_CATCH_UP = 25;

export interface PumpStats {
  calls: number;
  ticks: number;
  late: number;
  dropped: number;
  /** Mean and worst time one tick took. */
  meanTickMs: number;
  worstTickMs: number;
}

/**
 * One 20 ms heartbeat for all calls. Each tick has three rounds, so that bridged legs hear each other in the same tick:
 * everyone speaks, everyone is played to, everyone (parties, meters, recorders, streams) listens.
 */
export class Pump {
  readonly #clock: Clock;
  readonly #onHangUp: (call: Call) => void;
  readonly #live = new Set<Call>();
  readonly #beforeTick = new Set<() => void>();
  #timer: Timer | null = null;
  #dueAt = 0;
  #ticks = 0;
  #late = 0;
  #dropped = 0;
  #spentMs = 0;
  #worstMs = 0;

  constructor(clock: Clock, onHangUp: (call: Call) => void) {
    this.#clock = clock;
    this.#onHangUp = onHangUp;
  }

  add(call: Call): void {
    this.#live.add(call);
    if (this.#timer) return;
    this.#dueAt = this.#clock.now() + FRAME_MS;
    this.#schedule();
  }

  remove(call: Call): void {
    this.#live.delete(call);
    call.fromParty = SILENCE;
  }

  /** Runs between speaking and playing: conferences mix here. */
  onMix(mix: () => void): () => void {
    this.#beforeTick.add(mix);
    return () => this.#beforeTick.delete(mix);
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = null;
    this.#live.clear();
  }

  statistics(): PumpStats {
    return {
      calls: this.#live.size,
      ticks: this.#ticks,
      late: this.#late,
      dropped: this.#dropped,
      meanTickMs: this.#ticks === 0 ? 0 : Number((this.#spentMs / this.#ticks).toFixed(3)),
      worstTickMs: Number(this.#worstMs.toFixed(3)),
    };
  }

  #schedule(): void {
    this.#timer = this.#clock.after(this.#dueAt - this.#clock.now(), () => this.#wake());
  }

  #wake(): void {
    const behind = Math.floor((this.#clock.now() - this.#dueAt) / FRAME_MS);
    if (behind > MAX_CATCH_UP) {
      this.#dropped += behind - MAX_CATCH_UP;
      this.#dueAt += (behind - MAX_CATCH_UP) * FRAME_MS;
    }
    if (behind > 0) this.#late += 1;
    while (this.#dueAt <= this.#clock.now()) {
      this.tick();
      this.#dueAt += FRAME_MS;
    }
    this.#timer = null;
    if (this.#live.size > 0) this.#schedule();
  }

  tick(): void {
    const startedAt = this.#clock.now();
    const live = [...this.#live];
    const leaving: Call[] = [];
    for (const call of live) {
      const spoken = call.party?.speak() ?? null;
      if (!spoken && call.party) leaving.push(call);
      call.fromParty = spoken ?? SILENCE;
      for (const digit of call.party?.takeDigits() ?? []) for (const listen of [...call.digitListeners]) listen(digit);
    }
    for (const mix of this.#beforeTick) mix();
    for (const call of live) {
      const toParty = call.pullOut();
      call.party?.hear(toParty);
      call.heard.feed(toParty);
      call.spoken.feed(call.fromParty);
      for (const tap of [...call.taps]) tap(call.fromParty, toParty);
    }
    for (const call of leaving) this.#onHangUp(call);
    this.#ticks += 1;
    const spent = this.#clock.now() - startedAt;
    this.#spentMs += spent;
    this.#worstMs = Math.max(this.#worstMs, spent);
  }
}
