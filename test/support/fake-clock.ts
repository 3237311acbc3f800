import type { Clock } from '../../src/platform/clock.ts';

export interface FakeClock extends Clock {
  /** Moves on by so many milliseconds and returns the new instant. */
  forward(ms: number): number;
  set(at: number | string): number;
}

/** Stands still until it is moved. */
export function fakeClock(start: number | string = '2026-11-24T02:00:00.000Z'): FakeClock {
  const instant = (at: number | string): number => (typeof at === 'number' ? at : Date.parse(at));
  let now = instant(start);
  return Object.assign(() => now, {
    forward: (ms: number) => (now += ms),
    set: (at: number | string) => (now = instant(at)),
  });
}
