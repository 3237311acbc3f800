import type { Instant } from '../vocabulary.ts';

export type StaffedState = 'ready' | 'reserved' | 'talking' | 'wrapping_up';

/** Ten minutes of the day. */
export interface FloorStretch {
  readonly at: Instant;
  readonly staffedMs: number;
  readonly busyMs: number;
  readonly launched: number;
  readonly persons: number;
  readonly abandoned: number;
}

export interface FloorFigures {
  /** Talking and wrapping up over staffed time, 0..1. */
  readonly utilisation: number;
  /** Talking alone. */
  readonly talkShare: number;
  readonly staffedMs: number;
  readonly talkMs: number;
  /** How long an agent was ready before a call came. */
  readonly meanWaitMs: number;
  readonly waitMsOf9In10: number;
  /** People who answered, and those of them for whom nobody was there in time. */
  readonly persons: number;
  readonly abandoned: number;
  readonly abandonedShare: number;
  /** The highest share of any trailing hour with at least twenty answers, looked at every ten minutes. */
  readonly worstHourShare: number;
  /** People ended as machines. */
  readonly mistakenForMachines: number;
  readonly launched: number;
  readonly connected: number;
  readonly stretches: readonly FloorStretch[];
}

const stretchMs = 600_000;
const hourStretches = 6;
const hourCountsFrom = 20;

type Open = { -readonly [K in keyof FloorStretch]: FloorStretch[K] };

/** Adds up what happens on a simulated floor. */
export class FloorTally {
  readonly #from: Instant;
  readonly #to: Instant;
  readonly #stretches: Open[];
  readonly #time: Record<StaffedState, number> = { ready: 0, reserved: 0, talking: 0, wrapping_up: 0 };
  readonly #waits: number[] = [];
  #mistaken = 0;

  constructor(from: Instant, to: Instant) {
    this.#from = from;
    this.#to = to;
    this.#stretches = Array.from({ length: Math.max(1, Math.ceil((to - from) / stretchMs)) }, (_, index) => ({
      at: from + index * stretchMs,
      staffedMs: 0,
      busyMs: 0,
      launched: 0,
      persons: 0,
      abandoned: 0,
    }));
  }

  launched(at: Instant): void {
    this.#stretch(at).launched++;
  }

  connected(at: Instant, person: boolean, waitedMs: number): void {
    this.#waits.push(waitedMs);
    if (person) this.#stretch(at).persons++;
  }

  abandoned(at: Instant, person: boolean): void {
    if (!person) return;
    const stretch = this.#stretch(at);
    stretch.persons++;
    stretch.abandoned++;
  }

  mistakenForMachine(): void {
    this.#mistaken++;
  }

  /** An agent was so from `since` to `until`; what lies outside the day is cut off. */
  spent(state: StaffedState, since: Instant, until: Instant): void {
    const end = Math.min(until, this.#to);
    for (let at = Math.max(since, this.#from); at < end;) {
      const stretch = this.#stretch(at);
      const next = Math.min(end, stretch.at + stretchMs);
      stretch.staffedMs += next - at;
      if (state === 'talking' || state === 'wrapping_up') stretch.busyMs += next - at;
      this.#time[state] += next - at;
      at = next;
    }
  }

  figures(): FloorFigures {
    const { ready, reserved, talking, wrapping_up: wrappingUp } = this.#time;
    const staffedMs = ready + reserved + talking + wrappingUp;
    const sum = (read: (one: FloorStretch) => number): number =>
      this.#stretches.reduce((total, one) => total + read(one), 0);
    const persons = sum((one) => one.persons);
    const abandoned = sum((one) => one.abandoned);
    const waits = this.#waits.toSorted((a, b) => a - b);
    const share = (part: number, of: number): number => (of === 0 ? 0 : part / of);
    return {
      utilisation: share(talking + wrappingUp, staffedMs),
      talkShare: share(talking, staffedMs),
      staffedMs,
      talkMs: talking,
      meanWaitMs: share(
        waits.reduce((total, one) => total + one, 0),
        waits.length,
      ),
      waitMsOf9In10: waits[Math.floor(0.9 * waits.length)] ?? 0,
      persons,
      abandoned,
      abandonedShare: share(abandoned, persons),
      worstHourShare: this.#worstHour(),
      mistakenForMachines: this.#mistaken,
      launched: sum((one) => one.launched),
      connected: waits.length,
      stretches: this.#stretches,
    };
  }

  #worstHour(): number {
    let worst = 0;
    for (let end = hourStretches; end <= this.#stretches.length; end++) {
      const hour = this.#stretches.slice(end - hourStretches, end);
      const persons = hour.reduce((total, one) => total + one.persons, 0);
      const abandoned = hour.reduce((total, one) => total + one.abandoned, 0);
      if (persons >= hourCountsFrom) worst = Math.max(worst, abandoned / persons);
    }
    return worst;
  }

  #stretch(at: Instant): Open {
    const index = Math.min(this.#stretches.length - 1, Math.max(0, Math.floor((at - this.#from) / stretchMs)));
    const stretch = this.#stretches[index];
    if (stretch === undefined) throw new Error('a day without stretches');
    return stretch;
  }
}
