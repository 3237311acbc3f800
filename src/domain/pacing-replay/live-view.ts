import type { Instant } from '../vocabulary.ts';
import type { FloorAgent, FloorCall, FloorMoment } from './pacing-policy.ts';

type Changing<T> = { -readonly [K in keyof T]: T[K] };

const hourMs = 3_600_000;

/** What a pacer sees, kept up to date instead of counted anew at every decision. */
export class LiveView {
  readonly #agents = new Bag<FloorAgent>();
  readonly #calls = new Bag<FloorCall>();
  readonly #states = { ready: 0, reserved: 0, talking: 0, wrapping_up: 0 };
  readonly #live = new LastHour();
  readonly #abandoned = new LastHour();
  #waiting = 0;

  get agents(): readonly FloorAgent[] {
    return this.#agents.all;
  }

  agentCame(agent: FloorAgent): void {
    this.#agents.add(agent);
    this.#states[agent.state]++;
  }

  agentWent(agent: FloorAgent): void {
    this.#agents.remove(agent);
    this.#states[agent.state]--;
  }

  agentBecomes(agent: Changing<FloorAgent>, state: FloorAgent['state'], now: Instant): void {
    this.#states[agent.state]--;
    this.#states[state]++;
    agent.state = state;
    agent.since = now;
  }

  callCame(call: FloorCall): void {
    this.#calls.add(call);
  }

  callWent(call: FloorCall): void {
    this.#calls.remove(call);
    if (call.state === 'waiting') this.#waiting--;
  }

  callBecomes(call: Changing<FloorCall>, state: FloorCall['state'], now: Instant): void {
    if (state === 'waiting') this.#waiting++;
    call.state = state;
    call.since = now;
  }

  answered(now: Instant): void {
    this.#live.add(now);
  }

  abandoned(now: Instant): void {
    this.#abandoned.add(now);
  }

  moment(
    now: Instant,
    limits: Pick<FloorMoment, 'freeChannels' | 'cpsTokens' | 'dueCalls' | 'chances' | 'heldFirst'>,
  ): FloorMoment {
    return {
      now,
      agents: this.#agents.all,
      calls: this.#calls.all,
      ready: this.#states.ready,
      talking: this.#states.talking,
      wrappingUp: this.#states.wrapping_up,
      pending: this.#calls.all.length - this.#waiting,
      waiting: this.#waiting,
      // Until it has its agent or is abandoned an answer is not counted: nobody knows yet for which side.
      live: this.#live.total - this.#waiting,
      abandoned: this.#abandoned.total,
      liveLastHour: this.#live.since(now - hourMs),
      abandonedLastHour: this.#abandoned.since(now - hourMs),
      ...limits,
    };
  }
}

/** Members without an order: taking one out costs nothing. */
class Bag<T> {
  readonly #places = new Map<T, number>();
  readonly all: T[] = [];

  add(one: T): void {
    this.#places.set(one, this.all.length);
    this.all.push(one);
  }

  remove(one: T): void {
    const place = this.#places.get(one);
    const last = this.all.pop();
    if (place === undefined || last === undefined) return;
    this.#places.delete(one);
    if (last === one) return;
    this.all[place] = last;
    this.#places.set(last, place);
  }
}

class LastHour {
  readonly #at: Instant[] = [];
  #from = 0;

  get total(): number {
    return this.#at.length;
  }

  add(at: Instant): void {
    this.#at.push(at);
  }

  since(at: Instant): number {
    while ((this.#at[this.#from] ?? Infinity) <= at) this.#from++;
    return this.#at.length - this.#from;
  }
}
