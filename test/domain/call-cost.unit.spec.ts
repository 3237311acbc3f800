import { describe, expect, it } from 'vitest';
import { callCostMicros, chargedMinutes, unitsOf } from '../../src/domain/call-cost.ts';

describe('what a call costs', () => {
  it.each([
    ['[TRK-17] nobody answered', 0, 0],
    ['[TRK-17] one millisecond is a begun minute', 1, 1],
    ['[TRK-17] a whole minute is one', 60_000, 1],
    ['[TRK-17] and a little more two', 60_001, 2],
    ['[TRK-17] a clock that went back costs nothing', -5, 0],
  ])('%s', (_, answeredMs, minutes) => {
    expect(chargedMinutes(answeredMs)).toBe(minutes);
    expect(callCostMicros(answeredMs, 8_500)).toBe(minutes * 8_500);
  });

  it('[TRK-17] sums are exact and rounded once, where they are shown', () => {
    const third = 3_333;
    expect(unitsOf(300 * third, 2)).toBe(1);
    expect(unitsOf(5_000, 2)).toBe(0.01);
    expect(unitsOf(4_999, 2)).toBe(0);
    expect(unitsOf(4_999, 4)).toBe(0.005);
  });
});
