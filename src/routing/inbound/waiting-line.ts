import type { Instant } from '../../domain/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Presence, RoutedCaller } from '../ports.ts';

/** A caller who waits for an agent on this node. */
export interface WaitingCaller extends RoutedCaller {
  readonly arrivedAt: Instant;
  /** Reserved for this caller. */
  agent: Presence | null;
  /** Agents who turned out to have no socket, and when. */
  readonly refusedBy: { readonly agentId: string; readonly at: Instant }[];
  /** The carrier was told to bring the audio; it has time until then. */
  bringUntil: Instant | null;
  /** The carrier failed to bring it: others come first until then, the place is kept. */
  restsUntil: Instant;
  /** Someone is answering the carrier's question about this caller right now. */
  asking: number;
  stream: { readonly at: Instant } | null;
  /** He hung up and kept his place: he is rung when it is reached. Null: he is on the line. */
  readonly callbackId: string | null;
  /** He is for this agent, who has until then to take him: a supervisor said so, or it is his owner at another node. */
  given: { readonly agentId: string; readonly until: Instant } | null;
  /** For whoever is free at any node: at home nobody is, and no owner is awaited; a guest came for that. */
  open: boolean;
  /** His owner was looked for at other nodes. */
  ownerSought: boolean;
  /** The node that his call came to, while he waits here as a guest. Null: this one. */
  host: string | null;
  /** A guest: when that node spoke of him last. */
  renewedAt: Instant;
  /** Another node has him: here nobody left, and nobody was served. */
  movedOn: boolean;
}

/** `readyThen`: who was ready when the round began; null: whoever is. */
type ReserveForCaller = (caller: WaitingCaller, readyThen: ReadonlySet<string> | null) => Promise<Presence | null>;

/** Longest wait first; each agent who is free goes to the first caller he may take. */
export class WaitingLine {
  readonly #callers = new Map<string, WaitingCaller>();
  readonly #readyNow: () => Promise<ReadonlySet<string>>;
  readonly #reserve: ReserveForCaller;
  readonly #onServed: (caller: WaitingCaller) => void;
  readonly #onChange: () => void;
  readonly #clock: Clock;
  #serving: Promise<void> = Promise.resolve();

  constructor(deps: {
    readyNow: () => Promise<ReadonlySet<string>>;
    reserve: ReserveForCaller;
    onServed: (caller: WaitingCaller) => void;
    onChange: () => void;
    clock: Clock;
  }) {
    this.#readyNow = deps.readyNow;
    this.#reserve = deps.reserve;
    this.#onServed = deps.onServed;
    this.#onChange = deps.onChange;
    this.#clock = deps.clock;
  }

  get count(): number {
    return this.#callers.size;
  }

  find(attemptId: string): WaitingCaller | undefined {
    return this.#callers.get(attemptId);
  }

  join(
    facts: RoutedCaller,
    arrivedAt: Instant,
    { callbackId = null, host = null }: { readonly callbackId?: string | null; readonly host?: string | null } = {},
  ): WaitingCaller {
    const caller: WaitingCaller = {
      ...facts,
      arrivedAt,
      agent: null,
      refusedBy: [],
      bringUntil: null,
      restsUntil: 0,
      asking: 0,
      stream: null,
      callbackId,
      given: null,
      open: false,
      ownerSought: false,
      host,
      renewedAt: this.#clock(),
      movedOn: false,
    };
    this.#callers.set(facts.attemptId, caller);
    this.#onChange();
    return caller;
  }

  leave(attemptId: string): void {
    if (this.#callers.delete(attemptId)) this.#onChange();
  }

  /** Places that are kept for people who are not on the line. */
  absent(): readonly WaitingCaller[] {
    return [...this.#callers.values()].filter((caller) => caller.callbackId !== null);
  }

  /** Callers whose call came to this node and whose audio is not here yet. */
  onTheirWay(): readonly string[] {
    return [...this.#callers.values()]
      .filter(({ stream, callbackId, host }) => stream === null && callbackId === null && host === null)
      .map(({ attemptId }) => attemptId);
  }

  /** Callers without an agent, the longest wait first. */
  waiting(): readonly WaitingCaller[] {
    return [...this.#callers.values()]
      .filter((caller) => caller.agent === null)
      .sort((a, b) => a.arrivedAt - b.arrivedAt || (a.attemptId < b.attemptId ? -1 : 1));
  }

  /** 1 = next. */
  positionOf(caller: WaitingCaller): number {
    return this.waiting().indexOf(caller) + 1;
  }

  /** One round after the other, so that nobody overtakes. */
  serve(): Promise<void> {
    const round = this.#serving.then(() => this.#round());
    this.#serving = round.catch(() => undefined);
    return round;
  }

  async #round(): Promise<void> {
    const waiting = this.waiting();
    // Whoever becomes ready when the first have been asked already is for them, in the next round, and not for the last.
    const readyThen = waiting.length > 1 ? await this.#readyNow() : null;
    // Who was given to somebody comes first: the agent is not taken by others meanwhile.
    for (const caller of [...waiting.filter(({ given }) => given !== null), ...waiting]) {
      if (caller.agent !== null) continue;
      if (caller.restsUntil > this.#clock() || !this.#callers.has(caller.attemptId)) continue;
      const agent = await this.#reserve(caller, readyThen);
      if (agent === null) continue;
      caller.agent = agent;
      this.#onServed(caller);
      this.#onChange();
    }
  }
}
