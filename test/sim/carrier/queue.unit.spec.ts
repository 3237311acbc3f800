import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../sim/carrier/clock.ts';
import { CpsQueue } from '../../../sim/carrier/exchange/cps-queue.ts';

/** Time that stands until it is moved. */
class HandClock implements Clock {
  #now = 1_000_000;
  #due: { at: number; run: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): { cancel(): void } {
    const entry = { at: this.#now + ms, run };
    this.#due.push(entry);
    return { cancel: () => void (this.#due = this.#due.filter((other) => other !== entry)) };
  }

  forward(ms: number): void {
    const until = this.#now + ms;
    for (;;) {
      const next = this.#due.toSorted((a, b) => a.at - b.at)[0];
      if (!next || next.at > until) break;
      this.#due = this.#due.filter((other) => other !== next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
    }
    this.#now = until;
  }
}

describe('calls per second', () => {
  it('[CAR-37] lets calls out evenly, estimates their wait and forgets an idle time', () => {
    const clock = new HandClock();
    const queue = new CpsQueue(clock, 2, 60_000);
    const released: [string, number][] = [];
    const start = clock.now();
    const enter = (key: string): number => {
      const estimate = queue.estimateMs();
      queue.enter(key, () => released.push([key, clock.now() - start]));
      return estimate;
    };
    expect([enter('a'), enter('b'), enter('c')]).toEqual([0, 500, 1000]);
    clock.forward(2000);
    expect(released).toEqual([
      ['a', 0],
      ['b', 500],
      ['c', 1000],
    ]);
    clock.forward(60_000);
    expect([enter('d'), enter('e')]).toEqual([0, 500]);
    clock.forward(600);
    expect(released.slice(3)).toEqual([
      ['d', 62_000],
      ['e', 62_500],
    ]);
  });

  it('[CAR-37] a call that leaves lets the next one move up', () => {
    const clock = new HandClock();
    const queue = new CpsQueue(clock, 1, 60_000);
    const released: string[] = [];
    for (const key of ['a', 'b', 'c']) queue.enter(key, () => released.push(key));
    expect(queue.leave('b')).toBe(true);
    expect(queue.leave('b')).toBe(false);
    clock.forward(1000);
    expect(released).toEqual(['a', 'c']);
  });

  it('[CAR-37] is full when the wait exceeds its limit', () => {
    const queue = new CpsQueue(new HandClock(), 1, 2500);
    for (const key of ['a', 'b', 'c']) {
      expect(queue.isFull).toBe(false);
      queue.enter(key, () => undefined);
    }
    expect(queue.isFull).toBe(true);
  });
});
