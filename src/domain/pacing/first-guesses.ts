import type { Prior } from './call-times.ts';

/** Answers come after two or three rings, hardly ever at once. */
export const firstAnswer = (setUpSeconds: number): Prior =>
  [
    [3, 1],
    [5, 2],
    [8, 3],
    [11, 2.5],
    [15, 1.5],
    [20, 1],
    [26, 0.5],
  ].map(([seconds = 0, weight = 0]) => ({ seconds: seconds + setUpSeconds, weight }));

/** Failures are quick (busy, not in service) or wait for the ringing to be given up. */
export const firstFailure = (setUpSeconds: number): Prior =>
  [
    [0.5, 1],
    [1.5, 1],
    [15, 1.5],
    [20, 2],
    [26, 3],
    [29, 3],
  ].map(([seconds = 0, weight = 0]) => ({ seconds: seconds + setUpSeconds, weight }));

export const firstDetection: Prior = [{ seconds: 0.2, weight: 4 }];
