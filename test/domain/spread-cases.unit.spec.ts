import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spreadCases } from '../../src/domain/spread-cases.ts';

it('[LVR-3] in turn: the most urgent case to the first, the next to the second, and so on round', () => {
  expect(spreadCases(['a', 'b', 'c'], ['x', 'y'])).toEqual([
    ['a', 'x'],
    ['b', 'y'],
    ['c', 'x'],
  ]);
  expect(spreadCases(['a'], [])).toEqual([]);
  expect(spreadCases([], ['x'])).toEqual([]);
});

it('[LVR-3] every case once, and nobody gets two more than another', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat()), fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 9 }), (cases, people) => {
      const spread = spreadCases(cases, people);
      expect(spread.map(([each]) => each)).toEqual(cases);
      const counts = people.map((person) => spread.filter(([, to]) => to === person).length);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }),
  );
});
