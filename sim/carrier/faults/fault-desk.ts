import { makeDice, type Dice } from '../dice.ts';
import type { CarrierEvents } from '../events.ts';
import type { FaultKind, FaultSpec } from './schema.ts';

/** One chance for a fault to strike, described by what could be matched. */
export interface Occasion {
  callback?: string;
  event?: string;
  operation?: string;
  resource?: string;
  to?: string;
  callSid?: string;
}

interface Entry {
  id: number;
  spec: FaultSpec;
  left: number;
  toSkip: number;
  hits: number;
}

/** Holds the faults ordered by file or control interface and decides, with seeded dice, when one strikes. */
export class FaultDesk {
  readonly #dice: Dice;
  readonly #events: CarrierEvents;
  #entries: Entry[] = [];
  #nextId = 1;

  constructor(seed: number, events: CarrierEvents) {
    this.#dice = makeDice(`${seed}:faults`);
    this.#events = events;
  }

  add(specs: readonly FaultSpec[]): number[] {
    return specs.map((spec) => {
      const id = this.#nextId;
      this.#nextId += 1;
      this.#entries.push({ id, spec, left: spec.next ?? Infinity, toSkip: spec.skip, hits: 0 });
      return id;
    });
  }

  clear(): void {
    this.#entries = [];
  }

  remove(id: number): boolean {
    const before = this.#entries.length;
    this.#entries = this.#entries.filter((entry) => entry.id !== id);
    return this.#entries.length < before;
  }

  list(): object[] {
    return this.#entries.map(({ id, spec, left, hits }) => ({
      id,
      ...spec,
      left: left === Infinity ? null : left,
      hits,
    }));
  }

  strikes(kind: FaultKind, occasion: Occasion): FaultSpec | null {
    for (const entry of this.#entries) {
      if (entry.spec.kind !== kind || entry.left <= 0 || !fits(entry.spec.match, occasion)) continue;
      if (entry.toSkip > 0) {
        entry.toSkip -= 1;
        continue;
      }
      if (entry.spec.probability < 1 && !this.#dice.chance(entry.spec.probability)) continue;
      entry.left -= 1;
      entry.hits += 1;
      this.#events.emit('fault-fired', { kind });
      return entry.spec;
    }
    return null;
  }
}

function fits(match: FaultSpec['match'], occasion: Occasion): boolean {
  const { toPrefix, ...exact } = match;
  if (toPrefix !== undefined && !(occasion.to ?? '').startsWith(toPrefix)) return false;
  return (Object.entries(exact) as [keyof typeof exact, string | undefined][]).every(
    ([name, wanted]) => wanted === undefined || occasion[name] === wanted,
  );
}
