import { describe, expect, it } from 'vitest';
import { lineGrade } from '../../src/domain/line-quality.ts';
import { maskName, maskReference } from '../../src/domain/mask.ts';
import { occupancy } from '../../src/domain/occupancy.ts';
import { hearsAgent, seesAgent, type Viewer } from '../../src/domain/team-sight.ts';

const quiet = { rttMs: 40, lossShare: 0, jitterMs: 3 };

describe('what a screen on the wall says of an agent', () => {
  it.each([
    [quiet, 'good'],
    [{ rttMs: null, lossShare: null, jitterMs: null }, 'good'],
    [{ ...quiet, rttMs: 250 }, 'good'],
    [{ ...quiet, rttMs: 251 }, 'fair'],
    [{ ...quiet, rttMs: 500 }, 'fair'],
    [{ ...quiet, rttMs: 501 }, 'poor'],
    [{ ...quiet, lossShare: 0.01 }, 'good'],
    [{ ...quiet, lossShare: 0.011 }, 'fair'],
    [{ ...quiet, lossShare: 0.05 }, 'fair'],
    [{ ...quiet, lossShare: 0.051 }, 'poor'],
    [{ ...quiet, jitterMs: 40 }, 'good'],
    [{ ...quiet, jitterMs: 41 }, 'fair'],
    [{ ...quiet, jitterMs: 80 }, 'fair'],
    [{ ...quiet, jitterMs: 81 }, 'poor'],
  ] as const)('[WALL-1] a line of %o is %s', (figures, grade) => {
    expect(lineGrade(figures)).toBe(grade);
  });

  it('[WALL-2] of a debtor no more than the first sign of the name and the last of the reference', () => {
    expect(maskName('Avery Sampleton')).toBe('A***');
    expect(maskName('王小明')).toBe('王***');
    expect(maskName(' ')).toBe('***');
    expect(maskReference('CN-2026-001234')).toBe('…1234');
    expect(maskReference('12345')).toBe('…45');
    expect(maskReference('1')).toBe('…');
  });

  it('[WALL-3] occupancy is talk and wrap-up over the time at work', () => {
    expect(occupancy({ talkMs: 30, wrapUpMs: 10, readyMs: 40 })).toBe(0.5);
    expect(occupancy({ talkMs: 0, wrapUpMs: 0, readyMs: 0 })).toBeNull();
  });
});

const viewer = (role: Viewer['role'], teamId: string | null): Viewer => ({ role, teamId });

it.each([
  [viewer('admin', 'b'), 'a', true, true],
  [viewer('supervisor', 'a'), 'a', true, true],
  [viewer('supervisor', 'b'), 'a', false, false],
  [viewer('supervisor', 'b'), null, true, true],
  [viewer('supervisor', null), 'a', true, false],
  [viewer('agent', 'a'), 'a', false, false],
] as const)('[WALL-4] %o of an agent of team %s: seen %s, heard %s', (who, team, seen, heard) => {
  expect(seesAgent(who, team)).toBe(seen);
  expect(hearsAgent(who, team)).toBe(heard);
});
